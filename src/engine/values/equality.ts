import { JavaException } from './java-exception';
import { getFromMap, mapHasKey } from './maps';
import { JavaList, JavaMap, type JavaValue, MapEntry } from './types';

/** Levels of containers `equals` looks into; Java ends a deeper comparison with a StackOverflowError. */
const MAX_EQUALS_DEPTH = 1000;

/** How objects with behaviour of their own compare; undefined: by identity. */
export type HostEquals = (left: JavaValue, right: JavaValue, depth: number) => boolean | undefined;

/**
 * `left.equals(right)`, null equal to null only. Numbers equal those of their own class: `1` is not `1.0`, and the
 * BigDecimals 1.0 and 1.00 differ.
 *
 * @throws JavaException
 */
export function javaEquals(left: JavaValue, right: JavaValue, host?: HostEquals, depth = 0): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (depth > MAX_EQUALS_DEPTH) throw new JavaException('StackOverflowError');
  if (left instanceof JavaList) {
    if (right instanceof JavaList) return listsEqual(left, right, host, depth);
    return host?.(left, right, depth) ?? false;
  }
  if (left instanceof JavaMap) {
    return right instanceof JavaMap
      ? mapsEqual(left, right, host, depth)
      : (host?.(left, right, depth) ?? false);
  }
  if (left instanceof MapEntry) {
    return (
      right instanceof MapEntry &&
      javaEquals(left.key, right.key, host, depth + 1) &&
      javaEquals(left.value, right.value, host, depth + 1)
    );
  }
  if ('host' in left) return host?.(left, right, depth) ?? false;
  if (left.javaType !== right.javaType || !('value' in right || 'unscaled' in right)) return false;
  if ('unscaled' in left)
    return 'unscaled' in right && left.unscaled === right.unscaled && left.scale === right.scale;
  // Doubles compare by their bits: NaN equals itself, and the two zeros differ.
  return 'value' in right && Object.is(left.value, right.value);
}

/** Java arrays have no `equals` of their own. */
function listsEqual(left: JavaList, right: JavaList, host: HostEquals | undefined, depth: number): boolean {
  if (left.kind === 'Array' || right.kind === 'Array' || left.items.length !== right.items.length)
    return false;
  return left.items.every((item, i) => javaEquals(item, right.items[i] as JavaValue, host, depth + 1));
}

function mapsEqual(left: JavaMap, right: JavaMap, host: HostEquals | undefined, depth: number): boolean {
  if (left.entries.size !== right.entries.size) return false;
  for (const { key, value } of left.entries.values()) {
    if (!mapHasKey(right, key) || !javaEquals(value, getFromMap(right, key), host, depth + 1)) return false;
  }
  return true;
}
