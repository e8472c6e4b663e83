import { expect, test } from 'vitest';
import { placeCursor, pointAt, type TraceSlice } from './trace';

const CURSOR = { editor: 'answer', span: { from: 1, to: 1 } } as const;
const POINTED: TraceSlice = { pointed: { kind: 'piece', index: 2 } };

test('pointing at the same part again changes nothing', () => {
  expect(pointAt(POINTED, { kind: 'piece', index: 2 })).toBe(POINTED);
  expect(pointAt(POINTED, { kind: 'header', index: 2 })).toEqual({ pointed: { kind: 'header', index: 2 } });
  expect(pointAt(POINTED, undefined)).toEqual({});
});

test('a cursor ends the following of a part, its loss does not', () => {
  expect(placeCursor(POINTED, CURSOR)).toEqual({ cursor: CURSOR });
  expect(placeCursor(POINTED, undefined)).toBe(POINTED);
  expect(placeCursor(pointAt({ cursor: CURSOR }, { kind: 'status' }), undefined)).toEqual({
    pointed: { kind: 'status' },
  });
});
