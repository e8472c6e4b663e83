import { writeJson } from '../json/write-json';
import { bigDecimalText } from './big-decimal-text';
import { doubleText, floatText } from './double-text';
import { entriesInOrder } from './maps';
import { type JavaHostObject, JavaList, JavaMap, type JavaNumber, type JavaValue, MapEntry } from './types';

/**
 * Longest text made of one value, in UTF-16 units: the service's payload limit of 10 MB. Lists that hold
 * themselves, and lists doubled in a loop, would otherwise print for ever; Java ends them with an error too.
 */
export const MAX_TEXT_LENGTH = 10 * 1024 * 1024;

/** A value has no text within the limit. Whoever prints user-made values turns this into the user's error. */
export class TextOverflow extends Error {
  constructor() {
    super(`the text of the value is longer than ${MAX_TEXT_LENGTH} characters`);
  }
}

/** How an object with behaviour of its own prints: as `toString`, or inside JSON text. */
export type HostText = (value: JavaHostObject, form: 'text' | 'json') => string;

/**
 * `String.valueOf(value)`: what Velocity prints (section 8 of the template language's spec). Maps print as
 * `{k=v}`, lists of a template as `[a, b]`, arrays read from JSON as JSON text, `$context` and its maps as nothing.
 *
 * @throws TextOverflow when the text is too long or the value holds itself.
 */
export function toJavaString(value: JavaValue, hostText: HostText = (host) => host.javaType): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isNumber(value)) return numberText(value);
  return compositeText(value, hostText);
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

function isNumber(value: JavaValue & object): value is Exclude<JavaNumber, number> {
  switch (value.javaType) {
    case 'Long':
    case 'BigInteger':
    case 'Double':
    case 'Float':
    case 'BigDecimal':
      return true;
    default:
      return false;
  }
}

/** Text still to be written, or a value in a container. */
type Pending = string | { value: JavaValue; within: JavaList | JavaMap | MapEntry };

/** Works through a list of pending pieces instead of calling itself: values may be nested without limit. */
function compositeText(root: JavaValue & object, hostText: HostText): string {
  let text = '';
  const pending: Pending[] = [];
  const expand = (value: JavaValue, within?: JavaList | JavaMap | MapEntry): void => {
    if (value instanceof JavaList && value.kind === 'ArrayList') {
      pending.push(value === within ? '(this Collection)' : listPieces(value, pending));
    } else if (value instanceof JavaMap && value.kind === 'LinkedHashMap') {
      pending.push(value === within ? '(this Map)' : mapPieces(value, pending));
    } else if (value instanceof MapEntry) {
      pending.push({ value: value.value, within: value }, '=', { value: value.key, within: value });
    } else pending.push(leafText(value, hostText));
  };
  expand(root);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') text += next;
    else expand(next.value, next.within);
    if (text.length > MAX_TEXT_LENGTH || pending.length > MAX_TEXT_LENGTH) throw new TextOverflow();
  }
  return text;
}

/** Puts everything after the opening bracket on the stack, last piece first, and returns the bracket. */
function listPieces(list: JavaList, pending: Pending[]): string {
  pending.push(']');
  for (let i = list.items.length - 1; i >= 0; i--) {
    pending.push({ value: list.items[i] ?? null, within: list });
    if (i > 0) pending.push(', ');
  }
  return '[';
}

function mapPieces(map: JavaMap, pending: Pending[]): string {
  pending.push('}');
  const entries = entriesInOrder(map);
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i];
    if (!entry) continue;
    pending.push({ value: entry.value, within: map }, '=', { value: entry.key, within: map });
    if (i > 0) pending.push(', ');
  }
  return '{';
}

/** Values that hold nothing more to walk through. */
function leafText(value: JavaValue, hostText: HostText): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (isNumber(value)) return numberText(value);
  if (value instanceof JavaList) {
    // The hash in a Java array's text is an address; any number is as right as another.
    return value.kind === 'Array' ? '[Ljava.lang.String;@1b6d3586' : writeJson(value, 'default', hostText);
  }
  if (value instanceof JavaMap) return '';
  if (value.javaType === 'Character' && 'value' in value) return String(value.value);
  return hostText(value as JavaHostObject, 'text');
}
