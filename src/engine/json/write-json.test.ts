import { describe, expect, test } from 'vitest';
import { mapOf } from '../values/maps';
import { TextOverflow } from '../values/nested-text';
import { JavaBigDecimal, JavaDouble, JavaFloat, JavaList, JavaLong, type JavaValue } from '../values/types';
import { writeJson } from './write-json';

const list = (...items: JavaValue[]) => new JavaList(items, 'JSONArray');

describe('both styles', () => {
  test.each<[JavaValue, string, string]>([
    ['http://x', '"http:\\/\\/x"', '"http://x"'],
    ['a"b\\c', '"a\\"b\\\\c"', '"a\\"b\\\\c"'],
    ['\b\f\n\r\t\u0001', '"\\b\\f\\n\\r\\t\\u0001"', '"\\b\\f\\n\\r\\t\\u0001"'],
    ['\u007f\u009f\u00a0', '"\\u007F\\u009F\u00a0"', '"\\u007F\\u009F\u00a0"'],
    ['\u1fff\u2000\u20ff\u2100', '"\u1fff\\u2000\\u20FF\u2100"', '"\u1fff\\u2000\\u20FF\u2100"'],
    ["é<'😀", '"é<\'😀"', '"é<\'😀"'],
    [list(), '[]', '[]'],
    [list(1, null, true, new JavaLong(3n)), '[1,null,true,3]', '[1,null,true,3]'],
    [
      list(new JavaDouble(1e7), new JavaDouble(Number.NaN), new JavaFloat(Number.NaN)),
      '[1.0E7,null,NaN]',
      '[1.0E7,null,NaN]',
    ],
    [new JavaDouble(Number.POSITIVE_INFINITY), 'null', 'null'],
    [new JavaBigDecimal(150n, 2), '1.50', '1.50'],
    [mapOf([]), '{}', '{}'],
    [
      mapOf([
        ['a/b', list(mapOf([['c', null]]))],
        ['d', 2],
      ]),
      '{"a\\/b":[{"c":null}],"d":2}',
      '{"a/b":[{"c":null}],"d":2}',
    ],
  ])('%#', (value, plain, compressed) => {
    expect(writeJson(value, 'default')).toBe(plain);
    expect(writeJson(value, 'LT_COMPRESS')).toBe(compressed);
  });
});

test('a list that holds itself is refused', () => {
  const endless = list(1);
  endless.items.push(endless);
  expect(() => writeJson(endless, 'default')).toThrow(TextOverflow);
});
