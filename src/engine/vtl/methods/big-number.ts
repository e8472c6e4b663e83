import { calculate, compareBigDecimals, powerOf } from '../../values/arithmetic';
import { readBigDecimal } from '../../values/big-decimal-text';
import { checkSize, toBigInt } from '../../values/exact-numbers';
import { JavaException } from '../../values/java-exception';
import { JavaBigDecimal, JavaBigInteger, type JavaValue } from '../../values/types';
import { type Method, method } from './method';
import { compareToOf, countBits, long, notNull, radixText } from './number';

const big = (value: JavaValue) => (notNull(value) as JavaBigInteger).value;
const bigInteger = (value: bigint) => new JavaBigInteger(checkSize(value));

/** `java.math.BigInteger`. */
export const BIG_INTEGER_METHODS: Method[] = [
  compareToOf('BigInteger'),
  method<JavaBigInteger>('bitCount(): int', (self) =>
    countBits(self.value < 0n ? -self.value - 1n : self.value),
  ),
  method<JavaBigInteger>('bitLength(): int', (self) => {
    const magnitude = self.value < 0n ? -self.value - 1n : self.value;
    return magnitude === 0n ? 0 : magnitude.toString(2).length;
  }),
  method<JavaBigInteger>('add(BigInteger other): BigInteger', (self, args) =>
    bigInteger(self.value + big(args.get(0))),
  ),
  method<JavaBigInteger>('subtract(BigInteger other): BigInteger', (self, args) =>
    bigInteger(self.value - big(args.get(0))),
  ),
  method<JavaBigInteger>('multiply(BigInteger other): BigInteger', (self, args) =>
    bigInteger(self.value * big(args.get(0))),
  ),
  method<JavaBigInteger>('divide(BigInteger other): BigInteger', (self, args) => {
    if (big(args.get(0)) === 0n) throw new JavaException('ArithmeticException', 'BigInteger divide by zero');
    return bigInteger(self.value / big(args.get(0)));
  }),
  method<JavaBigInteger>('remainder(BigInteger other): BigInteger', (self, args) => {
    if (big(args.get(0)) === 0n) throw new JavaException('ArithmeticException', 'BigInteger divide by zero');
    return bigInteger(self.value % big(args.get(0)));
  }),
  method<JavaBigInteger>('mod(BigInteger other): BigInteger', (self, args) => {
    if (big(args.get(0)) <= 0n)
      throw new JavaException('ArithmeticException', 'BigInteger: modulus not positive');
    return calculate('%', self, args.get(0) as JavaBigInteger);
  }),
  method<JavaBigInteger>('pow(int exponent): BigInteger', (self, args) =>
    bigInteger(powerOf(self.value, args.int(0))),
  ),
  method<JavaBigInteger>('negate(): BigInteger', (self) => bigInteger(-self.value)),
  method<JavaBigInteger>('abs(): BigInteger', (self) =>
    bigInteger(self.value < 0n ? -self.value : self.value),
  ),
  method<JavaBigInteger>('signum(): int', (self) => (self.value < 0n ? -1 : self.value > 0n ? 1 : 0)),
  method<JavaBigInteger>('max(BigInteger other): BigInteger', (self, args) =>
    self.value >= big(args.get(0)) ? self : args.get(0),
  ),
  method<JavaBigInteger>('min(BigInteger other): BigInteger', (self, args) =>
    self.value <= big(args.get(0)) ? self : args.get(0),
  ),
  method<JavaBigInteger>('toString(int radix): String', (self, args) => radixText(self.value, args.int(0))),
  method('static valueOf(long value): BigInteger', (_self, args) => bigInteger(long(args.get(0)))),
];

const decimal = (value: JavaValue) => notNull(value) as JavaBigDecimal;

/** `java.math.BigDecimal`. */
export const BIG_DECIMAL_METHODS: Method[] = [
  method<JavaBigDecimal>('compareTo(BigDecimal other): int', (self, args) =>
    Math.sign(compareBigDecimals(self, decimal(args.get(0)))),
  ),
  method<JavaBigDecimal>('add(BigDecimal other): BigDecimal', (self, args) =>
    calculate('+', self, decimal(args.get(0))),
  ),
  method<JavaBigDecimal>('subtract(BigDecimal other): BigDecimal', (self, args) =>
    calculate('-', self, decimal(args.get(0))),
  ),
  method<JavaBigDecimal>('multiply(BigDecimal other): BigDecimal', (self, args) =>
    calculate('*', self, decimal(args.get(0))),
  ),
  method<JavaBigDecimal>('negate(): BigDecimal', (self) => new JavaBigDecimal(-self.unscaled, self.scale)),
  method<JavaBigDecimal>('abs(): BigDecimal', (self) =>
    self.unscaled < 0n ? new JavaBigDecimal(-self.unscaled, self.scale) : self,
  ),
  method<JavaBigDecimal>('signum(): int', (self) => (self.unscaled < 0n ? -1 : self.unscaled > 0n ? 1 : 0)),
  method<JavaBigDecimal>('pow(int exponent): BigDecimal', (self, args) => {
    const exponent = args.int(0);
    if (exponent < 0 || exponent > 999_999_999)
      throw new JavaException('ArithmeticException', 'Invalid operation');
    return new JavaBigDecimal(checkSize(powerOf(self.unscaled, exponent)), self.scale * exponent);
  }),
  method<JavaBigDecimal>('scale(): int', (self) => self.scale),
  method<JavaBigDecimal>('precision(): int', (self) => self.unscaled.toString().replace('-', '').length),
  method<JavaBigDecimal>('unscaledValue(): BigInteger', (self) => new JavaBigInteger(self.unscaled)),
  method<JavaBigDecimal>('toBigInteger(): BigInteger', (self) => bigInteger(toBigInt(self))),
  method<JavaBigDecimal>('toPlainString(): String', (self, _args, run) => {
    run.allocate(Math.abs(self.scale));
    return run.checkText(plainText(self));
  }),
  method<JavaBigDecimal>('stripTrailingZeros(): BigDecimal', (self) => stripZeros(self)),
  method(
    'static valueOf(double value): BigDecimal',
    (_self, args, run) => readBigDecimal(run.textOfDouble(args.get(0))) ?? null,
  ),
  method('static valueOf(long value): BigDecimal', (_self, args) => new JavaBigDecimal(long(args.get(0)), 0)),
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
