import type { AnsweredBy, MatchSubject, Outcome, Override, RuleVerdict, TemplateVerdict } from '../outcome';
import type { Scenario } from '../scenario';
import { chooseTemplate } from './choose-template';
import { convertContent } from './content-handling';
import { buildContext, type ContextValues } from './context-values';
import type { Draft } from './draft';
import { type Endpoint, receiveAnswer } from './endpoint';
import { writeLog } from './execution-log';
import { type Finished, finishResponse } from './finish';
import { answerByGateway, checkGatewayResponses } from './gateway-response';
import { passHttpAnswer } from './http-proxy';
import { checkIntegration } from './integration-checks';
import { passLambdaResult } from './lambda-proxy';
import { checkConfiguredLimits } from './limits';
import { mapHeaders } from './map-headers';
import { deriveSubject } from './match-subject';
import { checkMethodResponse } from './method-response';
import { runMock } from './mock';
import { applyOverrides } from './overrides';
import { refuseRequest } from './refuse-request';
import { renderBody } from './render-body';
import { rulePath, rulePlace } from './rule-place';
import { selectRule } from './select-rule';
import { readSetup, requestHeader, type Setup } from './setup';
import type { Account, Failure, Staged, Told } from './stage';
import { type StoredRule, type StoredRules, storeRules } from './store-rules';
import { TemplateFrame } from './template-frame';

/**
 * What the client gets for a scenario, and why. Pure: the same scenario gives the same outcome, dates and ids
 * included. Never throws, whatever the scenario holds: the user's mistakes are problems of the outcome, and what the
 * service answers to them is its response.
 */
export function evaluate(scenario: Scenario): Outcome {
  const setup = readSetup(scenario);
  const context = buildContext(setup.request, setup.context, namedInTexts(setup));
  return new Journey(setup, context, storeRules(setup)).travel();
}

/** Whether any text of the configuration names a variable. */
function namedInTexts(setup: Setup): (variable: string) => boolean {
  const texts = [...setup.templates.values(), ...setup.requestTemplates.values()];
  for (const rule of setup.rules)
    texts.push(...rule.responseTemplates.values(), ...rule.responseParameters.values());
  for (const custom of setup.gatewayResponses.values()) {
    texts.push(...custom.responseTemplates.values(), ...custom.responseParameters.values());
  }
  return (variable) => texts.some((text) => text?.includes(variable));
}

/** A draft, or why there is none. */
type Drafted = { ok: true; value: Draft } | { ok: false; failure: Failure };

/** One answer on its way: calls the stages in the order of §0.1 and keeps what they tell. */
class Journey {
  private readonly setup: Setup;
  private readonly context: ContextValues;
  private readonly stored: StoredRules;
  private readonly frame: TemplateFrame;
  private readonly account: Account = { steps: [], problems: [] };
  private endpoint: Endpoint | undefined;
  private subject: MatchSubject | undefined;
  private rules: RuleVerdict[];
  private chosenRule: number | undefined;
  private template: TemplateVerdict | undefined;
  private requestTemplate: TemplateVerdict | undefined;
  private overrides: Override[] = [];

  constructor(setup: Setup, context: ContextValues, stored: StoredRules) {
    this.setup = setup;
    this.context = context;
    this.stored = stored;
    this.frame = new TemplateFrame(setup, context);
    this.rules = isProxy(setup) ? [] : stored.rules.map(notTried);
  }

  travel(): Outcome {
    const { setup } = this;
    this.account.problems.push(
      ...checkIntegration(setup),
      ...(isProxy(setup) ? [] : this.stored.problems),
      ...checkGatewayResponses(setup),
      ...checkConfiguredLimits(setup),
    );
    const accepted = this.take(refuseRequest(setup));
    if (!accepted.ok) return this.fail(accepted.failure);
    const draft = isProxy(setup) ? this.pass() : this.map();
    if (!draft.ok) return this.fail(draft.failure);
    const finished = this.take(finishResponse(setup, this.context, draft.value, false));
    if (!finished.ok) return this.fail(finished.failure);
    return this.outcome(finished.value, { kind: 'integration' }, undefined);
  }

  /** Proxy integrations: the backend's answer is the response (§9). */
  private pass(): Drafted {
    const received = this.take(receiveAnswer(this.setup, this.context));
    if (!received.ok) return received;
    this.endpoint = received.value;
    return this.take(
      this.setup.type === 'AWS_PROXY'
        ? passLambdaResult(this.setup, received.value)
        : passHttpAnswer(received.value),
    );
  }

  /** Custom integrations: rules, header mappings and templates make the response. */
  private map(): Drafted {
    const { setup, context } = this;
    const endpoint = setup.type === 'MOCK' ? this.mock() : this.take(receiveAnswer(setup, context));
    if (!endpoint.ok) return endpoint;
    this.endpoint = endpoint.value;
    const subject = this.tell(deriveSubject(setup, endpoint.value));
    this.subject = subject;
    const selection = selectRule(this.stored.rules, subject, endpoint.value.statusCode ?? 200);
    this.account.steps.push(...selection.steps);
    this.account.problems.push(...selection.problems);
    this.rules = selection.verdicts;
    if (!selection.chosen) return { ok: false, failure: selection.failure };
    this.chosenRule = selection.chosen.rule.index;
    return this.answerByRule(selection.chosen, endpoint.value);
  }

  private mock(): Staged<Endpoint> {
    const run = runMock(this.setup, this.frame);
    this.requestTemplate = run.template;
    return this.take(run.staged);
  }

  private answerByRule(stored: StoredRule, endpoint: Endpoint): Drafted {
    const { setup, context } = this;
    const { rule } = stored;
    const declared = this.take(checkMethodResponse(setup, rule));
    if (!declared.ok) return declared;
    const headers = this.take(
      mapHeaders(stored, { endpoint, context, stageVariables: setup.stageVariables }),
    );
    if (!headers.ok) return headers;
    const accept = requestHeader(setup.request, 'Accept');
    const choice = this.tell(
      chooseTemplate({
        templates: stored.templates,
        named: setup.templates,
        header: accept,
        headerName: 'Accept',
        path: rulePath(rule, 'responseTemplates'),
      }),
    );
    const content = this.take(
      convertContent({
        body: endpoint.body,
        text: endpoint.payload.text,
        located: endpoint.located,
        payloadType: headerOf(endpoint, 'Content-Type'),
        accept,
        contentHandling: rule.contentHandling,
        binaryMediaTypes: setup.binaryMediaTypes,
        place: rulePlace(rule),
      }),
    );
    if (!content.ok) return content;
    const rendered = renderBody(choice, content.value, endpoint.payload, this.frame);
    this.template = rendered.template;
    const body = this.take(rendered.staged);
    if (!body.ok) return body;
    const draft: Draft = { statusCode: Number(rule.statusCode), headers: headers.value, ...body.value };
    const overridden = this.tell(applyOverrides(draft, this.frame.context, this.frame.overridePlaces));
    this.overrides = overridden.overrides;
    return { ok: true, value: overridden.draft };
  }

  /** API Gateway answers by itself (§10). */
  private fail(failure: Failure): Outcome {
    const answer = answerByGateway(this.setup, this.context, failure);
    this.account.steps.push(...answer.steps);
    this.account.problems.push(...answer.problems);
    const finished = finishResponse(this.setup, this.context, answer.draft, true);
    this.take(finished);
    // A gateway response is finished whatever its size.
    if (!finished.ok) throw new Error('a gateway response did not finish');
    return this.outcome(finished.value, answer.answeredBy, failure);
  }

  private outcome(finished: Finished, answeredBy: AnsweredBy, failure: Failure | undefined): Outcome {
    const { setup, context, endpoint } = this;
    const { response, ownHeaders } = finished;
    const log = writeLog({
      setup,
      context,
      endpoint,
      called: endpoint !== undefined || failure?.requestSent === true,
      failed: failure !== undefined,
      failureLine: failure?.logLine,
      headers: ownHeaders,
      traceId: response.headers.find(({ name }) => name === 'X-Amzn-Trace-Id')?.value,
      body: response.body.text,
      statusCode: response.statusCode,
    });
    return {
      response,
      answeredBy,
      ...(this.subject && { subject: this.subject }),
      rules: this.rules,
      ...(this.chosenRule !== undefined && { chosenRule: this.chosenRule }),
      ...(this.template && { template: this.template }),
      ...(this.requestTemplate && { requestTemplate: this.requestTemplate }),
      overrides: this.overrides,
      steps: this.account.steps,
      problems: this.account.problems,
      log,
    };
  }

  /** Keeps what a stage tells and hands its result on. */
  private take<S extends Staged<unknown>>(staged: S): S {
    this.account.steps.push(...staged.steps);
    this.account.problems.push(...staged.problems);
    return staged;
  }

  /** The same for a stage that cannot fail. */
  private tell<T>(told: Told<T>): T {
    this.account.steps.push(...told.steps);
    this.account.problems.push(...told.problems);
    return told.value;
  }
}

function isProxy(setup: Setup): boolean {
  return setup.type === 'AWS_PROXY' || setup.type === 'HTTP_PROXY';
}

/** Verdict of a rule before selection. */
function notTried({ rule, fate, error }: StoredRule): RuleVerdict {
  return {
    statusCode: rule.statusCode,
    selectionPattern: rule.selectionPattern,
    verdict: fate === 'stored' ? 'not-tried' : fate,
    ...(error && { error }),
  };
}

function headerOf(endpoint: Endpoint, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return endpoint.headers.findLast(([sent]) => sent.toLowerCase() === wanted)?.[1];
}
