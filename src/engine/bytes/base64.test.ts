import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, decodeBase64Lenient, encodeBase64 } from './base64';

const ascii = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

// Results of `java.util.Base64.getDecoder()` on Java 17.
describe('the basic decoder of Java', () => {
  test.each([
    ['', ''],
    ['YQ==', 'a'],
    ['YQ', 'a'],
    ['YR==', 'a'],
    ['YWI=', 'ab'],
    ['YWI', 'ab'],
    ['YWJj', 'abc'],
    ['YWJjZA', 'abcd'],
  ])('%j is %j', (text, plain) => {
    expect(decodeBase64(text)).toEqual({ ok: true, bytes: ascii(plain) });
  });

  test.each([
    ['Y', 1],
    ['YQ=', 3],
    ['YWJj=', 4],
    ['=', 0],
    ['====', 0],
    ['YQ==YQ==', 4],
    ['YQ==\n', 4],
    ['YW Jj', 2],
    ['YW\nJj', 2],
    ['-_-_', 0],
    ['YWJjZ', 5],
    ['YQ=a', 3],
    ['YWI==', 4],
    ['this is a UTF8 text', 4],
    ['\u00e9', 0],
    ['Y\uffff', 1],
  ])('%j is refused at %d', (text, index) => {
    expect(decodeBase64(text)).toEqual({ ok: false, index });
  });
});

test.each([
  ['YW Jj\r\nZA==', 'abcd'],
  ['YQ=YQ', 'a'],
  ['Y', ''],
  ['*', ''],
])('the lenient decoder reads %j as %j', (text, plain) => {
  expect(decodeBase64Lenient(text)).toEqual(ascii(plain));
});

test('the lenient decoder knows both alphabets', () => {
  expect(Array.from(decodeBase64Lenient('-_+/'))).toEqual(Array.from(decodeBase64Lenient('+/+/')));
});

test('encodes as Node and reads itself back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const text = encodeBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeBase64(text)).toEqual({ ok: true, bytes });
      expect(decodeBase64Lenient(text)).toEqual(bytes);
    }),
  );
});

test('long input is put together without a gap', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => (i * 7) & 0xff);
  expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
