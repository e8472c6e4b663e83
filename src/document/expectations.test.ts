import { describe, expect, test } from 'vitest';
import type { ClientResponse, ResponseHeader } from '../engine/outcome';
import { differencesFrom, expectationOf } from './expectations';
import type { Expectation } from './model';

function response(body: string | Uint8Array, headers: ResponseHeader[] = []): ClientResponse {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return {
    statusCode: 404,
    reason: 'Not Found',
    headers,
    body: { bytes, ...(typeof body === 'string' && { text: body }) },
  };
}

const mapped = (name: string, value: string): ResponseHeader => ({
  name,
  value,
  origin: { kind: 'mapping', parameter: '', expression: '' },
});
const added = (name: string, value: string): ResponseHeader => ({
  name,
  value,
  origin: { kind: 'service', why: '' },
});

describe('met', () => {
  test.each<[string, Expectation, ClientResponse]>([
    ['nothing', {}, response('x')],
    ['the status', { statusCode: 404 }, response('x')],
    ['a header in another case', { headers: { 'X-A': 'b' } }, response('', [mapped('x-a', 'b')])],
    ['a header of two lines', { headers: { a: '1, 2' } }, response('', [mapped('a', '1'), mapped('a', '2')])],
    ['JSON in another order', { body: '{"a":1,"b":[2]}' }, response('{ "b": [2], "a": 1.0 }')],
    ['a text', { body: 'plain' }, response('plain')],
  ])('%s', (_name, expected, actual) => {
    expect(differencesFrom(expected, actual)).toEqual([]);
  });
});

describe('missed', () => {
  test.each<[string, Expectation, ClientResponse, string]>([
    ['the status', { statusCode: 200 }, response(''), 'status: 200, got 404'],
    ['a header', { headers: { a: 'b' } }, response('', [mapped('A', 'c')]), 'header a: b, got c'],
    ['a header that is not there', { headers: { a: 'b' } }, response(''), 'header a: b'],
    ['a member', { body: '{"a":{"b":[1]}}' }, response('{"a":{"b":[2]}}'), 'body at $.a.b[0]: 1, got 2'],
    ['a kind', { body: '{"a":[]}' }, response('{"a":{}}'), 'body at $.a: a list, got an object'],
    ['null for a missing member', { body: '{"a":null}' }, response('{}'), 'body at $.a: null'],
    [
      'a member too many',
      { body: '{}' },
      response('{"a b":null}'),
      "body at $['a b']: no such member, got null",
    ],
    [
      'the last digit of a long number',
      { body: '{"id":12345678901234567890}' },
      response('{"id":12345678901234567891}'),
      'body at $.id: "12345678901234567890", got "12345678901234567891"',
    ],
    ['JSON as a text', { body: '1' }, response('one'), 'body: 1, got one'],
    [
      'white space in a text',
      { body: 'the quick brown fox jumps' },
      response('the quick brown fox  jumps'),
      'body: …quick brown fox jumps, got …quick brown fox  jumps',
    ],
    ['binary content', { body: 'a' }, response(new Uint8Array([255])), 'body: a, got binary'],
  ])('%s', (_name, expected, actual, words) => {
    const [first, ...more] = differencesFrom(expected, actual).map(
      ({ where, expected: wanted, actual: got }) =>
        `${where}: ${wanted}${got === undefined ? '' : `, got ${got}`}`,
    );
    expect([first, more]).toEqual([words, []]);
  });
});

test('JSON nested deeper than calls can go is compared all the same', () => {
  const deep = (inside: string) => '['.repeat(50_000) + inside + ']'.repeat(50_000);
  expect(differencesFrom({ body: deep('1') }, response(deep('1 ')))).toEqual([]);
  expect(differencesFrom({ body: deep('1') }, response(deep('2')))).toHaveLength(1);
});

test('a response kept as expected is met by itself, and names nothing that changes from call to call', () => {
  const actual = response('{"a":1}', [
    mapped('x-a', '1'),
    mapped('x-a', '2'),
    added('Content-Type', 'application/json'),
    added('x-amzn-RequestId', 'f2'),
  ]);
  const kept = expectationOf(actual);
  expect(kept).toEqual({
    statusCode: 404,
    headers: { 'x-a': '1, 2', 'Content-Type': 'application/json' },
    body: '{"a":1}',
  });
  expect(differencesFrom(kept, actual)).toEqual([]);
  expect(expectationOf(response(new Uint8Array([255])))).toEqual({ statusCode: 404 });
});
