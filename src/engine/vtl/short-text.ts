import { isNumber } from '../values/arithmetic';
import { toJavaString } from '../values/text';
import { JavaCharacter, JavaList, JavaMap, type JavaValue, MapEntry } from '../values/types';
import { itemsOf } from './collections';

const MAX_LENGTH = 120;

/**
 * The text of a value for a trace: short, and without running anything the template would run by printing it.
 */
export function shortText(value: JavaValue): string {
  const text = textWithin(value, MAX_LENGTH + 1, 0);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

function textWithin(value: JavaValue, room: number, depth: number): string {
  if (value === null || typeof value !== 'object') return String(value).slice(0, room);
  if (isNumber(value) || value instanceof JavaCharacter) return toJavaString(value).slice(0, room);
  if (depth > 3) return '…';
  if (value instanceof JavaMap) {
    return joined('{', value.entries.values(), '}', room, depth);
  }
  if (value instanceof MapEntry) {
    return `${textWithin(value.key, room, depth)}=${textWithin(value.value, room, depth + 1)}`;
  }
  const items = value instanceof JavaList ? value.items : itemsOf(value);
  return items ? joined('[', items, ']', room, depth) : '';
}

function joined(
  open: string,
  values: Iterable<JavaValue>,
  close: string,
  room: number,
  depth: number,
): string {
  let text = open;
  for (const value of values) {
    if (text.length > room) break;
    text += (text === open ? '' : ', ') + textWithin(value, room - text.length, depth + 1);
  }
  return text + close;
}
