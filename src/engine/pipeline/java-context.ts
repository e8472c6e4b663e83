import { JavaDouble, JavaList, JavaLong, JavaMap, type JavaValue, MapEntry } from '../values/types';
import type { ContextValue, ContextValues } from './context-values';

/**
 * `$context` as templates get it: maps that can be written to, so that an override set in a request template is still
 * there in the response template (§7).
 */
export function toJavaContext(values: ContextValues): JavaMap {
  const entries = Array.from(values, ([key, value]) => [key, new MapEntry(key, toJava(value))] as const);
  return new JavaMap('ContextMap', new Map(entries));
}

function toJava(value: ContextValue): JavaValue {
  if (typeof value === 'number') return toJavaNumber(value);
  if (Array.isArray(value)) return new JavaList(value.map(toJava));
  return value instanceof Map ? toJavaContext(value) : value;
}

function toJavaNumber(value: number): JavaValue {
  if (!Number.isInteger(value)) return new JavaDouble(value);
  return value === (value | 0) ? value : new JavaLong(BigInt(value));
}
