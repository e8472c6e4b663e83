import { expect, test } from 'vitest';
import { graphemeEnd } from './graphemes';

/** Each was asked of JDK 17 with `\X`. */
test.each([
  ['ab', 1],
  ['a\u0301b', 2],
  ['\r\n', 2],
  ['\n\r', 1],
  ['🇦🇧🇨', 4],
  ['©\u200d©', 3],
  ['©\u200d\u0300©', 3],
  ['\u0600©\u200d©', 3],
  ['\u1100\u1161\u11a8', 3],
  ['각', 1],
  ['\u0378\u0301', 2],
  ['\u0379\u0301', 1],
  ['👩‍👩‍👧x', 8],
])('%j', (text, end) => {
  expect(graphemeEnd(text, 0)).toBe(end);
});
