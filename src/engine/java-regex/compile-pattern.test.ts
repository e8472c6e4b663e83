import { expect, test } from 'vitest';
import { compilePattern } from './compile-pattern';

test('the latest patterns are kept', () => {
  const first = compilePattern('a+b');
  expect(compilePattern('a+b')).toBe(first);
  for (let i = 0; i < 200; i++) compilePattern(`a${i}`);
  expect(compilePattern('a+b')).not.toBe(first);
});

test('a refused pattern is a value', () => {
  const result = compilePattern('(a');
  expect(result).toMatchObject({ ok: false, error: { description: 'Unclosed group', index: 2 } });
});
