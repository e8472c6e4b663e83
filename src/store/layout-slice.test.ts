import { expect, test } from 'vitest';
import {
  DEFAULT_LAYOUT,
  moveSplit,
  readLayout,
  resetSplits,
  showStage,
  toggleRequest,
  writeLayout,
} from './layout-slice';

test('a layout comes back as it was stored', () => {
  const layout = toggleRequest(
    moveSplit({ ...DEFAULT_LAYOUT, theme: 'dark', resultTab: 'log' }, 'answer', 0.4),
  );
  expect(readLayout(writeLayout(layout))).toEqual(layout);
});

test.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another kind of value', '[1]'],
  ['null', 'null'],
  [
    'odd members',
    '{"theme":"pink","splits":{"answer":"wide","response":null},"resultTab":3,"requestOpen":"yes"}',
  ],
])('%s reads as the default', (_name, stored) => {
  expect(readLayout(stored)).toEqual(DEFAULT_LAYOUT);
});

test('one odd member does not spoil the others', () => {
  const layout = readLayout('{"theme":"dark","splits":{"answer":"x","inputs":0.5}}');
  expect([layout.theme, layout.splits.inputs, layout.splits.answer]).toEqual([
    'dark',
    0.5,
    DEFAULT_LAYOUT.splits.answer,
  ]);
});

test.each([
  [-1, 0.15],
  [0.5, 0.5],
  [7, 0.85],
])('a share of %d becomes %d', (share, kept) => {
  expect(moveSplit(DEFAULT_LAYOUT, 'response', share).splits.response).toBe(kept);
});

test('stored shares have the same bounds', () => {
  expect(readLayout('{"splits":{"response":99}}').splits.response).toBe(0.85);
});

test('sizes go back together', () => {
  expect(resetSplits(moveSplit(DEFAULT_LAYOUT, 'answer', 0.5))).toEqual(DEFAULT_LAYOUT);
});

test('showing the stage on the screen changes nothing', () => {
  expect(showStage(DEFAULT_LAYOUT, DEFAULT_LAYOUT.stage)).toBe(DEFAULT_LAYOUT);
  expect(showStage(DEFAULT_LAYOUT, 'rules').stage).toBe('rules');
});
