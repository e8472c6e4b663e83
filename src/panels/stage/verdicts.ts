import type { Outcome, RuleVerdict, TemplateVerdict } from '../../engine/outcome';
import type { IntegrationType } from '../../engine/scenario';

/*
 * The head of each stage is its verdict in a few words. The long sentences are the story's; these have to be read
 * at a glance, so they carry only what decides what comes next.
 */

export type Tone = 'good' | 'bad' | 'warn' | 'redirect' | 'quiet';

export interface Verdict {
  tone: Tone;
  text: string;
  /** Said more quietly after the text. */
  detail?: string;
}

/** The head of a stage nothing is known about yet: its plain name. */
export function noVerdict(name: string): Verdict {
  return { tone: 'quiet', text: name };
}

/** ① What came from behind the gateway. */
export function answerVerdict(outcome: Outcome, type: IntegrationType | undefined): Verdict {
  if (outcome.subject?.what === 'status') {
    const from = type === 'MOCK' ? 'Mock answered' : 'Endpoint answered';
    return { tone: statusTone(Number(outcome.subject.text)), text: `${from} ${outcome.subject.text}` };
  }
  if (outcome.subject) return lambdaVerdict(outcome.subject.text, outcome.subject.span !== undefined);
  const failed = stepText(outcome, 'backend', 'failed');
  if (failed !== undefined || outcome.answeredBy.kind === 'gateway') return withoutAnswer(outcome, type);
  return { tone: 'good', text: type === 'HTTP_PROXY' ? 'Endpoint answered' : 'Lambda answered' };
}

/** API Gateway answers itself: before it asked the backend, when that was silent, or when it cannot use the answer. */
function withoutAnswer({ answeredBy, ...outcome }: Outcome, type: IntegrationType | undefined): Verdict {
  const responseType = answeredBy.kind === 'gateway' ? answeredBy.responseType : undefined;
  if (responseType === 'INTEGRATION_TIMEOUT') return { tone: 'bad', text: 'No answer in time' };
  if (responseType === 'INTEGRATION_FAILURE') return { tone: 'bad', text: 'No answer from the backend' };
  if (outcome.steps.some(({ stage, verdict }) => stage === 'request' && verdict === 'failed')) {
    return { tone: 'quiet', text: 'The backend was not asked' };
  }
  if (type === 'AWS_PROXY') return { tone: 'bad', text: 'Lambda answered', detail: 'unusable' };
  if (type === 'HTTP_PROXY') return { tone: 'bad', text: 'Endpoint answered', detail: 'unusable' };
  return { tone: 'bad', text: 'No answer from the backend' };
}

function lambdaVerdict(message: string, thrown: boolean): Verdict {
  if (!thrown) return { tone: 'good', text: 'Lambda returned', detail: 'no errorMessage' };
  return { tone: 'warn', text: 'Lambda threw', detail: quote(message, 40) };
}

/** ② Which rule took it. */
export function rulesVerdict(outcome: Outcome, type: IntegrationType | undefined): Verdict {
  if (type === 'AWS_PROXY' || type === 'HTTP_PROXY') {
    return { tone: 'quiet', text: 'Proxy integration', detail: 'rules and templates are not used' };
  }
  const chosen = outcome.chosenRule === undefined ? undefined : outcome.rules[outcome.chosenRule];
  if (!chosen) return withoutRule(outcome);
  return chosen.selectionPattern === ''
    ? { tone: 'good', text: `Default rule ${chosen.statusCode}`, detail: tried(outcome.rules) }
    : { tone: 'good', text: `Rule ${chosen.statusCode} matched ${covered(outcome)}` };
}

function withoutRule(outcome: Outcome): Verdict {
  if (!outcome.subject) return { tone: 'quiet', text: 'Rules not reached' };
  if (outcome.rules.length === 0) return { tone: 'bad', text: 'There are no rules' };
  const invalid = outcome.rules.find((rule) => rule.verdict === 'invalid');
  if (invalid) return { tone: 'bad', text: `The pattern of rule ${invalid.statusCode} is not valid` };
  const slow = outcome.rules.find((rule) => rule.verdict === 'gave-up');
  if (slow) return { tone: 'bad', text: `The pattern of rule ${slow.statusCode} takes too long` };
  return { tone: 'bad', text: 'No rule matched and there is no default' };
}

function covered(outcome: Outcome): string {
  const subject = outcome.subject?.text ?? '';
  if (outcome.subject?.what === 'status') return `status ${subject}`;
  if (subject === '') return 'the empty message';
  return subject.length === 1 ? 'the one character' : `all ${subject.length} characters`;
}

function tried(rules: RuleVerdict[]): string {
  const patterns = rules.filter((rule) => rule.selectionPattern !== '').length;
  if (patterns === 0) return 'there is no other';
  return patterns === 1 ? 'the pattern did not match' : `none of ${patterns} patterns matched`;
}

/**
 * ③ What the template did.
 *
 * @param errorLine Line of the template's error, 1-based; without it the last line that ran has to do.
 */
export function templateVerdict(
  outcome: Outcome,
  type: IntegrationType | undefined,
  errorLine?: number,
): Verdict {
  const { template } = outcome;
  if (type === 'AWS_PROXY' || type === 'HTTP_PROXY') {
    return { tone: 'quiet', text: 'No template', detail: 'a proxy integration passes the answer on' };
  }
  if (!template) return { tone: 'quiet', text: 'Template not reached' };
  if (template.verdict === 'passthrough') {
    return { tone: 'quiet', text: 'No template', detail: 'the body passes through' };
  }
  const name = templateName(template);
  if (template.verdict === 'failed')
    return { tone: 'bad', text: `${name} stopped${stoppedAt(outcome, errorLine)}` };
  return { tone: 'good', text: `${name} ran`, ...ranLines(template) };
}

function templateName(template: TemplateVerdict): string {
  return template.place?.in === 'template' ? template.place.name : 'Template in the rules';
}

function ranLines(template: TemplateVerdict): { detail?: string } {
  const hits = Object.values(template.lineHits ?? {});
  const ran = hits.filter((count) => count > 0).length;
  if (hits.length === 0) return {};
  return { detail: ran === hits.length ? lines(ran) : `${ran} of ${lines(hits.length)}` };
}

function lines(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}

function stoppedAt(outcome: Outcome, errorLine: number | undefined): string {
  const hits = Object.entries(outcome.template?.lineHits ?? {}).filter(([, count]) => count > 0);
  const line = errorLine ?? hits.at(-1)?.[0];
  return line === undefined ? '' : ` at line ${line}`;
}

/** ④ What the client gets. The status itself stands below, larger. */
export function responseVerdict(outcome: Outcome): Verdict {
  if (outcome.answeredBy.kind === 'gateway') {
    return { tone: 'bad', text: 'API Gateway answers itself', detail: outcome.answeredBy.responseType };
  }
  const size = outcome.response.body.bytes.length;
  return { tone: statusTone(outcome.response.statusCode), text: 'Client gets', detail: formatBytes(size) };
}

/** The colour class of a status. */
export function statusTone(status: number): Tone {
  if (status >= 500) return 'bad';
  if (status >= 400) return 'warn';
  if (status >= 300) return 'redirect';
  return status >= 200 ? 'good' : 'quiet';
}

/** `1 byte`, `58 bytes`, `6,291,556 bytes`. */
export function formatBytes(count: number): string {
  return count === 1 ? '1 byte' : `${count.toLocaleString('en-US')} bytes`;
}

/** A value in quotation marks, on one line, shortened to so many characters. */
export function quote(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > limit ? `“${line.slice(0, limit - 1)}…”` : `“${line}”`;
}

/** What a screen reader hears when the verdict changes. */
export function announce(outcome: Outcome, type: IntegrationType | undefined): string {
  const { statusCode, reason } = outcome.response;
  const rule = rulesVerdict(outcome, type);
  const template = templateVerdict(outcome, type);
  return `Client gets ${statusCode} ${reason}. ${rule.text}. ${template.text}.`;
}

function stepText(outcome: Outcome, stage: string, verdict: string): string | undefined {
  return outcome.steps.find((step) => step.stage === stage && step.verdict === verdict)?.text;
}
