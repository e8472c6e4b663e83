import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describePattern } from './pattern-words';

test.each([
  ['', 'nothing: only the empty text'],
  ['404', '`404`'],
  ['.*404.*', 'anything but line breaks, then `404`, then anything but line breaks'],
  ['[\\s\\S]*Not found[\\s\\S]*', 'anything, then `Not found`, then anything'],
  [
    '(?s).*boom.*',
    '(from here on with dots that take line breaks), then anything, then `boom`, then anything',
  ],
  ['4\\d{2}', '`4`, then 2 digits'],
  ['.+', 'anything but line breaks, at least one character'],
  ['[NotFud]+', 'one of `[NotFud]` one or more times'],
  ['(?i)bad', '(from here on ignoring case), then `bad` in any case'],
  ['400|4\\d{2}', 'either `400`, or `4`, then 2 digits'],
  ['(a|b)c', '(either `a`, or `b`), then `c`'],
  ['colou?r', '`colo`, then optionally `u`, then `r`'],
  [
    '(?!.*secret).*',
    'not if next comes anything but line breaks, then `secret`, then anything but line breaks',
  ],
  ['a\\nb', '`a\\nb`'],
])('%s', (pattern, words) => expect(describePattern(pattern)).toBe(words));

test('a pattern that does not compile has no words', () => expect(describePattern('(')).toBeUndefined());

test('never throws, whatever the pattern', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (pattern) => {
      const words = describePattern(pattern);
      expect(words === undefined || words.length > 0).toBe(true);
    }),
  );
});
