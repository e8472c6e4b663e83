import type { JsonValue } from '../text/json-value';
import { isNumber } from '../values/arithmetic';
import { toDouble } from '../values/exact-numbers';
import { putIntoMap } from '../values/maps';
import { integerOf } from '../values/numbers';
import { toJavaString } from '../values/text';
import { JavaDouble, JavaList, JavaMap, type JavaValue, type MapKind } from '../values/types';
import { itemsOf, mapBehind } from './collections';

/** Levels a value is followed; what lies deeper is left out. */
const MAX_DEPTH = 200;

/** Plain JSON as Java values; whole numbers become Integer, Long or BigInteger. @param kind of the maps */
export function fromJsonValue(value: JsonValue, kind: MapKind = 'LinkedHashMap', depth = 0): JavaValue {
  if (typeof value === 'number') {
    if ((value | 0) === value && !Object.is(value, -0)) return value;
    return Number.isSafeInteger(value) && !Object.is(value, -0)
      ? integerOf(BigInt(value))
      : new JavaDouble(value);
  }
  if (value === null || typeof value !== 'object') return value ?? null;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value))
    return new JavaList(
      value.map((item) => fromJsonValue(item, kind, depth + 1)),
      'JSONArray',
    );
  const map = new JavaMap(kind);
  for (const [key, member] of Object.entries(value))
    putIntoMap(map, key, fromJsonValue(member, kind, depth + 1));
  return map;
}

/** Java values as plain JSON, maps in the order they were filled. Anything that is no map, list, number or Boolean becomes its text. */
export function toJsonValue(value: JavaValue, depth = 0): JsonValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (isNumber(value)) return toDouble(value);
  if (depth >= MAX_DEPTH) return null;
  const map = mapBehind(value);
  if (map) {
    if (map.isEmpty) return {};
    const object: Record<string, JsonValue> = {};
    for (const entry of map.entries.values()) {
      const key = toJavaString(entry.key);
      const value = toJsonValue(entry.value, depth + 1);
      if (key !== '__proto__') object[key] = value;
      else {
        // A key like any other: assigning it would set the prototype.
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      }
    }
    return object;
  }
  const items = itemsOf(value);
  return items ? items.map((item) => toJsonValue(item, depth + 1)) : toJavaString(value, () => '');
}
