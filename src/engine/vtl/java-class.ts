import { JavaList, JavaMap, type JavaValue } from '../values/types';
import { elementClass } from './host-objects';

/*
 * The classes of values as far as choosing a method needs them. Names are Java's without packages.
 */

/** The class of a value; `null` for null. */
export function classOf(value: JavaValue): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Integer';
    case 'boolean':
      return 'Boolean';
  }
  if (value instanceof JavaList) return value.kind === 'Array' ? `${elementClass(value)}[]` : value.kind;
  if (value instanceof JavaMap) return value.kind;
  return value.javaType;
}

const COLLECTION = ['Collection', 'Iterable'];
const LIST = ['List', 'AbstractList', 'AbstractCollection', ...COLLECTION];
const SET = ['Set', 'AbstractSet', 'AbstractCollection', ...COLLECTION];
const MAP = ['Map', 'AbstractMap'];

/** Classes and interfaces above a class, `Object` apart. */
const ABOVE: Record<string, string[]> = {
  String: ['CharSequence', 'Comparable'],
  Integer: ['Number', 'Comparable'],
  Long: ['Number', 'Comparable'],
  Float: ['Number', 'Comparable'],
  Double: ['Number', 'Comparable'],
  BigInteger: ['Number', 'Comparable'],
  BigDecimal: ['Number', 'Comparable'],
  Boolean: ['Comparable'],
  Character: ['Comparable'],
  ArrayList: LIST,
  JSONArray: ['ArrayList', ...LIST],
  SubList: LIST,
  LinkedHashMap: ['HashMap', ...MAP],
  ContextMap: ['HashMap', ...MAP],
  LoopScope: ['Scope', ...MAP],
  KeySet: SET,
  EntrySet: SET,
  Values: ['AbstractCollection', ...COLLECTION],
  'String[]': ['Object[]', 'CharSequence[]', 'Comparable[]'],
  // Between types of parameters only.
  Number: [],
  List: COLLECTION,
  Set: COLLECTION,
  Collection: ['Iterable'],
  CharSequence: [],
  'CharSequence[]': ['Object[]'],
};

/** Whether a variable of class `formal` can hold a value of class `actual`. */
function isAssignable(formal: string, actual: string): boolean {
  return (
    formal === actual ||
    (formal === 'Object' && !PRIMITIVES.has(actual)) ||
    (ABOVE[actual]?.includes(formal) ?? false)
  );
}

/** Whether two classes lie on one line of descent: then `==` asks `equals`. */
export function areRelated(left: string, right: string): boolean {
  return isAssignable(left, right) || isAssignable(right, left);
}

const PRIMITIVES = new Set(['boolean', 'char', 'byte', 'short', 'int', 'long', 'float', 'double']);

/** Boxed classes that fit a primitive parameter. */
const BOXED: Record<string, string[]> = {
  boolean: ['Boolean'],
  char: ['Character'],
  int: ['Integer'],
  long: ['Long', 'Integer'],
  float: ['Float', 'Long', 'Integer'],
  double: ['Double', 'Float', 'Long', 'Integer'],
};

/** Primitives that widen to a primitive. */
const WIDENED: Record<string, string[]> = {
  int: ['short', 'byte'],
  long: ['int', 'short', 'byte'],
  float: ['long', 'int', 'short', 'byte'],
  double: ['float', 'long', 'int', 'short', 'byte'],
};

/** Whether an argument of class `actual` fits a parameter; `null` fits every class but no primitive. */
export function fits(formal: string, actual: string, mayBeVariable: boolean): boolean {
  if (actual === 'null') return !PRIMITIVES.has(formal);
  if (isAssignable(formal, actual)) return true;
  if (BOXED[formal]?.includes(actual)) return true;
  return mayBeVariable && formal.endsWith('[]') && fits(formal.slice(0, -2), stripArray(actual), false);
}

/** Whether one parameter is at least as wide as another, to find the more specific of two methods. */
export function isWider(formal: string, other: string, mayBeVariable: boolean): boolean {
  // Object is wider than everything, primitives included.
  if (formal === 'Object' || isAssignable(formal, other)) return true;
  if (WIDENED[formal]?.includes(other)) return true;
  return mayBeVariable && formal.endsWith('[]') && isWider(formal.slice(0, -2), stripArray(other), false);
}

function stripArray(name: string): string {
  return name.endsWith('[]') ? name.slice(0, -2) : name;
}
