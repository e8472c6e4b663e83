/** Index behind the grapheme cluster that starts at the index. */
export function graphemeEnd(text: string, index: number): number {
  let end = index + (text.codePointAt(index)! > 0xffff ? 2 : 1);
  while (end < text.length && !isGraphemeBoundary(text, end)) end++;
  return end;
}

/** `\b{g}`. */
export function isGraphemeBoundary(text: string, index: number): boolean {
  return index === 0 || index === text.length || !/^\p{M}/u.test(text.slice(index));
}
