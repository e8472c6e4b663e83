import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './find-json-fault';

test.each([
  '{}',
  '[]',
  ' {"a": [1, -2.5e+3, true, null, "x\\u00e9\\n\\/"], "b": {"": {}}} \n',
  '"text"',
  '0',
])('%s is JSON', (text) => {
  expect(findJsonFault(text)).toBeUndefined();
});

test.each<[text: string, offset: number, expected: string]>([
  ['', 0, 'a value'],
  ['{"id": }', 7, 'a value'],
  ['[1,]', 3, 'a value'],
  ['[,1]', 1, 'a value or ]'],
  ['{"a":1,}', 7, 'a name in double quotes'],
  ['{a:1}', 1, 'a name in double quotes or }'],
  ['{"a" 1}', 5, 'a colon'],
  ['{"a":""x""}', 7, 'a comma or }'],
  ['[1 2]', 3, 'a comma or ]'],
  ['{} {}', 3, 'the end'],
  ['"a\nb"', 2, 'no control character inside a text'],
  [`"it\\'s"`, 3, 'an escape that JSON knows'],
  ['"abc', 4, 'a double quote that ends the text'],
  ['[01]', 1, 'a value or ]'],
  ['{"a":TRUE}', 5, 'a value'],
  ['{"a":{b=1}}', 6, 'a name in double quotes or }'],
])('%j is broken', (text, offset, expected) => {
  expect(findJsonFault(text)).toEqual({ offset, expected });
});

test('agrees with JSON.parse on anything', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '1',
    '-0.5',
    '"a"',
    '\\',
    'null',
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      expect(findJsonFault(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 3000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('depth does not matter', () => {
  expect(findJsonFault('['.repeat(1_000_000))?.offset).toBe(1_000_000);
});
