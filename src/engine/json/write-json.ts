import { entriesInOrder } from '../values/maps';
import { type HostText, type Opened, writeNested } from '../values/nested-text';
import { numberText, toJavaString } from '../values/text';
import { JavaCharacter, JavaDouble, JavaList, JavaMap, type JavaValue, MapEntry } from '../values/types';

/**
 * json-smart's two ways to write:
 * - `default`: `toJSONString` and the text of an array; a slash is written `\/`
 * - `LT_COMPRESS`: what the JSON provider's `toJson` uses, and so `$input.json`
 *
 * Neither writes blanks. Both write control characters, U+007F to U+009F and U+2000 to U+20FF as `\uXXXX`
 * (spec of JSONPath, section 4).
 */
export type JsonStyle = 'default' | 'LT_COMPRESS';

const ESCAPED = {
  default: /["\\/\u0000-\u001f\u007f-\u009f\u2000-\u20ff]/g,
  LT_COMPRESS: /["\\\u0000-\u001f\u007f-\u009f\u2000-\u20ff]/g,
};

const SHORT_ESCAPES: Record<string, string> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A value as json-smart writes it. A Double that is no number becomes `null`; other numbers, also a Float NaN, keep the
 * text Java gives them.
 *
 * @param level how many texts this one is part of
 * @throws TextOverflow when the text is longer than the service's payload limit, or the value holds itself.
 */
export function writeJson(
  root: JavaValue,
  style: JsonStyle,
  hostText: HostText = (host) => quoteJson(host.javaType, style),
  level = 0,
): string {
  return writeNested(root, (value) => formOf(value, style, hostText, level));
}

/** A string in quotes. */
export function quoteJson(text: string, style: JsonStyle): string {
  return `"${text.replace(ESCAPED[style], escapeSequence)}"`;
}

function escapeSequence(character: string): string {
  if (character === '"' || character === '\\' || character === '/') return `\\${character}`;
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return SHORT_ESCAPES[character] ?? `\\u${code}`;
}

function formOf(value: JavaValue, style: JsonStyle, hostText: HostText, level: number): string | Opened {
  if (typeof value === 'string') return quoteJson(value, style);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof JavaList) {
    const { items } = value;
    const valueAt = (index: number): JavaValue => items[index] ?? null;
    return { container: value, open: '[', between: ',', close: ']', size: items.length, valueAt };
  }
  if (value instanceof JavaMap) {
    const entries = entriesInOrder(value);
    const valueAt = (index: number): JavaValue => entries[index]?.value ?? null;
    const prefixAt = (index: number): string =>
      `${quoteJson(toJavaString(entries[index]?.key ?? null, hostText, level + 1), style)}:`;
    return { container: value, open: '{', between: ',', close: '}', size: entries.length, valueAt, prefixAt };
  }
  if (value instanceof MapEntry) {
    const { key, value: held } = value;
    const valueAt = (index: number): JavaValue => (index === 0 ? key : held);
    const prefixAt = (index: number): string => (index === 0 ? '"key":' : '"value":');
    return { container: value, open: '{', between: ',', close: '}', size: 2, valueAt, prefixAt };
  }
  if (value instanceof JavaCharacter) return quoteJson(value.value, style);
  if ('host' in value) return hostText(value, 'json');
  return value instanceof JavaDouble && !Number.isFinite(value.value) ? 'null' : numberText(value);
}
