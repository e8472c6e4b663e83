/*
 * `Character.toUpperCase(int)` and `toLowerCase(int)`: one code point to one code point.
 */

export function toUpperCase(c: number): number {
  if (c < 128) return c >= 97 && c <= 122 ? c - 32 : c;
  return single(String.fromCodePoint(c).toUpperCase(), c);
}

export function toLowerCase(c: number): number {
  if (c < 128) return c >= 65 && c <= 90 ? c + 32 : c;
  return single(String.fromCodePoint(c).toLowerCase(), c);
}

function single(mapped: string, c: number): number {
  const first = mapped.codePointAt(0)!;
  return mapped.length === (first > 0xffff ? 2 : 1) ? first : c;
}
