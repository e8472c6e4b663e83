import { describe, expect, test } from 'vitest';
import { calculate, compareNumbers, type Operation } from './arithmetic';
import { javaEquals } from './equality';
import { bigDecimalOfDouble, toDouble, toInt, toLong } from './exact-numbers';
import { JavaException, ValueTooLarge } from './java-exception';
import { mapOf } from './maps';
import { numberText } from './text';
import {
  JavaBigDecimal,
  JavaBigInteger,
  JavaDouble,
  JavaFloat,
  JavaList,
  JavaLong,
  type JavaNumber,
  type JavaValue,
  MapEntry,
} from './types';

const long = (value: bigint) => new JavaLong(value);
const big = (value: bigint) => new JavaBigInteger(value);
const double = (value: number) => new JavaDouble(value);
const decimal = (unscaled: bigint, scale: number) => new JavaBigDecimal(unscaled, scale);

function shown(value: JavaNumber | null): string {
  if (value === null) return 'null';
  return `${typeof value === 'number' ? 'Integer' : value.javaType} ${numberText(value)}`;
}

describe('arithmetic, as MathUtils of Velocity 1.7', () => {
  test.each<[Operation, JavaNumber, JavaNumber, string]>([
    ['+', 1, 2, 'Integer 3'],
    ['+', 2147483647, 1, 'Long 2147483648'],
    ['-', -2147483648, 1, 'Long -2147483649'],
    ['*', 2147483647, 2147483647, 'Long 4611686014132420609'],
    ['/', 7, 2, 'Integer 3'],
    ['/', -7, 2, 'Integer -3'],
    ['%', -7, 2, 'Integer -1'],
    ['*', 0, -5, 'Integer 0'],
    ['/', 7, 0, 'null'],
    ['%', 7, 0, 'null'],
    ['/', -2147483648, -1, 'Long 2147483648'],
    ['+', long(1n), 1, 'Long 2'],
    ['+', long(9223372036854775807n), 1, 'BigInteger 9223372036854775808'],
    ['*', long(-9223372036854775808n), -1, 'Long -9223372036854775808'],
    ['-', big(9223372036854775808n), 1, 'BigInteger 9223372036854775807'],
    ['%', big(9223372036854775809n), 7, 'BigInteger 2'],
    ['+', 7, double(2.5), 'Double 9.5'],
    ['-', double(7), 0, 'Double 7.0'],
    ['/', double(7), 0, 'null'],
    ['*', double(0.1), double(0.2), 'Double 0.020000000000000004'],
    ['+', new JavaFloat(0.5), 1, 'Float 1.5'],
    ['+', big(1n), double(0.5), 'BigDecimal 1.5'],
    ['*', decimal(15n, 1), 2, 'BigDecimal 3.0'],
    ['/', decimal(10n, 1), 3, 'BigDecimal 0.3'],
    ['/', 1, decimal(3n, 0), 'BigDecimal 0'],
    ['/', decimal(25n, 1), 10, 'BigDecimal 0.2'],
    [
      '+',
      decimal(1n, 0),
      double(0.1),
      'BigDecimal 1.1000000000000000055511151231257827021181583404541015625',
    ],
  ])('%s', (operation, left, right, expected) => {
    expect(shown(calculate(operation, left, right))).toBe(expected);
  });

  test.each<[Operation, JavaNumber, JavaNumber]>([
    ['%', decimal(15n, 1), 2],
    ['%', big(9223372036854775808n), -7],
    ['+', decimal(1n, 0), double(Number.NaN)],
  ])('%s can throw as Java does', (operation, left, right) => {
    expect(() => calculate(operation, left, right)).toThrow(JavaException as never);
  });

  test('numbers do not grow without end', () => {
    const huge = big(10n ** 19_999n);
    expect(() => calculate('*', huge, huge)).toThrow(ValueTooLarge as never);
    expect(() => calculate('+', decimal(1n, -999_999_999), decimal(1n, 0))).toThrow(ValueTooLarge as never);
  });

  test.each<[JavaNumber, JavaNumber, number]>([
    [1, 2, -1],
    [1, double(1), 0],
    [long(5n), 4, 1],
    [big(9223372036854775808n), long(1n), 1],
    [decimal(10n, 1), decimal(100n, 2), 0],
    [decimal(1n, -999_999_999), decimal(1n, 0), 1],
    [decimal(-1n, -999_999_999), decimal(1n, 999_999_999), -1],
    [double(Number.NaN), 1, 0],
  ])('comparing', (left, right, expected) => {
    expect(Math.sign(compareNumbers(left, right))).toBe(expected);
  });
});

describe('conversions', () => {
  test.each<[JavaNumber, number, bigint]>([
    [double(1e20), 2147483647, 9223372036854775807n],
    [double(-1.9), -1, -1n],
    [double(Number.NaN), 0, 0n],
    [long(4294967297n), 1, 4294967297n],
    [big(2n ** 64n + 5n), 5, 5n],
    [decimal(19n, 1), 1, 1n],
  ])('intValue and longValue', (value, int, wide) => {
    expect(toInt(value)).toBe(int);
    expect(toLong(value)).toBe(wide);
  });

  test('a double has an exact decimal value', () => {
    expect(bigDecimalOfDouble(0.5)).toEqual(decimal(5n, 1));
    expect(bigDecimalOfDouble(-3)).toEqual(decimal(-3n, 0));
    expect(bigDecimalOfDouble(Number.POSITIVE_INFINITY)).toBeUndefined();
    expect(toDouble(decimal(11n, 1))).toBe(1.1);
  });
});

describe('equals', () => {
  const list = (...items: JavaValue[]) => new JavaList(items);
  test.each<[JavaValue, JavaValue, boolean]>([
    [null, null, true],
    [null, '', false],
    [1, 1, true],
    [1, long(1n), false],
    [1, double(1), false],
    [double(Number.NaN), double(Number.NaN), true],
    [double(0), double(-0), false],
    [decimal(10n, 1), decimal(100n, 2), false],
    [decimal(10n, 1), decimal(10n, 1), true],
    ['1', 1, false],
    [list(1, 'a'), new JavaList([1, 'a'], 'JSONArray'), true],
    [list(1), list(1, 2), false],
    [new JavaList([1], 'Array'), new JavaList([1], 'Array'), false],
    [mapOf([['a', list(1)]]), mapOf([['a', list(1)]], 'ContextMap'), true],
    [mapOf([['a', null]]), mapOf([['b', null]]), false],
    [new MapEntry('a', 1), new MapEntry('a', 1), true],
    [list(), mapOf([]), false],
  ])('%#', (left, right, expected) => {
    expect(javaEquals(left, right)).toBe(expected);
    expect(javaEquals(right, left)).toBe(expected);
  });

  test('lists that hold themselves end', () => {
    const a = new JavaList([]);
    a.items.push(a);
    const b = new JavaList([]);
    b.items.push(b);
    expect(() => javaEquals(a, b)).toThrow(JavaException as never);
  });
});
