import { describe, expect, test } from 'vitest';
import { firstMediaType, isMediaType, mediaTypeFallsUnder } from './media-type';

test.each([
  [undefined, undefined],
  ['', undefined],
  [' , text/html', undefined],
  ['image/png', 'image/png'],
  ['Image/PNG; q=0.5', 'image/png'],
  ['image/webp,image/png,*/*;q=0.8', 'image/webp'],
  ['application/json; charset=utf-8, text/html', 'application/json'],
])('the first type of %j is %j', (header, type) => {
  expect(firstMediaType(header)).toBe(type);
});

test.each([
  ['application/json', true],
  ['application/vnd.api+json; charset=utf-8', true],
  ['*/*', true],
  ['123', false],
  ['', false],
  ['text/', false],
  ['a b/c', false],
  ['text/html/x', false],
])('%j is a media type: %j', (text, yes) => {
  expect(isMediaType(text)).toBe(yes);
});

describe('entries of binaryMediaTypes', () => {
  test.each([
    ['image/png', 'image/png', true],
    ['image/png', 'image/*', true],
    ['image/png', '*/*', true],
    ['image/png', 'image~1png', true],
    ['image/png', 'IMAGE/PNG', true],
    ['image/png', '*/png', false],
    ['*/*', 'image/png', false],
    ['image/*', 'image/png', false],
    ['imagery/png', 'image/*', false],
    ['application/test', '*/test', false],
    ['', '*/*', true],
    ['', '', false],
    ['', 'image/*', false],
  ])('%s under %s: %j', (type, entry, yes) => {
    expect(mediaTypeFallsUnder(type, entry)).toBe(yes);
  });
});
