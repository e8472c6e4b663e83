import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../pipeline/evaluate';
import type { Scenario } from '../scenario';
import { diagnose } from './diagnose';
import { TRIALS } from './template-trials';
import { fixed, idsOf, problemsOf, withTemplate } from './testing';

describe.each(TRIALS)('$id: $template', (trial) => {
  const given = trial.given ?? {};
  const scenario = withTemplate(trial.template, trial.answer, given);
  const found = problemsOf(scenario).find(({ id }) => id === trial.id);

  test('is told, at its place', () => {
    expect(found?.title).toBeTruthy();
    if (trial.severity) expect(found?.severity).toBe(trial.severity);
    const span = found?.place?.in === 'rules' ? found.place.span : undefined;
    if (trial.at) expect(trial.template.slice(span?.from, span?.to)).toBe(trial.at);
  });

  test('is not told of what is nearly the same', () => {
    const { near } = trial;
    const other = withTemplate(
      near.template ?? trial.template,
      near.answer ?? trial.answer,
      near.given ?? given,
    );
    expect(idsOf(other)).not.toContain(trial.id);
  });

  test('each of its fixes removes it and adds no error', () => {
    const fixes = found?.fixes ?? [];
    const errors = new Set(errorsOf(scenario));
    for (const [i, fix] of fixes.entries()) {
      const after = fixed(scenario, fix);
      const template = after.integration.integrationResponses?.[0]?.responseTemplates?.['application/json'];
      if (i === 0 && trial.fixed !== undefined) expect(template).toBe(trial.fixed);
      const left = problemsOf(after).filter(
        ({ id, severity }) => id === trial.id && severity === found?.severity,
      );
      expect(left, template ?? '').toEqual([]);
      for (const error of errorsOf(after)) expect(errors).toContain(error);
    }
    if (trial.fixed !== undefined) expect(fixes).not.toEqual([]);
  });
});

function errorsOf(scenario: Scenario): string[] {
  return problemsOf(scenario)
    .filter(({ severity }) => severity === 'error')
    .map(({ id }) => id);
}

describe('blanks before directives', () => {
  const csv = (template: string): Scenario => ({
    integration: {
      type: 'AWS',
      integrationResponses: [
        {
          statusCode: '200',
          responseParameters: { 'method.response.header.Content-Type': "'text/csv'" },
          responseTemplates: { 'application/json': template },
        },
      ],
    },
    backend: { kind: 'lambda', payload: '[1,2]' },
  });
  const indented = csv(`a\n  #foreach($i in $input.path('$'))\n$i\n#end`);

  test('are told of where they count', () => {
    expect(idsOf(indented)).toEqual(['whitespace-in-output']);
    expect(evaluate(indented).response.body.text).toBe('a\n  1\n2\n');
  });

  test('are taken away by the fix', () => {
    const [fix] = problemsOf(indented)[0]!.fixes!;
    const after = fixed(indented, fix!);
    expect(idsOf(after)).toEqual([]);
    expect(evaluate(after).response.body.text).toBe('a\n1\n2\n');
  });

  test('are not told of where they do not count, or stand behind a word', () => {
    expect(idsOf(csv(`a\n#foreach($i in $input.path('$'))$i#end`))).toEqual([]);
    expect(idsOf(csv(`a #foreach($i in $input.path('$'))$i#end`))).toEqual([]);
    expect(idsOf(withTemplate('[\n  #if(true)1#end]', '{}'))).toEqual([]);
  });
});

test.each<[what: string, template: string, answer: string]>([
  ['a list with commas', `[#foreach($i in $input.path('$'))$i#if($foreach.hasNext),#end#end]`, '[1,2]'],
  ['a default for a missing value', `#if($input.path('$.a') == "")0#{else}$input.path('$.a')#end`, '{}'],
  ['a variable that one branch sets', `#if($input.path('$.a') == 1)#set($x = 'y')#end{"x": "$!x"}`, '{}'],
  ['the name null', `#if($input.path('$.a') == $null)1#{else}2#end`, '{}'],
  ['a member that is null', `#set($r = $input.path('$'))\n{"a": "$r.name"}`, '{"name":null,"nam":1}'],
  ['an optional member', `#set($r = $input.path('$'))\n{"a": "$r.nickname"}`, '{"name":"Ann"}'],
  ['the whole body', `$input.json('$')`, '{"a":[1,{"b":"c"}]}'],
  ['the raw body', `$input.body`, '{"a":1.0}'],
  ['an empty body', `#set($nothing = 0)`, '{}'],
  ['a number as text', `{"n": "$input.path('$.n')"}`, '{"n":5}'],
  ['quotes around JSON on purpose', `{"n": "$util.urlEncode($input.json('$.n'))"}`, '{"n":"x"}'],
  ['an escaped reference', '{"a": "\\$input.nothing"}', '{}'],
  ['an empty object', `{"n": $input.path('$.n')}`, '{"n":{}}'],
])('nothing is told of %s', (_, template, answer) => {
  expect(idsOf(withTemplate(template, answer))).toEqual([]);
});

test('the body that is no JSON is told with line, column and the part that wrote it', () => {
  const scenario = withTemplate(`{\n  "id": $input.path('$.id')\n}`, '{"id":"a1"}');
  const problem = problemsOf(scenario).find(({ id }) => id === 'output-not-json');
  expect(problem?.message).toContain('line 2, column 9: there is “a” where a value should be');
  expect(problem?.message).toContain(`$input.path('$.id') in line 2 of the template wrote that`);
});

test('templates with a name are pointed at by it', () => {
  const scenario = withTemplate('page.vtl', '{"a":{"b":1}}', {
    templates: { 'page.vtl': `$input.path('$.a')` },
  });
  const problem = problemsOf(scenario).find(({ id }) => id === 'map-printed-java-style');
  expect(problem?.place).toEqual({ in: 'template', name: 'page.vtl', span: { from: 0, to: 18 } });
  expect(idsOf(fixed(scenario, problem!.fixes![0]!))).toEqual([]);
});

test('an ordinary template is looked through in few milliseconds', () => {
  const rows = Array.from({ length: 200 }, (_, id) => ({ id, name: `n${id}`, price: 1.5 }));
  const scenario = withTemplate(
    `[#foreach($i in $input.path('$.rows')){"id": $i.id, "name": "$i.name", "none": "$i.none"}#if($foreach.hasNext),#end#end]`,
    JSON.stringify({ rows }),
  );
  const outcome = evaluate(scenario);
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    diagnose(scenario, outcome);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(10);
});

test('whatever the template is, problems come back with places inside it', () => {
  const pieces = [
    ...[
      '$',
      '#',
      '##',
      '"',
      "'",
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      ',',
      ':',
      '.',
      ' ',
      '\\',
      '\n',
      '!',
      '=',
      '&&',
    ],
    ...[
      "$input.path('$.a')",
      "$input.json('$..b')",
      '$foreach.x',
      '$x',
      '$x.y()',
      '#if($x)',
      '#else',
      '#end',
    ],
    ...[
      '#set($x = ',
      "$input.path('$.",
      '#foreach($i in $x)',
      '$context.responseOverride.status',
      '"$x"',
      '5',
    ],
  ];
  const answers = [
    '',
    '{}',
    '{"a":{"b":"\\""}}',
    '{"errorMessage":"{}"}',
    '[1.00,2]',
    '{"a":"',
    '"a"',
    '{"a":[]}',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 14 }),
      fc.constantFrom(...answers),
      (parts, answer) => {
        const template = parts.join('');
        for (const { place, fixes } of problemsOf(withTemplate(template, answer))) {
          const places = [
            place,
            ...(fixes ?? []).flatMap(({ edits }) => edits.map((edit) => 'place' in edit && edit.place)),
          ];
          for (const one of places) {
            if (one === undefined || one === false || one.in !== 'rules' || !one.span) continue;
            if (!one.path.includes('responseTemplates')) continue;
            expect(one.span.from).toBeGreaterThanOrEqual(0);
            expect(one.span.to).toBeGreaterThanOrEqual(one.span.from);
            expect(one.span.to).toBeLessThanOrEqual(template.length);
          }
        }
      },
    ),
    { numRuns: 1500 },
  );
}, 60_000);

test.each<[what: string, template: string, answer: string]>([
  ['a long chain of operators', `#if(${'$x && '.repeat(1900)}$x)1#end`, '{}'],
  ['deep brackets', `#set($x = ${'['.repeat(190)}1${']'.repeat(190)})`, '{}'],
  ['deep output', '['.repeat(200_000), '{}'],
  ['a text full of quotes', `{"a": "$input.path('$.a')"}`, JSON.stringify({ a: '"\\'.repeat(40_000) })],
  ['many missing names', Array.from({ length: 2000 }, (_, i) => `$name${i}.part`).join(' '), '{}'],
])(
  '%s does not hold the diagnosis up',
  (_, template, answer) => {
    const scenario = withTemplate(template, answer);
    const outcome = evaluate(scenario);
    const start = performance.now();
    expect(() => diagnose(scenario, outcome)).not.toThrow();
    expect(performance.now() - start).toBeLessThan(5000);
  },
  60_000,
);
