import type { Span } from '../engine/text/span';

/*
 * An editor cannot hold every text: a text area and Monaco both know one kind of line break and drop a byte order
 * mark. The document keeps the bytes (a template prints its own line breaks), so an editor shows a simplified text
 * and what is typed there is carried over to the document's text, leaving all that was not touched as it was.
 */

/** The text as an editor holds it: line feeds only, no byte order mark. */
export function editorText(text: string): string {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return bare.includes('\r') ? bare.replace(/\r\n?/g, '\n') : bare;
}

/** Offset in `editorText(text)` of an offset in `text`, both in UTF-16 units. */
export function toEditorOffset(text: string, offset: number): number {
  const inside = Math.max(0, Math.min(offset, text.length));
  return isSimple(text) ? inside : editorText(splitAt(text, inside)).length;
}

/** Offset in `text` of an offset in `editorText(text)`, both in UTF-16 units. */
export function toTextOffset(text: string, offset: number): number {
  if (isSimple(text)) return Math.max(0, Math.min(offset, text.length));
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (let seen = 0; seen < offset && at < text.length; seen++) {
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
  return at;
}

/** The document's text after `typed` took the place of `editorText(text)` in an editor. */
export function mergeTyped(text: string, typed: string): string {
  if (isSimple(text)) return typed;
  const edit = smallestEdit(editorText(text), typed);
  if (edit === undefined) return text;
  const lineBreak = /\r\n/.test(text) && !/(^|[^\r])\n|\r(?!\n)/.test(text) ? '\r\n' : '\n';
  const merged =
    text.slice(0, toTextOffset(text, edit.span.from)) +
    (lineBreak === '\n' ? edit.insert : edit.insert.replaceAll('\n', lineBreak)) +
    text.slice(toTextOffset(text, edit.span.to));
  // A lone CR that comes to stand before a line feed would make one line break of two.
  return editorText(merged) === typed ? merged : typed;
}

/** Replacing `span` by `insert`. */
export interface TextEdit {
  span: Span;
  insert: string;
}

/**
 * The one edit that makes `after` of `before`, as short as possible; undefined when they are equal. Never cuts a
 * surrogate pair in two.
 */
export function smallestEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { span: { from: head, to: before.length - tail }, insert: after.slice(head, after.length - tail) };
}

/** Offsets of the first character of every line of an editor's text. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function isSimple(text: string): boolean {
  return !text.startsWith('\uFEFF') && !text.includes('\r');
}

/** Up to `offset`; an offset between CR and LF counts as before both. */
function splitAt(text: string, offset: number): string {
  const inPair = text[offset - 1] === '\r' && text[offset] === '\n';
  return text.slice(0, inPair ? offset - 1 : offset);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
