import { expect, test } from 'vitest';
import { reasonPhrase } from './reason-phrase';

test.each([
  [200, 'OK'],
  [204, 'No Content'],
  [302, 'Found'],
  [404, 'Not Found'],
  [418, "I'm a teapot"],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [502, 'Bad Gateway'],
  [504, 'Gateway Timeout'],
])('%d %s', (code, phrase) => {
  expect(reasonPhrase(code)).toBe(phrase);
});

// RFC 9110 gave these new names.
test.each([
  [413, 'Content Too Large'],
  [422, 'Unprocessable Content'],
])('%d is %s by its present name', (code, phrase) => {
  expect(reasonPhrase(code)).toBe(phrase);
});

test.each([0, 199, 444, 599, -1, Number.NaN])('%d has no reason phrase', (code) => {
  expect(reasonPhrase(code)).toBe('');
});
