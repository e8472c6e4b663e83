import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJavaString } from '../values/text';
import { JavaList, JavaMap, type JavaValue } from '../values/types';
import { looksLikeJson, MAX_DEPTH, parseJson } from './parse-json';
import { writeJson } from './write-json';

function textOf(json: string): string {
  const result = parseJson(json);
  return result.ok ? toJavaString(result.value) : `${result.error.type}: ${result.error.message}`;
}

describe('what json-smart accepts', () => {
  test.each([
    ['{"a":1,"b":[true,null]}', '{a=1, b=[true,null]}'],
    ['', ''],
    ['plain text', 'plain text'],
    ['a=b&c=d', 'a=b&c=d'],
    ["{'a':'b'}", '{a=b}'],
    ['{a:1}', '{a=1}'],
    ['{"a":1,}', '{a=1}'],
    ['[1,,2,]', '[1,2]'],
    ['{"a":1}x', '{a=1}'],
    ['{"a":1} {"b":2}', '{a=1}'],
    ['{"a":undefined}', '{a=undefined}'],
    ['[1 2]', '["1 2"]'],
    ['[1}]', '["1}"]'],
    ['[1é]', '[1,"é"]'],
    ['1é', '1'],
    ['{"a":01}', '{a=1}'],
    ['[5.,-,NaN,.5]', '[5.0,0,NaN,".5"]'],
    ['{"b":1,"a":2,"b":3}', '{b=3, a=2}'],
    ['{"2":1,"1":2}', '{2=1, 1=2}'],
    ['["a\tb"]', '["a\\tb"]'],
    ['["a\t\\nb\\qc"]', '["a\\nbc"]'],
    ['["\\x41"]', '["A"]'],
    ['1\u001a2', '1'],
    ['[\f null]', '["null"]'],
    ['\ufeff{"a":1}', '\ufeff{"a":1}'],
  ])('%j', (json, text) => expect(textOf(json)).toBe(text));
});

describe('what it refuses', () => {
  test.each([
    ['{"a":}', 'ParseException: Unexpected character (}) at position 5.', 5],
    ['{"a"=1}', 'ParseException: Unexpected character (=) at position 3.', 4],
    ['{"a":"x" "b":1}', 'ParseException: Unexpected token " at position 8.', 9],
    ['{', 'ParseException: Unexpected End Of File position 0: null', 1],
    ['[', 'ParseException: Unexpected End Of File position 0: EOF', 1],
    ['{"a":"b', 'ParseException: Unexpected End Of File position 7: null', 7],
    ['["\\u12"]', 'ParseException: Unexpected unicode escape sequence " at position 6.', 6],
    [']', 'ParseException: Unexpected character (]) at position 0.', 0],
    ['[1e+]', 'NumberFormatException: For input string: "1e+"', 1],
  ])('%j', (json, message, offset) => {
    const result = parseJson(json);
    expect(result).toMatchObject({ ok: false, error: { offset } });
    expect(textOf(json)).toBe(message);
  });

  test.each(['['.repeat(100_000), '{"a":'.repeat(100_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`])(
    'a hundred thousand levels',
    (json) =>
      expect(textOf(json)).toBe(`ParseException: Values are nested more than ${MAX_DEPTH} levels deep.`),
  );

  test('the deepest body there can be', () => {
    const json = '['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH);
    expect(textOf(json)).toBe(json);
  });
});

describe('number types', () => {
  test.each([
    ['2147483647', 'number'],
    ['-2147483648', 'number'],
    ['2147483648', 'Long'],
    ['-9223372036854775808', 'Long'],
    ['9223372036854775808', 'BigInteger'],
    ['00000000000000000001', 'BigInteger'],
    ['1.0', 'Double'],
    ['1e3', 'Double'],
    ['0.1234567890123456', 'Double'],
    ['0.12345678901234567', 'BigDecimal'],
    ['NaN', 'Float'],
  ])('%s is %s', (json, type) => {
    const result = parseJson(json);
    const value = result.ok ? result.value : undefined;
    expect(typeof value === 'object' && value ? value.javaType : typeof value).toBe(type);
  });
});

describe('places', () => {
  const json = ' {"a" : [1, "x" ,{"b":null}], a b: 2 3 , "a":7}';
  const result = parseJson(json);
  if (!result.ok || !(result.value instanceof JavaMap)) throw new Error('the sample has to parse');
  const root = result.value;
  const at = (span: { from: number; to: number } | undefined) => span && json.slice(span.from, span.to);

  test('the object itself', () => expect(at(root.document?.spanOf(root.index))).toBe(json.trim()));
  test('the last member of a name', () => expect(at(root.document?.memberSpan(root.index, 'a'))).toBe('7'));
  test('a bare word without its blanks', () =>
    expect(at(root.document?.memberSpan(root.index, 'a b'))).toBe('2 3'));
  test('no such member', () => expect(root.document?.memberSpan(root.index, 'z')).toBeUndefined());

  test('items of an array', () => {
    const array = parseJson('[1, "x" ,{"b":null}]');
    if (!array.ok || !(array.value instanceof JavaList)) throw new Error('the array has to parse');
    const { document, index } = array.value;
    const items = [0, 1, 2].map((i) => document?.memberSpan(index, i));
    expect(items.map((span) => span && document?.text.slice(span.from, span.to))).toEqual([
      '1',
      '"x"',
      '{"b":null}',
    ]);
  });
});

test.each([
  [' {"a":1}', true],
  ['[1]', true],
  ['"a"', true],
  ["'a'", true],
  ['a=b', false],
  ['12', false],
  ['', false],
])('looksLikeJson(%j) is %s', (body, looks) => expect(looksLikeJson(body)).toBe(looks));

/** Text made of the characters that mean something here. */
const noise = fc.string({ unit: fc.constantFrom(...'{}[]:,"\'\\ \n\t\u001aux019.-eEntfN~é'), maxLength: 40 });
const bodies = fc.oneof(
  noise,
  fc.json(),
  fc.json().map((json) => json.slice(0, -1)),
);

describe('for any text', () => {
  test('parsing ends, the same way twice', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const [first, second] = [textOf(body), textOf(body)];
        expect(second).toBe(first);
      }),
    );
  });

  test('every place lies inside the text', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const result = parseJson(body);
        if (!result.ok) {
          expect(result.error.offset).toBeGreaterThanOrEqual(0);
          expect(result.error.offset).toBeLessThanOrEqual(body.length);
          return;
        }
        for (let i = 0; i < result.document.size; i++) {
          const { from, to } = result.document.spanOf(i);
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(body.length);
        }
      }),
    );
  });

  test('what is written reads back as the same text', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom('default', 'LT_COMPRESS'), (body, style) => {
        const result = parseJson(body);
        // A Double may be written longer than it was read, so that it reads back as a BigDecimal, and the other way.
        if (!result.ok || !isContainer(result.value) || /\d[.eE]|\.\d/.test(body)) return;
        const written = writeJson(result.value, style);
        const again = parseJson(written);
        expect(again.ok && writeJson(again.value, style)).toBe(written);
      }),
    );
  });

  test('strict JSON reads as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (body) => {
        const result = parseJson(body);
        if (!result.ok || body.includes('\u007f') || /[\d.]{18}|[eE]/.test(body)) return;
        expect(JSON.parse(writeJson(result.value, 'LT_COMPRESS'))).toEqual(JSON.parse(body));
      }),
    );
  });
});

function isContainer(value: JavaValue): boolean {
  return value instanceof JavaMap || value instanceof JavaList;
}
