import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  claimsJson,
  dataUrl,
  findJsonError,
  hexDump,
  imageType,
  lineAndColumn,
  prettyJson,
  showInvisibles,
} from './body-text';

describe('where a text stops being JSON', () => {
  test.each([
    ['', 0],
    ['  ', 2],
    ['{"a": }', 6],
    ['{"a": 1,}', 8],
    ['{a: 1}', 1],
    ["{'a': 1}", 1],
    ['[1, 2', 5],
    ['[1 2]', 3],
    ['[1]]', 3],
    ['{"a": 1}}', 8],
    ['{"a": {foo=bar}}', 7],
    ['01', 1],
    ['"a\nb"', 0],
    ['"\\x"', 0],
    ['[}', 1],
    ['{"a"}', 4],
    ['1,', 1],
    ['nul', 0],
  ])('%j at %d', (text, offset) => {
    expect(findJsonError(text)).toBe(offset);
  });

  test('agrees with the platform on what is JSON', () => {
    const nearly = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', ' ', '1', '-', 'null', '\\'))
      .map(
        ([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice(at % (text.length + 1)),
      );
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearly), (text) => {
        expect(findJsonError(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('nesting without end is no danger', () => {
    expect(findJsonError('['.repeat(200_000))).toBe(200_000);
  });
});

describe('laid out', () => {
  test.each([
    [
      '{"a":1,"b":[true,null],"c":{},"d":[]}',
      '{\n  "a": 1,\n  "b": [\n    true,\n    null\n  ],\n  "c": {},\n  "d": []\n}',
    ],
    ['10.00', '10.00'],
    ['{"a":1,"a":12345678901234567890}', '{\n  "a": 1,\n  "a": 12345678901234567890\n}'],
    ['{"a": "{[,:]} \\" x"}', '{\n  "a": "{[,:]} \\" x"\n}'],
  ])('%s', (text, laidOut) => {
    expect(prettyJson(text)).toBe(laidOut);
  });

  test('only white space outside strings changes, and what is no JSON is not laid out', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(prettyJson(text) ?? '')).toEqual(JSON.parse(text));
      }),
    );
    expect(prettyJson('{"a": }')).toBeUndefined();
  });
});

test('invisible characters get signs and names', () => {
  expect(showInvisibles('a b\r\n\u00a0\u200b\ufeff\u0007')).toEqual([
    { text: 'a' },
    { text: '·', name: 'space, U+0020' },
    { text: 'b' },
    { text: '␍', name: 'carriage return, U+000D' },
    { text: '␊\n', name: 'line feed, U+000A' },
    { text: '⍽', name: 'no-break space, U+00A0' },
    { text: '[U+200B]', name: 'invisible character, U+200B' },
    { text: '[BOM]', name: 'byte order mark, U+FEFF' },
    { text: '␇', name: 'control character, U+0007' },
  ]);
});

test('bytes stand in lines of sixteen', () => {
  const bytes = new TextEncoder().encode('{"code": "Größe"}');
  expect(hexDump(bytes)).toBe(
    [
      '00000000  7b 22 63 6f 64 65 22 3a  20 22 47 72 c3 b6 c3 9f  {"code": "Gr....',
      '00000010  65 22 7d                                          e"}',
    ].join('\n'),
  );
});

test.each([
  [[0x89, 0x50, 0x4e, 0x47, 0x0d], 'image/png'],
  [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 'image/gif'],
  [[0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50], 'image/webp'],
  [[0x3c, 0x73, 0x76, 0x67], undefined],
  [[], undefined],
])('bytes %j begin like %s', (bytes, type) => {
  expect(imageType(Uint8Array.from(bytes))).toBe(type);
});

test('bytes of any length become a data address', () => {
  const bytes = new Uint8Array(20_000).fill(255);
  const address = dataUrl(bytes, 'image/png');
  expect(address.startsWith('data:image/png;base64,')).toBe(true);
  expect(Buffer.from(address.slice(22), 'base64').equals(Buffer.from(bytes))).toBe(true);
});

test.each([
  ['application/json', true],
  ['application/json; charset=utf-8', true],
  ['application/problem+json', true],
  ['text/json', true],
  ['text/html', false],
  ['application/jsonp', false],
  [undefined, false],
])('%s claims to be JSON: %s', (type, claims) => {
  expect(claimsJson(type)).toBe(claims);
});

test('offsets have lines and columns', () => {
  expect([lineAndColumn('a\nbc', 0), lineAndColumn('a\nbc', 3)]).toEqual([
    { line: 1, column: 1 },
    { line: 2, column: 2 },
  ]);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
