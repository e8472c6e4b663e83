import { entriesInOrder } from '../values/maps';
import { type HostText, MAX_TEXT_LENGTH, TextOverflow, toJavaString } from '../values/text';
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

/** Text still to be written, or a value. */
type Pending = string | { value: JavaValue };

/**
 * A value as json-smart writes it. A Double that is no number becomes `null`; other numbers, also a Float NaN, keep the
 * text Java gives them.
 *
 * @throws TextOverflow when the text is longer than the service's payload limit, or the value holds itself.
 */
export function writeJson(
  root: JavaValue,
  style: JsonStyle,
  hostText: HostText = (host) => quoteJson(host.javaType, style),
): string {
  let text = '';
  const pending: Pending[] = [{ value: root }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') text += next;
    else if (next.value instanceof JavaList) {
      text += '[';
      pending.push(']');
      for (let i = next.value.items.length - 1; i >= 0; i--) {
        pending.push({ value: next.value.items[i] ?? null });
        if (i > 0) pending.push(',');
      }
    } else if (next.value instanceof JavaMap) {
      text += '{';
      pending.push('}');
      const entries = entriesInOrder(next.value);
      for (let i = entries.length - 1; i >= 0; i--) {
        const entry = entries[i];
        if (!entry) continue;
        const key = quoteJson(toJavaString(entry.key, hostText), style);
        pending.push({ value: entry.value }, `${i > 0 ? ',' : ''}${key}:`);
      }
    } else if (next.value instanceof MapEntry) {
      pending.push('}', { value: next.value.value }, ',"value":', { value: next.value.key }, '{"key":');
    } else text += writeScalar(next.value, style, hostText);
    if (text.length > MAX_TEXT_LENGTH || pending.length > MAX_TEXT_LENGTH) throw new TextOverflow();
  }
  return text;
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

function writeScalar(value: JavaValue, style: JsonStyle, hostText: HostText): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoteJson(value, style);
  if (value instanceof JavaDouble && !Number.isFinite(value.value)) return 'null';
  if (value instanceof JavaCharacter) return quoteJson(value.value, style);
  if (typeof value === 'object' && 'host' in value) return hostText(value, 'json');
  return toJavaString(value);
}
