import { calculate, compareBigDecimals, compareNumbers, powerOf } from '../../values/arithmetic';
import { readBigDecimal } from '../../values/big-decimal-text';
import { checkSize, toBigInt, toDouble, toInt, toLong } from '../../values/exact-numbers';
import { JavaException } from '../../values/java-exception';
import {
  JavaBigDecimal,
  JavaBigInteger,
  JavaDouble,
  JavaFloat,
  JavaLong,
  type JavaNumber,
  type JavaValue,
} from '../../values/types';
import { type Method, method } from './method';

/** `java.lang.Number`: what all numbers answer. */
export const NUMBER_METHODS: Method[] = [
  method<JavaNumber>('intValue(): int', 'The number as an Integer, cut off.', (self) => toInt(self)),
  method<JavaNumber>(
    'longValue(): long',
    'The number as a Long, cut off.',
    (self) => new JavaLong(toLong(self)),
  ),
  method<JavaNumber>(
    'doubleValue(): double',
    'The number as a Double.',
    (self) => new JavaDouble(toDouble(self)),
  ),
  method<JavaNumber>(
    'floatValue(): float',
    'The number as a Float.',
    (self) => new JavaFloat(Math.fround(toDouble(self))),
  ),
  method<JavaNumber>(
    'shortValue(): short',
    'The lower 16 bits as a number.',
    (self) => (toInt(self) << 16) >> 16,
  ),
  method<JavaNumber>(
    'byteValue(): byte',
    'The lower 8 bits as a number.',
    (self) => (toInt(self) << 24) >> 24,
  ),
];

function compareToOf(type: string): Method {
  return method<JavaNumber>(
    `compareTo(${type} other): int`,
    'Negative, zero or positive as the number is less, equal or greater.',
    (self, args) => Math.sign(compareExactly(self, notNull(args.get(0)))),
  );
}

/** Doubles have an order for the two zeros and NaN as well. */
function compareExactly(a: JavaNumber, b: JavaNumber): number {
  if (typeof a !== 'object' || (a.javaType !== 'Double' && a.javaType !== 'Float'))
    return compareNumbers(a, b);
  return compareDoubles(a.value, toDouble(b));
}

function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  const rank = (value: number) => (Number.isNaN(value) ? 1 : Object.is(value, -0) ? -1 : 0);
  return rank(a) - rank(b);
}

function notNull(value: JavaValue): JavaNumber {
  if (value === null) throw new JavaException('NullPointerException');
  return value as JavaNumber;
}

/** Digits in a radix from 2 to 36, with a sign; undefined for anything else. */
function readWhole(text: JavaValue, radix: number): bigint {
  if (typeof text !== 'string') throw new JavaException('NumberFormatException', 'null');
  const complaint = () => new JavaException('NumberFormatException', `For input string: "${text}"`);
  if (radix < 2 || radix > 36)
    throw new JavaException('NumberFormatException', `radix ${radix} out of range`);
  const digits = /^[+-]?([0-9a-zA-Z]+)$/.exec(text)?.[1];
  if (digits === undefined || digits.length > 5000) throw complaint();
  let value = 0n;
  for (const digit of digits) {
    const number = Number.parseInt(digit, 36);
    if (number >= radix) throw complaint();
    value = value * BigInt(radix) + BigInt(number);
  }
  return text.startsWith('-') ? -value : value;
}

function readInt(text: JavaValue, radix: number): number {
  const value = readWhole(text, radix);
  if (BigInt.asIntN(32, value) !== value)
    throw new JavaException('NumberFormatException', `For input string: "${text}"`);
  return Number(value);
}

function readLong(text: JavaValue, radix: number): JavaLong {
  const value = readWhole(text, radix);
  if (BigInt.asIntN(64, value) !== value)
    throw new JavaException('NumberFormatException', `For input string: "${text}"`);
  return new JavaLong(value);
}

const DECIMAL_TEXT = /^[+-]?(NaN|Infinity|((\d+\.?\d*|\.\d+)([eE][+-]?\d+)?)[fFdD]?)$/;

function readDouble(text: JavaValue): number {
  if (typeof text !== 'string') throw new JavaException('NullPointerException');
  const trimmed = text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');
  if (!DECIMAL_TEXT.test(trimmed)) {
    throw new JavaException(
      'NumberFormatException',
      trimmed === '' ? 'empty String' : `For input string: "${text}"`,
    );
  }
  return Number(trimmed.replace(/[fFdD]$/, ''));
}

function radixText(value: bigint, radix: number): string {
  return value.toString(radix < 2 || radix > 36 ? 10 : radix);
}

/** `java.lang.Integer`; the static ones are reached through any number. */
export const INTEGER_METHODS: Method[] = [
  compareToOf('Integer'),
  method(
    'static parseInt(String text): int',
    'The number a text spells; an error for other texts.',
    (_self, args) => readInt(args.get(0), 10),
  ),
  method('static parseInt(String text, int radix): int', 'The same in another base.', (_self, args) =>
    readInt(args.get(0), args.int(1)),
  ),
  method(
    'static valueOf(String text): Integer',
    'The number a text spells; an error for other texts.',
    (_self, args) => readInt(args.get(0), 10),
  ),
  method('static valueOf(String text, int radix): Integer', 'The same in another base.', (_self, args) =>
    readInt(args.get(0), args.int(1)),
  ),
  method('static valueOf(int value): Integer', 'The number itself.', (_self, args) => args.get(0)),
  method(
    'static decode(String text): Integer',
    'The number a text spells; 0x, # and 0 choose the base.',
    (_self, args) => readInt(...decode(args.get(0))),
  ),
  method('static toString(int value): String', 'The text of a number.', (_self, args) => String(args.int(0))),
  method(
    'static toString(int value, int radix): String',
    'The text of a number in another base.',
    (_self, args) => radixText(BigInt(args.int(0)), args.int(1)),
  ),
  method('static toHexString(int value): String', 'The number in base 16.', (_self, args) =>
    (args.int(0) >>> 0).toString(16),
  ),
  method('static toOctalString(int value): String', 'The number in base 8.', (_self, args) =>
    (args.int(0) >>> 0).toString(8),
  ),
  method('static toBinaryString(int value): String', 'The number in base 2.', (_self, args) =>
    (args.int(0) >>> 0).toString(2),
  ),
  method('static max(int a, int b): int', 'The greater of two numbers.', (_self, args) =>
    Math.max(args.int(0), args.int(1)),
  ),
  method('static min(int a, int b): int', 'The lesser of two numbers.', (_self, args) =>
    Math.min(args.int(0), args.int(1)),
  ),
  method(
    'static sum(int a, int b): int',
    'The sum of two numbers, cut to 32 bits.',
    (_self, args) => (args.int(0) + args.int(1)) | 0,
  ),
  method(
    'static compare(int a, int b): int',
    'Negative, zero or positive as a is less, equal or greater.',
    (_self, args) => Math.sign(args.int(0) - args.int(1)),
  ),
  method('static signum(int value): int', '-1, 0 or 1.', (_self, args) => Math.sign(args.int(0))),
  method('static bitCount(int value): int', 'How many bits are set.', (_self, args) =>
    countBits(BigInt.asUintN(32, BigInt(args.int(0)))),
  ),
  method('static reverse(int value): int', 'The bits in reverse order.', (_self, args) =>
    reverseBits(args.int(0)),
  ),
  method('static hashCode(int value): int', 'The number itself.', (_self, args) => args.int(0)),
];

/** Splits `0x1f`, `#1f` and `017` into digits and their base. */
function decode(text: JavaValue): [digits: string, radix: number] {
  if (typeof text !== 'string') throw new JavaException('NullPointerException');
  const [, sign = '', prefix = '', digits = ''] = /^([+-]?)(0[xX]|#|0(?=.))?(.*)$/s.exec(text) ?? [];
  const radix = prefix === '' ? 10 : prefix === '0' ? 8 : 16;
  if (/^[+-]/.test(digits))
    throw new JavaException('NumberFormatException', 'Sign character in wrong position');
  return [sign + digits, radix];
}

function countBits(value: bigint): number {
  return value.toString(2).replaceAll('0', '').length;
}

function reverseBits(value: number): number {
  return Number.parseInt((value >>> 0).toString(2).padStart(32, '0').split('').reverse().join(''), 2) | 0;
}

const long = (value: JavaValue) => toLong(value as JavaNumber);

/** `java.lang.Long`. */
export const LONG_METHODS: Method[] = [
  compareToOf('Long'),
  method(
    'static decode(String text): Long',
    'The number a text spells; 0x, # and 0 choose the base.',
    (_self, args) => readLong(...decode(args.get(0))),
  ),
  method('static bitCount(long value): int', 'How many bits are set.', (_self, args) =>
    countBits(BigInt.asUintN(64, long(args.get(0)))),
  ),
  method('static hashCode(long value): int', 'A number equal values share.', (_self, args, run) =>
    run.hash(new JavaLong(long(args.get(0)))),
  ),
  method(
    'static parseLong(String text): long',
    'The number a text spells; an error for other texts.',
    (_self, args) => readLong(args.get(0), 10),
  ),
  method('static parseLong(String text, int radix): long', 'The same in another base.', (_self, args) =>
    readLong(args.get(0), args.int(1)),
  ),
  method(
    'static valueOf(String text): Long',
    'The number a text spells; an error for other texts.',
    (_self, args) => readLong(args.get(0), 10),
  ),
  method('static valueOf(String text, int radix): Long', 'The same in another base.', (_self, args) =>
    readLong(args.get(0), args.int(1)),
  ),
  method(
    'static valueOf(long value): Long',
    'The number as a Long.',
    (_self, args) => new JavaLong(long(args.get(0))),
  ),
  method('static toString(long value): String', 'The text of a number.', (_self, args) =>
    long(args.get(0)).toString(),
  ),
  method(
    'static toString(long value, int radix): String',
    'The text of a number in another base.',
    (_self, args) => radixText(long(args.get(0)), args.int(1)),
  ),
  method('static toHexString(long value): String', 'The number in base 16.', (_self, args) =>
    BigInt.asUintN(64, long(args.get(0))).toString(16),
  ),
  method('static toOctalString(long value): String', 'The number in base 8.', (_self, args) =>
    BigInt.asUintN(64, long(args.get(0))).toString(8),
  ),
  method('static toBinaryString(long value): String', 'The number in base 2.', (_self, args) =>
    BigInt.asUintN(64, long(args.get(0))).toString(2),
  ),
  method('static max(long a, long b): long', 'The greater of two numbers.', (_self, args) =>
    pickLong(args.get(0), args.get(1), 1),
  ),
  method('static min(long a, long b): long', 'The lesser of two numbers.', (_self, args) =>
    pickLong(args.get(0), args.get(1), -1),
  ),
  method(
    'static sum(long a, long b): long',
    'The sum of two numbers, cut to 64 bits.',
    (_self, args) => new JavaLong(BigInt.asIntN(64, long(args.get(0)) + long(args.get(1)))),
  ),
  method(
    'static compare(long a, long b): int',
    'Negative, zero or positive as a is less, equal or greater.',
    (_self, args) => {
      const [a, b] = [long(args.get(0)), long(args.get(1))];
      return a < b ? -1 : a > b ? 1 : 0;
    },
  ),
  method('static signum(long value): int', '-1, 0 or 1.', (_self, args) => {
    const value = long(args.get(0));
    return value < 0n ? -1 : value > 0n ? 1 : 0;
  }),
];

function pickLong(a: JavaValue, b: JavaValue, direction: number): JavaLong {
  const greater = long(a) > long(b) === direction > 0;
  return new JavaLong(greater ? long(a) : long(b));
}

const double = (value: JavaValue) => toDouble(value as JavaNumber);

/** `java.lang.Double`. */
export const DOUBLE_METHODS: Method[] = [
  compareToOf('Double'),
  method<JavaDouble>('isNaN(): boolean', 'Whether it is no number.', (self) => Number.isNaN(self.value)),
  method<JavaDouble>(
    'isInfinite(): boolean',
    'Whether it is infinite.',
    (self) => Math.abs(self.value) === Number.POSITIVE_INFINITY,
  ),
  method('static isNaN(double value): boolean', 'Whether a number is none.', (_self, args) =>
    Number.isNaN(double(args.get(0))),
  ),
  method(
    'static isInfinite(double value): boolean',
    'Whether a number is infinite.',
    (_self, args) => Math.abs(double(args.get(0))) === Number.POSITIVE_INFINITY,
  ),
  method('static isFinite(double value): boolean', 'Whether a number is finite.', (_self, args) =>
    Number.isFinite(double(args.get(0))),
  ),
  method(
    'static parseDouble(String text): double',
    'The number a text spells; an error for other texts.',
    (_self, args) => new JavaDouble(readDouble(args.get(0))),
  ),
  method(
    'static valueOf(String text): Double',
    'The number a text spells; an error for other texts.',
    (_self, args) => new JavaDouble(readDouble(args.get(0))),
  ),
  method(
    'static valueOf(double value): Double',
    'The number as a Double.',
    (_self, args) => new JavaDouble(double(args.get(0))),
  ),
  method('static toString(double value): String', 'The text of a number.', (_self, args, run) =>
    run.textOfDouble(args.get(0)),
  ),
  method(
    'static toHexString(double value): String',
    'The number in base 16 with a binary exponent.',
    (_self, args) => hexText(double(args.get(0))),
  ),
  method(
    'static max(double a, double b): double',
    'The greater of two numbers.',
    (_self, args) => new JavaDouble(Math.max(double(args.get(0)), double(args.get(1)))),
  ),
  method(
    'static min(double a, double b): double',
    'The lesser of two numbers.',
    (_self, args) => new JavaDouble(Math.min(double(args.get(0)), double(args.get(1)))),
  ),
  method(
    'static sum(double a, double b): double',
    'The sum of two numbers.',
    (_self, args) => new JavaDouble(double(args.get(0)) + double(args.get(1))),
  ),
  method(
    'static compare(double a, double b): int',
    'Negative, zero or positive as a is less, equal or greater.',
    (_self, args) => compareDoubles(double(args.get(0)), double(args.get(1))),
  ),
];

/** `Double.toHexString`. */
function hexText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const all = bits.getBigUint64(0);
  const sign = all >> 63n === 1n ? '-' : '';
  const exponent = Number((all >> 52n) & 0x7ffn);
  const fraction = (all & (2n ** 52n - 1n)).toString(16).padStart(13, '0').replace(/0+$/, '') || '0';
  if (exponent === 0) return `${sign}0x0.${fraction}p${fraction === '0' ? '0' : '-1022'}`;
  return `${sign}0x1.${fraction}p${exponent - 1023}`;
}

export const FLOAT_METHODS: Method[] = [
  compareToOf('Float'),
  method<JavaFloat>('isNaN(): boolean', 'Whether it is no number.', (self) => Number.isNaN(self.value)),
  method<JavaFloat>(
    'isInfinite(): boolean',
    'Whether it is infinite.',
    (self) => Math.abs(self.value) === Number.POSITIVE_INFINITY,
  ),
];

const big = (value: JavaValue) => (notNull(value) as JavaBigInteger).value;
const bigInteger = (value: bigint) => new JavaBigInteger(checkSize(value));

/** `java.math.BigInteger`. */
export const BIG_INTEGER_METHODS: Method[] = [
  compareToOf('BigInteger'),
  method<JavaBigInteger>('bitCount(): int', 'How many bits differ from the sign.', (self) =>
    countBits(self.value < 0n ? -self.value - 1n : self.value),
  ),
  method<JavaBigInteger>('bitLength(): int', 'How many bits it needs, the sign apart.', (self) => {
    const magnitude = self.value < 0n ? -self.value - 1n : self.value;
    return magnitude === 0n ? 0 : magnitude.toString(2).length;
  }),
  method<JavaBigInteger>('add(BigInteger other): BigInteger', 'The sum.', (self, args) =>
    bigInteger(self.value + big(args.get(0))),
  ),
  method<JavaBigInteger>('subtract(BigInteger other): BigInteger', 'The difference.', (self, args) =>
    bigInteger(self.value - big(args.get(0))),
  ),
  method<JavaBigInteger>('multiply(BigInteger other): BigInteger', 'The product.', (self, args) =>
    bigInteger(self.value * big(args.get(0))),
  ),
  method<JavaBigInteger>('divide(BigInteger other): BigInteger', 'The quotient, cut off.', (self, args) => {
    if (big(args.get(0)) === 0n) throw new JavaException('ArithmeticException', 'BigInteger divide by zero');
    return bigInteger(self.value / big(args.get(0)));
  }),
  method<JavaBigInteger>(
    'remainder(BigInteger other): BigInteger',
    'The rest, with the sign of the number itself.',
    (self, args) => {
      if (big(args.get(0)) === 0n)
        throw new JavaException('ArithmeticException', 'BigInteger divide by zero');
      return bigInteger(self.value % big(args.get(0)));
    },
  ),
  method<JavaBigInteger>('mod(BigInteger other): BigInteger', 'The rest, never negative.', (self, args) => {
    if (big(args.get(0)) <= 0n)
      throw new JavaException('ArithmeticException', 'BigInteger: modulus not positive');
    return calculate('%', self, args.get(0) as JavaBigInteger);
  }),
  method<JavaBigInteger>('pow(int exponent): BigInteger', 'The power.', (self, args) =>
    bigInteger(powerOf(self.value, args.int(0))),
  ),
  method<JavaBigInteger>('negate(): BigInteger', 'The number with the other sign.', (self) =>
    bigInteger(-self.value),
  ),
  method<JavaBigInteger>('abs(): BigInteger', 'The number without its sign.', (self) =>
    bigInteger(self.value < 0n ? -self.value : self.value),
  ),
  method<JavaBigInteger>('signum(): int', '-1, 0 or 1.', (self) =>
    self.value < 0n ? -1 : self.value > 0n ? 1 : 0,
  ),
  method<JavaBigInteger>('max(BigInteger other): BigInteger', 'The greater of two numbers.', (self, args) =>
    self.value >= big(args.get(0)) ? self : args.get(0),
  ),
  method<JavaBigInteger>('min(BigInteger other): BigInteger', 'The lesser of two numbers.', (self, args) =>
    self.value <= big(args.get(0)) ? self : args.get(0),
  ),
  method<JavaBigInteger>('toString(int radix): String', 'The text in another base.', (self, args) =>
    radixText(self.value, args.int(0)),
  ),
  method('static valueOf(long value): BigInteger', 'The number as a BigInteger.', (_self, args) =>
    bigInteger(long(args.get(0))),
  ),
];

const decimal = (value: JavaValue) => notNull(value) as JavaBigDecimal;

/** `java.math.BigDecimal`. */
export const BIG_DECIMAL_METHODS: Method[] = [
  method<JavaBigDecimal>(
    'compareTo(BigDecimal other): int',
    'Negative, zero or positive by value: 1.0 and 1.00 are equal.',
    (self, args) => Math.sign(compareBigDecimals(self, decimal(args.get(0)))),
  ),
  method<JavaBigDecimal>('add(BigDecimal other): BigDecimal', 'The sum.', (self, args) =>
    calculate('+', self, decimal(args.get(0))),
  ),
  method<JavaBigDecimal>('subtract(BigDecimal other): BigDecimal', 'The difference.', (self, args) =>
    calculate('-', self, decimal(args.get(0))),
  ),
  method<JavaBigDecimal>('multiply(BigDecimal other): BigDecimal', 'The product.', (self, args) =>
    calculate('*', self, decimal(args.get(0))),
  ),
  method<JavaBigDecimal>(
    'negate(): BigDecimal',
    'The number with the other sign.',
    (self) => new JavaBigDecimal(-self.unscaled, self.scale),
  ),
  method<JavaBigDecimal>('abs(): BigDecimal', 'The number without its sign.', (self) =>
    self.unscaled < 0n ? new JavaBigDecimal(-self.unscaled, self.scale) : self,
  ),
  method<JavaBigDecimal>('signum(): int', '-1, 0 or 1.', (self) =>
    self.unscaled < 0n ? -1 : self.unscaled > 0n ? 1 : 0,
  ),
  method<JavaBigDecimal>('pow(int exponent): BigDecimal', 'The power.', (self, args) => {
    const exponent = args.int(0);
    if (exponent < 0 || exponent > 999_999_999)
      throw new JavaException('ArithmeticException', 'Invalid operation');
    return new JavaBigDecimal(checkSize(powerOf(self.unscaled, exponent)), self.scale * exponent);
  }),
  method<JavaBigDecimal>('scale(): int', 'How many digits stand after the point.', (self) => self.scale),
  method<JavaBigDecimal>(
    'precision(): int',
    'How many digits it has.',
    (self) => self.unscaled.toString().replace('-', '').length,
  ),
  method<JavaBigDecimal>(
    'unscaledValue(): BigInteger',
    'Its digits as a whole number.',
    (self) => new JavaBigInteger(self.unscaled),
  ),
  method<JavaBigDecimal>('toBigInteger(): BigInteger', 'The whole part.', (self) =>
    bigInteger(toBigInt(self)),
  ),
  method<JavaBigDecimal>('toPlainString(): String', 'The text without an exponent.', (self, _args, run) => {
    run.allocate(Math.abs(self.scale));
    return run.checkText(plainText(self));
  }),
  method<JavaBigDecimal>(
    'stripTrailingZeros(): BigDecimal',
    'The number with as few digits as possible.',
    (self) => stripZeros(self),
  ),
  method(
    'static valueOf(double value): BigDecimal',
    'The number as a BigDecimal.',
    (_self, args, run) => readBigDecimal(run.textOfDouble(args.get(0))) ?? null,
  ),
  method(
    'static valueOf(long value): BigDecimal',
    'The number as a BigDecimal.',
    (_self, args) => new JavaBigDecimal(long(args.get(0)), 0),
  ),
];

function plainText(value: JavaBigDecimal): string {
  if (value.scale <= 0) return value.unscaled === 0n ? '0' : `${value.unscaled}${'0'.repeat(-value.scale)}`;
  const sign = value.unscaled < 0n ? '-' : '';
  const digits = value.unscaled
    .toString()
    .replace('-', '')
    .padStart(value.scale + 1, '0');
  return `${sign}${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
}

function stripZeros(value: JavaBigDecimal): JavaBigDecimal {
  if (value.unscaled === 0n) return new JavaBigDecimal(0n, 0);
  const digits = value.unscaled.toString();
  const kept = digits.replace(/0+$/, '');
  return new JavaBigDecimal(BigInt(kept), value.scale - (digits.length - kept.length));
}
