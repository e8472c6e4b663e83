import { describe, expect, test } from 'vitest';
import { newDocument } from './changes';
import { type Coverage, coverageOf } from './coverage';
import type { PlaygroundDocument } from './model';
import { summariseCase } from './summarise-case';

const RULES = `integrationResponses:
  - statusCode: 200
    responseTemplates: {application/json: main.vtl}
  - statusCode: 404
    selectionPattern: .*NotFound.*
  - statusCode: 500
    selectionPattern: .*Error.*
`;

function cover(template: string, ...answers: string[]): Coverage {
  const document: PlaygroundDocument = {
    ...newDocument(),
    cases: answers.map((answer, index) => ({ name: `case-${index}`, answer })),
    rules: RULES,
    templates: [
      { name: 'main.vtl', text: template },
      { name: 'other.vtl', text: 'x' },
    ],
  };
  return coverageOf(
    document,
    answers.map((_, index) => summariseCase(document, index)),
    3,
  );
}

describe('rules', () => {
  test.each([
    ['one case', ['{}'], [1, 2]],
    ['two cases', ['{}', '{"errorMessage": "NotFound: 7"}'], [2]],
    ['a case without an answer that can be read', ['{}', '{"errorMessage": "Error"}'], [1]],
  ])('that %s does not choose', (_name, answers, rules) => {
    expect(cover('{}', ...answers).rules).toEqual(rules);
  });
});

describe('template lines', () => {
  const BRANCHES = [
    '#set($a = $input.path("$.a"))',
    '#if($a == 1)',
    '{"one": true,',
    ' "more": 1}',
    '#elseif($a == 2)',
    '{"two": true}',
    '## what else there is',
    '#else',
    '{"none": true}',
    '#end',
    '',
  ].join('\n');

  test.each([
    ['the first branch', ['{"a": 1}'], ['5-6', '8-9']],
    ['the second', ['{"a": 2}'], ['3-4', '8-9']],
    ['the last', ['{}'], ['3-4', '6']],
    ['two', ['{"a": 1}', '{"a": 2}'], ['8-9']],
    ['all', ['{"a": 1}', '{"a": 2}', '{}'], []],
  ])('when %s ran', (_name, answers, expected) => {
    expect(linesOf(cover(BRANCHES, ...answers))).toEqual(expected);
  });

  test.each([
    ['a condition that was denied', '#if(false)\nx\n#end', ['2']],
    ['a loop over nothing', '#foreach($a in [])\n$a\n#end\nx', ['2']],
    ['a text over several lines', '{"a":\n  1\n}', []],
    ['what stands after a stop', 'a\n#stop\nb', ['3']],
  ])('of %s', (_name, template, expected) => {
    expect(linesOf(cover(template, '{}'))).toEqual(expected);
  });

  test('a comment over several lines has nothing to run', () => {
    expect(cover('#*\n about\n*#{}\n', '{}').templates).toEqual([]);
  });

  test('of a template that no case ran are not counted one by one', () => {
    const { unused, templates } = cover('{}', '{}');
    expect([unused, templates]).toEqual([['other.vtl'], []]);
  });
});

function linesOf({ templates }: Coverage): string[] {
  return templates.flatMap(({ lines }) =>
    lines.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)),
  );
}
