import type { CompiledPattern } from './compile-pattern';
import type { TextResult } from './replace';
import { DEFAULT_BUDGET, findAll } from './search';

/**
 * `String.split`, with the rules of Java 8 and later: an empty match at the very beginning makes no empty piece;
 * with limit 0 empty pieces at the end are dropped, with a negative limit they are kept, and a positive limit is
 * the most pieces there may be.
 *
 * @example
 * split(compiled(','), 'a,b,,') // { ok: true, value: ['a', 'b'] }
 * split(compiled(''), 'ab')     // { ok: true, value: ['a', 'b'] }
 */
export function split(
  pattern: CompiledPattern,
  text: string,
  limit = 0,
  budget = DEFAULT_BUDGET,
): TextResult<string[]> {
  const pieces: string[] = [];
  let end = 0;
  for (const match of findAll(pattern, text, budget)) {
    if (match.kind === 'gave-up') return { ok: false, gaveUp: true };
    const { from, to } = match.span;
    if (limit > 0 && pieces.length === limit - 1) break;
    if (end === 0 && from === 0 && to === 0) continue;
    pieces.push(text.slice(end, from));
    end = to;
  }
  if (end === 0) return { ok: true, value: [text] };
  pieces.push(text.slice(end));
  if (limit === 0) while (pieces.length > 0 && pieces[pieces.length - 1] === '') pieces.pop();
  return { ok: true, value: pieces };
}

/** `Pattern.quote`: a pattern that matches the text as it is. */
export function quote(text: string): string {
  if (!text.includes('\\E')) return `\\Q${text}\\E`;
  return `\\Q${text.split('\\E').join('\\E\\\\E\\Q')}\\E`;
}
