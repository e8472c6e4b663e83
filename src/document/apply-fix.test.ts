import { expect, test } from 'vitest';
import { applyFix } from './apply-fix';
import type { PlaygroundDocument } from './model';

const DOCUMENT: PlaygroundDocument = {
  format: 'apigw-response-playground',
  version: 1,
  cases: [
    { name: 'one', answer: 'abc' },
    { name: 'two', answer: 'abc' },
  ],
  activeCase: 1,
  rules: 'abc',
  templates: [
    { name: 'a.vtl', text: 'abc' },
    { name: 'b.vtl', text: 'abc' },
  ],
  request: 'abc',
};

test('changes every text it names, and the answer of the active case', () => {
  const fixed = applyFix(DOCUMENT, {
    title: 'Change it',
    safe: false,
    edits: [
      { editor: 'rules', span: { from: 2, to: 3 }, text: '' },
      { editor: 'rules', span: { from: 0, to: 1 }, text: 'XY' },
      { editor: 'answer', span: { from: 1, to: 2 }, text: '-' },
      { editor: 'template', template: 'b.vtl', span: { from: 3, to: 3 }, text: 'd' },
      { editor: 'request', span: { from: 0, to: 3 }, text: '' },
    ],
  });
  expect(fixed).toEqual({
    ...DOCUMENT,
    rules: 'XYb',
    cases: [DOCUMENT.cases[0], { name: 'two', answer: 'a-c' }],
    templates: [DOCUMENT.templates[0], { name: 'b.vtl', text: 'abcd' }],
    request: '',
  });
});

test('inserts at one place in the order of the edits', () => {
  const at = { from: 1, to: 1 };
  const edits = [
    { editor: 'rules' as const, span: at, text: '1' },
    { editor: 'rules' as const, span: at, text: '2' },
  ];
  expect(applyFix(DOCUMENT, { title: 'Insert', safe: true, edits }).rules).toBe('a12bc');
});
