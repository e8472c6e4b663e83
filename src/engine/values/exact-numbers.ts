import { ValueTooLarge } from './java-exception';
import { JavaBigDecimal, type JavaNumber } from './types';

/** Largest number of digits a BigInteger or BigDecimal may have: far beyond any use, and still quick to compute. */
const MAX_DIGITS = 20_000;

const MAX_BITS = BigInt(Math.ceil(MAX_DIGITS * 3.33));
const BOUND = 1n << MAX_BITS;

/** The number itself, unless it is too long to go on with. @throws ValueTooLarge */
export function checkSize(value: bigint): bigint {
  if (value < BOUND && value > -BOUND) return value;
  throw new ValueTooLarge(`a number has more than ${MAX_DIGITS} digits`);
}

/** 10 to the `exponent`. @throws ValueTooLarge */
export function powerOfTen(exponent: number): bigint {
  if (exponent > MAX_DIGITS) throw new ValueTooLarge(`a number has more than ${MAX_DIGITS} digits`);
  return 10n ** BigInt(exponent);
}

/** `new BigDecimal(double)`: the exact binary value. @returns undefined for NaN and the infinities. */
export function bigDecimalOfDouble(value: number): JavaBigDecimal | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (value === 0) return new JavaBigDecimal(0n, 0);
  if (Number.isInteger(value)) return new JavaBigDecimal(BigInt(value), 0);
  let scale = 0;
  let scaled = value;
  // Doubling is exact, so this ends at the odd significand.
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    scale++;
  }
  return new JavaBigDecimal(BigInt(scaled) * 5n ** BigInt(scale), scale);
}

/** Truncates toward zero to a whole number; exact. */
export function toBigInt(value: JavaNumber): bigint {
  if (typeof value === 'number') return BigInt(value);
  switch (value.javaType) {
    case 'Long':
    case 'BigInteger':
      return value.value;
    case 'BigDecimal':
      if (value.scale <= 0) return value.unscaled * powerOfTen(-value.scale);
      return value.scale > MAX_DIGITS * 2 ? 0n : value.unscaled / 10n ** BigInt(value.scale);
    default:
      return Number.isFinite(value.value) ? BigInt(Math.trunc(value.value)) : 0n;
  }
}

/** `Number.doubleValue()`. */
export function toDouble(value: JavaNumber): number {
  if (typeof value === 'number') return value;
  switch (value.javaType) {
    case 'Long':
    case 'BigInteger':
      return Number(value.value);
    case 'BigDecimal':
      return Number(`${value.unscaled}e${-value.scale}`);
    default:
      return value.value;
  }
}

const MAX_LONG = 2n ** 63n - 1n;
const MIN_LONG = -(2n ** 63n);

/** `Number.longValue()`: floating point numbers stop at the ends of the range, the others wrap. */
export function toLong(value: JavaNumber): bigint {
  if (typeof value === 'object' && (value.javaType === 'Double' || value.javaType === 'Float')) {
    if (Number.isNaN(value.value)) return 0n;
    if (value.value >= 2 ** 63) return MAX_LONG;
    if (value.value <= -(2 ** 63)) return MIN_LONG;
  }
  return BigInt.asIntN(64, toBigInt(value));
}

/** `Number.intValue()`: floating point numbers stop at the ends of the range, the others wrap. */
export function toInt(value: JavaNumber): number {
  if (typeof value === 'number') return value;
  if (value.javaType === 'Double' || value.javaType === 'Float') {
    if (Number.isNaN(value.value)) return 0;
    return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.trunc(value.value))) + 0;
  }
  return Number(BigInt.asIntN(32, toBigInt(value)));
}
