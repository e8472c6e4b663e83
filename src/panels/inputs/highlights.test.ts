import { describe, expect, test } from 'vitest';
import { newDocument } from '../../document/changes';
import { placeKey } from '../../document/editor-place';
import type { OutputPiece, Place } from '../../engine/outcome';
import type { Shown } from '../../store/outcome-slice';
import { outcome } from '../test-outcome';
import { coveredHighlights, lineCounts, lineHighlights, originHighlights } from './highlights';

const TEMPLATE: Place = { in: 'template', name: 'e.vtl' };
const SUBJECT = { text: 'No', what: 'errorMessage', span: { from: 10, to: 14 } } as const;
const PIECE: OutputPiece = {
  output: { from: 0, to: 2 },
  template: { from: 5, to: 9 },
  kind: 'value',
  source: { in: 'answer', path: '$.errorMessage', span: { from: 10, to: 14 } },
};

function shown(members: Parameters<typeof outcome>[0]): Shown {
  const places = {
    [placeKey({ in: 'answer', span: { from: 10, to: 14 } })]: {
      editor: 'answer',
      span: { from: 110, to: 114 },
    },
    [placeKey({ ...TEMPLATE, span: { from: 5, to: 9 } })]: {
      editor: 'template',
      template: 'e.vtl',
      span: { from: 5, to: 9 },
    },
  } as const;
  return {
    outcome: outcome(members),
    evaluation: { problems: [], places, ruleSpans: [] },
    document: newDocument(),
  };
}

describe('the covered message', () => {
  const rules = [{ statusCode: '404', selectionPattern: 'No', verdict: 'chosen' }] as const;

  test('lies between the quotes, where the message stands in the editor', () => {
    const [covered] = coveredHighlights(shown({ subject: SUBJECT, rules: [...rules], chosenRule: 0 }));
    expect([covered?.kind, covered?.span]).toEqual(['covered', { from: 111, to: 113 }]);
  });

  test('is none for the default rule, without a choice, and for a status', () => {
    const byDefault = [{ statusCode: '200', selectionPattern: '', verdict: 'chosen' }] as const;
    expect(coveredHighlights(shown({ subject: SUBJECT, rules: [...byDefault], chosenRule: 0 }))).toEqual([]);
    expect(coveredHighlights(shown({ subject: SUBJECT, rules: [...rules] }))).toEqual([]);
    const status = { text: '404', what: 'status' } as const;
    expect(coveredHighlights(shown({ subject: status, rules: [...rules], chosenRule: 0 }))).toEqual([]);
  });
});

test('lines that ran and lines that could have, by their counts', () => {
  expect(lineHighlights('a\nbc\n\nd', { 1: 1, 2: 0, 4: 3 })).toEqual([
    { span: { from: 0, to: 1 }, kind: 'ran' },
    { span: { from: 2, to: 4 }, kind: 'skipped' },
    { span: { from: 6, to: 7 }, kind: 'ran', hover: 'Ran 3 times' },
  ]);
});

test('how often lines ran is said once for lines that ran equally often', () => {
  const text = ['a', '#foreach', 'b', '', 'c', 'd', '#end', 'e'].join('\n');
  const notes = lineCounts(text, { 1: 1, 2: 1, 3: 3, 5: 3, 6: 1200, 8: 0 });
  expect(notes).toEqual([
    { offset: text.indexOf('b'), text: '3 times', tone: 'quiet' },
    { offset: text.indexOf('d'), text: '1,200 times', tone: 'quiet' },
  ]);
});

test('a piece of the body lights up what wrote it and what it was read from', () => {
  const body = { bytes: new Uint8Array(2), text: 'No', pieces: [PIECE] };
  const pieces = shown({
    template: { verdict: 'rendered', place: TEMPLATE },
    response: { ...outcome({}).response, body },
  });
  expect(originHighlights(pieces, { kind: 'piece', index: 0 }, 'template', 'e.vtl')).toEqual([
    { span: { from: 5, to: 9 }, kind: 'origin' },
  ]);
  expect(originHighlights(pieces, { kind: 'piece', index: 0 }, 'answer')).toEqual([
    { span: { from: 110, to: 114 }, kind: 'origin', hover: 'Read from $.errorMessage' },
  ]);
  expect(originHighlights(pieces, { kind: 'piece', index: 0 }, 'template', 'other.vtl')).toEqual([]);
  expect(originHighlights(pieces, undefined, 'answer')).toEqual([]);
  expect(originHighlights(pieces, { kind: 'piece', index: 7 }, 'answer')).toEqual([]);
});
