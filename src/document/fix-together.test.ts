import { describe, expect, test } from 'vitest';
import { applyFix } from './apply-fix';
import { newDocument, setRules, setTemplate } from './changes';
import type { PlacedFix, PlacedProblem, PlacedTextEdit } from './evaluation';
import { fixTogether, safeFixes, takeBack } from './fix-together';

function edit(editor: PlacedTextEdit['editor'], from: number, to: number, text: string): PlacedTextEdit {
  return { editor, span: { from, to }, text, ...(editor === 'template' && { template: 'a.vtl' }) };
}

function fix(safe: boolean, ...edits: PlacedTextEdit[]): PlacedFix {
  return { title: edits[0]?.text ?? '', safe, edits };
}

function problem(...fixes: PlacedFix[]): PlacedProblem {
  return {
    id: 'x',
    severity: 'error',
    when: 'request',
    message: '',
    evidence: { kind: 'documented' },
    fixes,
  };
}

const DOCUMENT = {
  ...newDocument(),
  rules: 'abcdef',
  templates: [{ name: 'a.vtl', text: '0123' }],
};

test('of each problem the best safe fix is taken, the same one once', () => {
  const problems = [
    problem(fix(false, edit('rules', 0, 1, 'unsafe')), fix(true, edit('rules', 0, 1, 'A'))),
    problem(fix(true, edit('rules', 0, 1, 'A'))),
    problem(fix(true, edit('rules', 3, 4, 'D')), fix(true, edit('rules', 3, 4, 'second'))),
    problem(fix(false, edit('rules', 5, 6, 'unsafe'))),
    problem(),
  ];
  expect(safeFixes(problems).map(({ title }) => title)).toEqual(['A', 'D']);
});

describe('together', () => {
  test.each<[string, PlacedFix[], string, string]>([
    [
      'in one text',
      [fix(true, edit('rules', 0, 1, 'AA')), fix(true, edit('rules', 4, 5, ''))],
      'AAbcdf',
      '0123',
    ],
    [
      'in two texts',
      [fix(true, edit('rules', 0, 1, 'A')), fix(true, edit('template', 0, 1, 'x'))],
      'Abcdef',
      'x123',
    ],
    [
      'on one stretch',
      [fix(true, edit('rules', 0, 3, 'A')), fix(true, edit('rules', 2, 4, 'B'))],
      'Adef',
      '0123',
    ],
    [
      'at one place',
      [fix(true, edit('rules', 2, 2, '+')), fix(true, edit('rules', 2, 2, '-'))],
      'ab+cdef',
      '0123',
    ],
    [
      'when a half of one collides',
      [fix(true, edit('rules', 0, 1, 'A')), fix(true, edit('rules', 0, 1, 'B'), edit('template', 0, 1, 'x'))],
      'Abcdef',
      '0123',
    ],
  ])('%s', (_name, fixes, rules, template) => {
    const fixed = applyFix(DOCUMENT, fixTogether(fixes));
    expect([fixed.rules, fixed.templates[0]?.text]).toEqual([rules, template]);
  });
});

test('a fix is taken back in the texts nobody has touched since', () => {
  const after = applyFix(
    DOCUMENT,
    fixTogether([fix(true, edit('rules', 0, 1, 'A')), fix(true, edit('template', 0, 1, 'x'))]),
  );
  expect(takeBack(after, DOCUMENT, after)).toEqual(DOCUMENT);
  const typed = setTemplate(setRules(after, 'other'), 'a.vtl', 'x123');
  const back = takeBack(typed, DOCUMENT, after);
  expect([back.rules, back.templates[0]?.text]).toEqual(['other', '0123']);
});
