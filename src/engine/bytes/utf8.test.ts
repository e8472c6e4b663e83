import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8, decodeUtf8Strict, encodeUtf8, encodeUtf8AsJava } from './utf8';

const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) });

/** Bytes in which UTF-8 leads and continuations are as frequent as everything else. */
const nearlyUtf8 = fc
  .array(
    fc.oneof(
      fc.constantFrom(0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe2),
      fc.constantFrom(0xed, 0xef, 0xbb, 0xf0, 0xf1, 0xf4, 0xf5, 0xfe, 0xff),
      fc.integer({ min: 0, max: 255 }),
    ),
    { maxLength: 60 },
  )
  .map((bytes) => Uint8Array.from(bytes));

describe('UTF-8 against the platform', () => {
  test('encodes as TextEncoder', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(Array.from(encodeUtf8(text))).toEqual(Array.from(new TextEncoder().encode(text)));
      }),
      { numRuns: 500 },
    );
  });

  test('decodes as TextDecoder, byte order mark kept', () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    fc.assert(
      fc.property(nearlyUtf8, (bytes) => {
        expect(decodeUtf8(bytes)).toBe(decoder.decode(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  test('tells valid from invalid as TextDecoder', () => {
    fc.assert(
      fc.property(nearlyUtf8, (bytes) => {
        let expected: string | undefined;
        try {
          expected = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        } catch {
          expected = undefined;
        }
        expect(decodeUtf8Strict(bytes)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

test('stretches of ASCII between everything else', () => {
  const stretch = fc.integer({ min: 0, max: 5000 }).map((length) => new Uint8Array(length).fill(0x61));
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  fc.assert(
    fc.property(fc.array(fc.oneof(stretch, nearlyUtf8), { maxLength: 6 }), (parts) => {
      const bytes = Uint8Array.from(parts.flatMap((part) => Array.from(part)));
      expect(decodeUtf8(bytes)).toBe(decoder.decode(bytes));
    }),
  );
});

test('long texts are put together without a gap', () => {
  const text = 'äß€😀x'.repeat(20_000);
  expect(decodeUtf8(encodeUtf8(text))).toBe(text);
});

test.each([
  ['a\ud800', [0x61, 0x3f], [0x61, 0xef, 0xbf, 0xbd]],
  ['\udc00\ud800', [0x3f, 0x3f], [0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd]],
  ['\ud83d\ude00', [0xf0, 0x9f, 0x98, 0x80], [0xf0, 0x9f, 0x98, 0x80]],
])('Java writes a lone surrogate as a question mark: %j', (text, java, web) => {
  expect(Array.from(encodeUtf8AsJava(text))).toEqual(java);
  expect(Array.from(encodeUtf8(text))).toEqual(web);
});
