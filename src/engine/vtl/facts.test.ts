import { expect, test } from 'vitest';
import type { TemplateFacts } from '../outcome';
import { mapOf } from '../values/maps';
import { Input } from './host-objects';
import { compileTemplate, render } from './render';

function factsOf(template: string, body: string): TemplateFacts {
  const compiled = compileTemplate(template);
  if (!compiled.ok) throw new Error(compiled.error.message);
  const variables = { input: new Input(body, mapOf([])), context: mapOf([]), stageVariables: mapOf([]) };
  return render(compiled.compiled, variables, { observe: true }).facts!;
}

const NONE: TemplateFacts = {
  missing: [],
  empty: [],
  blanks: [],
  maps: [],
  sets: [],
  kept: [],
  cutLoops: [],
};

test.each<[title: string, template: string, body: string, facts: Partial<TemplateFacts>]>([
  ['nothing to tell', '$input.body', '{"a":1}', {}],
  [
    'an unknown variable',
    'a$b',
    '{}',
    {
      missing: [{ template: { from: 1, to: 3 }, part: -1 }],
      blanks: [{ template: { from: 1, to: 3 }, output: 1 }],
    },
  ],
  [
    'a path that finds nothing, in a condition',
    `#if($input.path('$.b'))#end`,
    '{"a":1}',
    { missing: [{ template: { from: 4, to: 22 }, part: 0, of: 'Input', argument: '$.b' }] },
  ],
  [
    'a member that is null',
    `#set($m=$input.path('$'))$m.a.b`,
    '{"a":null}',
    {
      missing: [{ template: { from: 25, to: 31 }, part: 0, of: 'LinkedHashMap', keys: ['a'], isNull: true }],
      blanks: [{ template: { from: 25, to: 31 }, output: 0 }],
      sets: [{ from: 0, to: 25 }],
    },
  ],
  [
    'an empty value, told once',
    `#foreach($i in [1,2])$input.path('$.a')#end`,
    '{"a":""}',
    {
      empty: [{ template: { from: 21, to: 39 }, what: 'text' }],
      blanks: [
        { template: { from: 21, to: 39 }, output: 0 },
        { template: { from: 21, to: 39 }, output: 0 },
      ],
    },
  ],
  ['a printed map', `$input.path('$')`, '{"a":1}', { maps: [{ from: 0, to: 16 }] }],
  ['an empty map', `$input.path('$')`, '{}', { empty: [{ template: { from: 0, to: 16 }, what: 'map' }] }],
  ['an assignment that does not run', '#if(false)#set($a=1)#end', '{}', {}],
  [
    'a calculation without a result',
    '#set($a=1/0)',
    '{}',
    { sets: [{ from: 0, to: 12 }], kept: [{ from: 0, to: 12 }] },
  ],
  ['a loop of just 1000 rounds', '#foreach($i in [1..1000])#end', '{}', {}],
  ['a loop that is cut', '#foreach($i in [1..1001])#end', '{}', { cutLoops: [{ from: 0, to: 25 }] }],
])('%s', (_, template, body, facts) => {
  expect(factsOf(template, body)).toEqual({ ...NONE, ...facts });
});

test('a long loop fills no list beyond some hundreds', () => {
  const { blanks, missing } = factsOf('#foreach($i in [1..900])$b#end', '{}');
  expect(blanks.length).toBe(300);
  expect(missing).toHaveLength(1);
});
