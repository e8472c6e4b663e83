import { digitValue, isAsciiDigit, isAsciiLetter, isHexDigit, isOctalDigit } from './ascii';
import type { CharSet } from './char-set';
import type { PatternReader } from './pattern-reader';
import type { Anchor, Fold } from './syntax-tree';

/*
 * What follows a backslash, `\p` apart. The cursor stands on the backslash; afterwards behind the escape.
 */

/** What an escape says. */
export type Escape =
  | { kind: 'char'; codePoint: number }
  | { kind: 'set'; set: CharSet }
  | { kind: 'anchor'; anchor: Anchor['anchor'] }
  | { kind: 'reference'; group: number; name?: string }
  | { kind: 'line-break' }
  | { kind: 'grapheme' };

/** What the escapes need to know about the groups opened so far. */
export interface GroupsSoFar {
  /** Capturing groups opened. */
  count: number;
  names: Map<string, number>;
}

export type EscapePlace =
  | 'outside'
  /** Inside `[...]`. */
  | 'class'
  /** Inside `[...]`, as one end of a range: `\v` is the vertical tab there. */
  | 'range-end';

const char = (codePoint: number): Escape => ({ kind: 'char', codePoint });

/**
 * Reads an escape, `\p` and `\P` excepted.
 *
 * Examples: `\n` is a character, `\d` a set, `\b` an anchor, `\12` group 12 or group 1 followed by a `2`.
 */
export function parseEscape(p: PatternReader, place: EscapePlace, groups: GroupsSoFar): Escape {
  const c = p.skip();
  if (c >= 128 || !(isAsciiLetter(c) || isAsciiDigit(c))) return char(c);
  const letter = String.fromCharCode(c);
  switch (letter) {
    case '0':
      return char(parseOctal(p));
    case 'a':
      return char(7);
    case 'c':
      return char(parseControl(p));
    case 'e':
      return char(27);
    case 'f':
      return char(12);
    case 'n':
      return char(10);
    case 'r':
      return char(13);
    case 't':
      return char(9);
    case 'u':
      return char(parseUnicode(p));
    case 'x':
      return char(parseHexadecimal(p));
    case 'N':
      return refuseName(p);
    case 'v':
      if (place === 'range-end') return char(11);
      break;
  }
  const set = namedSet(letter, p.flags.unicodeClasses);
  if (set) return { kind: 'set', set };
  if (place === 'outside') {
    const escaped = parseOutside(p, letter, groups);
    if (escaped) return escaped;
  }
  return p.refuse('Illegal/unsupported escape sequence');
}

/** The escapes that stand for more than a character. */
function parseOutside(p: PatternReader, letter: string, groups: GroupsSoFar): Escape | undefined {
  const { unicodeClasses, unixLines } = p.flags;
  switch (letter) {
    case 'A':
      return { kind: 'anchor', anchor: 'begin' };
    case 'B':
      return { kind: 'anchor', anchor: unicodeClasses ? 'no-unicode-word-boundary' : 'no-word-boundary' };
    case 'G':
      return { kind: 'anchor', anchor: 'last-match' };
    case 'R':
      return { kind: 'line-break' };
    case 'X':
      return { kind: 'grapheme' };
    case 'Z':
      return { kind: 'anchor', anchor: unixLines ? 'unix-end-of-content' : 'end-of-content' };
    case 'b':
      // `\b{` is only special when a `g` follows; else the brace is a quantifier.
      if (p.peek() === OPEN_BRACE && p.at(p.cursor + 1) === 103) {
        p.skip();
        if (p.read() !== CLOSE_BRACE) return undefined;
        return { kind: 'anchor', anchor: 'grapheme-boundary' };
      }
      return { kind: 'anchor', anchor: unicodeClasses ? 'unicode-word-boundary' : 'word-boundary' };
    case 'k':
      return parseNamedReference(p, groups);
    case 'z':
      return { kind: 'anchor', anchor: 'end' };
  }
  return isAsciiDigit(letter.charCodeAt(0)) ? parseReference(p, Number(letter), groups) : undefined;
}

/** `\h`, `\v`, `\d`, `\s`, `\w` and their complements. */
function namedSet(letter: string, unicode: boolean): CharSet | undefined {
  const property = SETS[letter.toLowerCase()]?.[unicode ? 1 : 0];
  if (!property) return undefined;
  const set: CharSet = { kind: 'property', property };
  return letter === letter.toLowerCase() ? set : { kind: 'complement', of: set };
}

/** The second name is that under `(?U)`. */
const SETS: Record<string, [string, string]> = {
  d: ['ascii:digit', 'binary:DIGIT'],
  h: ['ascii:horizontal-space', 'ascii:horizontal-space'],
  s: ['ascii:space', 'binary:WHITE_SPACE'],
  v: ['ascii:vertical-space', 'ascii:vertical-space'],
  w: ['ascii:word', 'binary:WORD'],
};

/** `\1`: further digits belong to it as long as such a group has been opened before. */
function parseReference(p: PatternReader, first: number, groups: GroupsSoFar): Escape {
  let group = first;
  for (;;) {
    const c = p.peek();
    if (!isAsciiDigit(c)) break;
    const longer = group * 10 + digitValue(c);
    if (groups.count < longer) break;
    group = longer;
    p.read();
  }
  return { kind: 'reference', group };
}

function parseNamedReference(p: PatternReader, groups: GroupsSoFar): Escape {
  if (p.read() !== 60) p.refuse("\\k is not followed by '<' for named capturing group");
  const name = parseGroupName(p, p.read());
  const group = groups.names.get(name);
  if (group === undefined) return p.refuse(`named capturing group <${name}> does not exist`);
  return { kind: 'reference', group, name };
}

/** The name of a group up to and with its `>`; `first` is its first character, already read. */
export function parseGroupName(p: PatternReader, first: number): string {
  if (!isAsciiLetter(first)) p.refuse('capturing group name does not start with a Latin letter');
  let name = '';
  let c = first;
  do {
    name += String.fromCharCode(c);
    c = p.read();
  } while (isAsciiLetter(c) || isAsciiDigit(c));
  if (c !== 62) p.refuse("named capturing group is missing trailing '>'");
  return name;
}

/** `\0n`, `\0nn`, `\0mnn` with m up to 3. */
function parseOctal(p: PatternReader): number {
  const first = p.read();
  if (!isOctalDigit(first)) p.refuse('Illegal octal escape sequence');
  const second = p.read();
  if (!isOctalDigit(second)) {
    p.unread();
    return first - 48;
  }
  const third = p.read();
  if (!isOctalDigit(third) || first > 51) {
    p.unread();
    return (first - 48) * 8 + second - 48;
  }
  return (first - 48) * 64 + (second - 48) * 8 + third - 48;
}

/** `\cX` */
function parseControl(p: PatternReader): number {
  if (p.atEnd()) p.refuse('Illegal control escape sequence');
  return p.read() ^ 64;
}

/** `\xhh` or `\x{h...h}` */
function parseHexadecimal(p: PatternReader): number {
  const first = p.read();
  if (isHexDigit(first)) {
    const second = p.read();
    if (isHexDigit(second)) return digitValue(first) * 16 + digitValue(second);
  } else if (first === OPEN_BRACE && isHexDigit(p.peek())) {
    let value = 0;
    let c = p.read();
    for (; isHexDigit(c); c = p.read()) {
      value = value * 16 + digitValue(c);
      if (value > 0x10ffff) p.refuse('Hexadecimal codepoint is too big');
    }
    if (c !== CLOSE_BRACE) p.refuse('Unclosed hexadecimal escape sequence');
    return value;
  }
  return p.refuse('Illegal hexadecimal escape sequence');
}

/** `\uhhhh`, or two of them that make up a surrogate pair. */
function parseUnicode(p: PatternReader): number {
  const first = parseUnit(p);
  if (first < 0xd800 || first > 0xdbff) return first;
  const back = p.cursor;
  if (p.read() === 92 && p.read() === 117) {
    const second = parseUnit(p);
    if (second >= 0xdc00 && second <= 0xdfff) return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
  }
  p.cursor = back;
  return first;
}

function parseUnit(p: PatternReader): number {
  let value = 0;
  for (let i = 0; i < 4; i++) {
    const c = p.read();
    if (!isHexDigit(c)) p.refuse('Illegal Unicode escape sequence');
    value = value * 16 + digitValue(c);
  }
  return value;
}

/** `\N{NAME}`: Java knows all character names, this page knows none and says so. */
function refuseName(p: PatternReader): never {
  if (p.read() !== OPEN_BRACE) p.refuse('Illegal character name escape sequence');
  let name = '';
  for (let c = p.read(); c !== CLOSE_BRACE; c = p.read()) {
    if (p.atEnd()) p.refuse('Unclosed character name escape sequence');
    name += String.fromCodePoint(c);
  }
  return p.refuse(
    `Character names such as \\N{${name}} are not supported by this page; write \\x{...} instead`,
  );
}

const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** How letters compare under the flags in force. */
export function foldOf(p: PatternReader): Fold {
  if (!p.flags.caseInsensitive) return 'none';
  return p.flags.unicodeCase ? 'unicode' : 'ascii';
}
