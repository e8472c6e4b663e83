import type { Span } from '../engine/text/span';
import type { LensAnswer } from './emulate';

/** Why two answers differ, as far as the first difference tells. */
export type DifferenceKind =
  /** The emulator prints the reference or `null` where the service prints nothing. */
  | 'nothing-printed'
  /** The emulator has no such Java method and prints the call. */
  | 'java-method'
  | 'white-space'
  /** 7 / 2 is 3 in the service and 3.5 in JavaScript. */
  | 'integer-division'
  /** Maps, lists and numbers are written differently. */
  | 'value-text'
  | 'other';

export type Comparison =
  | { kind: 'same' }
  | {
      kind: 'different';
      /** The first stretch in which they differ, in UTF-16 units of each output. */
      ours: Span;
      theirs: Span;
      reason: DifferenceKind;
    }
  /** The emulator has no output to compare. */
  | { kind: 'no-answer' };

/** Compares our output with the emulator's. */
export function compareAnswers(ours: string, theirs: LensAnswer): Comparison {
  if (theirs.kind !== 'rendered') return { kind: 'no-answer' };
  if (theirs.output === ours) return { kind: 'same' };
  const from = firstDifference(ours, theirs.output);
  const [oursTo, theirsTo] = meetAgain(ours, theirs.output, from);
  return {
    kind: 'different',
    ours: { from, to: oursTo },
    theirs: { from, to: theirsTo },
    reason: findReason(ours, theirs.output, from, oursTo > from),
  };
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How far a stretch is looked at for the place where both go on alike. */
const WINDOW = 200;

/** How many equal units count as going on alike. */
const ALIKE = 8;

/** Ends of the first different stretch: where both outputs go on alike, else their ends. */
function meetAgain(a: string, b: string, from: number): [number, number] {
  for (let distance = 0; distance <= 2 * WINDOW; distance++) {
    for (let skipped = Math.max(0, distance - WINDOW); skipped <= Math.min(distance, WINDOW); skipped++) {
      const [i, j] = [from + skipped, from + distance - skipped];
      if (i > a.length || j > b.length) continue;
      const rest = a.slice(i, i + ALIKE);
      if (rest === b.slice(j, j + ALIKE) && (rest.length === ALIKE || i + rest.length === a.length))
        return [i, j];
    }
  }
  return [a.length, b.length];
}

function findReason(ours: string, theirs: string, at: number, printed: boolean): DifferenceKind {
  if (ours.replace(/\s+/g, '') === theirs.replace(/\s+/g, '')) return 'white-space';
  const [ourRest, theirRest] = [wordAt(ours, at), wordAt(theirs, at)];
  const reference = /^\$!?\{?[A-Za-z_][\w-]*((?:\.[A-Za-z][\w-]*|\[[^\]]*\]|\(.*?\))*)/.exec(theirRest);
  if (reference && !ourRest.startsWith(reference[0])) {
    return printed && reference[1]?.endsWith(')') ? 'java-method' : 'nothing-printed';
  }
  if (/^(?:null|undefined|NaN)/.test(theirRest)) return 'nothing-printed';
  const [ourNumber, theirNumber] = [numberAt(ours, at), numberAt(theirs, at)];
  if (/^-?\d+$/.test(ourNumber) && /^-?\d+\.\d+$/.test(theirNumber)) return 'integer-division';
  if (/^\s/.test(ours.slice(at)) || /^\s/.test(theirs.slice(at))) return 'white-space';
  const structured = /[{}[\]=,"\\]/;
  if (structured.test(ours.charAt(at)) || structured.test(theirs.charAt(at))) return 'value-text';
  return ourNumber !== '' && theirNumber !== '' ? 'value-text' : 'other';
}

/** From the beginning of the word a difference is in; `$` and `null` may have begun alike. */
function wordAt(text: string, at: number): string {
  const before = /[$\w.!{-]{0,40}$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  return text.slice(at - before.length, at + WINDOW);
}

/** The number a difference is in or right behind; empty when there is none. */
function numberAt(text: string, at: number): string {
  const before = /-?\d*\.?\d*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  return /^-?\d+(?:\.\d+)?/.exec(text.slice(at - before.length, at + 40))?.[0] ?? '';
}
