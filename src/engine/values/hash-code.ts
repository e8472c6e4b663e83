import { JavaList, JavaMap, type JavaValue, MapEntry } from './types';

/** Levels of containers the hash looks into; Java would end a deeper one with a StackOverflowError. */
const MAX_HASH_DEPTH = 500;

/** `Object.hashCode` of a Java value, as a signed 32-bit number; 0 for null and for objects hashed by identity. */
export function hashCode(value: JavaValue): number {
  return hashAt(value, 0);
}

/** `String.hashCode`. */
export function stringHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

function hashAt(value: JavaValue, depth: number): number {
  if (value === null || depth > MAX_HASH_DEPTH) return 0;
  switch (typeof value) {
    case 'string':
      return stringHash(value);
    case 'number':
      return value;
    case 'boolean':
      return value ? 1231 : 1237;
  }
  if (value instanceof JavaList) {
    if (value.kind === 'Array') return 0;
    return value.items.reduce<number>((hash, item) => (Math.imul(hash, 31) + hashAt(item, depth + 1)) | 0, 1);
  }
  if (value instanceof JavaMap) {
    let hash = 0;
    for (const entry of value.entries.values()) hash = (hash + hashAt(entry, depth)) | 0;
    return hash;
  }
  if (value instanceof MapEntry) return hashAt(value.key, depth + 1) ^ hashAt(value.value, depth + 1);
  if ('host' in value) return 0;
  switch (value.javaType) {
    case 'Long':
      return foldLong(value.value);
    case 'Double': {
      const bits = new DataView(new ArrayBuffer(8));
      bits.setFloat64(0, value.value);
      return bits.getInt32(0) ^ bits.getInt32(4);
    }
    case 'Float': {
      const bits = new DataView(new ArrayBuffer(4));
      bits.setFloat32(0, value.value);
      return bits.getInt32(0);
    }
    case 'BigInteger':
      return bigIntegerHash(value.value);
    case 'BigDecimal':
      return bigDecimalHash(value.unscaled, value.scale);
    case 'Character':
      return value.value.charCodeAt(0);
  }
}

function foldLong(value: bigint): number {
  return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
}

function bigIntegerHash(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  const hex = magnitude.toString(16);
  let hash = 0;
  for (let end = hex.length % 8 || 8, start = 0; start < hex.length; start = end, end += 8) {
    hash = (Math.imul(hash, 31) + Number.parseInt(hex.slice(start, end), 16)) | 0;
  }
  return value < 0n ? -hash | 0 : hash;
}

/** Values that fit a long are hashed in Java's compact form, others through BigInteger. */
function bigDecimalHash(unscaled: bigint, scale: number): number {
  if (BigInt.asIntN(64, unscaled) !== unscaled || unscaled === -(2n ** 63n)) {
    return (Math.imul(bigIntegerHash(unscaled), 31) + scale) | 0;
  }
  const magnitude = unscaled < 0n ? -unscaled : unscaled;
  const high = Number(BigInt.asIntN(32, magnitude >> 32n));
  const low = Number(BigInt.asIntN(32, magnitude));
  const folded = (Math.imul(high, 31) + low) | 0;
  return (Math.imul(unscaled < 0n ? -folded : folded, 31) + scale) | 0;
}
