import { describe, expect, test } from 'vitest';
import type { Scenario } from '../scenario';
import { evaluate } from './evaluate';

function run(template: string, more: Partial<Scenario> = {}) {
  return evaluate({
    integration: {
      type: 'HTTP',
      integrationResponses: [
        {
          statusCode: '200',
          responseParameters: { 'method.response.header.X-Mapped': "'mapped'" },
          responseTemplates: { 'application/json': 'main.vtl' },
        },
      ],
    },
    templates: { 'main.vtl': template },
    backend: {
      kind: 'http',
      body: '{"code":404,"text":"404","big":70000000000,"half":404.5,"none":null,"list":["a","b"]}',
    },
    ...more,
  });
}

const STATUS = '$context.responseOverride.status';

describe('status overrides', () => {
  test.each([
    [`#set(${STATUS} = 404)`, 404],
    [`#set(${STATUS} = $input.path('$.code'))`, 404],
    [`#set(${STATUS} = 100)`, 100],
    [`#set(${STATUS} = 599)`, 599],
    [`#set(${STATUS} = 99)`, 200],
    [`#set(${STATUS} = 600)`, 200],
    [`#set(${STATUS} = 404.0)`, 200],
    [`#set(${STATUS} = "404")`, 200],
    [`#set(${STATUS} = $input.path('$.text'))`, 200],
    [`#set(${STATUS} = $input.path('$.half'))`, 200],
    [`#set(${STATUS} = $input.path('$.big'))`, 200],
    [`#set(${STATUS} = $input.path('$.none'))`, 200],
    [`#set(${STATUS} = true)`, 200],
    [`#set(${STATUS} = 404)#set(${STATUS} = 409)`, 409],
    [`#if(false)#set(${STATUS} = 404)#end`, 200],
    ['#set($context.responseOverride["status"] = 404)', 404],
    ['#set($x = $context.responseOverride.put("status", 404))', 404],
    ['#set($context.responseOverride = "gone")', 200],
  ])('%s gives %d', (template, status) => {
    expect(run(template).response.statusCode).toBe(status);
  });

  test('an ignored one is told with its place', () => {
    const outcome = run(`{}\n#set(${STATUS} = "404")`);
    expect(outcome.overrides).toMatchObject([{ target: 'status', value: '404', applied: false }]);
    expect(outcome.problems).toMatchObject([
      { id: 'override-status-invalid', severity: 'warning', place: { in: 'template', name: 'main.vtl' } },
    ]);
  });

  test('set twice: the last one counts, with a warning', () => {
    const outcome = run(`#set(${STATUS} = 404)#set(${STATUS} = 409)`);
    expect(outcome.problems).toMatchObject([{ id: 'override-twice', severity: 'warning' }]);
  });

  test('a status nobody declared is fine', () => {
    const outcome = run(`#set(${STATUS} = 418)`, {
      methodResponses: { '200': { responseParameters: { 'method.response.header.X-Mapped': true } } },
    });
    expect(outcome.response.statusCode).toBe(418);
  });
});

describe('header overrides', () => {
  test.each<[string, string, string[]]>([
    ['#set($context.responseOverride.header.X-New = "new")', 'X-New', ['new']],
    ['#set($context.responseOverride.header["X-New"] = "new")', 'X-New', ['new']],
    ['#set($context.responseOverride.header.X-Mapped = "over")', 'X-Mapped', ['over']],
    ['#set($context.responseOverride.header.x-mapped = "over")', 'x-mapped', ['over']],
    ['#set($context.responseOverride.header.x-mapped = "over")', 'X-Mapped', []],
    ['#set($context.responseOverride.header.X-L = ["a", "b"])', 'X-L', ['a', 'b']],
    ["#set($context.responseOverride.header.X-L = $input.path('$.list'))", 'X-L', ['a', 'b']],
    ["#set($context.responseOverride.header.X-N = $input.path('$.code'))", 'X-N', ['404']],
    ['#set($context.responseOverride.header.Date = "today")', 'x-amzn-Remapped-Date', ['today']],
    ['#set($context.responseOverride.header.Content-Type = "text/plain")', 'Content-Type', ['text/plain']],
    ['#set($context.responseOverride.header.X-B = "a\u000ab")', 'X-B', ['ab']],
    ['#set($context.responseOverride.header["X B"] = "a")', 'X B', []],
    ['#set($context.responseOverride.header = {"X-New": "new"})', 'X-New', ['new']],
  ])('%s: %s is %j', (template, name, values) => {
    const { headers } = run(template).response;
    expect(headers.filter((header) => header.name === name).map(({ value }) => value)).toEqual(values);
  });

  test('the origin names what was replaced and where', () => {
    const text = 'x#set($context.responseOverride.header.X-Mapped = "over")';
    const [header] = run(text).response.headers;
    expect(header?.origin).toMatchObject({
      kind: 'override',
      replaced: 'mapped',
      place: { in: 'template', name: 'main.vtl' },
    });
  });

  test('a header that is left after its override keeps nothing of the mapping', () => {
    const outcome = run('#set($context.responseOverride.header.X-MAPPED = "over")');
    expect(outcome.response.headers.filter(({ name }) => /^x-mapped$/i.test(name))).toHaveLength(1);
  });
});

test.each(['statusCode', 'headers', 'Status'])('a misspelt override %s is told', (name) => {
  expect(run(`#set($context.responseOverride.${name} = 404)`).problems).toMatchObject([
    { id: 'override-misspelt', severity: 'error' },
  ]);
});

test('a member of another name is a place to keep values, and nothing to complain about', () => {
  expect(
    run('#set($context.responseOverride.note = 1)$context.responseOverride.note').response.body.text,
  ).toBe('1');
  expect(run('#set($context.responseOverride.note = 1)').problems).toEqual([]);
});
