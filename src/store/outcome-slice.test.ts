import { expect, test } from 'vitest';
import { newDocument } from '../document/changes';
import type { Evaluation } from '../document/evaluation';
import type { Outcome } from '../engine/outcome';
import { findPlace, NO_EVALUATION, receiveEvaluation, receiveTrouble } from './outcome-slice';

const DOCUMENT = newDocument();
const OUTCOME = { steps: [] } as unknown as Outcome;
const READABLE: Evaluation = { ...NO_EVALUATION, outcome: OUTCOME };

test('a readable document’s response is shown and fresh', () => {
  const slice = receiveEvaluation({ evaluation: NO_EVALUATION }, DOCUMENT, READABLE, 3);
  expect(slice).toEqual({
    evaluation: READABLE,
    evaluated: DOCUMENT,
    shown: { outcome: OUTCOME, evaluation: READABLE, document: DOCUMENT },
    took: 3,
  });
});

test('an unreadable one leaves the last response standing, marked', () => {
  const before = receiveEvaluation({ evaluation: NO_EVALUATION }, DOCUMENT, READABLE);
  const after = receiveEvaluation(before, DOCUMENT, NO_EVALUATION);
  expect([after.shown, after.stale, after.evaluation]).toEqual([before.shown, 'unreadable', NO_EVALUATION]);
  expect(receiveEvaluation(after, DOCUMENT, READABLE).stale).toBeUndefined();
});

test('trouble leaves everything standing, marked with its reason', () => {
  const before = receiveEvaluation({ evaluation: NO_EVALUATION }, DOCUMENT, READABLE);
  const after = receiveTrouble(before, { kind: 'stopped', afterMillis: 1500 });
  expect(after).toEqual({ ...before, stale: 'trouble', trouble: { kind: 'stopped', afterMillis: 1500 } });
  const mended = receiveEvaluation(after, DOCUMENT, READABLE);
  expect([mended.stale, mended.trouble]).toEqual([undefined, undefined]);
});

test('a place is found by what it says, not by which object it is', () => {
  const place = { editor: 'rules', span: { from: 3, to: 5 } } as const;
  const key = '{"in":"rules","path":["integrationResponses",0]}';
  const evaluation = { ...NO_EVALUATION, places: { [key]: place } };
  expect(findPlace(evaluation, { in: 'rules', path: ['integrationResponses', 0] })).toBe(place);
  expect(findPlace(evaluation, { in: 'rules', path: [] })).toBeUndefined();
  expect(findPlace(evaluation, undefined)).toBeUndefined();
});
