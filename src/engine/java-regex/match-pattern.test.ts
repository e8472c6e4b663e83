import { describe, expect, test } from 'vitest';
import { matchPattern, type PatternMatch } from './match-pattern';

const match = (pattern: string, text: string, budget?: number): PatternMatch => {
  const result = matchPattern(pattern, text, budget === undefined ? {} : { budget });
  if (!result.ok) throw new Error(result.error.message);
  return result;
};

describe('the whole text has to match', () => {
  test.each([
    ['.*Error.*', 'an Error here', true],
    ['Error', 'an Error here', false],
    ['.*Error.*', 'an Error\nhere', false],
    ['(?s).*Error.*', 'an Error\nhere', true],
    ['4\\d{2}', '404', true],
    ['4\\d{2}', '4040', false],
    ['', '', true],
    ['', 'x', false],
    ['.*[Bad Request].*', 'd', true],
  ])('%s on %j: %s', (pattern, text, expected) => {
    expect(match(pattern, text).matches).toBe(expected);
  });
});

test('a pattern that does not compile says why and where', () => {
  expect(matchPattern('{"statusCode":400.*', 'x')).toEqual({
    ok: false,
    error: {
      description: 'Illegal repetition',
      index: 1,
      message: 'Illegal repetition near index 1\n{"statusCode":400.*\n ^',
      span: { from: 1, to: 2 },
    },
  });
});

test('groups of a match', () => {
  expect(match('(\\d+)-(x)?', '12-').groups).toEqual([{ from: 0, to: 3 }, { from: 0, to: 2 }, undefined]);
});

describe('how near a failed match came', () => {
  /** Pattern, text, index reached, the part of the pattern that refused. */
  test.each([
    ['abc', 'abd', 2, 'c'],
    ['abc', 'ab', 2, 'c'],
    ['abc', 'abcd', 3, ''],
    ['ab\\d+', 'abx', 2, '\\d+'],
    ['.*x', 'ab\ncd', 2, '.*'],
    ['(a|b)c', 'bd', 1, 'c'],
    ['a(?=b)c', 'ad', 1, '(?=b)'],
    ['^\\[4\\d\\d\\].*', '[500] no', 1, '4'],
  ])('%s on %j', (pattern, text, reached, refused) => {
    const { nearMiss } = match(pattern, text);
    expect(nearMiss?.reached).toBe(reached);
    const span = nearMiss?.refusedBy;
    expect(span && pattern.slice(span.from, span.to)).toBe(refused);
  });

  test('an occurrence inside the text is named', () => {
    const result = match('Not Found', 'Error: Not Found!');
    expect(result.found).toEqual({ from: 7, to: 16 });
    expect(result.nearMiss?.found).toEqual(result.found);
    expect(match('Not Found', 'x').found).toBeUndefined();
  });
});

describe('what each piece of the pattern covers', () => {
  test.each([
    [
      '.*Error: (\\w+).*',
      'x Error: Bad y',
      [
        ['.*', 'x '],
        ['Error: ', 'Error: '],
        ['\\w+', 'Bad'],
        ['.*', ' y'],
      ],
    ],
    ['a|bc', 'bc', [['bc', 'bc']]],
    ['(a|b)c|ad', 'ad', [['ad', 'ad']]],
    [
      '(ab)*c',
      'ababc',
      [
        ['(ab)*', 'abab'],
        ['c', 'c'],
      ],
    ],
    [
      'a*^?',
      '',
      [
        ['a*', ''],
        ['^?', ''],
      ],
    ],
  ])('%s on %j', (pattern, text, expected) => {
    const { covered } = match(pattern, text);
    expect(
      covered?.map((one) => [
        pattern.slice(one.pattern.from, one.pattern.to),
        text.slice(one.text.from, one.text.to),
      ]),
    ).toEqual(expected);
  });
});

describe('too much backtracking', { timeout: 60_000 }, () => {
  test('ends within the budget and says so', () => {
    const result = match('(a+)+\\1b', 'a'.repeat(40), 100_000);
    expect(result.gaveUp).toBe(true);
    expect(result.matches).toBe(false);
    expect(result.steps).toBeLessThanOrEqual(100_001);
  });

  /** Patterns known for running away elsewhere. */
  test.each([
    ['(a+)+b', 'a'.repeat(5000)],
    ['((a+)+)+b', 'a'.repeat(1000)],
    ['(a|aa)+$', `${'a'.repeat(2000)}b`],
    ['(?:a?){26}a{26}', 'a'.repeat(25)],
    ['(.*a){12}', 'ab'.repeat(11)],
    ['(.*)*x', 'y'.repeat(1000)],
    ['.*.*.*.*.*x', 'y'.repeat(300)],
    ['(?=(a+)+b)a*', 'a'.repeat(1000)],
  ])('%s is answered', (pattern, text) => {
    const result = match(pattern, text);
    expect(result.gaveUp).toBe(false);
    expect(result.matches).toBe(false);
  });

  test.each([['(\\n|.)+'], ['(?:a|b|c)*'], ['([\\s\\S])+'], ['(?:a(?=b)|.)*?'], ['(?:(a)|.)*+']])(
    '%s needs no stack on a long text',
    (pattern) => {
      expect(match(pattern, 'abc'.repeat(30_000)).matches).toBe(true);
    },
  );
});

describe('hostile patterns', { timeout: 60_000 }, () => {
  test.each([
    ['('.repeat(20_000), 'Nested more than'],
    ['['.repeat(20_000), 'Nested more than'],
    [`[a${'&&a'.repeat(20_000)}]`, 'Nested more than'],
    ['(?<='.repeat(5000), 'Nested more than'],
    ['\\N{LATIN SMALL LETTER A}', 'Character names such as \\N{LATIN SMALL LETTER A} are not supported'],
  ])('%#: is refused', (pattern, description) => {
    const result = matchPattern(pattern, 'a');
    expect(result.ok ? '' : result.error.description).toContain(description);
  });

  test.each([
    [`${'('.repeat(250)}a${')'.repeat(250)}`, 'a'],
    [`${'(?:'.repeat(250)}a${'{1})'.repeat(250)}`, 'a'],
    ['a?'.repeat(5000), 'a'],
    ['(?<=a)|'.repeat(5000), ''],
    [`[${'a-b'.repeat(5000)}]`, 'a'],
    ['x'.repeat(100_000), 'x'.repeat(100_000)],
  ])('%#: is answered', (pattern, text) => {
    expect(match(pattern, text).matches).toBe(true);
  });
});
