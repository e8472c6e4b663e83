import { compareNumbers, isNumber } from '../../values/arithmetic';
import { JavaException } from '../../values/java-exception';
import { toJavaString } from '../../values/text';
import { JavaCharacter, JavaList, type JavaValue } from '../../values/types';
import { checkSubList, itemsOf, iteratorOf } from '../collections';
import { arrayOf, elementClass, MapView, SubList } from '../host-objects';
import { classOf } from '../java-class';
import type { Run } from '../run';
import { type Method, method } from './method';
import { compareTexts } from './string';

/** A list with positions: a whole one, an array or a window. */
type Listed = JavaList | SubList;

/** `java.util.List`, for literals, ranges, JSON arrays, windows and, as far as their length stays, arrays. */
export const LIST_METHODS: Method[] = [
  method<Listed>('size(): int', (self) => sizeOf(self)),
  method<Listed>('isEmpty(): boolean', (self) => sizeOf(self) === 0),
  method<Listed>(
    'get(int index): Object',
    (self, args) => items(self)[checkIndex(args.int(0), sizeOf(self))] ?? null,
  ),
  method<Listed>('set(int index, Object element): Object', (self, args) => {
    const at = checkIndex(args.int(0), sizeOf(self));
    const { list, offset } = place(self);
    const element = args.get(1);
    checkStore(list, element);
    const old = list.items[offset + at] ?? null;
    list.items[offset + at] = element;
    return old;
  }),
  method<Listed>('add(Object element): boolean', (self, args, run) => {
    insert(self, sizeOf(self), [args.get(0)], run);
    return true;
  }),
  method<Listed>('add(int index, Object element): void', (self, args, run) => {
    const at = args.int(0);
    checkPosition(at, sizeOf(self));
    insert(self, at, [args.get(1)], run);
    return '';
  }),
  method<Listed>('addAll(Collection elements): boolean', (self, args, run) => {
    const added = elementsOf(args.get(0));
    insert(self, sizeOf(self), added, run);
    return added.length > 0;
  }),
  method<Listed>('addAll(int index, Collection elements): boolean', (self, args, run) => {
    checkPosition(args.int(0), sizeOf(self));
    const added = elementsOf(args.get(1));
    insert(self, args.int(0), added, run);
    return added.length > 0;
  }),
  method<Listed>('remove(int index): Object', (self, args) =>
    removeAt(self, checkIndex(args.int(0), sizeOf(self))),
  ),
  method<Listed>('remove(Object element): boolean', (self, args, run) => {
    const at = items(self).findIndex((item) => run.equals(args.get(0), item));
    if (at >= 0) removeAt(self, at);
    return at >= 0;
  }),
  method<Listed>('clear(): void', (self) => {
    if (place(self).list.kind === 'Array' && sizeOf(self) === 0) return '';
    splice(self, 0, sizeOf(self), []);
    return '';
  }),
  method<Listed>('contains(Object element): boolean', (self, args, run) =>
    items(self).some((item) => run.equals(args.get(0), item)),
  ),
  method<Listed>('indexOf(Object element): int', (self, args, run) =>
    items(self).findIndex((item) => run.equals(args.get(0), item)),
  ),
  method<Listed>('lastIndexOf(Object element): int', (self, args, run) =>
    items(self).findLastIndex((item) => run.equals(args.get(0), item)),
  ),
  method<Listed>('subList(int fromIndex, int toIndex): List', (self, args) => {
    const [from, to] = [args.int(0), args.int(1)];
    const { list, offset } = place(self);
    if (from < 0) throw new JavaException('IndexOutOfBoundsException', `fromIndex = ${from}`);
    if (to > sizeOf(self)) throw new JavaException('IndexOutOfBoundsException', `toIndex = ${to}`);
    if (from > to) throw new JavaException('IllegalArgumentException', `fromIndex(${from}) > toIndex(${to})`);
    return new SubList(list, self instanceof SubList ? self : null, offset + from, to - from);
  }),
  method<Listed>('iterator(): Iterator', (self) => iteratorOf(self) ?? null),
  method<JavaValue>('containsAll(Collection elements): boolean', (self, args, run) =>
    containsAll(self, args.get(0), run),
  ),
  method<Listed>('removeAll(Collection elements): boolean', (self, args, run) =>
    keepIf(self, args.get(0), false, run),
  ),
  method<Listed>('retainAll(Collection elements): boolean', (self, args, run) =>
    keepIf(self, args.get(0), true, run),
  ),
  method<JavaValue>('toArray(): Object[]', (self) => arrayOf([...(itemsOf(self) ?? [])], 'Object')),
  method<JavaValue>('toArray(Object[] array): Object[]', (self) =>
    arrayOf([...(itemsOf(self) ?? [])], 'Object'),
  ),
];

/** What only `java.util.ArrayList` and its descendants have. */
export const ARRAY_LIST_METHODS: Method[] = [
  method<JavaList>('clone(): Object', (self, _args, run) => {
    run.allocateElements(self.items.length);
    return new JavaList([...self.items], self.kind);
  }),
  method<JavaList>('sort(Comparator order): void', (self) => {
    self.items.sort(naturalOrder);
    self.modCount++;
    return '';
  }),
  method<JavaList>('ensureCapacity(int capacity): void', () => ''),
  method<JavaList>('trimToSize(): void', () => ''),
];

/** What json-smart's arrays add. */
export const JSON_ARRAY_METHODS: Method[] = [
  method<JavaList>('toJSONString(): String', (self, _args, run) => run.text(self)),
  method<JavaList>('appendElement(Object element): JSONArray', (self, args, run) => {
    insert(self, self.items.length, [args.get(0)], run);
    return self;
  }),
];

/** What `keySet()`, `values()` and `entrySet()` share with lists. */
export function containsAll(self: JavaValue, other: JavaValue, run: Run): boolean {
  const held = itemsOf(self) ?? [];
  return elementsOf(other).every((element) => held.some((item) => run.equals(element, item)));
}

export function elementsOf(value: JavaValue): JavaValue[] {
  const elements = itemsOf(value);
  if (elements === undefined) throw new JavaException('NullPointerException');
  return value instanceof MapView ? elements : [...elements];
}

function place(self: Listed): { list: JavaList; offset: number } {
  if (!(self instanceof SubList)) return { list: self, offset: 0 };
  checkSubList(self);
  return { list: self.root, offset: self.offset };
}

function sizeOf(self: Listed): number {
  if (!(self instanceof SubList)) return self.items.length;
  checkSubList(self);
  return self.size;
}

function items(self: Listed): JavaValue[] {
  return itemsOf(self) ?? [];
}

function checkIndex(index: number, size: number): number {
  if (index >= 0 && index < size) return index;
  throw new JavaException('IndexOutOfBoundsException', `Index ${index} out of bounds for length ${size}`);
}

function checkPosition(index: number, size: number): void {
  if (index < 0 || index > size) {
    throw new JavaException('IndexOutOfBoundsException', `Index: ${index}, Size: ${size}`);
  }
}

/** An array takes only what its class allows. */
function checkStore(list: JavaList, element: JavaValue): void {
  if (list.kind !== 'Array' || element === null) return;
  const elements = elementClass(list);
  const given = classOf(element);
  const right = { String: 'String', char: 'Character', byte: 'Byte', Object: given }[elements];
  if (given !== right) throw new JavaException('IllegalArgumentException', 'array element type mismatch');
}

function insert(self: Listed, at: number, elements: JavaValue[], run: Run): void {
  run.allocateElements(elements.length);
  splice(self, at, 0, elements);
}

function removeAt(self: Listed, at: number): JavaValue {
  const { list, offset } = place(self);
  const removed = list.items[offset + at] ?? null;
  splice(self, at, 1, []);
  return removed;
}

/** Changes the length of a list, and of the windows it was reached through. */
function splice(self: Listed, at: number, count: number, elements: JavaValue[]): void {
  const { list, offset } = place(self);
  if (list.kind === 'Array') {
    // Adding nothing is no change.
    if (count === 0 && elements.length === 0) return;
    throw new JavaException('UnsupportedOperationException');
  }
  if (at + offset === list.items.length && count === 0)
    for (const element of elements) list.items.push(element);
  else if (elements.length <= 1) list.items.splice(offset + at, count, ...elements);
  else {
    const rest = list.items.splice(offset + at);
    for (const element of elements) list.items.push(element);
    for (let i = count; i < rest.length; i++) list.items.push(rest[i] as JavaValue);
  }
  list.modCount++;
  for (let window = self instanceof SubList ? self : null; window !== null; window = window.parent) {
    window.size += elements.length - count;
    window.modCount = list.modCount;
  }
}

function keepIf(self: Listed, other: JavaValue, held: boolean, run: Run): boolean {
  const others = elementsOf(other);
  const before = [...items(self)];
  const kept = before.filter((item) => others.some((element) => run.equals(item, element)) === held);
  if (kept.length === before.length) return false;
  splice(self, 0, before.length, []);
  splice(self, 0, 0, kept);
  return true;
}

/** @throws JavaException for elements that have no common order. */
function naturalOrder(a: JavaValue, b: JavaValue): number {
  if (a === null || b === null) throw new JavaException('NullPointerException');
  if (classOf(a) !== classOf(b))
    throw new JavaException('ClassCastException', `${classOf(a)} is no ${classOf(b)}`);
  if (typeof a === 'string') return compareTexts(a, b as string);
  if (isNumber(a)) return compareNumbers(a, b as typeof a);
  if (typeof a === 'boolean') return Number(a) - Number(b);
  if (a instanceof JavaCharacter) return compareTexts(a.value, toJavaString(b));
  throw new JavaException('ClassCastException', `${classOf(a)} has no order`);
}
