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
  if (value instanceof JavaList) return new ListIterator(value);
  if (value instanceof SubList) return new SubListIterator(value);
  if (value instanceof MapView) return new MapIterator(value.map, value.javaType);
  const map = mapBehind(value);
  if (map) return new MapIterator(map, 'Values');
  if (value instanceof MapEntry || value instanceof Block) return undefined;
  return undefined;
}

/** Notices additions and removals between two steps, as Java's iterators do; setting an element is no change. */
class ListIterator extends JavaIterator {
  readonly #list: JavaList;
  #cursor = 0;
  #last = -1;
  #modCount: number;
  constructor(list: JavaList) {
    super();
    this.#list = list;
    this.#modCount = list.modCount;
  }
  hasNext(): boolean {
    return this.#cursor !== this.#list.items.length;
  }
  next(): JavaValue {
    this.#check();
    const { items } = this.#list;
    if (this.#cursor >= items.length) throw new JavaException('NoSuchElementException');
    this.#last = this.#cursor++;
    return items[this.#last] as JavaValue;
  }
  remove(): void {
    if (this.#last < 0) throw new JavaException('IllegalStateException');
    this.#check();
    const list = this.#list;
    if (list.kind === 'Array') throw new JavaException('UnsupportedOperationException');
    list.items.splice(this.#last, 1);
    this.#modCount = ++list.modCount;
    this.#cursor = this.#last;
    this.#last = -1;
  }
  #check(): void {
    if (this.#list.modCount !== this.#modCount) throw new JavaException('ConcurrentModificationException');
  }
}

class SubListIterator extends JavaIterator {
  readonly #list: SubList;
  #cursor = 0;
  constructor(list: SubList) {
    super();
    checkSubList(list);
    this.#list = list;
  }
  hasNext(): boolean {
    return this.#cursor !== this.#list.size;
  }
  next(): JavaValue {
    const list = this.#list;
    checkSubList(list);
    if (this.#cursor >= list.size) throw new JavaException('NoSuchElementException');
    return list.root.items[list.offset + this.#cursor++] as JavaValue;
  }
  remove(): never {
    throw new JavaException('UnsupportedOperationException');
  }
}

class MapIterator extends JavaIterator {
  readonly #map: JavaMap;
  readonly #what: MapView['javaType'];
  readonly #entries: MapEntry[];
  #cursor = 0;
  #last: MapEntry | undefined;
  #modCount: number;
  constructor(map: JavaMap, what: MapView['javaType']) {
    super();
    this.#map = map;
    this.#what = what;
    this.#entries = entriesInOrder(map);
    this.#modCount = map.modCount;
  }
  hasNext(): boolean {
    return this.#cursor < this.#entries.length;
  }
  next(): JavaValue {
    this.#check();
    const entry = this.#entries[this.#cursor++];
    if (entry === undefined) throw new JavaException('NoSuchElementException');
    this.#last = entry;
    if (this.#what === 'EntrySet') return entry;
    return this.#what === 'KeySet' ? entry.key : entry.value;
  }
  remove(): void {
    if (this.#last === undefined) throw new JavaException('IllegalStateException');
    this.#check();
    removeFromMap(this.#map, this.#last.key);
    this.#modCount = this.#map.modCount;
    this.#last = undefined;
  }
  #check(): void {
    if (this.#map.modCount !== this.#modCount) throw new JavaException('ConcurrentModificationException');
  }
}
