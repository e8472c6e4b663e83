import { describe, expect, test } from 'vitest';
import { newDocument } from '../../document/changes';
import type { CaseSummary } from '../../document/summarise-case';
import type { CaseRow } from '../../store/cases-slice';
import { countRows, describeCounts, linesWords, ruleWords } from './case-words';
import { readExpectedHeaders, writeExpectedHeaders } from './expected-headers';

const done = (summary: CaseSummary): CaseRow => ({ state: 'done', summary });
const MET = done({ differences: [] });
const MISSED = done({ differences: [{ where: 'status', expected: '200', actual: '404' }] });
const STOPPED: CaseRow = { state: 'trouble', trouble: { kind: 'stopped', afterMillis: 1 } };

describe('the count', () => {
  test.each<[string, Record<string, CaseRow>, string]>([
    ['nothing yet', {}, '3 cases, 3 still running.'],
    ['one waits', { a: MET, b: MET, c: { state: 'waiting' } }, '3 cases, 1 still running.'],
    [
      'nothing expected',
      { a: done({}), b: done({}), c: done({}) },
      '3 cases. Nothing is expected of them yet.',
    ],
    ['all met', { a: MET, b: MET, c: done({}) }, '3 cases: 2 as expected.'],
    ['one missed', { a: MET, b: MISSED, c: done({}) }, '3 cases: 1 as expected, 1 not as expected.'],
    ['one stopped', { a: MET, b: STOPPED, c: done({}) }, '3 cases: 1 as expected, 1 not as expected.'],
    ['one without expectation stopped', { a: MET, b: MET, c: STOPPED }, '3 cases: 2 as expected.'],
  ])('%s', (_name, rows, words) => {
    const cases = [
      { name: 'a', answer: '', expected: {} },
      { name: 'b', answer: '', expected: {} },
      { name: 'c', answer: '' },
    ];
    expect(describeCounts(countRows({ ...newDocument(), cases }, { rows }))).toBe(words);
  });
});

test.each<[CaseSummary, string]>([
  [{ rule: { index: 0, statusCode: '404', selectionPattern: '.*404.*' } }, '.*404.*'],
  [{ rule: { index: 0, statusCode: '200', selectionPattern: '' } }, 'default'],
  [
    { response: { statusCode: 504, reason: '', size: 0, gatewayResponse: 'INTEGRATION_TIMEOUT' } },
    'INTEGRATION_TIMEOUT',
  ],
])('the rule of %j is called %s', (summary, words) => {
  expect(ruleWords(summary)).toBe(words);
});

test.each([
  [[{ from: 3, to: 3 }], 'line 3'],
  [[{ from: 3, to: 4 }], 'lines 3–4'],
  [
    [
      { from: 1, to: 1 },
      { from: 3, to: 4 },
      { from: 9, to: 9 },
    ],
    'lines 1, 3–4 and 9',
  ],
])('%j reads %s', (lines, words) => {
  expect(linesWords(lines)).toBe(words);
});

test('headers come back as they were written', () => {
  const headers = { 'x-a': 'b: c', 'Content-Type': 'application/json' };
  expect(readExpectedHeaders(`\n${writeExpectedHeaders(headers)}\n\n`)).toEqual({ headers });
});

test.each(['no colon', ': no name', 'a b: c'])('%j is no header', (line) => {
  expect(readExpectedHeaders(line)).toHaveProperty('problem');
});
