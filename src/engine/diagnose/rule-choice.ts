import { suggestEdits } from '../explain/smallest-edit';
import type { Fix, Problem, RuleVerdict } from '../outcome';
import { ruleName, rulePath, rulePlace } from '../pipeline/rule-place';
import type { Rule } from '../pipeline/setup';
import { count, shorten } from '../pipeline/stage';
import type { DiagnosticId } from './catalogue';
import { type DiagnosisContext, type Diagnostician, ruleOf, tellProblem } from './context';
import { addRule, freeStatus, patternFix, setPattern } from './edits';
import { anyErrorFix, patternProblems } from './pattern-slips';
import { compiles, matchesWhole, STATUSES } from './patterns';

/** B: which rule answers, and why it is not the one that was meant. */
export const ruleChoice: Diagnostician = {
  find(context) {
    if (context.isProxy) return [];
    const misses = nearMisses(context);
    return [...alwaysDefault(context, misses), ...misses, ...patternProblems(context), ...overlaps(context)];
  },
  fixes: {
    'no-default-rule': (_, context) => defaultRuleFix(context),
    'two-defaults': patternForTwinFix,
    'duplicate-status': joinPatternsFix,
    'duplicate-pattern': (problem) => removeRuleFix(problem),
    'several-rules-match': (_, context) => excludeFix(context),
    'catch-all-pattern': (problem, context) => catchAllFix(problem, context),
    'pattern-invalid': escapeFix,
    'default-as-pattern': defaultAsPatternFix,
  },
};

/** Rules looked at one by one; more are no configuration a person wrote. */
const LOOKED_AT = 20;

// ### Nothing matched

/** The rule that answered only because no pattern matched, or nothing at all. */
function isLeftOver({ outcome, chosen }: DiagnosisContext): boolean {
  return outcome.subject !== undefined && (chosen === undefined || chosen.selectionPattern === '');
}

function alwaysDefault(context: DiagnosisContext, misses: readonly Problem[]): Problem[] {
  const { outcome, chosen, rules } = context;
  const { statusCode } = outcome.response;
  if (!chosen || !isLeftOver(context) || statusCode < 200 || statusCode > 299) return [];
  const told = failureOf(context);
  if (told === undefined) return [];
  const patterns = rules.filter(({ selectionPattern }) => selectionPattern !== '');
  const why =
    patterns.length === 0
      ? 'no rule has a pattern'
      : `${patterns.length === 1 ? 'the only pattern does not match' : `none of the ${patterns.length} patterns matches`}${howFar(context)}`;
  return [
    tellProblem('always-default', {
      message: `${told} and the client gets ${statusCode}: ${why}, so ${ruleName(chosen)} answers.`,
      place: rulePlace(chosen),
      fixes: misses.some(({ fixes }) => fixes) || patterns.length > 0 ? [] : errorRuleFix(context),
    }),
  ];
}

/** A sentence's beginning about the failure that the client takes for a success. */
function failureOf({ outcome, threw, isLambda, setup }: DiagnosisContext): string | undefined {
  const text = outcome.subject?.text ?? '';
  if (isLambda) return threw && text !== '' ? `The function threw “${shorten(text, 60)}”` : undefined;
  const failed = setup.type !== 'MOCK' && /^[45]\d\d$/.test(text);
  return failed ? `The backend answered with status ${text}` : undefined;
}

/** How far the pattern that came farthest got. */
function howFar({ outcome }: DiagnosisContext): string {
  const length = outcome.subject?.text.length ?? 0;
  let best: RuleVerdict | undefined;
  for (const rule of outcome.rules) {
    if ((rule.nearMiss?.reached ?? 0) > (best?.nearMiss?.reached ?? 0)) best = rule;
  }
  if (!best?.nearMiss || best.nearMiss.reached >= length) return '';
  return ` (${shorten(best.selectionPattern, 40)} comes to character ${best.nearMiss.reached} of ${length})`;
}

function errorRuleFix(context: DiagnosisContext): Fix[] {
  const statusCode = freeStatus(context, '500', '502', '400');
  if (statusCode === undefined) return [];
  const pattern = context.isLambda ? '[\\s\\S]+' : '5\\d\\d';
  if (!context.isLambda && !/^5/.test(context.outcome.subject?.text ?? '')) return [];
  const title = `Add a rule ${statusCode} for ${context.isLambda ? 'every error' : 'every status of 500 and above'}`;
  return [{ title, safe: false, edits: addRule(context, statusCode, pattern) }];
}

// ### Near misses

const SLIP_IDS = {
  'line-break': 'dot-stops-at-newline',
  'text-around': 'pattern-must-match-whole-message',
  case: 'pattern-case',
  brackets: 'pattern-brackets-are-a-class',
  'doubled-backslash': 'pattern-escape-level',
  'json-blanks': 'pattern-quotes-in-json-message',
  literal: 'pattern-special-characters',
  blanks: 'pattern-blanks',
} as const satisfies Record<string, DiagnosticId>;

/** Patterns that miss by one of the usual slips, with edits that were tried. */
function nearMisses(context: DiagnosisContext): Problem[] {
  const { outcome, rules } = context;
  const text = outcome.subject?.text;
  if (!text || !isLeftOver(context)) return [];
  const problems: Problem[] = [];
  for (const [index, verdict] of outcome.rules.slice(0, LOOKED_AT).entries()) {
    const rule = rules[index];
    if (!rule || verdict.verdict !== 'no-match' || !sharesWords(rule.selectionPattern, text)) continue;
    const edits = suggestEdits(rule.selectionPattern, text);
    const first = edits[0];
    if (!first) continue;
    problems.push(
      tellProblem(SLIP_IDS[first.slips[0]!], {
        message: `${missed(rule, verdict, text)} ${first.reason}`,
        place: rulePlace(rule, 'selectionPattern'),
        fixes: patternFix(context, rule, first.pattern, first.title),
      }),
    );
  }
  return problems;
}

/**
 * Whether any word of a pattern occurs in a text: without one no slip is the reason, and most patterns that miss are
 * meant for other texts.
 */
function sharesWords(pattern: string, text: string): boolean {
  const words = pattern.replace(/\\[A-Za-z]|\{[\d,]*\}|\(\?[a-z]+/g, ' ').match(/[A-Za-z\d]{2,}/g);
  const lower = text.toLowerCase();
  return words === null || words.some((word) => lower.includes(word.toLowerCase()));
}

function missed(rule: Rule, { nearMiss }: RuleVerdict, text: string): string {
  const pattern = shorten(rule.selectionPattern, 60);
  const found = nearMiss?.found;
  if (found && found.to > found.from) {
    return `${pattern} matches ${found.to - found.from} of the ${count(text.length, 'character')} of “${shorten(text, 60)}”.`;
  }
  return `${pattern} does not match “${shorten(text, 60)}”.`;
}

// ### Several rules

/**
 * A rule whose own kind of text another pattern matches, too: both match whenever the first does. Told before it
 * happens; when it happens, the pipeline tells.
 */
function overlaps(context: DiagnosisContext): Problem[] {
  if (context.reports('several-rules-match')) return [];
  const rules = context.rules
    .filter(
      ({ index, selectionPattern }) => selectionPattern !== '' && isStored(context.outcome.rules[index]),
    )
    .slice(0, LOOKED_AT);
  const samples = rules.map(({ selectionPattern }) => sampleOf(selectionPattern, context.isLambda));
  for (const [i, rule] of rules.entries()) {
    const sample = samples[i];
    const other = rules.find((one) => sample && one !== rule && matchesWhole(one.selectionPattern, sample));
    if (sample === undefined || !other) continue;
    const lower = Number(rule.statusCode) < Number(other.statusCode) ? rule : other;
    return [
      tellProblem('several-rules-match', {
        severity: 'info',
        message:
          `“${shorten(sample, 60)}” matches both rule ${rule.statusCode} and rule ${other.statusCode}. The service does not ` +
          `document which of them answers; here it is the lower status, ${lower.statusCode}.`,
        place: rulePlace(other, 'selectionPattern'),
      }),
    ];
  }
  return [];
}

function isStored(verdict: RuleVerdict | undefined): boolean {
  return verdict !== undefined && !['invalid', 'replaced', 'refused'].includes(verdict.verdict);
}

/** A text that a pattern was surely written for: a status, or the words it asks for with nothing around. */
function sampleOf(pattern: string, isLambda: boolean): string | undefined {
  if (!isLambda) return STATUSES.find((status) => matchesWhole(pattern, status));
  const words = pattern.replace(/\.\*|\.\+|\[\\s\\S\][*+]|\(\?[a-z]+\)/g, '');
  const literal = /^\^?((?:[\w ':,-]|\\[[\].(){}])+)\$?$/.exec(words)?.[1]?.replace(/\\(.)/g, '$1');
  return literal && matchesWhole(pattern, literal) ? literal : undefined;
}

function excludeFix(context: DiagnosisContext): Fix[] {
  const { outcome, chosen, rules } = context;
  const text = outcome.subject?.text;
  if (text === undefined || !chosen || chosen.selectionPattern === '') return [];
  const others = rules.filter(({ index }) => outcome.rules[index]?.verdict === 'also-matched');
  // Groups would be counted anew.
  if (others.length === 0 || /\\[1-9]|\\k/.test(chosen.selectionPattern)) return [];
  const exclusive = others.map((rule) => ({
    rule,
    pattern: `(?!(?:${chosen.selectionPattern})$)${rule.selectionPattern}`,
  }));
  if (
    exclusive.some(
      ({ rule, pattern }) =>
        /\\[1-9]/.test(rule.selectionPattern) || matchesWhole(pattern, text) || !compiles(pattern),
    )
  )
    return [];
  return [
    {
      title: `Keep ${others.map(({ statusCode }) => `rule ${statusCode}`).join(', ')} from what rule ${chosen.statusCode} matches`,
      safe: false,
      edits: exclusive.map(({ rule, pattern }) => setPattern(rule, pattern)),
    },
  ];
}

// ### Ways out of what the pipeline tells

function defaultRuleFix(context: DiagnosisContext): Fix[] {
  const statusCode = freeStatus(context, '200', '500', '502');
  if (statusCode === undefined) return [];
  return [{ title: `Add a default rule ${statusCode}`, safe: false, edits: addRule(context, statusCode) }];
}

function patternForTwinFix(problem: Problem, context: DiagnosisContext): Fix[] {
  const rule = ruleOf(problem, context);
  // A rule for successes is meant as the default; the other one needs the pattern.
  const meant = rule?.statusCode.startsWith('2')
    ? context.rules.find(
        ({ selectionPattern, statusCode }) => selectionPattern === '' && !statusCode.startsWith('2'),
      )
    : rule;
  if (!meant) return [];
  const pattern = context.isLambda ? `.*${meant.statusCode}.*` : meant.statusCode;
  return patternFix(context, meant, pattern, `Give rule ${meant.statusCode} a pattern: ${pattern}`);
}

function joinPatternsFix(problem: Problem, context: DiagnosisContext): Fix[] {
  const rule = ruleOf(problem, context);
  const heir = rule && context.rules.findLast(({ statusCode }) => statusCode === rule.statusCode);
  if (!rule || !heir || heir === rule || !rule.selectionPattern || !heir.selectionPattern) return [];
  const parts = [rule.selectionPattern, heir.selectionPattern];
  const joined = parts.map((part) => (part.includes('(?') ? `(?:${part})` : part)).join('|');
  if (!compiles(joined) || parts.some((part) => /\\[1-9]/.test(part))) return [];
  return [
    {
      title: `Join the patterns: ${shorten(joined, 60)}`,
      safe: false,
      edits: [setPattern(heir, joined), { kind: 'remove', path: rulePath(rule) }],
    },
  ];
}

function removeRuleFix({ place }: Problem): Fix[] {
  if (place?.in !== 'rules') return [];
  return [{ title: 'Remove the second rule', safe: false, edits: [{ kind: 'remove', path: place.path }] }];
}

function catchAllFix(problem: Problem, context: DiagnosisContext): Fix[] {
  const rule = ruleOf(problem, context);
  return rule ? anyErrorFix(rule, context) : [];
}

function escapeFix(problem: Problem, context: DiagnosisContext): Fix[] {
  const rule = ruleOf(problem, context);
  if (!rule) return [];
  const { selectionPattern } = rule;
  const subject = context.outcome.subject?.text;
  const tried = subject ? suggestEdits(selectionPattern, subject)[0] : undefined;
  if (tried) return patternFix(context, rule, tried.pattern, tried.title);
  const candidates = [
    selectionPattern.replace(/^([*+])/, '.$1'),
    selectionPattern.replace(/(?<!\\)[{}]/g, '\\$&'),
    selectionPattern.replace(/(?<!\\)[[\]]/g, '\\$&'),
    selectionPattern.replace(/(?<!\\)[()]/g, '\\$&'),
  ];
  const pattern = candidates.find((candidate) => candidate !== selectionPattern && compiles(candidate));
  return pattern ? patternFix(context, rule, pattern, `Change it to ${shorten(pattern, 60)}`) : [];
}

function defaultAsPatternFix(problem: Problem, context: DiagnosisContext): Fix[] {
  const rule = ruleOf(problem, context);
  if (!rule || context.rules.some(({ selectionPattern }) => selectionPattern === '')) return [];
  const path = rulePath(rule, 'selectionPattern');
  return [{ title: 'Make it the default rule', safe: false, edits: [{ kind: 'remove', path }] }];
}
