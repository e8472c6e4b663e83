import { expect, test } from 'vitest';
import { readPlainPath, UnreadPath } from './plain-path';

const ROOT = { a: { 'b c': [10, { d: null }] }, list: ['x'] };

test.each([
  ['$', ROOT],
  ['$.a["b c"][0]', 10],
  ["$.a['b c'][1].d", null],
  ['$.list[0]', 'x'],
  ['$.list[1]', undefined],
  ['$.list.length', 1],
  ['$.nope.more', undefined],
  ['$.constructor', undefined],
  ["$['__proto__']", undefined],
  [' $.list[0] ', 'x'],
])('%s', (path, value) => expect(readPlainPath(ROOT, path)).toEqual(value));

test.each(['', 'a', '$.', '$..a', '$.*', '$.list[-1]', '$.list[0:1]', '$.list[?(@)]', '$.a()'])(
  '%j is not read',
  (path) => expect(() => readPlainPath(ROOT, path)).toThrow(UnreadPath),
);
