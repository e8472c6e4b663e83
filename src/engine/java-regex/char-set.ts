import { isAsciiLower, isAsciiUpper, toAsciiLower, toAsciiUpper } from './ascii';
import { toLowerCase, toUpperCase } from './case-mapping';
import { propertyTest } from './properties';
import type { Fold } from './syntax-tree';

/** A set of code points, as the pattern describes it. */
export type CharSet =
  /** Single characters below U+0100 of one `[...]`, other cases included. */
  | { kind: 'listed'; codePoints: Set<number> }
  | { kind: 'single'; codePoint: number; fold: Fold }
  | { kind: 'range'; from: number; to: number; fold: Fold }
  /** Named set; the name is one `properties.ts` knows. */
  | { kind: 'property'; property: string }
  | { kind: 'union'; members: CharSet[] }
  | { kind: 'intersection'; left: CharSet; right: CharSet }
  | { kind: 'complement'; of: CharSet };

/** A set ready for asking: a table for Latin-1, a function for the rest. */
export interface CharTest {
  latin: Uint8Array;
  has(codePoint: number): boolean;
}

/** Makes a set quick to ask. */
export function compileSet(set: CharSet): CharTest {
  return tabulate(memberTest(set));
}

/** Makes a test quick for the characters most texts consist of. */
export function tabulate(has: (codePoint: number) => boolean): CharTest {
  const latin = new Uint8Array(256);
  for (let c = 0; c < 256; c++) latin[c] = has(c) ? 1 : 0;
  return { latin, has };
}

/** Membership as a function of the code point. */
export function memberTest(set: CharSet): (codePoint: number) => boolean {
  switch (set.kind) {
    case 'listed':
      return (c) => set.codePoints.has(c);
    case 'single':
      return singleTest(set.codePoint, set.fold);
    case 'range':
      return rangeTest(set.from, set.to, set.fold);
    case 'property':
      return propertyTest(set.property);
    case 'union': {
      const tests = set.members.map(memberTest);
      return (c) => tests.some((test) => test(c));
    }
    case 'intersection': {
      const left = memberTest(set.left);
      const right = memberTest(set.right);
      return (c) => left(c) && right(c);
    }
    case 'complement': {
      const test = memberTest(set.of);
      return (c) => !test(c);
    }
  }
}

/** One character. Under `(?iu)` Java folds both sides only when the letter itself has two cases: `ß` has not. */
export function singleTest(codePoint: number, fold: Fold): (c: number) => boolean {
  if (fold === 'unicode') {
    const upper = toUpperCase(codePoint);
    const lower = toLowerCase(upper);
    if (upper !== lower) return (c) => c === lower || foldUnicode(c) === lower;
  }
  if (fold === 'ascii' && (isAsciiLower(codePoint) || isAsciiUpper(codePoint))) {
    const lower = toAsciiLower(codePoint);
    const upper = toAsciiUpper(codePoint);
    return (c) => c === lower || c === upper;
  }
  return (c) => c === codePoint;
}

function rangeTest(from: number, to: number, fold: Fold): (c: number) => boolean {
  const within = (c: number) => c >= from && c <= to;
  if (fold === 'none') return within;
  if (fold === 'ascii')
    return (c) => within(c) || (c < 128 && (within(toAsciiUpper(c)) || within(toAsciiLower(c))));
  return (c) => {
    if (within(c)) return true;
    const upper = toUpperCase(c);
    return within(upper) || within(toLowerCase(upper));
  };
}

/** The form under which `(?iu)` compares characters. */
export function foldUnicode(c: number): number {
  return toLowerCase(toUpperCase(c));
}

/**
 * Adds a character to the listed ones of a class. Not for the letters that `(?iu)` matches with one above
 * U+00FF: Java keeps those apart, see `parse-class.ts`.
 */
export function addListed(codePoints: Set<number>, c: number, fold: Fold): void {
  codePoints.add(c);
  if (fold !== 'none' && c < 128) {
    codePoints.add(toAsciiLower(c));
    codePoints.add(toAsciiUpper(c));
  } else if (fold === 'unicode') {
    codePoints.add(toLowerCase(c));
    codePoints.add(toUpperCase(c));
  }
}

/** Java knows that the set holds no supplementary character and no surrogate. */
export function isBasic(set: CharSet): boolean {
  switch (set.kind) {
    case 'listed':
      return true;
    case 'single':
      return (
        set.codePoint < 0x10000 &&
        !isSurrogate(set.codePoint) &&
        !(set.fold === 'unicode' && hasTwoCases(set.codePoint))
      );
    case 'range':
      return set.fold === 'none' && (set.to < 0xd800 || (set.from > 0xdfff && set.to < 0x10000));
    case 'property':
      return set.property.startsWith('ascii:');
    case 'union':
      return set.members.every(isBasic);
    case 'intersection':
      return isBasic(set.left) && isBasic(set.right);
    case 'complement':
      return false;
  }
}

const isSurrogate = (c: number) => c >= 0xd800 && c <= 0xdfff;

function hasTwoCases(c: number): boolean {
  const upper = toUpperCase(c);
  return upper !== toLowerCase(upper);
}
