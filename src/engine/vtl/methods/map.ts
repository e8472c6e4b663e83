import { JavaException } from '../../values/java-exception';
import { entriesInOrder, getFromMap, mapHasKey, putIntoMap, removeFromMap } from '../../values/maps';
import { JavaMap, type JavaValue, type MapEntry } from '../../values/types';
import { itemsOf, iteratorOf, mapBehind } from '../collections';
import { arrayOf, LoopScope, MapView } from '../host-objects';
import type { Run } from '../run';
import { containsAll, elementsOf } from './list';
import { type Method, method } from './method';

type Mapped = JavaMap | LoopScope;

/** `java.util.Map`, for literals, JSON objects, `$context`, `$stageVariables` and `$foreach`. */
export const MAP_METHODS: Method[] = [
  method<Mapped>('size(): int', (self) => mapOf(self).entries.size),
  method<Mapped>('isEmpty(): boolean', (self) => mapOf(self).isEmpty),
  method<Mapped>('get(Object key): Object', (self, args) => getFrom(self, args.get(0))),
  method<Mapped>('put(Object key, Object value): Object', (self, args, run) =>
    putInto(self, args.get(0), args.get(1), run),
  ),
  method<Mapped>('putAll(Map entries): void', (self, args, run) => {
    const other = mapBehind(args.get(0));
    if (!other) throw new JavaException('NullPointerException');
    for (const { key, value } of entriesInOrder(other)) putInto(self, key, value, run);
    return '';
  }),
  method<Mapped>('putIfAbsent(Object key, Object value): Object', (self, args, run) => {
    const old = getFromMap(mapOf(self), args.get(0));
    if (old === null) putInto(self, args.get(0), args.get(1), run);
    return old;
  }),
  method<Mapped>('containsKey(Object key): boolean', (self, args) => mapHasKey(mapOf(self), args.get(0))),
  method<Mapped>('containsValue(Object value): boolean', (self, args, run) =>
    [...mapOf(self).entries.values()].some(({ value }) => run.equals(args.get(0), value)),
  ),
  method<Mapped>('remove(Object key): Object', (self, args) => removeFromMap(mapOf(self), args.get(0))),
  method<Mapped>('remove(Object key, Object value): boolean', (self, args, run) => {
    const [key, value] = [args.get(0), args.get(1)];
    const map = mapOf(self);
    if (!mapHasKey(map, key) || !run.equals(getFromMap(map, key), value)) return false;
    removeFromMap(map, key);
    return true;
  }),
  method<Mapped>('getOrDefault(Object key, Object defaultValue): Object', (self, args) =>
    mapHasKey(mapOf(self), args.get(0)) ? getFrom(self, args.get(0)) : args.get(1),
  ),
  method<Mapped>('replace(Object key, Object value): Object', (self, args, run) =>
    mapHasKey(mapOf(self), args.get(0)) ? putInto(self, args.get(0), args.get(1), run) : null,
  ),
  method<Mapped>('replace(Object key, Object oldValue, Object newValue): boolean', (self, args, run) => {
    const map = mapOf(self);
    if (!mapHasKey(map, args.get(0)) || !run.equals(getFromMap(map, args.get(0)), args.get(1))) return false;
    putInto(self, args.get(0), args.get(2), run);
    return true;
  }),
  method<Mapped>('keySet(): Set', (self) => new MapView('KeySet', mapOf(self))),
  method<Mapped>('values(): Collection', (self) => new MapView('Values', mapOf(self))),
  method<Mapped>('entrySet(): Set', (self) => new MapView('EntrySet', mapOf(self))),
  method<Mapped>('clear(): void', (self) => {
    const map = mapOf(self);
    map.entries.clear();
    map.modCount++;
    return '';
  }),
];

/** What the hash maps have and `$foreach` has not. */
export const HASH_MAP_METHODS: Method[] = [
  method<JavaMap>('clone(): Object', (self, _args, run) => {
    const copy = new JavaMap(self.kind);
    for (const { key, value } of self.entries.values()) putInto(copy, key, value, run);
    return copy;
  }),
];

/** `java.util.Map.Entry`. */
export const ENTRY_METHODS: Method[] = [
  method<MapEntry>('getKey(): Object', (self) => self.key),
  method<MapEntry>('getValue(): Object', (self) => self.value),
  method<MapEntry>('setValue(Object value): Object', (self, args) => {
    const old = self.value;
    self.value = args.get(0);
    return old;
  }),
];

/** `keySet()`, `values()` and `entrySet()`: they show the map as it is, and removing from them removes from it. */
export const VIEW_METHODS: Method[] = [
  method<MapView>('size(): int', (self) => self.map.entries.size),
  method<MapView>('isEmpty(): boolean', (self) => self.map.entries.size === 0),
  method<MapView>('contains(Object element): boolean', (self, args, run) =>
    viewContains(self, args.get(0), run),
  ),
  method<MapView>('containsAll(Collection elements): boolean', (self, args, run) =>
    containsAll(self, args.get(0), run),
  ),
  method<MapView>('iterator(): Iterator', (self) => iteratorOf(self) ?? null),
  method<MapView>('toArray(): Object[]', (self) => viewArray(self)),
  method<MapView>('toArray(Object[] array): Object[]', (self) => viewArray(self)),
  method<MapView>('remove(Object element): boolean', (self, args, run) => {
    const entry = [...self.map.entries.values()].find((candidate) =>
      run.equals(args.get(0), shownBy(self, candidate)),
    );
    if (entry) removeFromMap(self.map, entry.key);
    return entry !== undefined;
  }),
  method<MapView>('removeAll(Collection elements): boolean', (self, args, run) =>
    keepIf(self, args.get(0), false, run),
  ),
  method<MapView>('retainAll(Collection elements): boolean', (self, args, run) =>
    keepIf(self, args.get(0), true, run),
  ),
  method<MapView>('add(Object element): boolean', () => {
    throw new JavaException('UnsupportedOperationException');
  }),
  method<MapView>('addAll(Collection elements): boolean', (_self, args) => {
    if (elementsOf(args.get(0)).length === 0) return false;
    throw new JavaException('UnsupportedOperationException');
  }),
  method<MapView>('clear(): void', (self) => {
    self.map.entries.clear();
    self.map.modCount++;
    return '';
  }),
];

function mapOf(self: Mapped): JavaMap {
  return self instanceof LoopScope ? self.storage : self;
}

/** `$foreach.x` of an inner loop asks the outer ones too. */
export function getFrom(self: Mapped, key: JavaValue): JavaValue {
  if (!(self instanceof LoopScope)) return getFromMap(self, key);
  for (let scope: LoopScope | null = self; scope !== null; scope = scope.parent) {
    const value = getFromMap(scope.storage, key);
    if (value !== null) return value;
  }
  return null;
}

export function putInto(self: Mapped, key: JavaValue, value: JavaValue, run: Run): JavaValue {
  run.allocateElements(1);
  return putIntoMap(mapOf(self), key, value);
}

function shownBy({ javaType }: MapView, entry: MapEntry): JavaValue {
  if (javaType === 'EntrySet') return entry;
  return javaType === 'KeySet' ? entry.key : entry.value;
}

function viewContains(self: MapView, element: JavaValue, run: Run): boolean {
  if (self.javaType === 'KeySet') return mapHasKey(self.map, element);
  return (itemsOf(self) ?? []).some((item) => run.equals(element, item));
}

function viewArray(self: MapView): JavaValue {
  return arrayOf([...(itemsOf(self) ?? [])], 'Object');
}

function keepIf(self: MapView, other: JavaValue, held: boolean, run: Run): boolean {
  const others = elementsOf(other);
  let changed = false;
  for (const entry of [...self.map.entries.values()]) {
    const shown = shownBy(self, entry);
    if (others.some((element) => run.equals(shown, element)) === held) continue;
    removeFromMap(self.map, entry.key);
    changed = true;
  }
  return changed;
}
