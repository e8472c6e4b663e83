import { compareNumbers } from '../../values/arithmetic';
import { toDouble, toInt, toLong } from '../../values/exact-numbers';
import { JavaException } from '../../values/java-exception';
import { JavaDouble, JavaFloat, JavaLong, type JavaNumber, type JavaValue } from '../../values/types';
import { type Method, method } from './method';

/** `java.lang.Number`: what all numbers answer. */
export const NUMBER_METHODS: Method[] = [
  method<JavaNumber>('intValue(): int', (self) => toInt(self)),
  method<JavaNumber>('longValue(): long', (self) => new JavaLong(toLong(self))),
  method<JavaNumber>('doubleValue(): double', (self) => new JavaDouble(toDouble(self))),
  method<JavaNumber>('floatValue(): float', (self) => new JavaFloat(Math.fround(toDouble(self)))),
  method<JavaNumber>('shortValue(): short', (self) => (toInt(self) << 16) >> 16),
  method<JavaNumber>('byteValue(): byte', (self) => (toInt(self) << 24) >> 24),
];

export function compareToOf(type: string): Method {
  return method<JavaNumber>(`compareTo(${type} other): int`, (self, args) =>
    Math.sign(compareExactly(self, notNull(args.get(0)))),
  );
}

/** Doubles have an order for the two zeros and NaN as well. */
function compareExactly(a: JavaNumber, b: JavaNumber): number {
  if (typeof a !== 'object' || (a.javaType !== 'Double' && a.javaType !== 'Float'))
    return compareNumbers(a, b);
  return compareDoubles(a.value, toDouble(b));
}

export function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  const rank = (value: number) => (Number.isNaN(value) ? 1 : Object.is(value, -0) ? -1 : 0);
  return rank(a) - rank(b);
}

export function notNull(value: JavaValue): JavaNumber {
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

export function radixText(value: bigint, radix: number): string {
  return value.toString(radix < 2 || radix > 36 ? 10 : radix);
}

/** `java.lang.Integer`; the static ones are reached through any number. */
export const INTEGER_METHODS: Method[] = [
  compareToOf('Integer'),
  method('static parseInt(String text): int', (_self, args) => readInt(args.get(0), 10)),
  method('static parseInt(String text, int radix): int', (_self, args) => readInt(args.get(0), args.int(1))),
  method('static valueOf(String text): Integer', (_self, args) => readInt(args.get(0), 10)),
  method('static valueOf(String text, int radix): Integer', (_self, args) =>
    readInt(args.get(0), args.int(1)),
  ),
  method('static valueOf(int value): Integer', (_self, args) => args.get(0)),
  method('static decode(String text): Integer', (_self, args) => readInt(...decode(args.get(0)))),
  method('static toString(int value): String', (_self, args) => String(args.int(0))),
  method('static toString(int value, int radix): String', (_self, args) =>
    radixText(BigInt(args.int(0)), args.int(1)),
  ),
  method('static toHexString(int value): String', (_self, args) => (args.int(0) >>> 0).toString(16)),
  method('static toOctalString(int value): String', (_self, args) => (args.int(0) >>> 0).toString(8)),
  method('static toBinaryString(int value): String', (_self, args) => (args.int(0) >>> 0).toString(2)),
  method('static max(int a, int b): int', (_self, args) => Math.max(args.int(0), args.int(1))),
  method('static min(int a, int b): int', (_self, args) => Math.min(args.int(0), args.int(1))),
  method('static sum(int a, int b): int', (_self, args) => (args.int(0) + args.int(1)) | 0),
  method('static compare(int a, int b): int', (_self, args) => Math.sign(args.int(0) - args.int(1))),
  method('static signum(int value): int', (_self, args) => Math.sign(args.int(0))),
  method('static bitCount(int value): int', (_self, args) =>
    countBits(BigInt.asUintN(32, BigInt(args.int(0)))),
  ),
  method('static reverse(int value): int', (_self, args) => reverseBits(args.int(0))),
  method('static hashCode(int value): int', (_self, args) => args.int(0)),
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

export function countBits(value: bigint): number {
  return value.toString(2).replaceAll('0', '').length;
}

function reverseBits(value: number): number {
  return Number.parseInt((value >>> 0).toString(2).padStart(32, '0').split('').reverse().join(''), 2) | 0;
}

export const long = (value: JavaValue) => toLong(value as JavaNumber);

/** `java.lang.Long`. */
export const LONG_METHODS: Method[] = [
  compareToOf('Long'),
  method('static decode(String text): Long', (_self, args) => readLong(...decode(args.get(0)))),
  method('static bitCount(long value): int', (_self, args) =>
    countBits(BigInt.asUintN(64, long(args.get(0)))),
  ),
  method('static hashCode(long value): int', (_self, args, run) => run.hash(new JavaLong(long(args.get(0))))),
  method('static parseLong(String text): long', (_self, args) => readLong(args.get(0), 10)),
  method('static parseLong(String text, int radix): long', (_self, args) =>
    readLong(args.get(0), args.int(1)),
  ),
  method('static valueOf(String text): Long', (_self, args) => readLong(args.get(0), 10)),
  method('static valueOf(String text, int radix): Long', (_self, args) => readLong(args.get(0), args.int(1))),
  method('static valueOf(long value): Long', (_self, args) => new JavaLong(long(args.get(0)))),
  method('static toString(long value): String', (_self, args) => long(args.get(0)).toString()),
  method('static toString(long value, int radix): String', (_self, args) =>
    radixText(long(args.get(0)), args.int(1)),
  ),
  method('static toHexString(long value): String', (_self, args) =>
    BigInt.asUintN(64, long(args.get(0))).toString(16),
  ),
  method('static toOctalString(long value): String', (_self, args) =>
    BigInt.asUintN(64, long(args.get(0))).toString(8),
  ),
  method('static toBinaryString(long value): String', (_self, args) =>
    BigInt.asUintN(64, long(args.get(0))).toString(2),
  ),
  method('static max(long a, long b): long', (_self, args) => pickLong(args.get(0), args.get(1), 1)),
  method('static min(long a, long b): long', (_self, args) => pickLong(args.get(0), args.get(1), -1)),
  method(
    'static sum(long a, long b): long',
    (_self, args) => new JavaLong(BigInt.asIntN(64, long(args.get(0)) + long(args.get(1)))),
  ),
  method('static compare(long a, long b): int', (_self, args) => {
    const [a, b] = [long(args.get(0)), long(args.get(1))];
    return a < b ? -1 : a > b ? 1 : 0;
  }),
  method('static signum(long value): int', (_self, args) => {
    const value = long(args.get(0));
    return value < 0n ? -1 : value > 0n ? 1 : 0;
  }),
];

function pickLong(a: JavaValue, b: JavaValue, direction: number): JavaLong {
  const greater = long(a) > long(b) === direction > 0;
  return new JavaLong(greater ? long(a) : long(b));
}
