import { writeJson } from '../json/write-json';
import { bigDecimalText } from './big-decimal-text';
import { doubleText, floatText } from './double-text';
import { entriesInOrder } from './maps';
import { type HostText, type Opened, TextOverflow, writeNested } from './nested-text';
import { JavaCharacter, JavaList, JavaMap, type JavaNumber, type JavaValue, MapEntry } from './types';

export { type HostText, TextOverflow } from './nested-text';

/** Texts inside texts: a map in JSON whose key is a list that holds a map, and so on. */
const MAX_TEXTS = 50;

/**
 * `String.valueOf(value)`: what Velocity prints (section 8 of the template language's spec). Maps print as
 * `{k=v}`, lists of a template as `[a, b]`, arrays read from JSON as JSON text, `$context` and its maps as nothing.
 *
 * @param level how many texts this one is part of
 * @throws TextOverflow when the text is too long or the value holds itself.
 */
export function toJavaString(
  value: JavaValue,
  hostText: HostText = (host) => host.javaType,
  level = 0,
): string {
  if (level > MAX_TEXTS) throw new TextOverflow();
  if (typeof value === 'string') return value;
  return writeNested(value, (part, within) => formOf(part, within, hostText, level));
}

/** The text of a number, as every Java class of numbers prints it. */
export function numberText(value: JavaNumber): string {
  if (typeof value === 'number') return String(value);
  switch (value.javaType) {
    case 'Long':
    case 'BigInteger':
      return value.value.toString();
    case 'Double':
      return doubleText(value.value);
    case 'Float':
      return floatText(value.value);
    case 'BigDecimal':
      return bigDecimalText(value);
  }
}

function formOf(value: JavaValue, within: JavaValue, hostText: HostText, level: number): string | Opened {
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof JavaList) {
    if (value.kind === 'JSONArray') return writeJson(value, 'default', hostText, level + 1);
    // The hash in a Java array's text is an address; any number is as right as another.
    if (value.kind === 'Array') return '[Ljava.lang.String;@1b6d3586';
    if (value === within) return '(this Collection)';
    const { items } = value;
    const valueAt = (index: number): JavaValue => items[index] ?? null;
    return { container: value, open: '[', between: ', ', close: ']', size: items.length, valueAt };
  }
  if (value instanceof JavaMap) {
    if (value.kind === 'ContextMap') return '';
    if (value === within) return '(this Map)';
    const entries = entriesInOrder(value);
    const valueAt = (index: number): JavaValue => entries[index] ?? null;
    return { container: value, open: '{', between: ', ', close: '}', size: entries.length, valueAt };
  }
  if (value instanceof MapEntry) {
    const { key, value: held } = value;
    // The map around it is what a key or a value may be the same as.
    const valueAt = (index: number): JavaValue => (index === 0 ? key : held);
    return { container: within, isPart: true, open: '', between: '=', close: '', size: 2, valueAt };
  }
  if (value instanceof JavaCharacter) return value.value;
  return 'host' in value ? hostText(value, 'text') : numberText(value);
}
