import type { Position } from '../text/span';

/**
 * Line and column of a unit as Velocity counts them: `\n`, `\r` and `\r\n` end a line, a tab stands for the last
 * of the columns it fills (tab stops every 8), and the line ending itself is the last column of its line.
 *
 * @param offset UTF-16 offset, inside `text`.
 */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let column = 0;
  let ended = false;
  for (let i = 0; i <= offset && i < text.length; i++) {
    const c = text.charCodeAt(i);
    column++;
    if (ended) {
      line++;
      column = 1;
      ended = false;
    }
    if (c === 10) ended = true;
    else if (c === 13) ended = text.charCodeAt(i + 1) !== 10;
    else if (c === 9) {
      column--;
      column += 8 - (column & 7);
    }
  }
  return { line, column: Math.max(column, 1) };
}

/** Where a lexical error is reported: just after the last unit read when the text ends there. */
export function lexicalPosition(text: string, offset: number): Position {
  const last = positionAt(text, offset);
  if (offset + 1 < text.length) return last;
  const c = text.charCodeAt(offset);
  if (c === 10 || c === 13) return { line: last.line + 1, column: 0 };
  return { line: last.line, column: last.column + 1 };
}
