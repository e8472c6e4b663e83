import { matchPattern, type PatternMatch } from '../java-regex/match-pattern';
import type { MatchSubject, Problem, RuleVerdict, Step } from '../outcome';
import { assumed, community, documented, recorded } from './evidence';
import { ruleName, rulePlace } from './rule-place';
import { configurationError, count, type Failure, shorten } from './stage';
import type { StoredRule } from './store-rules';

/*
 * Which rule answers (§2): a pattern that covers the whole subject beats the default rule, whatever their order.
 */

export type Selection = {
  /** One for each rule, in the order written. */
  verdicts: RuleVerdict[];
  steps: Step[];
  problems: Problem[];
} & ({ chosen: StoredRule } | { chosen: undefined; failure: Failure });

const SELECTION = recorded('test_lambda_selection_patterns (2025-05-05)');

/** Matching steps one evaluation may spend on all patterns together: about a tenth of a second. */
const STEP_BUDGET = 3_000_000;

/** Steps every rule has, so that a slow pattern does not decide about the others: about three milliseconds. */
const LEAST_BUDGET = 100_000;

/** Chooses the rule that answers. `endpointStatus` goes into the log when none does. */
export function selectRule(
  rules: readonly StoredRule[],
  subject: MatchSubject,
  endpointStatus: number,
): Selection {
  const tried = tryPatterns(rules, subject.text);
  const stored = rules.filter(({ fate }) => fate === 'stored');
  const matching = stored.filter((entry) => tried.get(entry)?.matches).sort(byStatus);
  const fallback = stored.find(({ rule }) => rule.selectionPattern === '');
  const chosen = matching[0] ?? fallback;
  const verdicts = rules.map((entry) => verdictOf(entry, tried.get(entry), chosen));
  const problems = stored.filter((entry) => tried.get(entry)?.gaveUp).map(patternTooSlow);
  if (!chosen) {
    const failure = noMatchFailure(endpointStatus);
    const told = tellNoMatch(stored, subject);
    return { verdicts, chosen, failure, steps: [told.step], problems: [...problems, told.problem] };
  }
  if (matching.length > 1) problems.push(severalMatch(matching));
  if (!fallback) problems.push(noDefaultRule());
  if (subject.what === 'errorMessage' && subject.text === '' && matching[0]) {
    problems.push(catchesSuccess(matching[0]));
  }
  return { verdicts, chosen, steps: [tellChoice(chosen, matching, stored, subject)], problems };
}

function byStatus(a: StoredRule, b: StoredRule): number {
  return Number(a.rule.statusCode) - Number(b.rule.statusCode);
}

type Tried = Map<StoredRule, PatternMatch>;

function tryPatterns(rules: readonly StoredRule[], subject: string): Tried {
  const tried: Tried = new Map();
  let budget = STEP_BUDGET;
  for (const entry of rules.toSorted(byStatus)) {
    if (entry.fate !== 'stored' || entry.rule.selectionPattern === '') continue;
    const match = matchPattern(entry.rule.selectionPattern, subject, {
      budget: Math.max(budget, LEAST_BUDGET),
    });
    if (!match.ok) continue;
    budget -= match.steps;
    tried.set(entry, match);
  }
  return tried;
}

function verdictOf(
  { rule, fate, error }: StoredRule,
  tried: PatternMatch | undefined,
  chosen: StoredRule | undefined,
): RuleVerdict {
  const told = { statusCode: rule.statusCode, selectionPattern: rule.selectionPattern };
  if (fate === 'invalid') return { ...told, verdict: 'invalid', ...(error && { error }) };
  if (fate !== 'stored') return { ...told, verdict: fate };
  if (chosen?.rule === rule) {
    return { ...told, verdict: 'chosen', ...(tried?.covered && { covered: tried.covered }) };
  }
  if (rule.selectionPattern === '') return { ...told, verdict: 'default' };
  if (tried?.matches) return { ...told, verdict: 'also-matched' };
  if (tried?.gaveUp) return { ...told, verdict: 'gave-up' };
  return { ...told, verdict: 'no-match', ...(tried?.nearMiss && { nearMiss: tried.nearMiss }) };
}

function tellChoice(
  chosen: StoredRule,
  matching: readonly StoredRule[],
  stored: readonly StoredRule[],
  subject: MatchSubject,
): Step {
  const { rule } = chosen;
  const what = subject.what === 'status' ? `status ${subject.text}` : wholeMessage(subject.text);
  const base = { stage: 'selection', verdict: 'ok', place: rulePlace(rule) } as const;
  if (matching.length > 1) {
    const all = matching.map((other) => other.rule.statusCode);
    return {
      ...base,
      text: `The patterns of rules ${listing(all)} all match ${what}; the lowest status answers: rule ${rule.statusCode}.`,
      evidence: assumed('selection-order'),
    };
  }
  if (matching.length === 1) {
    const evidence =
      subject.what === 'errorMessage' && subject.text === ''
        ? assumed('catch-all-success')
        : documented('Handle Lambda errors in API Gateway');
    return {
      ...base,
      text: `${shorten(rule.selectionPattern)} matches ${what}: rule ${rule.statusCode}.`,
      evidence,
    };
  }
  const patterns = stored.filter((entry) => entry.rule.selectionPattern !== '').length;
  const why =
    patterns === 0
      ? 'No rule has a pattern'
      : `${patterns === 1 ? 'The pattern' : `None of the ${patterns} patterns`} ${patterns === 1 ? 'does not match' : 'matches'} ${what}`;
  return { ...base, text: `${why}, so ${ruleName(rule)} answers.`, evidence: SELECTION };
}

function wholeMessage(text: string): string {
  return text === '' ? 'the empty text' : `the whole message (${count(text.length, 'character')})`;
}

function listing(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function severalMatch(matching: readonly StoredRule[]): Problem {
  const statuses = matching.map(({ rule }) => rule.statusCode);
  const first = matching[0]!.rule;
  return {
    id: 'several-rules-match',
    severity: 'warning',
    when: 'request',
    message:
      `Rules ${listing(statuses)} match. The service does not document which of them answers; here it is the lowest ` +
      `status, ${first.statusCode}. Make the patterns exclude each other.`,
    place: rulePlace(first, 'selectionPattern'),
    evidence: assumed('selection-order'),
  };
}

function noDefaultRule(): Problem {
  return {
    id: 'no-default-rule',
    severity: 'warning',
    when: 'configuration',
    message:
      'No rule is without selectionPattern. An answer that no pattern matches gets 500 from API Gateway; add a default rule.',
    place: { in: 'rules', path: ['integration', 'integrationResponses'] },
    evidence: documented('Gateway response types'),
  };
}

function catchesSuccess({ rule }: StoredRule): Problem {
  return {
    id: 'catch-all-pattern',
    severity: 'warning',
    when: 'request',
    message:
      `The pattern ${shorten(rule.selectionPattern)} also matches the empty message of a success, so rule ` +
      `${rule.statusCode} takes the place of the default rule. To match errors only, ask for a character: .+`,
    place: rulePlace(rule, 'selectionPattern'),
    evidence: documented('Handle Lambda errors in API Gateway'),
  };
}

function patternTooSlow({ rule }: StoredRule): Problem {
  return {
    id: 'pattern-slow',
    severity: 'warning',
    when: 'request',
    message:
      `Matching the pattern of rule ${rule.statusCode} was given up: it tries too many ways. The rule counts as not ` +
      'matching here. Nested repetitions such as (a+)+ are the usual reason.',
    place: rulePlace(rule, 'selectionPattern'),
    evidence: { kind: 'java-library', source: 'java.util.regex backtracks without a limit' },
  };
}

function noMatchFailure(endpointStatus: number): Failure {
  return configurationError(
    'No match for output mapping and no default output mapping configured. ' +
      `Endpoint Response Status Code: ${endpointStatus}`,
  );
}

function tellNoMatch(stored: readonly StoredRule[], subject: MatchSubject): { step: Step; problem: Problem } {
  const message = subject.text ? `“${shorten(subject.text)}”` : 'the empty text';
  const text =
    stored.length === 0
      ? 'The integration has no integration responses, so nothing can answer.'
      : `No pattern matches ${subject.what === 'status' ? `status ${subject.text}` : message} and there is no default rule.`;
  return {
    step: { stage: 'selection', verdict: 'failed', text, evidence: documented('Gateway response types') },
    problem: {
      id: 'no-default-rule',
      severity: 'error',
      when: 'request',
      message: `${text} API Gateway answers 500. Add a rule without selectionPattern.`,
      place: { in: 'rules', path: ['integration', 'integrationResponses'] },
      evidence: community('SAM issue with log'),
    },
  };
}
