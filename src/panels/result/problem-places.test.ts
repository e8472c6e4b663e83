import { expect, test } from 'vitest';
import { addTemplate, newDocument, setRequest, setRules } from '../../document/changes';
import type { PlacedProblem } from '../../document/evaluation';
import { bySeverity, describePlace, errorLine, marksFor } from './problem-places';

const DOCUMENT = setRequest(
  setRules(addTemplate(newDocument(), 'error.vtl', '#set($a = 1)\n{'), 'type: AWS\nx'),
  'a: 1',
);

test.each([
  ['answer', undefined, 1, 'backend answer, line 1, column 2'],
  ['rules', undefined, 10, 'rules, line 2, column 1'],
  ['request', undefined, 0, 'request, line 1, column 1'],
  ['template', 'error.vtl', 13, 'error.vtl, line 2, column 1'],
] as const)('%s %s at %d is %s', (editor, template, from, words) => {
  const place = { editor, span: { from, to: from }, ...(template ? { template } : {}) };
  expect(describePlace(DOCUMENT, place)).toBe(words);
});

function problem(
  id: string,
  severity: PlacedProblem['severity'],
  place?: PlacedProblem['place'],
): PlacedProblem {
  const found = { id, severity, when: 'request', message: id, evidence: { kind: 'documented' } } as const;
  return place ? { ...found, place } : found;
}

test('an editor gets the marks of its own text', () => {
  const span = { from: 1, to: 2 };
  const problems = [
    problem('a', 'error', { editor: 'rules', span }),
    problem('b', 'warning', { editor: 'template', template: 'x.vtl', span }),
    problem('c', 'info', { editor: 'template', template: 'y.vtl', span }),
    problem('d', 'hint'),
  ];
  expect(marksFor(problems, 'rules')).toEqual([{ id: 'a', severity: 'error', message: 'a', span }]);
  expect(marksFor(problems, 'template', 'y.vtl').map(({ id }) => id)).toEqual(['c']);
  expect(marksFor(problems, 'answer')).toEqual([]);
});

test('a template’s first error has a line', () => {
  const at = (from: number, template = 'error.vtl') =>
    problem('x', 'error', { editor: 'template', template, span: { from, to: from } });
  const warning = problem('w', 'warning', {
    editor: 'template',
    template: 'error.vtl',
    span: { from: 0, to: 0 },
  });
  expect(errorLine([warning, at(0, 'other.vtl'), at(13), at(0)], DOCUMENT, 'error.vtl')).toBe(2);
  expect(errorLine([warning], DOCUMENT, 'error.vtl')).toBeUndefined();
  expect(errorLine([problem('n', 'error')], DOCUMENT, undefined)).toBeUndefined();
});

test('the gravest come first, otherwise as they came', () => {
  const problems = [
    problem('a', 'hint'),
    problem('b', 'error'),
    problem('c', 'warning'),
    problem('d', 'error'),
  ];
  expect(bySeverity(problems).map(({ id }) => id)).toEqual(['b', 'd', 'c', 'a']);
});
