import { describe, expect, test } from 'vitest';
import { looksLikeFunctionError, readErrorMessage } from './match-subject';
import { Payload } from './payload';

describe('the errorMessage of a Lambda payload', () => {
  test.each([
    ['{"errorMessage":"boom"}', 'boom'],
    ['{"errorType":"Error","errorMessage":"line 1\\nline 2"}', 'line 1\nline 2'],
    ['{"errorMessage":""}', ''],
    ['{"errorMessage":null}', ''],
    ['{"errorMessage":404}', '404'],
    ['{"errorMessage":true}', 'true'],
    ['{"errorMessage": {"code": 404, "tags": ["a/b"]}}', '{"code":404,"tags":["a/b"]}'],
    ['{"errorMessage": [1, 2]}', '[1,2]'],
    ['{"errorType":"Error"}', ''],
    ['{}', ''],
    ['"errorMessage"', ''],
    ['[{"errorMessage":"x"}]', ''],
    ['5', ''],
    ['null', ''],
    ['', ''],
    ['{broken', ''],
    ['{"a":{"errorMessage":"inner"}}', ''],
    ['{"errorMessage":"first","errorMessage":"last"}', 'last'],
  ])('%s', (payload, text) => {
    expect(readErrorMessage(new Payload(payload)).subject.text).toBe(text);
  });

  test('its place, with the quotes', () => {
    const payload = '{ "errorType": "E", "errorMessage": "boom" }';
    const { span } = readErrorMessage(new Payload(payload)).subject;
    expect(payload.slice(span?.from, span?.to)).toBe('"boom"');
  });
});

// The shapes of §1.2.
test.each([
  ['{"errorMessage":"m","errorType":"E","requestId":"r","stackTrace":[]}', true],
  ['{"errorMessage":"m","errorType":"E","stackTrace":[]}', true],
  ['{"errorType":"E","errorMessage":"m","trace":[]}', true],
  ['{"errorMessage":"2024-04-08T00:00:00Z id Task timed out after 3.00 seconds"}', true],
  ['{"errorMessage":"m","errorType":"E","stackTrace":[],"cause":{}}', true],
  ['{"errorMessage":"m","code":5}', false],
  ['{"errorType":"E"}', false],
  ['"errorMessage"', false],
])('%s comes from a failed function: %j', (payload, yes) => {
  expect(looksLikeFunctionError(new Payload(payload))).toBe(yes);
});
