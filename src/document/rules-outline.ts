/*
 * A quick look at a rules text, YAML or JSON, without parsing it: which keys stand where, and their one-line
 * values. The page uses it to change one word of the text (the integration type, the name of a template) and
 * leave the rest, comments included, as it was typed; reading the rules is the business of `read-rules.ts`, which
 * the page does not load. Text that is not well-formed gives a partial outline, never an exception.
 */
import type { Span } from '../engine/text/span';

export interface RulesOutline {
  /** How the text begins: block or flow (JSON) style, list or map; `blank` when there is nothing but comments. */
  form: 'blank' | 'list' | 'map' | 'flow-list' | 'flow-map';
  /** Offset of the first significant character; the text's length when blank. */
  start: number;
  /** Every `key: value` in the order of the text. */
  entries: OutlineEntry[];
}

export interface OutlineEntry {
  /** Keys of the enclosing maps, outermost first; list items leave no trace. */
  path: string[];
  key: string;
  /** Offset of the key. */
  from: number;
  /** Column of a block key, 0-based; -1 for a key in flow style. */
  column: number;
  /** The value as written, quotes included; absent when it is not a one-line scalar. */
  value?: Span;
}

const BLOCK_KEY =
  /(?:"((?:[^"\\\n]|\\.)*)"[ \t]*|'((?:[^'\n]|'')*)'[ \t]*|([^\s"'#[\]{},&*!|>%@`][^\n#]*?)):(?=[ \t\r\n]|$)/y;
const FLOW_KEY =
  /(?:"((?:[^"\\\n]|\\.)*)"\s*:|'((?:[^'\n]|'')*)'\s*:|([^\s"'#[\]{},][^\n,[\]{}"']*?):(?=[\s,[\]{}"']|$))/y;
const FLOW_SCALAR = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#[\]{},][^\n,[\]{}]*/y;

/** Looks over a rules text. Takes time linear in its length. */
export function outlineRules(text: string): RulesOutline {
  const outline: RulesOutline = { form: 'blank', start: text.length, entries: [] };
  /** Enclosing block keys, innermost last. */
  const open: { column: number; key: string }[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const lineStart = at;
    while (at < lineEnd && text[at] === ' ') at += 1;
    if (isInsignificant(text, at, lineEnd)) {
      at = lineEnd + 1;
      continue;
    }
    const first = outline.form === 'blank';
    if (first) {
      outline.start = at;
      const char = text[at];
      outline.form =
        char === '[' ? 'flow-list' : char === '{' ? 'flow-map' : isDash(text, at) ? 'list' : 'map';
    }
    while (isDash(text, at)) {
      at += 1;
      while (at < lineEnd && text[at] === ' ') at += 1;
    }
    if (text[at] === '{' || text[at] === '[') {
      at = skipFlow(text, at, enclosing(open, at - lineStart), outline.entries);
      continue;
    }
    const column = at - lineStart;
    BLOCK_KEY.lastIndex = at;
    const match = BLOCK_KEY.exec(text);
    if (!match) {
      at = lineEnd + 1;
      continue;
    }
    const path = enclosing(open, column);
    const key = keyText(match);
    const entry: OutlineEntry = { path, key, from: at, column };
    outline.entries.push(entry);
    open.push({ column, key });
    at = readBlockValue(text, BLOCK_KEY.lastIndex, column, entry, outline.entries);
  }
  return outline;
}

/** Drops the block keys that end before `column` and names those that remain. */
function enclosing(open: { column: number; key: string }[], column: number): string[] {
  while (open.length > 0 && open[open.length - 1]!.column >= column) open.pop();
  return open.map(({ key }) => key);
}

/** Reads what follows `key:` and returns the offset to go on from: the start of a line. */
function readBlockValue(
  text: string,
  from: number,
  column: number,
  entry: OutlineEntry,
  entries: OutlineEntry[],
): number {
  const lineEnd = endOfLine(text, from);
  let at = from;
  while (at < lineEnd && (text[at] === ' ' || text[at] === '\t')) at += 1;
  const char = text[at];
  if (at >= lineEnd || char === '#' || char === '\r') return lineEnd + 1;
  if (char === '|' || char === '>') return skipBlockScalar(text, lineEnd + 1, column);
  if (char === '{' || char === '[') return skipFlow(text, at, [...entry.path, entry.key], entries);
  const to = char === '"' || char === "'" ? endOfQuoted(text, at) : endOfPlain(text, at, lineEnd);
  if (to <= lineEnd) entry.value = { from: at, to };
  return endOfLine(text, to) + 1;
}

/** Offset of the first line after a block scalar: the first that is not blank and not indented deeper. */
function skipBlockScalar(text: string, from: number, column: number): number {
  let at = from;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    let significant = at;
    while (significant < lineEnd && text[significant] === ' ') significant += 1;
    const blank = significant === lineEnd || text[significant] === '\r';
    if (!blank && significant - at <= column) return at;
    at = lineEnd + 1;
  }
  return at;
}

/** Passes over a flow collection, collecting its entries, and returns the offset after it. */
function skipFlow(text: string, from: number, outer: string[], entries: OutlineEntry[]): number {
  const open: { char: string; path: string[] }[] = [];
  let path = outer;
  let at = from;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '{' || char === '[') {
      open.push({ char, path });
      at += 1;
    } else if (char === '}' || char === ']') {
      path = open.pop()?.path ?? outer;
      at += 1;
      if (open.length === 0) return at;
      path = open[open.length - 1]!.path;
    } else if (char === ',') {
      path = open[open.length - 1]?.path ?? outer;
      at += 1;
    } else if (char === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      at = endOfLine(text, at);
    } else if (/\s|:/.test(char)) {
      at += 1;
    } else {
      FLOW_KEY.lastIndex = at;
      const match =
        open[open.length - 1]?.char === '{' && path === open[open.length - 1]!.path
          ? FLOW_KEY.exec(text)
          : null;
      if (match) {
        const key = keyText(match);
        const entry: OutlineEntry = { path, key, from: at, column: -1 };
        entries.push(entry);
        at = FLOW_KEY.lastIndex;
        while (/\s/.test(text[at] ?? '')) at += 1;
        const value = flowScalar(text, at);
        if (value) {
          entry.value = value;
          at = value.to;
        }
        path = [...path, key];
      } else {
        at = flowScalar(text, at)?.to ?? at + 1;
      }
    }
  }
  return at;
}

function flowScalar(text: string, at: number): Span | undefined {
  FLOW_SCALAR.lastIndex = at;
  const match = FLOW_SCALAR.exec(text);
  return match ? { from: at, to: at + match[0].trimEnd().length } : undefined;
}

/** The text a key or a one-line scalar stands for. */
export function scalarText(source: string): string {
  if (source.startsWith('"')) {
    try {
      const value: unknown = JSON.parse(source);
      if (typeof value === 'string') return value;
    } catch {
      // YAML knows escapes that JSON does not; no name we look for needs them.
    }
    return source.slice(1, -1);
  }
  return source.startsWith("'") ? source.slice(1, -1).replaceAll("''", "'") : source;
}

function keyText(match: RegExpExecArray): string {
  const [, double, single, plain] = match;
  if (double !== undefined) return scalarText(`"${double}"`);
  return single === undefined ? (plain ?? '').trim() : single.replaceAll("''", "'");
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Blank, a comment, a directive or a document mark. */
function isInsignificant(text: string, at: number, lineEnd: number): boolean {
  const rest = text.slice(at, Math.min(lineEnd, at + 4)).trimEnd();
  return rest === '' || rest.startsWith('#') || rest.startsWith('%') || rest === '---' || rest === '...';
}

function isDash(text: string, at: number): boolean {
  return text[at] === '-' && /[\s]|^$/.test(text[at + 1] ?? '') && at < text.length;
}

function endOfQuoted(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at + 1;
      at += 1;
    }
  }
  return text.length;
}

function endOfPlain(text: string, from: number, lineEnd: number): number {
  const line = text.slice(from, lineEnd);
  const comment = line.search(/\s#/);
  return from + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length;
}
