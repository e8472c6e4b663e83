import type { Span } from '../text/span';
import { isAsciiDigit, isAsciiLetter, isAsciiSpace } from './ascii';
import type { PatternError } from './syntax-tree';

/*
 * Reading a pattern the way the JDK does: as code points, with quoted stretches (`\Q...\E`) turned into escapes
 * first, and one character of lookahead that skips blanks and comments under `(?x)`. Where exactly each of the
 * reading functions leaves the cursor decides the index in an error message, so they are kept apart although
 * they look alike.
 */

/** Flags that can stand in a pattern: `(?idmsuxcU)`. */
export interface Flags {
  caseInsensitive: boolean;
  unixLines: boolean;
  multiline: boolean;
  dotAll: boolean;
  unicodeCase: boolean;
  comments: boolean;
  canonical: boolean;
  unicodeClasses: boolean;
}

/** How deep groups, classes and intersections may nest; keeps parsing and compiling off the host stack's end. */
const MAX_NESTING = 300;

/** Thrown inside the parser and caught at its door. */
export class PatternRefused extends Error {
  readonly description: string;
  readonly index: number;
  constructor(description: string, index: number) {
    super(description);
    this.description = description;
    this.index = index;
  }
}

export class PatternReader {
  readonly pattern: string;
  /** Code points after quotes were written out; reading beyond the end gives 0. */
  private readonly points: number[];
  /** Offset in the pattern where each code point came from; one more entry for the end. */
  private readonly offsets: number[];
  private readonly lastSupplementary: number;
  cursor = 0;
  flags: Flags;
  depth = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
    const { points, offsets } = unquote(pattern);
    this.points = points;
    this.offsets = offsets;
    this.lastSupplementary = points.findLastIndex(isSupplementary);
    this.flags = {
      caseInsensitive: false,
      unixLines: false,
      multiline: false,
      dotAll: false,
      unicodeCase: false,
      comments: false,
      canonical: false,
      unicodeClasses: false,
    };
  }

  /** Number of code points. */
  get length(): number {
    return this.points.length;
  }

  at(index: number): number {
    return this.points[index] ?? 0;
  }

  atEnd(): boolean {
    return this.cursor >= this.points.length;
  }

  /** Span of the code points from one cursor position up to another. */
  span(from: number, to: number): Span {
    const start = this.offset(from);
    return { from: start, to: to > from ? Math.max(start, this.endOf(to - 1)) : start };
  }

  /** Offset behind the character a code point came from. */
  private endOf(index: number): number {
    const at = this.offset(index);
    return Math.min(at + ((this.pattern.codePointAt(at) ?? 0) > 0xffff ? 2 : 1), this.pattern.length);
  }

  private offset(index: number): number {
    return this.offsets[Math.min(Math.max(index, 0), this.points.length)] ?? this.pattern.length;
  }

  /** Looks at the next character; under `(?x)` the cursor moves to it. */
  peek(): number {
    return this.settle(this.at(this.cursor));
  }

  /** Steps over one character and looks at the one after it. */
  next(): number {
    return this.settle(this.at(++this.cursor));
  }

  /** As `next`, but blanks count: what follows a backslash. */
  nextEscaped(): number {
    return this.at(++this.cursor);
  }

  /** Takes the next character. */
  read(): number {
    let c = this.at(this.cursor++);
    if (!this.flags.comments) return c;
    while (isAsciiSpace(c) || c === HASH) {
      while (isAsciiSpace(c)) c = this.at(this.cursor++);
      if (c === HASH)
        do c = this.at(this.cursor++);
        while (c !== 0 && !this.endsComment(c));
    }
    return c;
  }

  /** Steps over one character and takes the one after it, blank or not. */
  skip(): number {
    const c = this.at(this.cursor + 1);
    this.cursor += 2;
    return c;
  }

  unread(): void {
    this.cursor--;
  }

  accept(c: number, complaint: string): void {
    if (this.read() !== c) this.refuse(complaint);
  }

  /** Ends parsing with an error at the place the JDK would name: one before the cursor. */
  refuse(description: string): never {
    throw new PatternRefused(description, this.cursor - 1);
  }

  enter(): void {
    if (++this.depth > MAX_NESTING)
      this.refuse(`Nested more than ${MAX_NESTING} levels deep, which this page does not follow`);
  }

  leave(): void {
    this.depth--;
  }

  /** A supplementary character or a lone surrogate stands at or after that place. */
  hasSupplementaryFrom(index: number): boolean {
    return this.lastSupplementary >= index;
  }

  describe(refused: PatternRefused): PatternError {
    const { description, index } = refused;
    const at = Math.min(Math.max(index, 0), this.points.length);
    const from = this.offset(at);
    const to = this.endOf(at);
    return {
      description,
      index,
      message: errorMessage(description, index, this.pattern),
      // An error at the end has no character of its own; the last one is shown.
      span: from < to ? { from, to } : { from: Math.max(0, from - 1), to: from },
    };
  }

  private settle(first: number): number {
    let c = first;
    if (!this.flags.comments) return c;
    while (isAsciiSpace(c) || c === HASH) {
      while (isAsciiSpace(c)) c = this.at(++this.cursor);
      if (c === HASH)
        do c = this.at(++this.cursor);
        while (c !== 0 && !this.endsComment(c));
    }
    return c;
  }

  private endsComment(c: number): boolean {
    return this.flags.unixLines ? c === 10 : isLineTerminator(c);
  }
}

const HASH = 35;
const BACKSLASH = 92;

/** `\n`, `\r`, NEL, line and paragraph separator. */
export function isLineTerminator(c: number): boolean {
  return c === 10 || c === 13 || c === 0x85 || c === 0x2028 || c === 0x2029;
}

/** What the JDK handles by code points: supplementary characters and surrogates. */
export function isSupplementary(c: number): boolean {
  return c >= 0x10000 || (c >= 0xd800 && c <= 0xdfff);
}

/** `PatternSyntaxException.getMessage()`. */
function errorMessage(description: string, index: number, pattern: string): string {
  const head = `${description}${index >= 0 ? ` near index ${index}` : ''}\n${pattern}`;
  if (index < 0 || index >= pattern.length) return head;
  return `${head}\n${pattern.slice(0, index).replace(/[^\t]/g, ' ')}^`;
}

/**
 * Writes out quoted stretches: inside them every ASCII character but letters and digits gets a backslash. A
 * digit that opens a quote becomes `\x3N`, so that it cannot join an escape before the quote. Letters stay bare,
 * which is why `\p\QL\E` is a property for the JDK.
 */
function unquote(pattern: string): { points: number[]; offsets: number[] } {
  const points: number[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < pattern.length; ) {
    const c = pattern.codePointAt(i)!;
    points.push(c);
    offsets.push(i);
    i += c > 0xffff ? 2 : 1;
  }
  const end = points.length;
  offsets.push(pattern.length);

  let first = 0;
  while (first < end - 1) {
    if (points[first] !== BACKSLASH) first += 1;
    else if (points[first + 1] !== 81) first += 2;
    else break;
  }
  if (first >= end - 1) return { points, offsets };

  const out = points.slice(0, first);
  const outOffsets = offsets.slice(0, first);
  const push = (at: number, ...written: number[]) => {
    for (const c of written) {
      out.push(c);
      outOffsets.push(offsets[at]!);
    }
  };
  let quoted = true;
  let opening = true;
  for (let i = first + 2; i < end; ) {
    const at = i;
    const c = points[i++]!;
    if (c >= 128 || isAsciiLetter(c)) {
      push(at, c);
    } else if (isAsciiDigit(c)) {
      if (opening) push(at, BACKSLASH, 120, 51);
      push(at, c);
    } else if (c !== BACKSLASH) {
      if (quoted) push(at, BACKSLASH);
      push(at, c);
    } else if (quoted) {
      if (points[i] === 69) {
        i++;
        quoted = false;
      } else {
        push(at, BACKSLASH, BACKSLASH);
      }
    } else if (points[i] === 81) {
      i++;
      quoted = true;
      opening = true;
      continue;
    } else {
      push(at, c);
      if (i !== end) {
        push(i, points[i]!);
        i++;
      }
    }
    opening = false;
  }
  outOffsets.push(pattern.length);
  return { points: out, offsets: outOffsets };
}
