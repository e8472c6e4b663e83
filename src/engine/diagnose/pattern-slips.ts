import type { Fix, Problem, RuleVerdict } from '../outcome';
import { rulePlace } from '../pipeline/rule-place';
import type { Rule } from '../pipeline/setup';
import { shorten } from '../pipeline/stage';
import { type DiagnosisContext, tellProblem } from './context';
import { patternFix } from './edits';
import { compiles, matchesSomeStatus, matchesWhole } from './patterns';

/*
 * What can be seen by a pattern alone, whatever the active case is.
 */

type Check = (rule: Rule, context: DiagnosisContext) => Problem | undefined;

const CHECKS: readonly Check[] = [
  wordInBrackets,
  anchorsOfChoice,
  matchedAgainstStatus,
  statusAgainstMessage,
  catchAll,
  doubledBackslash,
];

/** Problems of patterns that are stored, and why those are not that Java refuses and JavaScript takes. */
export function patternProblems(context: DiagnosisContext): Problem[] {
  return context.rules.flatMap((rule) => {
    const verdict = context.outcome.rules[rule.index];
    if (rule.selectionPattern === '' || !verdict) return [];
    if (verdict.verdict === 'invalid') return notJava(rule, verdict) ?? [];
    return CHECKS.flatMap((check) => check(rule, context) ?? []);
  });
}

function placeOf(rule: Rule) {
  return rulePlace(rule, 'selectionPattern');
}

interface BracketClass {
  from: number;
  to: number;
  content: string;
}

/** Plain character classes of a pattern: no ranges of sets, no escapes. */
function* classesOf(pattern: string): Iterable<BracketClass> {
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern.startsWith('\\Q', at)) {
      const end = pattern.indexOf('\\E', at + 2);
      if (end < 0) return;
      at = end + 1;
    } else if (pattern[at] === '\\') at += 1;
    else if (pattern[at] === '[') {
      const close = pattern.indexOf(']', at + 1);
      if (close < 0) return;
      const content = pattern.slice(at + 1, close);
      if (/^[\w -]+$/.test(content)) yield { from: at, to: close + 1, content };
      at = close;
    }
  }
}

/** Nobody lists letters in this way: a word repeats letters or begins with a capital, a status is a number. */
function isWord(content: string): boolean {
  if (/^[1-5]\d\d$/.test(content)) return true;
  if (!/^[A-Za-z]{3,}(?:[ _-][A-Za-z]+)*$/.test(content)) return false;
  const repeats = new Set(content).size < content.length;
  return /^[A-Z][a-z]{2,}/.test(content) || (repeats && content.length > 3) || content.length > 8;
}

function wordInBrackets(rule: Rule, context: DiagnosisContext): Problem | undefined {
  const { selectionPattern } = rule;
  for (const { from, to, content } of classesOf(selectionPattern)) {
    if (!isWord(content) || /[*+?{]/.test(selectionPattern[to] ?? '')) continue;
    const escaped = `${selectionPattern.slice(0, from)}\\[${content}\\]${selectionPattern.slice(to)}`;
    return tellProblem('pattern-brackets-are-a-class', {
      message: `[${shorten(content, 40)}] matches one character out of “${shorten([...new Set(content)].join(''), 40)}”, not the word in brackets.`,
      place: placeOf(rule),
      fixes: compiles(escaped) ? patternFix(context, rule, escaped, `Escape the brackets: ${escaped}`) : [],
    });
  }
  return undefined;
}

function anchorsOfChoice(rule: Rule, context: DiagnosisContext): Problem | undefined {
  const { selectionPattern } = rule;
  // Words without groups are all that is easily told apart; more is no slip.
  const choice = /^\^([^()|[\]\\$^]+(?:\|[^()|[\]\\$^]+)+)\$$/.exec(selectionPattern)?.[1];
  if (choice === undefined) return undefined;
  const grouped = `^(?:${choice})$`;
  return tellProblem('pattern-anchors', {
    message: `In ${shorten(selectionPattern, 60)} the ^ belongs to the first choice and the $ to the last. A pattern has to match the whole text anyway, so it matches only one of the choices as it stands.`,
    place: placeOf(rule),
    fixes: patternFix(context, rule, grouped, `Group the choices: ${grouped}`),
  });
}

/** `404`, `4\d{2}`, `5..`, `^500$`: shapes of a status. */
const STATUS_SHAPE = /^\^?[1-5](?:\d\d|\d\\d|\\d\\d|\\d\{2\}|\[0-9\]\[0-9\]|\[0-9\]\{2\}|\.\.|\.\{2\})\$?$/;

function statusAgainstMessage(rule: Rule, context: DiagnosisContext): Problem | undefined {
  const { selectionPattern } = rule;
  if (!context.isLambda || !STATUS_SHAPE.test(selectionPattern)) return undefined;
  const text = context.outcome.subject?.text ?? '';
  // A message that holds such a number is a near miss, which is told with its own words.
  if (context.outcome.rules[rule.index]?.nearMiss?.found) return undefined;
  if (text !== '' && matchesWhole(selectionPattern, text)) return undefined;
  const open = `.*${selectionPattern.replace(/^\^|\$$/g, '')}.*`;
  return tellProblem('pattern-matched-against-status', {
    message: `${selectionPattern} looks like a status, but a Lambda function's rules are compared with its error message, never with a status. It matches only a message that is nothing but such a number.`,
    place: placeOf(rule),
    fixes: patternFix(context, rule, open, `Look for it in the message: ${open}`),
  });
}

function matchedAgainstStatus(rule: Rule, context: DiagnosisContext): Problem | undefined {
  const { selectionPattern } = rule;
  if (context.isLambda || matchesSomeStatus(selectionPattern)) return undefined;
  if (/[A-Za-z]{3}/.test(selectionPattern.replace(/\\./g, ''))) {
    return tellProblem('pattern-matched-against-status', {
      message: `${shorten(selectionPattern, 60)} is compared with the status of the backend, such as 404, not with its body: it never matches. Use a pattern for the status and read the body in the template.`,
      place: placeOf(rule),
    });
  }
  return tellProblem('rule-never-matches', {
    severity: 'warning',
    message: `${shorten(selectionPattern, 60)} matches none of the statuses 100 to 599, so rule ${rule.statusCode} never answers.`,
    place: placeOf(rule),
  });
}

function catchAll(rule: Rule, context: DiagnosisContext): Problem | undefined {
  const { selectionPattern } = rule;
  if (!context.isLambda || context.reports('catch-all-pattern')) return undefined;
  if (matchesWhole(selectionPattern, '')) {
    return tellProblem('catch-all-pattern', {
      message: `${shorten(selectionPattern, 60)} also matches the empty message of a success, so rule ${rule.statusCode} takes the place of the default rule.`,
      place: placeOf(rule),
      fixes: anyErrorFix(rule, context),
    });
  }
  if (selectionPattern !== '.+' && selectionPattern !== '^.+$') return undefined;
  return tellProblem('catch-all-pattern', {
    severity: 'hint',
    message: `${selectionPattern} matches every error message of one line and no success. A message of several lines goes on to the default rule.`,
    place: placeOf(rule),
    fixes: anyErrorFix(rule, context),
  });
}

/** A pattern that takes anything, also several lines, but not the empty message of a success. */
export function anyErrorFix(rule: Rule, context: DiagnosisContext): Fix[] {
  if (!/^\^?(?:\(\?s\))?(?:\.|\[\\s\\S\])[*+]\$?$/.test(rule.selectionPattern)) return [];
  const pattern = '[\\s\\S]+';
  return patternFix(context, rule, pattern, `Match every error and no success: ${pattern}`);
}

function doubledBackslash(rule: Rule, context: DiagnosisContext): Problem | undefined {
  const { selectionPattern } = rule;
  if (!/(?<!\\)(?:\\\\)[dDwWsSbB.[\](){}]/.test(selectionPattern) || selectionPattern.includes('\\Q'))
    return undefined;
  if (context.outcome.subject?.text.includes('\\')) return undefined;
  const halved = selectionPattern.replaceAll('\\\\', '\\');
  return tellProblem('pattern-escape-level', {
    message: `${shorten(selectionPattern, 60)} asks for a backslash in the text: two backslashes stand for one. The doubling belongs to JSON or HCL, not to the pattern.`,
    place: placeOf(rule),
    fixes: compiles(halved) ? patternFix(context, rule, halved, `Halve the backslashes: ${halved}`) : [],
  });
}

function notJava(rule: Rule, { error }: RuleVerdict): Problem | undefined {
  if (!isJavaScript(rule.selectionPattern)) return undefined;
  return tellProblem('pattern-not-java', {
    message: `${shorten(rule.selectionPattern, 60)} is a pattern in JavaScript, but not in Java, which the service uses: ${error?.description ?? 'it does not compile'}.`,
    place: placeOf(rule),
  });
}

/** Only compiled, never run: a hostile pattern costs nothing. */
function isJavaScript(pattern: string): boolean {
  try {
    return pattern.length < 2000 && new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}
