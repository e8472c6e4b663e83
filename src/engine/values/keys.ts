import { JavaList, JavaMap, type JavaValue, MapEntry, type MapKey } from './types';

/*
 * A Java map finds a key by `hashCode` and `equals`; a JavaScript Map by identity. `keyOf` bridges the two: equal
 * Java values give the same key, unequal ones different keys.
 */

/** Levels of lists in lists a key is compared by; below them identity counts. Real keys are strings. */
const MAX_KEY_DEPTH = 50;

/**
 * The JavaScript Map key a Java value is stored under. Strings, Integers, Booleans and null stand for
 * themselves, so the common case costs nothing; other values are told apart by class and content, as Java's
 * `equals` does (the Long 1 is not the Integer 1, 1.0 is not 1.00 as BigDecimals).
 */
export function keyOf(value: JavaValue): MapKey {
  if (typeof value !== 'object' || value === null) return value;
  const text = contentOf(value, 0);
  // A registered symbol cannot be mistaken for any string a document may hold.
  return text === undefined ? value : Symbol.for(text);
}

function contentOf(value: JavaValue, depth: number): string | undefined {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return `Integer ${value}`;
    case 'boolean':
      return `Boolean ${value}`;
  }
  if (value instanceof JavaList) {
    // A Java array has no `equals` of its own.
    if (value.kind === 'Array') return undefined;
    const items = contentsOf(value.items, depth);
    return items && `List [${items.join()}]`;
  }
  if (value instanceof JavaMap) {
    const entries = contentsOf([...value.entries.values()], depth);
    return entries && `Map {${entries.sort().join()}}`;
  }
  if (value instanceof MapEntry) {
    const pair = contentsOf([value.key, value.value], depth);
    return pair && `Entry ${pair.join('=')}`;
  }
  if ('host' in value) return undefined;
  if (value.javaType === 'BigDecimal') return `BigDecimal ${value.unscaled} ${value.scale}`;
  // Double.equals compares bits: the two zeros differ.
  return `${value.javaType} ${Object.is(value.value, -0) ? '-0' : value.value}`;
}

function contentsOf(values: JavaValue[], depth: number): string[] | undefined {
  if (depth >= MAX_KEY_DEPTH) return undefined;
  const contents: string[] = [];
  for (const value of values) {
    const content = contentOf(value, depth + 1);
    if (content === undefined) return undefined;
    contents.push(content);
  }
  return contents;
}
