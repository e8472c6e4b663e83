import { expect, test } from 'vitest';
import { keysOf } from './keyboard';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  [{ key: 'k', code: 'KeyK', ...NONE, ctrlKey: true }, 'Mod+K'],
  [{ key: 'k', code: 'KeyK', ...NONE, metaKey: true }, 'K'],
  [{ key: 'Enter', code: 'Enter', ...NONE, ctrlKey: true }, 'Mod+Enter'],
  [{ key: 'F6', code: 'F6', ...NONE, shiftKey: true }, 'Shift+F6'],
  [{ key: '¡', code: 'Digit1', ...NONE, altKey: true }, 'Alt+1'],
  [{ key: 'S', code: 'KeyS', ...NONE, ctrlKey: true, shiftKey: true }, 'Mod+Shift+S'],
  [{ key: 'a', code: 'KeyA', ...NONE }, 'A'],
])('%j', (event, keys) => {
  expect(keysOf(event, false)).toBe(keys);
});

test('on a Mac the command key is the modifier', () => {
  expect(keysOf({ key: 'k', code: 'KeyK', ...NONE, metaKey: true }, true)).toBe('Mod+K');
  expect(keysOf({ key: 'k', code: 'KeyK', ...NONE, ctrlKey: true }, true)).toBe('K');
});
