import { hashCode } from './hash-code';
import { keyOf } from './keys';
import { JavaMap, type JavaValue, type MapEntry, type MapKind } from './types';

/** `Map.get`: null when the key is absent. */
export function getFromMap(map: JavaMap, key: JavaValue): JavaValue {
  return map.valueAt(keyOf(key)) ?? null;
}

/** `Map.containsKey`. */
export function mapHasKey(map: JavaMap, key: JavaValue): boolean {
  return map.entries.has(keyOf(key));
}

/** `Map.put`: the value replaced, or null. A key that is already there keeps its place and its own object. */
export function putIntoMap(map: JavaMap, key: JavaValue, value: JavaValue): JavaValue {
  const previous = map.put(keyOf(key), key, value);
  if (previous !== undefined) return previous;
  map.modCount++;
  return null;
}

/** `Map.remove`: the value removed, or null. */
export function removeFromMap(map: JavaMap, key: JavaValue): JavaValue {
  const slot = keyOf(key);
  const entry = map.entries.get(slot);
  if (!entry) return null;
  map.entries.delete(slot);
  map.modCount++;
  return entry.value;
}

/** A map of String keys, in the order given. */
export function mapOf(members: Iterable<[string, JavaValue]>, kind: MapKind = 'LinkedHashMap'): JavaMap {
  const map = new JavaMap(kind);
  for (const [key, value] of members) putIntoMap(map, key, value);
  return map;
}

/**
 * A map's entries in the order Java iterates them: as inserted, or for `$context` and its maps by
 * `java.util.HashMap`'s slots (recorded on the service; spec of the template language, section 8).
 *
 * Removing entries never shrinks a Java table; here the table fits the entries left. The difference can only
 * be seen after removing more than a quarter of a large `$context`.
 */
export function entriesInOrder(map: JavaMap): MapEntry[] {
  const entries = [...map.entries.values()];
  if (map.kind === 'LinkedHashMap') return entries;
  let size = 16;
  while (size * 0.75 < entries.length) size *= 2;
  const slotOf = (entry: MapEntry): number => {
    const hash = hashCode(entry.key);
    return (hash ^ (hash >>> 16)) & (size - 1);
  };
  return entries
    .map((entry) => ({ entry, slot: slotOf(entry) }))
    .sort((a, b) => a.slot - b.slot)
    .map(({ entry }) => entry);
}
