import { BIG_DECIMAL_METHODS, BIG_INTEGER_METHODS } from './big-number';
import { DOUBLE_METHODS, FLOAT_METHODS } from './floating';
import {
  BLOCK_METHODS,
  INPUT_METHODS,
  ITERATOR_METHODS,
  LOOP_METHODS,
  SCOPE_INFO_METHODS,
  UTIL_METHODS,
} from './host';
import { ARRAY_LIST_METHODS, JSON_ARRAY_METHODS, LIST_METHODS } from './list';
import { ENTRY_METHODS, HASH_MAP_METHODS, MAP_METHODS, VIEW_METHODS } from './map';
import type { Method } from './method';
import { INTEGER_METHODS, LONG_METHODS, NUMBER_METHODS } from './number';
import { COMPARE_ANYTHING, OBJECT_METHODS } from './object';
import { BOOLEAN_METHODS, CHARACTER_METHODS } from './scalar';
import { STRING_METHODS } from './string';

/** Methods by class, as `classOf` names classes; own ones before inherited ones. */
const BY_CLASS: Record<string, Method[]> = {
  String: [...STRING_METHODS, COMPARE_ANYTHING, ...OBJECT_METHODS],
  Integer: [...INTEGER_METHODS, ...NUMBER_METHODS, COMPARE_ANYTHING, ...OBJECT_METHODS],
  Long: [...LONG_METHODS, ...NUMBER_METHODS, COMPARE_ANYTHING, ...OBJECT_METHODS],
  Double: [...DOUBLE_METHODS, ...NUMBER_METHODS, COMPARE_ANYTHING, ...OBJECT_METHODS],
  Float: [...FLOAT_METHODS, ...NUMBER_METHODS, COMPARE_ANYTHING, ...OBJECT_METHODS],
  BigInteger: [...BIG_INTEGER_METHODS, ...NUMBER_METHODS, COMPARE_ANYTHING, ...OBJECT_METHODS],
  BigDecimal: [...BIG_DECIMAL_METHODS, ...NUMBER_METHODS, COMPARE_ANYTHING, ...OBJECT_METHODS],
  Boolean: [...BOOLEAN_METHODS, COMPARE_ANYTHING, ...OBJECT_METHODS],
  Character: [...CHARACTER_METHODS, COMPARE_ANYTHING, ...OBJECT_METHODS],
  ArrayList: [...LIST_METHODS, ...ARRAY_LIST_METHODS, ...OBJECT_METHODS],
  JSONArray: [...LIST_METHODS, ...JSON_ARRAY_METHODS, ...ARRAY_LIST_METHODS, ...OBJECT_METHODS],
  SubList: [...LIST_METHODS, ...OBJECT_METHODS],
  LinkedHashMap: [...MAP_METHODS, ...HASH_MAP_METHODS, ...OBJECT_METHODS],
  ContextMap: [...MAP_METHODS, ...HASH_MAP_METHODS, ...OBJECT_METHODS],
  Entry: [...ENTRY_METHODS, ...OBJECT_METHODS],
  KeySet: [...VIEW_METHODS, ...OBJECT_METHODS],
  Values: [...VIEW_METHODS, ...OBJECT_METHODS],
  EntrySet: [...VIEW_METHODS, ...OBJECT_METHODS],
  Iterator: [...ITERATOR_METHODS, ...OBJECT_METHODS],
  Input: [...INPUT_METHODS, ...OBJECT_METHODS],
  Util: [...UTIL_METHODS, ...OBJECT_METHODS],
  LoopScope: [...LOOP_METHODS, ...MAP_METHODS, ...OBJECT_METHODS],
  ScopeInfo: [...SCOPE_INFO_METHODS, ...OBJECT_METHODS],
  Block: [...BLOCK_METHODS, ...OBJECT_METHODS.filter(({ name }) => name !== 'toString')],
};

for (const elements of ['String', 'Object', 'char', 'byte']) {
  BY_CLASS[`${elements}[]`] = [...OBJECT_METHODS, ...LIST_METHODS];
}

const BY_NAME = new Map<string, Map<string, Method[]>>();

for (const [javaClass, methods] of Object.entries(BY_CLASS)) {
  const byName = new Map<string, Method[]>();
  for (const method of methods) {
    const overloads = byName.get(method.name);
    if (overloads) overloads.push(method);
    else byName.set(method.name, [method]);
  }
  BY_NAME.set(javaClass, byName);
}

/** All methods of a class, own ones first; empty for a name that is no class. */
export function methodsOf(javaClass: string): readonly Method[] {
  return Object.hasOwn(BY_CLASS, javaClass) ? (BY_CLASS[javaClass] as Method[]) : [];
}

/** The methods of a class that have a name. */
export function methodsNamed(javaClass: string, name: string): readonly Method[] | undefined {
  return BY_NAME.get(javaClass)?.get(name);
}
