/*
 * Values as YAML or JSON, in the manner of the text they go into.
 */
import type { JsonValue } from '../engine/text/json-value';
import type { ScalarStyle } from './scalar-offsets';

/** What YAML 1.1 or 1.2 takes for something other than text. */
const NOT_TEXT = /^(?:true|false|yes|no|on|off|y|n|null|~|[-+.\d].*)$/i;

/** A text as one line, in single quotes as patterns are easiest read, or in double quotes where it has to. */
export function quoted(text: string): string {
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)
    ? JSON.stringify(text)
    : `'${text.replaceAll("'", "''")}'`;
}

/** A name or value without quotes where it reads as itself, else in quotes. */
function plainOrQuoted(text: string): string {
  return /^[A-Za-z_/$][\w./$*+()-]*$/.test(text) && !NOT_TEXT.test(text) ? text : quoted(text);
}

/**
 * A text in the style of the scalar it replaces.
 *
 * @param source the scalar as typed
 * @param indent white space before the lines of a block scalar
 */
export function encodedLike(
  source: string,
  style: ScalarStyle | undefined,
  text: string,
  indent: string,
): string {
  switch (style) {
    case 'double':
      return JSON.stringify(text);
    case 'literal':
    case 'folded': {
      const block = asBlock(text, indent);
      if (block === undefined) return `${JSON.stringify(text)}${source.endsWith('\n') ? '\n' : ''}`;
      return source.endsWith('\n') ? block : block.trimEnd();
    }
    case 'plain':
      return plainOrQuoted(text);
    default:
      return quoted(text);
  }
}

/** A text as a literal block, ended by a line break; undefined where such a block cannot hold it. */
function asBlock(text: string, indent: string): string | undefined {
  const body = text.replace(/\n$/, '');
  if (body === '' || /^\s|\s$|[^\n\t -\ud7ff\ue000-\ufffd]/.test(body)) return undefined;
  const lines = body.split('\n').map((line) => (line === '' ? '' : indent + line));
  return `${text.endsWith('\n') ? '|' : '|-'}\n${lines.join('\n')}\n`;
}

/** A value in YAML's block style, as it stands after `name:`; begins with a blank or a line break, ends without one. */
export function blockValue(value: JsonValue, indent: string): string {
  if (typeof value === 'string') {
    const block = value.includes('\n') ? asBlock(value, `${indent}  `) : undefined;
    return ` ${block?.trimEnd() ?? quoted(value)}`;
  }
  if (typeof value !== 'object' || value === null) return ` ${JSON.stringify(value)}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    return value.map((item) => `\n${indent}  ${blockItem(item, `${indent}  `)}`).join('');
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return ' {}';
  return entries.map(([name, item]) => `\n${indent}  ${blockEntry(name, item, `${indent}  `)}`).join('');
}

/** `name: value` at an indentation, which is not written before its first line. */
export function blockEntry(name: string, value: JsonValue, indent: string): string {
  return `${plainOrQuoted(name)}:${blockValue(value, indent)}`;
}

/** `- value` at an indentation, which is not written before its first line. */
export function blockItem(value: JsonValue, indent: string): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value);
    if (entries.length > 0) {
      const inner = `${indent}  `;
      return `- ${entries.map(([name, item]) => blockEntry(name, item, inner)).join(`\n${inner}`)}`;
    }
  }
  return `-${Array.isArray(value) ? ` ${JSON.stringify(value)}` : blockValue(value, indent)}`;
}

/** A value as JSON; over several lines where what it goes into is. */
export function flowValue(value: JsonValue, indent: string, spread: boolean): string {
  return spread ? JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`) : JSON.stringify(value);
}
