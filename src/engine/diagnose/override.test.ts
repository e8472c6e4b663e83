import { describe, expect, test } from 'vitest';
import { evaluate } from '../pipeline/evaluate';
import type { IntegrationResponse, Scenario } from '../scenario';
import { fixed, idsOf, problemsOf, withTemplate } from './testing';

const STATUS = '$context.responseOverride.status';
const LOCATION = '$context.responseOverride.header.Location';

function rule(changes: Partial<IntegrationResponse>): Scenario {
  return {
    integration: { type: 'AWS', integrationResponses: [{ statusCode: '200', ...changes }] },
    backend: { kind: 'lambda', payload: '{}' },
  };
}

const TRIALS: [id: string, scenario: Scenario, near: Scenario][] = [
  [
    'override-twice',
    withTemplate(`#set(${STATUS} = 400)#set(${STATUS} = 404)`, '{}'),
    withTemplate(`#if(true)#set(${STATUS} = 400)#else#set(${STATUS} = 404)#end`, '{}'),
  ],
  [
    'override-twice',
    withTemplate(`#foreach($i in [1,2])#set(${LOCATION} = "/$i")#end##`, '{}'),
    withTemplate(`#foreach($i in [1])#set(${LOCATION} = "/$i")#end`, '{}'),
  ],
  [
    'override-status-invalid',
    withTemplate(`#set(${STATUS} = "404")`, '{}'),
    withTemplate(`#set(${STATUS} = 404)`, '{}'),
  ],
  [
    'override-in-dead-branch',
    withTemplate(`#if(false)#set(${STATUS} = 404)#end`, '{}'),
    withTemplate(`#if(false)#set(${STATUS} = 404)#else#set(${STATUS} = 400)#end`, '{}'),
  ],
  [
    'override-beats-mapping',
    rule({
      responseParameters: { 'method.response.header.Location': "'/a'" },
      responseTemplates: { 'application/json': `#set(${LOCATION} = '/b')` },
    }),
    rule({
      responseParameters: { 'method.response.header.Location': "'/a'" },
      responseTemplates: { 'application/json': `#set(${LOCATION} = '/a')` },
    }),
  ],
  [
    'override-needs-template-to-run',
    rule({ responseTemplates: { 'application/json': '1', 'text/html': `#set(${STATUS} = 404)` } }),
    rule({
      responseTemplates: {
        'application/json': `#set(${STATUS} = 400)`,
        'text/html': `#set(${STATUS} = 404)`,
      },
    }),
  ],
  [
    'override-needs-template-to-run',
    rule({ responseTemplates: { 'application/json': '', 'text/html': `#set(${STATUS} = 404)` } }),
    rule({ responseTemplates: { 'text/html': `#set(${STATUS} = 404)` } }),
  ],
  [
    'override-misspelt',
    withTemplate('#set($context.responseOverride.statusCode = 404)', '{}'),
    withTemplate('#set($context.responseOverride.status = 404)', '{}'),
  ],
  [
    'override-misspelt',
    withTemplate('#set($context.responseOverrride.status = 404)', '{}'),
    withTemplate('#set($context.requestOverride.header.a = 1)', '{}'),
  ],
  [
    'override-misspelt',
    withTemplate('#set($context.responseOverride.headers.Location = "/a")', '{}'),
    withTemplate('#set($context.responseOverride.header.Headers = "/a")', '{}'),
  ],
  [
    'override-vs-rule-status',
    withTemplate(`#set(${STATUS} = 404)`, '{}'),
    withTemplate(`#set(${STATUS} = 200)`, '{}'),
  ],
];

describe.each(TRIALS)('%s %#', (id, scenario, near) => {
  const found = problemsOf(scenario).filter((problem) => problem.id === id);

  test('is told once, with title and place', () => {
    expect(found).toHaveLength(1);
    expect(found[0]?.title).toBeTruthy();
    expect(found[0]?.place).toBeDefined();
  });

  test('is not told of what is nearly the same', () => expect(idsOf(near)).not.toContain(id));

  test('each of its fixes removes it and adds no error', () => {
    for (const fix of found[0]?.fixes ?? []) {
      const after = problemsOf(fixed(scenario, fix));
      expect(after.map((problem) => problem.id)).not.toContain(id);
      expect(after.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});

test.each<[template: string, after: string, status: number]>([
  [
    `#set(${STATUS} = 400)#set(${STATUS} = 404)`,
    `#set($status = 400)#set($status = 404)#if($status != "")#set(${STATUS} = $status)#end`,
    404,
  ],
  [
    `#set($status = 1)#foreach($i in [401,402])#set(${STATUS} = $i)#end ## last`,
    `#set($status = 1)#foreach($i in [401,402])#set($statusOverride = $i)#end ## last\n` +
      `#if($statusOverride != "")#set(${STATUS} = $statusOverride)#end`,
    402,
  ],
  [`#set(${STATUS} = "404")`, `#set(${STATUS} = 404)`, 404],
  ['#set($context.responseOverride.statusCode = 404)', `#set(${STATUS} = 404)`, 404],
])('the fix of %s', (template, expected, status) => {
  const scenario = withTemplate(template, '{}');
  const [fix] = problemsOf(scenario).flatMap(({ fixes }) => fixes ?? []);
  const after = fixed(scenario, fix!);
  expect(after.integration.integrationResponses?.[0]?.responseTemplates).toEqual({
    'application/json': expected,
  });
  expect(evaluate(after).response.statusCode).toBe(status);
});

test('a renamed header names both chains', () => {
  const scenario = rule({
    responseParameters: { 'method.response.header.Date': "'a'" },
    responseTemplates: { 'application/json': "#set($context.responseOverride.header.Date = 'b')" },
  });
  const problem = problemsOf(scenario).find(({ id }) => id === 'override-beats-mapping');
  expect(problem?.message).toBe(
    'Date: the rule maps a, the override sets b, and the override counts. It is sent as x-amzn-Remapped-Date, because Date is reserved.',
  );
});
