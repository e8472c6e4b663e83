import { describe, expect, test } from 'vitest';
import { HTTP_GRAMMAR } from './http';
import { JSON_GRAMMAR } from './json';
import { tokensOf } from './testing/tokens-of';
import { YAML_GRAMMAR } from './yaml';

describe('json', () => {
  test.each([
    [
      '{"a": "b\\n\\q", "c": -1.5e3}',
      [
        '{ → delimiter.curly',
        '"a" → string.key',
        ': → delimiter',
        '"b → string',
        '\\n → string.escape',
        '\\q → invalid',
        '" → string',
        ', → delimiter',
        '"c" → string.key',
        ': → delimiter',
        '-1.5e3 → number',
        '} → delimiter.curly',
      ],
    ],
    [
      '[true, nullx]',
      ['[ → delimiter.square', 'true → keyword.json', ', → delimiter', '] → delimiter.square'],
    ],
  ])('%s', (text, expected) => expect(tokensOf(JSON_GRAMMAR, text).flat()).toEqual(expected));
});

describe('http', () => {
  test('status line, headers, then a JSON body', () => {
    expect(tokensOf(HTTP_GRAMMAR, 'HTTP/1.1 404 Not Found\nX-A: b: c\n\n{"a": 1}')).toEqual([
      ['HTTP/1.1 → keyword', '404 → number', ' Not Found → string'],
      ['X-A → string.key', ': → delimiter', ' b: c → string'],
      [],
      ['{ → delimiter.curly', '"a" → string.key', ': → delimiter', '1 → number', '} → delimiter.curly'],
    ]);
  });

  test('a body alone', () => {
    expect(tokensOf(HTTP_GRAMMAR, '{"a": 1}').flat()).toContain('"a" → string.key');
  });
});

describe('yaml', () => {
  test.each([
    ['type: AWS # kind', ['type → string.key', ': → delimiter', 'AWS → string', ' # kind → comment']],
    ['# all', ['# all → comment']],
    ['- statusCode: 404', ['- → delimiter', 'statusCode → string.key', ': → delimiter', '404 → number']],
    [
      'selectionPattern: .*a{2}, b:c#d.*',
      ['selectionPattern → string.key', ': → delimiter', '.*a{2}, b:c#d.* → string'],
    ],
    ['application/json: error.vtl', ['application/json → string.key', ': → delimiter', 'error.vtl → string']],
    [
      "'4\\d{2}': {a: 'it''s', b: 12}",
      [
        "'4\\d{2}' → string.key",
        ': → delimiter',
        '{ → delimiter.curly',
        'a → string.key',
        ': → delimiter',
        "'it → string",
        "'' → string.escape",
        "s' → string",
        ', → delimiter',
        'b → string.key',
        ': → delimiter',
        '12 → number',
        '} → delimiter.curly',
      ],
    ],
    ['uri: !Sub arn:aws', ['uri → string.key', ': → delimiter', '!Sub → tag', 'arn:aws → string']],
    [
      'a: "x\\ny\\d"',
      [
        'a → string.key',
        ': → delimiter',
        '"x → string',
        '\\n → string.escape',
        'y → string',
        '\\d → invalid',
        '" → string',
      ],
    ],
    [
      '{"a": [1, true]}',
      [
        '{ → delimiter.curly',
        '"a" → string.key',
        ': → delimiter',
        '[ → delimiter.square',
        '1 → number',
        ', → delimiter',
        'true → keyword.json',
        '] → delimiter.square',
        '} → delimiter.curly',
      ],
    ],
  ])('%s', (text, expected) => expect(tokensOf(YAML_GRAMMAR, text).flat()).toEqual(expected));

  test('a block text lasts while lines stand deeper than its key', () => {
    const lines = tokensOf(YAML_GRAMMAR, '  a: |\n    b: 1\n\n   c\n  d: 2');
    expect(lines[0]).toEqual(['a → string.key', ':  → delimiter', '| → keyword']);
    expect(lines.slice(1, 4).flat()).toEqual([]);
    expect(lines[4]).toEqual(['d → string.key', ': → delimiter', '2 → number']);
  });

  test('a block text in a list item ends at the next key of the item', () => {
    const lines = tokensOf(YAML_GRAMMAR, '- a: |\n    b\n  c: 1');
    expect(lines[1]).toEqual([]);
    expect(lines[2]).toEqual(['c → string.key', ': → delimiter', '1 → number']);
  });
});
