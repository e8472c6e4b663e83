import { describe, expect, test } from 'vitest';
import { toLowerCase, toUpperCase } from './case-mapping';
import { propertyTest } from './properties';
import { resolveNamedProperty, resolveProperty } from './property-names';

const has = (name: string, c: string) =>
  propertyTest(resolveProperty(name, false, false)!)(c.codePointAt(0)!);

describe('members', () => {
  test.each([
    ['Lu', 'É', true],
    ['Alpha', 'É', false],
    ['IsAlphabetic', 'É', true],
    ['IsLatin', 'é', true],
    ['IsLatn', 'a', true],
    ['InGreek', 'Ω', true],
    ['InGreekAndCoptic', 'Ω', true],
    ['javaMirrored', '(', true],
    ['javaWhitespace', '\u00a0', false],
    ['IsWhite_Space', '\u00a0', true],
    ['IsSpace', '\u0085', true],
    ['L1', 'ÿ', true],
    ['all', '😀', true],
    ['IsUnknown', '\ud800', true],
  ])('%s holds %s: %s', (name, c, expected) => {
    expect(has(name, c)).toBe(expected);
  });

  test('a character newer than Unicode 13 is unassigned', () => {
    // U+1DFA COMBINING DOT BELOW LEFT came with Unicode 14.
    expect(has('Cn', '\u1dfa')).toBe(true);
    expect(has('M', '\u1dfa')).toBe(false);
  });

  test('a character that changed since counts as it was', () => {
    expect(has('Ll', '\u0295')).toBe(true);
    expect(has('IsCommon', '\u{16fe2}')).toBe(true);
  });
});

describe('names', () => {
  test.each([
    ['Nope', false, false, undefined],
    ['alpha', false, false, undefined],
    ['alpha', false, true, 'binary:ALPHABETIC'],
    ['Lower', true, false, 'ascii:Alpha'],
    ['Lu', true, false, 'category:Lu,Ll,Lt'],
    ['IsEmoji', false, false, undefined],
    ['isLatin', false, false, undefined],
    ['IsLATIN', false, false, 'script:Latn'],
    ['InNope', false, false, undefined],
  ])('%s (any case: %s, Unicode: %s)', (name, anyCase, unicode, expected) => {
    expect(resolveProperty(name, anyCase, unicode)).toBe(expected);
  });

  test.each([
    ['sc', 'grek', 'script:Grek'],
    ['script', 'Old_Italic', 'script:Ital'],
    ['blk', 'BasicLatin', 'block:0'],
    ['gc', 'lu', undefined],
    ['gc', 'Nd', 'category:Nd'],
    ['scx', 'Grek', undefined],
  ])('%s=%s', (name, value, expected) => {
    expect(resolveNamedProperty(name, value, false)).toBe(expected);
  });
});

test.each([
  ['ß', 'ß', 'ß'],
  ['ẞ', 'ẞ', 'ß'],
  ['İ', 'İ', 'i'],
  ['ı', 'I', 'ı'],
  ['ᾀ', 'ᾈ', 'ᾀ'],
  ['ς', 'Σ', 'ς'],
  ['ŉ', 'ŉ', 'ŉ'],
  ['𐐀', '𐐀', '𐐨'],
])('one letter to one letter: %s %s %s', (letter, upper, lower) => {
  const c = letter.codePointAt(0)!;
  expect(String.fromCodePoint(toUpperCase(c))).toBe(upper);
  expect(String.fromCodePoint(toLowerCase(c))).toBe(lower);
});
