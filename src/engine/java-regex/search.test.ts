import { describe, expect, test } from 'vitest';
import { type CompiledPattern, compilePattern } from './compile-pattern';
import { find, findAll, lookingAt, type MatchResult, matches } from './search';

function compiled(pattern: string): CompiledPattern {
  const result = compilePattern(pattern);
  if (!result.ok) throw new Error(result.error.message);
  return result.program;
}

const spanOf = (result: MatchResult) =>
  result.kind === 'match' ? [result.span.from, result.span.to] : result.kind;

test.each([
  ['b', 'abc', 'no-match', 'no-match', [1, 2]],
  ['a', 'abc', 'no-match', [0, 1], [0, 1]],
  ['a.*', 'abc', [0, 3], [0, 3], [0, 3]],
  ['(?<!^).b', '😀b', 'no-match', 'no-match', [1, 3]],
  ['(?<!^)[^x]b', '😀b', 'no-match', 'no-match', 'no-match'],
  ['$', 'a\r\n', 'no-match', 'no-match', [1, 1]],
])('%s on %j', (pattern, text, whole, beginning, inside) => {
  const program = compiled(pattern);
  expect(spanOf(matches(program, text))).toEqual(whole);
  expect(spanOf(lookingAt(program, text))).toEqual(beginning);
  expect(spanOf(find(program, text))).toEqual(inside);
});

describe('one after the other', () => {
  test.each([
    [
      'a*',
      'baac',
      [
        [0, 0],
        [1, 3],
        [3, 3],
        [4, 4],
      ],
    ],
    [
      '\\Ga',
      'aaba',
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      '',
      '😀',
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
  ])('%s in %j', (pattern, text, spans) => {
    expect([...findAll(compiled(pattern), text)].map(spanOf)).toEqual(spans);
  });
});

/** Groups as Java leaves them; each was asked of JDK 17. */
test.each([
  ['(?:(a)|b)*', 'ab', [0, 2, 0, 1]],
  ['(?:(a)*b)*', 'abaab', [0, 5, 0, 1]],
  ['()*', '', [0, 0, -1, -1]],
  ['(){0,1}', '', [0, 0, 0, 0]],
  ['(?:(?=(a))x|a)', 'a', [0, 1, 0, 1]],
  ['(?>(a)|(b))*b', 'ab', [0, 2, 0, 1, 1, 2]],
  ['(a\\1?){3}', 'aaa', [0, 3, 2, 3]],
  ['(a?)*?b', 'aab', [0, 3, 1, 2]],
])('groups of %s on %j', (pattern, text, groups) => {
  const result = matches(compiled(pattern), text);
  expect(result.kind === 'match' && result.groups.flatMap((g) => (g ? [g.from, g.to] : [-1, -1]))).toEqual(
    groups,
  );
});
