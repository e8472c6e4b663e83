import { expect, test } from 'vitest';
import { readMockStatus } from './mock-status';

test.each([
  ['{"statusCode": 200}', 200],
  ['{statusCode: 200}', 200],
  ['{ statusCode:200 }', 200],
  ["{'statusCode': 200}", 200],
  ['\n{"statusCode": 200,}\n', 200],
  ['{"message": "x", "statusCode": 404}', 404],
  ['{"statusCode": 0}', 0],
  ['{"statusCode": -7}', -7],
  ['{"statusCode": 200, stray tokens}', 200],
  ['{"statusCode": 200 stray}', 200],
  ['{"statusCode": "200"}', undefined],
  ['{"statusCode": 200.5}', undefined],
  ['{"status": 200}', undefined],
  ['statusCode: 200', undefined],
  ['"statusCode": 200', undefined],
  ['{"statusCode\': 200}', undefined],
  ['[{"statusCode": 200}]', undefined],
  ['{}', undefined],
  ['', undefined],
])('%j gives %j', (text, status) => {
  expect(readMockStatus(text)).toBe(status);
});
