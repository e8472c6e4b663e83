import { describe, expect, test } from 'vitest';
import { bigDecimalText, readBigDecimal } from './big-decimal-text';
import { doubleText, floatText } from './double-text';
import { hashCode, stringHash } from './hash-code';
import { keyOf } from './keys';
import { entriesInOrder, getFromMap, mapHasKey, mapOf, putIntoMap, removeFromMap } from './maps';
import { TextOverflow } from './nested-text';
import { readJsonDecimal, readJsonInteger } from './numbers';
import { toJavaString } from './text';
import {
  JavaBigDecimal,
  JavaBigInteger,
  JavaCharacter,
  JavaDouble,
  JavaList,
  JavaLong,
  JavaMap,
  type JavaValue,
  MapEntry,
} from './types';

describe('Double.toString of JDK 17', () => {
  test.each([
    [1, '1.0'],
    [-0, '-0.0'],
    [0.1, '0.1'],
    [100, '100.0'],
    [9999999, '9999999.0'],
    [1e7, '1.0E7'],
    [0.001, '0.001'],
    [0.002, '0.002'],
    [0.0001, '1.0E-4'],
    [1.234567e-5, '1.234567E-5'],
    [123456.789, '123456.789'],
    [1e21, '1.0E21'],
    [1e22, '1.0E22'],

    [2 ** 53, '9.007199254740992E15'],
    [2 ** 63, '9.223372036854776E18'],
    // Longer than the shortest text that reads back the same.
    [1e23, '9.999999999999999E22'],
    [8.2208e22, '8.220799999999999E22'],
    [2e-3, '0.002'],
    [2.2e-322, '2.2E-322'],
    [0.0031318808141804766, '0.0031318808141804766'],
    [Number.MIN_VALUE, '4.9E-324'],
    [Number.MAX_VALUE, '1.7976931348623157E308'],
    [2.2250738585072014e-308, '2.2250738585072014E-308'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
  ])('%d prints %s', (value, text) => expect(doubleText(value)).toBe(text));

  test.each([
    [1, '1.0'],
    [Math.fround(0.1), '0.1'],
    [Math.fround(0.04996364), '0.04996364'],
    [Math.fround(3.4028234663852886e38), '3.4028235E38'],
    [1.401298464324817e-45, '1.4E-45'],
  ])('the float %d prints %s', (value, text) => expect(floatText(value)).toBe(text));
});

describe('BigDecimal', () => {
  test.each([
    ['1.50', '1.50'],
    ['-0.10', '-0.10'],
    ['100', '100'],
    ['1e2', '1E+2'],
    ['12e2', '1.2E+3'],
    ['0.000001', '0.000001'],
    ['0.0000001', '1E-7'],
    ['0e-7', '0E-7'],
    ['1.7976931348623157e+308', '1.7976931348623157E+308'],
    ['3.14159265358979323846264338327950288', '3.14159265358979323846264338327950288'],
    ['1e-2147483647', '1E-2147483647'],
  ])('%s prints %s', (source, text) => {
    const value = readBigDecimal(source);
    expect(value && bigDecimalText(value)).toBe(text);
  });

  test.each(['', 'x', '.', '1..2', '1e', '1e+', 'e5', '1e2147483648', '1e99999999999', '1x'])(
    '%j is none',
    (source) => expect(readBigDecimal(source)).toBeUndefined(),
  );
});

describe('numbers of JSON', () => {
  test.each([
    ['-0', '0', 'Integer'],
    ['007', '7', 'Integer'],
    ['-', '0', 'Integer'],
    ['4294967296', '4294967296', 'Long'],
    ['123456789012345678901234567890', '123456789012345678901234567890', 'BigInteger'],
  ])('%s', (source, text, type) => {
    const value = readJsonInteger(source);
    expect([toJavaString(value), typeof value === 'number' ? 'Integer' : value.javaType]).toEqual([
      text,
      type,
    ]);
  });

  test('eighteen characters are a Double, nineteen a BigDecimal', () => {
    expect(readJsonDecimal('1234567890123456.7')).toEqual(new JavaDouble(1234567890123456.8));
    expect(readJsonDecimal('12345678901234567.8')).toEqual(new JavaBigDecimal(123456789012345678n, 1));
    expect(readJsonDecimal('1e+')).toBe('For input string: "1e+"');
  });
});

describe('String.valueOf', () => {
  const array = new JavaList([mapOf([['foo', 'a/b']]), null], 'JSONArray');
  test.each<[string, JavaValue, string]>([
    ['null', null, 'null'],
    [
      'a map',
      mapOf([
        ['k', 'v'],
        ['k2', null],
      ]),
      '{k=v, k2=null}',
    ],
    ['a list of a template', new JavaList(['a', null, new JavaList([1])]), '[a, null, [1]]'],
    ['an array of JSON', array, '[{"foo":"a\\/b"},null]'],
    ['an array of JSON in a map', mapOf([['l', array]]), '{l=[{"foo":"a\\/b"},null]}'],
    ['an entry', new MapEntry('k', mapOf([['a', 1]])), 'k={a=1}'],
    ['$context', mapOf([['a', 1]], 'ContextMap'), ''],
    ['$context in a list', new JavaList([mapOf([], 'ContextMap'), 1]), '[, 1]'],
    ['a character', new JavaCharacter('x'), 'x'],
    ['a double in a map', mapOf([['d', new JavaDouble(1)]]), '{d=1.0}'],
  ])('%s', (_, value, text) => expect(toJavaString(value)).toBe(text));

  test('a container in itself', () => {
    const list = new JavaList([1]);
    list.items.push(list);
    const map = mapOf([['a', 1]]);
    putIntoMap(map, 'self', map);
    expect(toJavaString(list)).toBe('[1, (this Collection)]');
    expect(toJavaString(map)).toBe('{a=1, self=(this Map)}');
  });

  test('two that hold each other have no text', () => {
    const [a, b] = [new JavaList([]), new JavaList([])];
    a.items.push(b);
    b.items.push(a);
    expect(() => toJavaString(a)).toThrow(TextOverflow);
  });

  test('a list doubled forty times has none either', () => {
    let list = new JavaList(['x']);
    for (let i = 0; i < 40; i++) list = new JavaList([list, list]);
    expect(() => toJavaString(list)).toThrow(TextOverflow);
  });

  test.each([
    [10_000, true],
    [10_001, false],
    [1_000_000, false],
  ])('%d levels', (levels, prints) => {
    let list = new JavaList([]);
    for (let i = 1; i < levels; i++) list = new JavaList([list]);
    if (prints) expect(toJavaString(list)).toBe('['.repeat(levels) + ']'.repeat(levels));
    else expect(() => toJavaString(list)).toThrow(TextOverflow);
  });

  test('keys made of keys made of keys', () => {
    let list = new JavaList([], 'JSONArray');
    for (let i = 1; i < 10_000; i++) {
      const map = new JavaMap();
      putIntoMap(map, list, i);
      list = new JavaList([map], 'JSONArray');
    }
    expect(() => toJavaString(list)).toThrow(TextOverflow);
  });
});

describe('maps', () => {
  test('keys are told apart as Java does', () => {
    const map = new JavaMap();
    putIntoMap(map, 1, 'Integer');
    putIntoMap(map, '1', 'String');
    putIntoMap(map, new JavaLong(1n), 'Long');
    putIntoMap(map, new JavaDouble(1), 'Double');
    putIntoMap(map, new JavaList([1]), 'List');
    expect(map.entries.size).toBe(5);
    expect(getFromMap(map, new JavaLong(1n))).toBe('Long');
    expect(getFromMap(map, new JavaList([1]))).toBe('List');
    expect(getFromMap(map, new JavaList(['1']))).toBeNull();
    expect(putIntoMap(map, '1', 'again')).toBe('String');
    expect(removeFromMap(map, 1)).toBe('Integer');
    expect(mapHasKey(map, 1)).toBe(false);
    expect(toJavaString(map)).toBe('{1=again, 1=Long, 1.0=Double, [1]=List}');
  });

  test('equal contents make equal keys', () => {
    expect(
      keyOf(
        mapOf([
          ['a', 1],
          ['b', 2],
        ]),
      ),
    ).toBe(
      keyOf(
        mapOf([
          ['b', 2],
          ['a', 1],
        ]),
      ),
    );
    expect(keyOf(new JavaBigDecimal(10n, 1))).not.toBe(keyOf(new JavaBigDecimal(1n, 0)));
    expect(keyOf(new JavaDouble(0))).not.toBe(keyOf(new JavaDouble(-0)));
  });

  test('$context comes in the order of java.util.HashMap', () => {
    const names =
      'apiId accountId stage path identity requestId requestTime requestTimeEpoch protocol httpMethod resourceId resourcePath extendedRequestId domainName domainPrefix deploymentId requestOverride responseOverride'.split(
        ' ',
      );
    const map = mapOf(
      names.map((name) => [name, name]),
      'ContextMap',
    );
    expect(
      entriesInOrder(map)
        .map(({ key }) => key)
        .join(' '),
    ).toBe(
      'resourceId resourcePath httpMethod extendedRequestId requestTime accountId path protocol requestOverride stage requestTimeEpoch domainPrefix identity requestId domainName deploymentId responseOverride apiId',
    );
  });
});

describe('hashCode', () => {
  test.each<[JavaValue, number]>([
    ['', 0],
    ['hello', 99162322],
    ['polygenelubricants', -2147483648],
    [42, 42],
    [true, 1231],
    [new JavaLong(4294967298n), 3],
    [new JavaLong(-1n), 0],
    [new JavaDouble(1.5), 1073217536],
    [new JavaList([1, 2]), 994],
    [mapOf([['a', 1]]), 96],
    [new JavaBigDecimal(150n, 2), 4652],
    [new JavaBigDecimal(-5n, 0), -155],
    [new JavaBigDecimal(-1234567890123456789012345678905n, 1), -1113278081],
    [new JavaBigInteger(-123456789012345678901234567890n), -1915528825],
    [null, 0],
  ])('%#', (value, hash) => expect(hashCode(value)).toBe(hash));
  test('of strings', () => expect(stringHash('Aa')).toBe(stringHash('BB')));
});
