import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault } from './json-check';

describe('findJsonFault', () => {
  test.each<[text: string, at: number, reason: string]>([
    ['', 0, 'there is no value'],
    ['  ', 2, 'there is no value'],
    ['{', 1, 'the text ends before a closing }'],
    ['[1,', 3, 'the text ends before a closing ]'],
    ['{"a": 1 "b": 2}', 8, 'a comma or } is expected here'],
    ['{"a" 1}', 5, 'a colon is expected after the name'],
    ['{"a": 1,}', 8, 'a comma is followed by nothing'],
    ['[1,]', 3, 'a value is missing'],
    ["{'a': 1}", 1, 'names have to be in double quotes'],
    ['{a: 1}', 1, 'a name in double quotes is expected here'],
    ["['a']", 1, 'texts have to be in double quotes'],
    ['[undefined]', 1, '“undefined” needs double quotes'],
    ['1 2', 2, 'the value ended before this'],
    ['{}}', 2, 'the value ended before this'],
    ['01', 1, 'this is not a number'],
    ['1.', 1, 'this is not a number'],
    ['"abc', 0, 'the text that begins here is never closed'],
    ['"a\nb"', 2, 'a text cannot run over the end of the line'],
    ['"a\tb"', 2, 'a control character has to be written as an escape'],
    ['"\\d"', 1, '\\d is not an escape'],
    ['"\\u12"', 1, '\\u is not an escape'],
  ])('%j stops being JSON at %i: %s', (text, at, reason) => {
    expect(findJsonFault(text)).toEqual({ at, reason });
  });

  test('agrees with JSON.parse on what is JSON', () => {
    const json = fc.json();
    const broken = fc
      .tuple(json, fc.nat(), fc.constantFrom('"', ',', '{', ']', '\\', ' ', '1', '-'))
      .map(([text, at, char]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + char + text.slice(cut);
      });
    const noise = fc.string({ unit: fc.constantFrom(...'{}[]",:0-1.e\\ tnu') });
    fc.assert(
      fc.property(fc.oneof(json, broken, noise), (text) => {
        expect(findJsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('takes any depth', () => {
    const depth = 200_000;
    expect(findJsonFault('['.repeat(depth))).toEqual({
      at: depth,
      reason: 'the text ends before a closing ]',
    });
    expect(findJsonFault('['.repeat(depth) + ']'.repeat(depth))).toBeUndefined();
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
