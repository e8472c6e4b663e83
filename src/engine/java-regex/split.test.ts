import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompiledPattern, compilePattern } from './compile-pattern';
import { matches } from './search';
import { quote, split } from './split';

function compiled(pattern: string): CompiledPattern {
  const result = compilePattern(pattern);
  if (!result.ok) throw new Error(result.error.message);
  return result.program;
}

describe('split', () => {
  test.each([
    [',', 'a,b,,', 0, ['a', 'b']],
    [',', 'a,b,,', -1, ['a', 'b', '', '']],
    [',', 'a,b,,', 2, ['a', 'b,,']],
    [',', ',a', 0, ['', 'a']],
    ['', 'abc', 0, ['a', 'b', 'c']],
    ['(?=b)', 'bab', 0, ['ba', 'b']],
    [',', '', 0, ['']],
    [',', ',,', 0, []],
    ['x', 'abc', 0, ['abc']],
    ['\\s*,\\s*', 'a , b', 0, ['a', 'b']],
    [',', 'a,b', 1, ['a,b']],
  ])('%s, %j, %i', (pattern, text, limit, value) => {
    expect(split(compiled(pattern), text, limit)).toEqual({ ok: true, value });
  });
});

describe('quote', { timeout: 60_000 }, () => {
  test.each([
    ['a.b', '\\Qa.b\\E'],
    ['', '\\Q\\E'],
    ['a\\Eb', '\\Qa\\E\\\\E\\Qb\\E'],
  ])('%s', (text, pattern) => {
    expect(quote(text)).toBe(pattern);
  });

  test('matches the text it was made of', () => {
    const text = fc
      .array(fc.constantFrom('a', '.', '\\', 'E', 'Q', '\\E', '(', '😀', '1', '\n'))
      .map((all) => all.join(''));
    fc.assert(fc.property(text, (one) => matches(compiled(quote(one)), one).kind === 'match'));
  });
});
