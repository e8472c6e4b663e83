import { compilePattern } from '../java-regex/compile-pattern';
import { matches } from '../java-regex/search';

/** Steps one short question may take: well below a millisecond. */
const BUDGET = 20_000;

/** Every status there is, as the text patterns are compared with. */
export const STATUSES: readonly string[] = Array.from({ length: 500 }, (_, index) => `${index + 100}`);

export function compiles(pattern: string): boolean {
  return compilePattern(pattern).ok;
}

/** Whether a pattern covers a text; false when that takes too long to find out. */
export function matchesWhole(pattern: string, text: string): boolean {
  const compiled = compilePattern(pattern);
  return compiled.ok && matches(compiled.program, text, BUDGET).kind === 'match';
}

/** Asked at every key press about the same few patterns. */
const CACHE_SIZE = 100;

const known = new Map<string, boolean>();

/** Whether a pattern matches any status at all; a pattern that does not compile counts as doing so. */
export function matchesSomeStatus(pattern: string): boolean {
  let answer = known.get(pattern);
  if (answer === undefined) {
    const compiled = compilePattern(pattern);
    answer =
      !compiled.ok ||
      STATUSES.some((status) => matches(compiled.program, status, BUDGET).kind !== 'no-match');
    if (known.size >= CACHE_SIZE) known.clear();
    known.set(pattern, answer);
  }
  return answer;
}
