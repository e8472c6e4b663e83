import { expect, test } from 'vitest';
import { lineAt, plainLines } from './plain-lines';

test('lines carry the looks of marks and highlights, cut where they begin and end', () => {
  const lines = plainLines(
    'abcd\nef',
    [{ id: 'x', span: { from: 2, to: 6 }, severity: 'error', message: 'wrong' }],
    [{ offset: 5, text: 'note', tone: 'good' }],
    [{ span: { from: 1, to: 3 }, kind: 'covered' }],
  );
  expect(lines).toEqual([
    {
      number: 1,
      pieces: [
        { column: 0, text: 'a', classes: '' },
        { column: 1, text: 'b', classes: 'text-covered' },
        { column: 2, text: 'c', classes: 'text-covered text-mark-error' },
        { column: 3, text: 'd', classes: 'text-mark-error' },
      ],
    },
    {
      number: 2,
      pieces: [
        { column: 0, text: 'e', classes: 'text-mark-error' },
        { column: 1, text: 'f', classes: '' },
      ],
      note: { text: 'note', tone: 'good' },
    },
  ]);
});

test('offsets count the CR of a document that has them', () => {
  const lines = plainLines('a\r\nbc', [], [], [{ span: { from: 3, to: 4 }, kind: 'origin' }]);
  expect(lines[1]?.pieces).toEqual([
    { column: 0, text: 'b', classes: 'text-origin' },
    { column: 1, text: 'c', classes: '' },
  ]);
});

test.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [99, 2],
])('offset %i is on line %i', (offset, line) => expect(lineAt([0, 5, 9], offset)).toBe(line));
