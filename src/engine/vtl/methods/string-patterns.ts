import { type CompiledPattern, compilePattern } from '../../java-regex/compile-pattern';
import { replaceAll, replaceFirst, type TextResult } from '../../java-regex/replace';
import { findAll, matches } from '../../java-regex/search';
import { split } from '../../java-regex/split';
import { JavaException } from '../../values/java-exception';
import type { JavaList } from '../../values/types';
import { arrayOf } from '../host-objects';
import { MAX_LENGTH } from '../limits';
import type { Run } from '../run';

/* The methods of strings that take a Java regular expression. Steps are counted over the whole run. */

function patternOf(regex: string): CompiledPattern {
  const compiled = compilePattern(regex);
  if (compiled.ok) return compiled.program;
  throw new JavaException(
    'PatternSyntaxException',
    `${compiled.error.description} near index ${compiled.error.index}`,
  );
}

function unwrap<T>(result: TextResult<T>, run: Run): T {
  if (result.ok) return result.value;
  if ('gaveUp' in result) return run.giveUp();
  throw new JavaException(result.error.exception, result.error.message);
}

/** Matches in one text; each costs far more than a step inside the pattern. */
const MAX_MATCHES = 200_000;

/** Texts below this length need no counting beforehand. */
const SHORT_TEXT = 50_000;

/** Counts the matches of a long text, because nothing can stop a replacement once it runs. */
function countMatches(pattern: CompiledPattern, text: string, run: Run): number {
  run.spendPattern(text.length);
  if (text.length < SHORT_TEXT) return text.length + 1;
  let count = 0;
  for (const match of findAll(pattern, text, run.patternBudget())) {
    if (match.kind === 'gave-up' || ++count > MAX_MATCHES) run.giveUp();
  }
  run.spendPattern(count * 20);
  return count;
}

/** What a replacement may grow to is checked before it grows. */
export function replaceMatches(
  self: string,
  regex: string,
  replacement: string,
  run: Run,
  all: boolean,
): string {
  const pattern = patternOf(regex);
  const budget = run.patternBudget();
  if (!all) {
    run.spendPattern(self.length);
    return run.checkText(unwrap(replaceFirst(pattern, self, replacement, budget), run));
  }
  const count = countMatches(pattern, self, run);
  const copied = replacement.includes('$') ? (replacement.length * self.length) / 2 : 0;
  run.allocate(Math.max(0, replacement.length * count + copied - MAX_LENGTH));
  return run.checkText(unwrap(replaceAll(pattern, self, replacement, budget), run));
}

export function splitText(self: string, regex: string, limit: number, run: Run): JavaList {
  const pattern = patternOf(regex);
  countMatches(pattern, self, run);
  const parts = unwrap(split(pattern, self, limit, run.patternBudget()), run);
  run.allocateElements(parts.length);
  return arrayOf(parts, 'String');
}

/** `String.matches`: the whole text. */
export function matchesWhole(self: string, regex: string, run: Run): boolean {
  const { kind, steps } = matches(patternOf(regex), self, run.patternBudget());
  run.spendPattern(steps);
  if (kind === 'gave-up') run.giveUp();
  return kind === 'match';
}
