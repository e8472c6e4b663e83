import { bigDecimalOfDouble, checkSize, powerOfTen, toBigInt, toDouble, toLong } from './exact-numbers';
import { JavaException, ValueTooLarge } from './java-exception';
import { integerOf } from './numbers';
import {
  JavaBigDecimal,
  JavaBigInteger,
  JavaDouble,
  JavaFloat,
  JavaLong,
  type JavaNumber,
  type JavaValue,
} from './types';

/*
 * Velocity's arithmetic (spec of the template language, section 6). The two operands decide the type to compute
 * in: whole numbers exactly, growing from Integer over Long to BigInteger; BigDecimal, or BigInteger with a
 * fraction, in BigDecimal; otherwise Double, or Float when no Double takes part.
 */

export type Operation = '+' | '-' | '*' | '/' | '%';

type Base = 'long' | 'BigInteger' | 'BigDecimal' | 'double' | 'float';

export function isNumber(value: JavaValue): value is JavaNumber {
  if (typeof value === 'number') return true;
  if (typeof value !== 'object' || value === null) return false;
  switch (value.javaType) {
    case 'Long':
    case 'BigInteger':
    case 'Double':
    case 'Float':
    case 'BigDecimal':
      return true;
  }
  return false;
}

/**
 * `left operation right`; null for a division by zero.
 *
 * @throws JavaException, ValueTooLarge
 */
export function calculate(operation: Operation, left: JavaNumber, right: JavaNumber): JavaNumber | null {
  if (typeof left === 'number' && typeof right === 'number') {
    const result = ofIntegers(operation, left, right);
    if (result !== undefined) return result;
  }
  if ((operation === '/' || operation === '%') && isZero(right)) return null;
  switch (baseOf(left, right)) {
    case 'long':
      return ofLongs(operation, left, right);
    case 'BigInteger':
      return ofBigIntegers(operation, toBigInteger(left), toBigInteger(right));
    case 'double':
      return new JavaDouble(ofDoubles(operation, toDouble(left), toDouble(right)));
    case 'float': {
      const result = ofDoubles(operation, Math.fround(toDouble(left)), Math.fround(toDouble(right)));
      return new JavaFloat(Math.fround(result));
    }
    case 'BigDecimal':
      return ofBigDecimals(operation, toBigDecimal(left), toBigDecimal(right));
  }
}

/** Negative, zero or positive; NaN equals everything here, as in Velocity. */
export function compareNumbers(left: JavaNumber, right: JavaNumber): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  switch (baseOf(left, right)) {
    case 'long':
      return order(toLong(left), toLong(right));
    case 'BigInteger':
      return order(toBigInteger(left), toBigInteger(right));
    case 'double':
      return order(toDouble(left), toDouble(right));
    case 'float':
      return order(Math.fround(toDouble(left)), Math.fround(toDouble(right)));
    case 'BigDecimal':
      return compareBigDecimals(toBigDecimal(left), toBigDecimal(right));
  }
}

function order<T extends bigint | number>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function isWhole(value: JavaNumber): boolean {
  return typeof value === 'number' || value.javaType === 'Long' || value.javaType === 'BigInteger';
}

function is(value: JavaNumber, javaType: string): boolean {
  return typeof value === 'object' && value.javaType === javaType;
}

function baseOf(left: JavaNumber, right: JavaNumber): Base {
  if (is(left, 'BigDecimal') || is(right, 'BigDecimal')) return 'BigDecimal';
  const big = is(left, 'BigInteger') || is(right, 'BigInteger');
  if (isWhole(left) && isWhole(right)) return big ? 'BigInteger' : 'long';
  if (big) return 'BigDecimal';
  return is(left, 'Double') || is(right, 'Double') ? 'double' : 'float';
}

function isZero(value: JavaNumber): boolean {
  if (typeof value === 'number') return value === 0;
  if (value.javaType === 'BigDecimal') return value.unscaled === 0n;
  return Number(value.value) === 0;
}

/** Undefined when the exact result is out of reach of a JavaScript number. */
function ofIntegers(operation: Operation, left: number, right: number): JavaNumber | null | undefined {
  let result: number;
  switch (operation) {
    case '+':
      result = left + right;
      break;
    case '-':
      result = left - right;
      break;
    case '*':
      result = left * right;
      if (!Number.isSafeInteger(result)) return undefined;
      break;
    case '/':
      if (right === 0) return null;
      result = Math.trunc(left / right);
      break;
    case '%':
      if (right === 0) return null;
      result = left % right;
  }
  // Adding zero turns -0, which no Integer is, into 0.
  return (result | 0) === result ? result + 0 : new JavaLong(BigInt(result));
}

/** Velocity notices an overflow by undoing the operation, which misses one: the least Long times -1. */
function ofLongs(operation: Operation, left: JavaNumber, right: JavaNumber): JavaNumber {
  const a = toLong(left);
  const b = toLong(right);
  const exact = ofBigInts(operation, a, b);
  const wrapped = BigInt.asIntN(64, exact);
  if (wrapped !== exact && !(operation === '*' && b === -1n) && operation !== '/') {
    return new JavaBigInteger(exact);
  }
  if (typeof left === 'number' && typeof right === 'number') return integerOf(wrapped);
  return new JavaLong(wrapped);
}

function ofBigInts(operation: Operation, a: bigint, b: bigint): bigint {
  switch (operation) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
  }
}

function ofBigIntegers(operation: Operation, a: bigint, b: bigint): JavaNumber {
  if (operation !== '%') return new JavaBigInteger(checkSize(ofBigInts(operation, a, b)));
  // BigInteger.mod, unlike %, is never negative and takes no negative modulus.
  if (b < 0n) throw new JavaException('ArithmeticException', 'BigInteger: modulus not positive');
  const rest = a % b;
  return new JavaBigInteger(rest < 0n ? rest + b : rest);
}

function ofDoubles(operation: Operation, a: number, b: number): number {
  switch (operation) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
  }
}

/** What Velocity takes for the BigInteger of a number: anything else goes through long. */
function toBigInteger(value: JavaNumber): bigint {
  return is(value, 'BigInteger') ? toBigInt(value) : toLong(value);
}

/** What Velocity takes for the BigDecimal of a number: all but the two big classes go through double. */
function toBigDecimal(value: JavaNumber): JavaBigDecimal {
  if (typeof value === 'object') {
    if (value.javaType === 'BigDecimal') return value;
    if (value.javaType === 'BigInteger') return new JavaBigDecimal(value.value, 0);
  }
  const exact = bigDecimalOfDouble(toDouble(value));
  if (exact === undefined) throw new JavaException('NumberFormatException', 'Infinite or NaN');
  return exact;
}

function aligned(a: JavaBigDecimal, b: JavaBigDecimal): { a: bigint; b: bigint; scale: number } {
  const scale = Math.max(a.scale, b.scale);
  return {
    a: a.unscaled * powerOfTen(a.unscaled === 0n ? 0 : scale - a.scale),
    b: b.unscaled * powerOfTen(b.unscaled === 0n ? 0 : scale - b.scale),
    scale,
  };
}

export function compareBigDecimals(left: JavaBigDecimal, right: JavaBigDecimal): number {
  const signs = order(left.unscaled, 0n) - order(right.unscaled, 0n);
  if (signs !== 0 || left.unscaled === 0n) return signs;
  // Numbers of different length need no digits to be told apart.
  const lengths = digits(left) - left.scale - (digits(right) - right.scale);
  if (lengths !== 0) return left.unscaled > 0n ? lengths : -lengths;
  const { a, b } = aligned(left, right);
  return order(a, b);
}

function digits({ unscaled }: JavaBigDecimal): number {
  return (unscaled < 0n ? -unscaled : unscaled).toString().length;
}

function ofBigDecimals(operation: Operation, left: JavaBigDecimal, right: JavaBigDecimal): JavaBigDecimal {
  switch (operation) {
    case '+':
    case '-': {
      const { a, b, scale } = aligned(left, right);
      return new JavaBigDecimal(checkSize(operation === '+' ? a + b : a - b), scale);
    }
    case '*':
      return new JavaBigDecimal(checkSize(left.unscaled * right.unscaled), left.scale + right.scale);
    case '/':
      return divideBigDecimals(left, right);
    case '%':
      throw new JavaException('ArithmeticException', 'Cannot calculate the modulo of BigDecimals.');
  }
}

/** `a.divide(b, ROUND_HALF_DOWN)`: the scale stays that of `a`. */
function divideBigDecimals(left: JavaBigDecimal, right: JavaBigDecimal): JavaBigDecimal {
  let numerator = left.unscaled;
  let denominator = right.unscaled;
  if (right.scale > 0) numerator *= powerOfTen(right.scale);
  else denominator *= powerOfTen(-right.scale);
  let quotient = numerator / denominator;
  const rest = numerator % denominator;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (twice > (denominator < 0n ? -denominator : denominator)) {
    quotient += numerator < 0n === denominator < 0n ? 1n : -1n;
  }
  return new JavaBigDecimal(quotient, left.scale);
}

/** `left.pow(exponent)` of BigInteger. @throws JavaException, ValueTooLarge */
export function powerOf(base: bigint, exponent: number): bigint {
  if (exponent < 0) throw new JavaException('ArithmeticException', 'Negative exponent');
  const bits = base.toString(2).length * exponent;
  if (bits > 100_000 && base * base > 1n) throw new ValueTooLarge('a power has more than 30,000 digits');
  return base ** BigInt(exponent);
}
