import { isUnassigned } from './characters';

/*
 * `Character.toUpperCase(int)` and `toLowerCase(int)`: one code point to one code point, by Unicode 13. The
 * browser maps whole strings, where some letters become two or three; those have a single counterpart in three
 * small families and stay as they are otherwise.
 */

export function toUpperCase(c: number): number {
  if (c < 128) return c >= 97 && c <= 122 ? c - 32 : c;
  if (c >= 0x1f80 && c <= 0x1faf) return c | 8;
  if (c === 0x1fb3 || c === 0x1fc3 || c === 0x1ff3) return c + 9;
  return single(String.fromCodePoint(c).toUpperCase(), c);
}

export function toLowerCase(c: number): number {
  if (c < 128) return c >= 65 && c <= 90 ? c + 32 : c;
  if (c === DOTTED_I) return 105;
  return single(String.fromCodePoint(c).toLowerCase(), c);
}

/** `İ` */
const DOTTED_I = 0x130;

function single(mapped: string, c: number): number {
  const to = mapped.codePointAt(0)!;
  if (to === c || mapped.length !== (to > 0xffff ? 2 : 1)) return c;
  return isUnassigned(c) || isUnassigned(to) ? c : to;
}
