import { categoryTest, remembered } from './characters';
import { inRanges, lazy, unpackRanges } from './code-point-ranges';
import { EXTENDING, PICTOGRAPHIC, PREPENDED } from './unicode/grapheme-parts';

/*
 * Grapheme clusters as JDK 17 finds them: what a reader takes for one character.
 */

type Part = 'other' | 'cr' | 'lf' | 'control' | 'extend' | 'prepend' | 'regional' | 'pictograph' | Syllable;

/** Hangul: leading consonant, vowel, trailing consonant, and whole syllables without and with one. */
type Syllable = 'l' | 'v' | 't' | 'lv' | 'lvt';

/** Index behind the grapheme cluster that starts at the index, which is inside the text. */
export function graphemeEnd(text: string, index: number): number {
  let c = text.codePointAt(index)!;
  let part = partOf(c);
  const pictograph = part === 'pictograph';
  let regionals = part === 'regional' ? 1 : 0;
  let at = index + (c > 0xffff ? 2 : 1);
  while (at < text.length) {
    const following = text.codePointAt(at)!;
    const next = partOf(following);
    const joins =
      (next === 'regional' && part === 'regional' && regionals % 2 === 1) ||
      (pictograph && c === ZERO_WIDTH_JOINER && next === 'pictograph') ||
      joined(part, next);
    if (!joins) break;
    if (next === 'regional') regionals++;
    c = following;
    part = next;
    at += c > 0xffff ? 2 : 1;
  }
  return at;
}

/**
 * `\b{g}`. Java looks for the end of the cluster that starts where it last noted an end, which is the end of the
 * previous match or of the latest stretch it matched on its own, and not necessarily a boundary.
 */
export function isGraphemeBoundary(text: string, index: number, noted: number): boolean {
  if (index === 0 || index === text.length) return true;
  if (text.codePointAt(index - 1)! > 0xffff) return false;
  return noted < text.length && graphemeEnd(text, noted) <= index;
}

/** Whether two neighbours belong together whatever else is around. */
function joined(before: Part, after: Part): boolean {
  if (before === 'cr') return after === 'lf';
  if (before === 'control' || before === 'lf') return false;
  if (after === 'control' || after === 'cr' || after === 'lf') return false;
  if (after === 'extend' || before === 'prepend') return true;
  if (before === 'l') return after === 'l' || after === 'v' || after === 'lv' || after === 'lvt';
  if (before === 'lv' || before === 'v') return after === 'v' || after === 't';
  return (before === 'lvt' || before === 't') && after === 't';
}

const ZERO_WIDTH_JOINER = 0x200d;

const extending = lazy(() => unpackRanges(EXTENDING));
const prepended = lazy(() => unpackRanges(PREPENDED));
const pictographic = lazy(() => unpackRanges(PICTOGRAPHIC));
const isControl = lazy(() => remembered(categoryTest(['Cc', 'Zl', 'Zp', 'Cf', 'Cs', 'Cn'])));

function partOf(c: number): Part {
  if (c >= 0x20 && c < 0x7f) return 'other';
  if (c === 13) return 'cr';
  if (c === 10) return 'lf';
  if (c >= 0x1f1e6 && c <= 0x1f1ff) return 'regional';
  // Unassigned like its neighbour U+0379, yet the JDK takes it for a letter here.
  if (c === 0x378) return 'other';
  if (inRanges(extending(), c)) return 'extend';
  if (inRanges(prepended(), c)) return 'prepend';
  if (inRanges(pictographic(), c)) return 'pictograph';
  return hangul(c) ?? (isControl()(c) ? 'control' : 'other');
}

function hangul(c: number): Syllable | undefined {
  if (c < 0x1100 || c > 0xd7fb) return undefined;
  if (c < 0x1160) return 'l';
  if (c < 0x11a8) return 'v';
  if (c < 0x1200) return 't';
  if (c >= 0xa960 && c <= 0xa97c) return 'l';
  if (c >= 0xac00 && c <= 0xd7a3) return (c - 0xac00) % 28 === 0 ? 'lv' : 'lvt';
  if (c >= 0xd7b0 && c <= 0xd7c6) return 'v';
  return c >= 0xd7cb ? 't' : undefined;
}
