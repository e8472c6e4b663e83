/*
 * The YAML parser's errors in words that say what to do. It reports some of them where it noticed, which can be
 * the end of the text; they are moved to where the mistake is.
 */
import type { CST, Document, ErrorCode, YAMLError } from 'yaml';
import type { Fault } from './fault';
import { findJsonFault } from './json-check';
import { lineOf } from './line-of';

/** More than these help nobody: each is likely to follow from the first. */
const MAX_FAULTS = 10;

export function yamlFaults(text: string, document: Document.Parsed, tokens: CST.Token[]): Fault[] {
  const json = /^\uFEFF?\s*[{[]/.test(text) ? jsonFault(text, document) : undefined;
  if (json) return [json];
  const faults: Fault[] = [];
  const lines = new Set<number>();
  // A hostile text has hundreds of thousands.
  for (const error of document.errors.slice(0, 100)) {
    const from = placeOf(error, text, tokens);
    const line = lineOf(text, from);
    if (lines.has(line)) continue;
    lines.add(line);
    const to = Math.max(Math.min(error.pos[1], text.length), Math.min(from + 1, text.length));
    faults.push({
      id: `yaml-${error.code.toLowerCase().replaceAll('_', '-')}`,
      severity: 'error',
      message: `Line ${line}: ${sentence(error, text, from)}`,
      span: { from, to: error.pos[0] === from ? to : Math.min(from + 1, text.length) },
    });
    if (faults.length === MAX_FAULTS) break;
  }
  return faults;
}

/** Text in JSON's brackets that can't be read as YAML either is told where it stops being JSON. */
function jsonFault(text: string, document: Document.Parsed): Fault | undefined {
  if (document.errors.length === 0 || !/["']/.test(text)) return undefined;
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const found = findJsonFault(text.slice(start));
  if (!found) return undefined;
  const from = start + found.at;
  return {
    id: 'json-syntax',
    severity: 'error',
    message: `Line ${lineOf(text, from)}: this is not JSON: ${found.reason}.${jsonAdvice(text, from)}`,
    span: { from, to: Math.min(from + 1, text.length) },
  };
}

function jsonAdvice(text: string, at: number): string {
  return text[at] === '\\' && /[dwsDWSbB.()[\]{}*+?^$|-]/.test(text[at + 1] ?? '')
    ? ` In JSON a pattern's backslash is written twice: \\\\${text[at + 1]}.`
    : '';
}

/** An open quote is reported at the end of the text; the mistake is where it opens. */
function placeOf(error: YAMLError, text: string, tokens: CST.Token[]): number {
  const at = Math.min(error.pos[0], text.length);
  if (error.code === 'MISSING_CHAR' && error.message.startsWith('Missing closing')) {
    return openQuote(tokens, error.pos[0]) ?? at;
  }
  return at;
}

function openQuote(tokens: CST.Token[], end: number): number | undefined {
  const open = [...tokens];
  for (let token = open.pop(); token; token = open.pop()) {
    if (token.type === 'document') {
      if (token.value) open.push(token.value);
    } else if ('items' in token) {
      for (const { key, value } of token.items) {
        if (key) open.push(key);
        if (value) open.push(value);
      }
    } else if (token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar') {
      if (token.offset + token.source.length === end) return token.offset;
    }
  }
  return undefined;
}

function sentence(error: YAMLError, text: string, at: number): string {
  return SENTENCES[error.code]?.(error.message, text, at) ?? fallback(error.message);
}

function fallback(message: string): string {
  return `this can't be read as YAML (${message.charAt(0).toLowerCase()}${message.slice(1).split('\n')[0]}).`;
}

type Sentence = (message: string, text: string, at: number) => string | undefined;

const SENTENCES: Partial<Record<ErrorCode, Sentence>> = {
  BAD_DQ_ESCAPE: (_, text, at) =>
    `${text.slice(at, at + 2)} is not an escape in double quotes. Put a pattern in single quotes, where a ` +
    'backslash stands for itself.',
  TAB_AS_INDENT: () => 'a tab cannot indent in YAML. Use spaces.',
  BAD_INDENT: (message) =>
    message.startsWith('Flow')
      ? `${message.startsWith('Flow map') ? 'a “{” is' : 'a “[” is'} not closed before this.`
      : 'the indentation fits nothing above. Entries that belong together begin in the same column.',
  MISSING_CHAR: (message) => {
    if (message.includes('closing "')) return 'the double quote that opens here is never closed.';
    if (message.includes("closing '")) return 'the single quote that opens here is never closed.';
    if (message.includes('followed by map values')) {
      return '“name: value” is expected. Add a colon and a value, or indent the line under the one it belongs to.';
    }
    if (message.startsWith('Missing ,')) return 'a comma is missing before this.';
    if (message.startsWith('Flow map must end')) return 'a “{” is never closed; add “}”.';
    if (message.startsWith('Flow sequence must end')) return 'a “[” is never closed; add “]”.';
    if (message.includes('without - indicator')) return 'an item of a list has to begin with “- ”.';
    return undefined;
  },
  MULTILINE_IMPLICIT_KEY: () =>
    '“name: value” is expected on one line. Check the colon and the indentation of the line after it.',
  BLOCK_AS_IMPLICIT_KEY: () =>
    'there is a second “: ” in this value, or the next line is indented too deep. Put a value that has a colon in quotes.',
  BLOCK_IN_FLOW: () => 'a comma is missing, or a “{” or “[” above is not closed.',
  BAD_SCALAR_START: (_, text, at) => `a value cannot begin with “${text[at] ?? ''}”. Put it in quotes.`,
  UNEXPECTED_TOKEN: (message) => {
    if (message.includes('at node end'))
      return 'the value before this is complete. Put the whole value in one pair of quotes.';
    if (message.includes('flow-map-end')) return 'this “}” closes nothing.';
    if (message.includes('flow-seq-end')) return 'this “]” closes nothing.';
    if (message.startsWith('Not a YAML token'))
      return 'text after “|” or “>” begins on the next line, indented.';
    return undefined;
  },
  KEY_OVER_1024_CHARS: () => 'a name can have at most 1024 characters.',
  BAD_DIRECTIVE: () => 'a line cannot begin with “%”. Put the value in quotes.',
};
