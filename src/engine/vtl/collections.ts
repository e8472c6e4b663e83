import { JavaException } from '../values/java-exception';
import { entriesInOrder, removeFromMap } from '../values/maps';
import { JavaList, JavaMap, type JavaValue, MapEntry } from '../values/types';
import { Block, JavaIterator, LoopScope, MapView, SubList } from './host-objects';

/** The elements of a list, an array or a view, in order; undefined for anything else. */
export function itemsOf(value: JavaValue): JavaValue[] | undefined {
  if (value instanceof JavaList) return value.items;
  if (value instanceof SubList) return itemsOfSubList(value);
  if (value instanceof MapView) return itemsOfView(value);
  return undefined;
}

function itemsOfSubList(list: SubList): JavaValue[] {
  checkSubList(list);
  return list.root.items.slice(list.offset, list.offset + list.size);
}

/** A window is good only as long as every change to the list went through it. */
export function checkSubList(list: SubList): void {
  if (list.modCount !== list.root.modCount) throw new JavaException('ConcurrentModificationException');
}

function itemsOfView({ javaType, map }: MapView): JavaValue[] {
  const entries = entriesInOrder(map);
  if (javaType === 'EntrySet') return entries;
  return entries.map(javaType === 'KeySet' ? ({ key }) => key : ({ value }) => value);
}

/** The map behind a value that is one; `$foreach` keeps its own. */
export function mapBehind(value: JavaValue): JavaMap | undefined {
  if (value instanceof JavaMap) return value;
  if (value instanceof LoopScope) return value.storage;
  return undefined;
}

/** What a loop runs over: lists, arrays, views, iterators, and the values of maps; undefined for anything else. */
export function iteratorOf(value: JavaValue): JavaIterator | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof JavaIterator) return value;
  if (value instanceof JavaList) return listIterator(value);
  if (value instanceof SubList) return subListIterator(value);
  if (value instanceof MapView) return mapIterator(value.map, value.javaType);
  const map = mapBehind(value);
  if (map) return mapIterator(map, 'Values');
  if (value instanceof MapEntry || value instanceof Block) return undefined;
  return undefined;
}

/** Notices additions and removals between two steps, as Java's iterators do; setting an element is no change. */
function listIterator(list: JavaList): JavaIterator {
  let cursor = 0;
  let last = -1;
  let { modCount } = list;
  const check = () => {
    if (list.modCount !== modCount) throw new JavaException('ConcurrentModificationException');
  };
  return new JavaIterator(
    () => cursor !== list.items.length,
    () => {
      check();
      if (cursor >= list.items.length) throw new JavaException('NoSuchElementException');
      last = cursor++;
      return list.items[last] as JavaValue;
    },
    () => {
      if (last < 0) throw new JavaException('IllegalStateException');
      check();
      if (list.kind === 'Array') throw new JavaException('UnsupportedOperationException');
      list.items.splice(last, 1);
      list.modCount++;
      modCount = list.modCount;
      cursor = last;
      last = -1;
    },
  );
}

function subListIterator(list: SubList): JavaIterator {
  checkSubList(list);
  let cursor = 0;
  return new JavaIterator(
    () => cursor !== list.size,
    () => {
      checkSubList(list);
      if (cursor >= list.size) throw new JavaException('NoSuchElementException');
      return list.root.items[list.offset + cursor++] as JavaValue;
    },
    () => {
      throw new JavaException('UnsupportedOperationException');
    },
  );
}

function mapIterator(map: JavaMap, what: MapView['javaType']): JavaIterator {
  const entries = entriesInOrder(map);
  let cursor = 0;
  let last: MapEntry | undefined;
  let { modCount } = map;
  return new JavaIterator(
    () => cursor < entries.length,
    () => {
      if (map.modCount !== modCount) throw new JavaException('ConcurrentModificationException');
      const entry = entries[cursor++];
      if (entry === undefined) throw new JavaException('NoSuchElementException');
      last = entry;
      if (what === 'EntrySet') return entry;
      return what === 'KeySet' ? entry.key : entry.value;
    },
    () => {
      if (last === undefined) throw new JavaException('IllegalStateException');
      if (map.modCount !== modCount) throw new JavaException('ConcurrentModificationException');
      removeFromMap(map, last.key);
      modCount = map.modCount;
      last = undefined;
    },
  );
}
