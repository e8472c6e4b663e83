import { expect, test } from 'vitest';
import { httpDate } from './service-headers';

test.each([
  [0, 'Thu, 01 Jan 1970 00:00:00 GMT'],
  [1_782_907_200_000, 'Wed, 01 Jul 2026 12:00:00 GMT'],
  [951_782_400_000, 'Tue, 29 Feb 2000 00:00:00 GMT'],
  [Number.NaN, 'Thu, 01 Jan 1970 00:00:00 GMT'],
  [1e300, 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['text', 'Thu, 01 Jan 1970 00:00:00 GMT'],
])('%j is %s', (time, date) => {
  expect(httpDate(time)).toBe(date);
});
