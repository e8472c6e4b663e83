import { toAsciiLower } from './ascii';
import { toLowerCase, toUpperCase } from './case-mapping';
import { foldUnicode } from './char-set';
import type { Step } from './program';

/*
 * The steps that take characters and have one way to do so. Each answers the index behind what it took, or,
 * when it fails, the complement (`~`) of the index of the character that did not fit.
 */

/** Number of UTF-16 units of the character at the index when the step's set takes it, else 0. */
export function takenLength(step: Step, text: string, index: number): number {
  if (index >= text.length) return 0;
  const unit = text.charCodeAt(index);
  const test = step.test!;
  if (unit < 256) return test.latin[unit]!;
  if (unit < 0xd800 || unit > 0xdbff) return test.has(unit) ? 1 : 0;
  const point = text.codePointAt(index)!;
  return test.has(point) ? unitsOf(point) : 0;
}

/** Index behind the run of characters the set takes, at most `max` of them. */
export function runEnd(step: Step, text: string, from: number, max: number): number {
  const { latin } = step.test!;
  const { length } = text;
  let index = from;
  for (let n = 0; n < max && index < length; n++) {
    const unit = text.charCodeAt(index);
    if (unit < 256) {
      if (latin[unit] === 0) break;
      index++;
    } else {
      const taken = takenLength(step, text, index);
      if (taken === 0) break;
      index += taken;
    }
  }
  return index;
}

export function consumeText(step: Step, text: string, index: number): number {
  if (step.text !== '' && text.startsWith(step.text, index)) return index + step.text.length;
  let at = index;
  for (const point of step.points) {
    if (at >= text.length || text.codePointAt(at) !== point) return ~at;
    at += unitsOf(point);
  }
  return at;
}

export function consumeFolded(step: Step, text: string, index: number): number {
  const fold = step.fold === 'ascii' ? toAsciiLower : foldUnicode;
  let at = index;
  for (const expected of step.points) {
    if (at >= text.length) return ~at;
    const point = text.codePointAt(at)!;
    if (point !== expected && fold(point) !== expected) return ~at;
    at += unitsOf(point);
  }
  return at;
}

/** What a group holds. A group that took no part, or that does not exist, fails. */
export function consumeReference(step: Step, text: string, index: number, groups: Int32Array): number {
  const from = groups[2 * step.group] ?? -1;
  const length = (groups[2 * step.group + 1] ?? -1) - from;
  if (from < 0 || index + length > text.length) return ~index;
  if (step.fold === 'none') {
    for (let i = 0; i < length; i++)
      if (text.charCodeAt(from + i) !== text.charCodeAt(index + i)) return ~(index + i);
    return index + length;
  }
  let here = index;
  let there = from;
  // Java counts UTF-16 units, although each round compares a whole character.
  for (let i = 0; i < length; i++) {
    const a = text.codePointAt(here) ?? -1;
    const b = text.codePointAt(there) ?? -1;
    if (a !== b && (a < 0 || b < 0 || !sameLetter(a, b, step.fold === 'unicode'))) return ~here;
    here += unitsOf(a);
    there += unitsOf(b);
  }
  return index + length;
}

function sameLetter(a: number, b: number, unicode: boolean): boolean {
  if (!unicode) return toAsciiLower(a) === toAsciiLower(b);
  const upperA = toUpperCase(a);
  const upperB = toUpperCase(b);
  return upperA === upperB || toLowerCase(upperA) === toLowerCase(upperB);
}

export function unitsOf(point: number): number {
  return point > 0xffff ? 2 : 1;
}

/** Index of the character before the index, which is not the first. */
export function previous(text: string, index: number): number {
  return isPairBefore(text, index) ? index - 2 : index - 1;
}

function isPairBefore(text: string, index: number): boolean {
  if (index < 2) return false;
  const low = text.charCodeAt(index - 1);
  if (low < 0xdc00 || low > 0xdfff) return false;
  const high = text.charCodeAt(index - 2);
  return high >= 0xd800 && high <= 0xdbff;
}
