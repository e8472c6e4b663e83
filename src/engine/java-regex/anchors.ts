import type { CodePointTest } from './characters';
import { isGraphemeBoundary } from './graphemes';
import { isLineTerminator } from './pattern-reader';
import { propertyTest } from './properties';
import type { Anchor } from './syntax-tree';

/*
 * Steps that take no characters. `\r\n` is one line break: neither `^` nor `$` holds inside it.
 */

/**
 * Whether an anchor holds at that place of the text.
 *
 * @param lastMatch where the previous match ended, for `\G`
 * @param noted where Java last noted an end, for `\b{g}`
 */
export function holdsAnchor(
  anchor: Anchor['anchor'],
  text: string,
  index: number,
  lastMatch: number,
  noted: number,
): boolean {
  switch (anchor) {
    case 'begin':
      return index === 0;
    case 'last-match':
      return index === lastMatch;
    case 'end':
      return index === text.length;
    case 'line-begin':
      // Java has no line after a final terminator, nor in an empty text.
      if (index === text.length) return false;
      return index === 0 || (isLineTerminator(text.charCodeAt(index - 1)) && !insideCrLf(text, index));
    case 'unix-line-begin':
      if (index === text.length) return false;
      return index === 0 || text.charCodeAt(index - 1) === LF;
    case 'line-end':
      if (index === text.length) return true;
      return isLineTerminator(text.charCodeAt(index)) && !insideCrLf(text, index);
    case 'unix-line-end':
      return index === text.length || text.charCodeAt(index) === LF;
    case 'end-of-content':
      return endsContent(text, index);
    case 'unix-end-of-content':
      return index === text.length || (index === text.length - 1 && text.charCodeAt(index) === LF);
    case 'word-boundary':
      return isWordBoundary(text, index, isWord);
    case 'no-word-boundary':
      return !isWordBoundary(text, index, isWord);
    case 'unicode-word-boundary':
      return isWordBoundary(text, index, isUnicodeWord);
    case 'no-unicode-word-boundary':
      return !isWordBoundary(text, index, isUnicodeWord);
    case 'grapheme-boundary':
      return isGraphemeBoundary(text, index, noted);
  }
}

function endsContent(text: string, index: number): boolean {
  const left = text.length - index;
  if (left === 0) return true;
  if (left === 1) return isLineTerminator(text.charCodeAt(index)) && !insideCrLf(text, index);
  return left === 2 && text.charCodeAt(index) === CR && text.charCodeAt(index + 1) === LF;
}

const insideCrLf = (text: string, index: number) =>
  index > 0 && text.charCodeAt(index - 1) === CR && text.charCodeAt(index) === LF;

const CR = 13;
const LF = 10;

const isLetterOrDigit = propertyTest('java:LetterOrDigit');
const isMark = propertyTest('category:Mn');
const isUnicodeWord = propertyTest('binary:WORD');
const isWord: CodePointTest = (c) => c === 95 || isLetterOrDigit(c);

/** A word ends or begins here. A non-spacing mark belongs to the word when a letter or digit bears it. */
function isWordBoundary(text: string, index: number, isWordChar: CodePointTest): boolean {
  const left = index > 0 && isWordAt(text, previousPoint(text, index), index - 1, isWordChar);
  const right = index < text.length && isWordAt(text, text.codePointAt(index)!, index, isWordChar);
  return left !== right;
}

function isWordAt(text: string, c: number, at: number, isWordChar: CodePointTest): boolean {
  return isWordChar(c) || (c >= 0x300 && isMark(c) && hasBase(text, at));
}

/** Looks back over marks for a letter or digit, by UTF-16 units as Java does. */
function hasBase(text: string, from: number): boolean {
  for (let i = from; i >= 0; i--) {
    const c = text.codePointAt(i)!;
    if (isLetterOrDigit(c)) return true;
    if (!isMark(c)) return false;
  }
  return false;
}

function previousPoint(text: string, index: number): number {
  const low = text.charCodeAt(index - 1);
  if (index < 2 || low < 0xdc00 || low > 0xdfff) return low;
  const point = text.codePointAt(index - 2)!;
  return point > 0xffff ? point : low;
}
