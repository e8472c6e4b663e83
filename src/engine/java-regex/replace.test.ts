import { describe, expect, test } from 'vitest';
import { type CompiledPattern, compilePattern } from './compile-pattern';
import { replaceAll, replaceFirst } from './replace';

function compiled(pattern: string): CompiledPattern {
  const result = compilePattern(pattern);
  if (!result.ok) throw new Error(result.error.message);
  return result.program;
}

/** The name of a group in a replacement. */
const named = (name: string) => `$\{${name}}`;

describe('replaceAll', () => {
  test.each([
    ['a', 'banana', 'o', 'bonono'],
    ['(\\w)(\\d)?', 'a1b', '[$2$1]', '[1a][b]'],
    ['(?<n>a)', 'a', `<${named('n')}>`, '<a>'],
    ['a', 'a', '\\$1\\\\', '$1\\'],
    ['(a)', 'a', '$12', 'a2'],
    ['', 'ab', '-', '-a-b-'],
    ['b*', 'abc', '-', '-a--c-'],
    ['(?m)^', 'a\nb', '> ', '> a\n> b'],
    ['\\G.', 'abc', 'x', 'xxx'],
    ['.', '😀', '<$0>', '<😀>'],
    ['x', 'abc', '$9', 'abc'],
  ])('%s in %j by %j', (pattern, text, replacement, value) => {
    expect(replaceAll(compiled(pattern), text, replacement)).toEqual({ ok: true, value });
  });

  test.each([
    ['$', 'IllegalArgumentException', 'Illegal group reference: group index is missing'],
    ['$x', 'IllegalArgumentException', 'Illegal group reference'],
    ['\\', 'IllegalArgumentException', 'character to be escaped is missing'],
    ['$3', 'IndexOutOfBoundsException', 'No group 3'],
    [named('m'), 'IllegalArgumentException', 'No group with name {m}'],
    [named(''), 'IllegalArgumentException', 'named capturing group has 0 length name'],
    [named('1'), 'IllegalArgumentException', 'capturing group name {1} starts with digit character'],
    ['$'.concat('{n'), 'IllegalArgumentException', "named capturing group is missing trailing '}'"],
  ])('%s throws in Java', (replacement, exception, message) => {
    expect(replaceAll(compiled('(?<n>a)'), 'a', replacement)).toEqual({
      ok: false,
      error: { exception: `java.lang.${exception}`, message },
    });
  });

  test('running out of budget is a value', () => {
    expect(replaceAll(compiled('(a+)+\\1b'), 'a'.repeat(40), '', 1000)).toEqual({ ok: false, gaveUp: true });
  });
});

test('replaceFirst stops after one', () => {
  expect(replaceFirst(compiled('a'), 'banana', 'o')).toEqual({ ok: true, value: 'bonana' });
});
