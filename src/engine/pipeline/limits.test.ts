import { describe, expect, test } from 'vitest';
import type { Integration, Scenario } from '../scenario';
import { evaluate } from './evaluate';

const run = (integration: Partial<Integration>, more: Partial<Scenario> = {}) =>
  evaluate({
    integration: { type: 'HTTP', integrationResponses: [{ statusCode: '200' }], ...integration },
    backend: { kind: 'http' },
    ...more,
  });

const ids = (outcome: ReturnType<typeof run>) => outcome.problems.map(({ id }) => id);

describe('limits that end in a response', () => {
  test('headers of more than 10,240 bytes', () => {
    const parameters = (value: string) => ({
      integrationResponses: [
        { statusCode: '200', responseParameters: { 'method.response.header.X': `'${value}'` } },
      ],
    });
    expect(run(parameters('x'.repeat(10_000))).response.statusCode).toBe(200);
    const outcome = run(parameters('x'.repeat(10_240)));
    expect(outcome.response.statusCode).toBe(500);
    expect(ids(outcome)).toContain('header-limit');
    expect(outcome.response.headers.map(({ name }) => name)).not.toContain('X');
  });

  test('a loop that sets thousands of headers', () => {
    const template =
      '#foreach($i in [1..900])#foreach($j in [1..50])#set($context.responseOverride.header["h$i$j"] = "v")#end#end';
    const outcome = run({
      integrationResponses: [{ statusCode: '200', responseTemplates: { 'application/json': template } }],
    });
    expect(outcome.response.statusCode).toBe(500);
    expect(outcome.overrides.length).toBeLessThan(100);
  });

  test('a body of more than 10 MB', () => {
    const megabytes = (count: number) =>
      ({ kind: 'http', body: new Uint8Array(count * 1024 * 1024) }) as const;
    expect(run({ type: 'HTTP_PROXY' }, { backend: megabytes(10) }).response.statusCode).toBe(200);
    const outcome = run({ type: 'HTTP_PROXY' }, { backend: megabytes(11) });
    expect(outcome.response.statusCode).toBe(500);
    expect(ids(outcome)).toContain('body-limit');
  });

  test('a Lambda result of more than 6,291,556 bytes is an error of Lambda, which rules can catch', () => {
    const outcome = run(
      {
        type: 'AWS',
        integrationResponses: [
          { statusCode: '200' },
          { statusCode: '413', selectionPattern: 'Response payload size.*' },
        ],
      },
      { backend: { kind: 'lambda', payload: `"${'x'.repeat(6_291_556)}"` } },
    );
    expect(outcome.response.statusCode).toBe(413);
    expect(outcome.subject?.text).toBe(
      'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    );
    expect(outcome.subject?.span).toBeUndefined();
  });

  test.each([
    [29_000, undefined, 200],
    [29_001, undefined, 504],
    [101, 100, 504],
    [60_000, 60_000, 200],
  ])('a backend of %d ms under a timeout of %j: %d', (latencyInMillis, timeoutInMillis, status) => {
    const outcome = run(timeoutInMillis === undefined ? {} : { timeoutInMillis }, {
      backend: { kind: 'http', latencyInMillis },
    });
    expect(outcome.response.statusCode).toBe(status);
    if (status === 504) {
      expect(outcome.response.body.text).toBe('{"message": "Endpoint request timed out"}');
      expect(outcome.rules.map(({ verdict }) => verdict)).toEqual(['not-tried']);
    }
  });
});

describe('limits of the configuration', () => {
  const template = (length: number) => ({
    integrationResponses: [
      { statusCode: '200', responseTemplates: { 'application/json': 'x'.repeat(length) } },
    ],
  });
  test.each<[string, Partial<Integration>, Partial<Scenario>, string | undefined]>([
    ['a template of 300 KB', template(300 * 1024), {}, undefined],
    ['a template of 300 KB and a byte', template(300 * 1024 + 1), {}, 'template-too-large'],
    ['a time-out of 49 ms', { timeoutInMillis: 49 }, {}, 'timeout-out-of-range'],
    ['a time-out of 29 s', { timeoutInMillis: 29_000 }, {}, undefined],
    ['a time-out of 30 s', { timeoutInMillis: 30_000 }, {}, 'timeout-out-of-range'],
    ['a long stage variable', {}, { stageVariables: { a: 'x'.repeat(513) } }, 'stage-variables-limit'],
    ['a stage variable of 512', {}, { stageVariables: { a: 'x'.repeat(512) } }, undefined],
  ])('%s', (_, integration, more, id) => {
    expect(ids(run(integration, more))).toEqual(id ? [id] : []);
  });
});

describe('statuses without a body', () => {
  test.each(['204', '304', '101'])('%s', (statusCode) => {
    const outcome = run(
      { integrationResponses: [{ statusCode }] },
      { backend: { kind: 'http', body: 'text' } },
    );
    expect(outcome.response.body.bytes).toHaveLength(0);
    expect(outcome.response.headers.map(({ name }) => name)).not.toContain('Content-Length');
    expect(ids(outcome)).toContain('body-on-204-or-304');
  });

  test('HEAD keeps the length of what GET would send', () => {
    const outcome = run({}, { request: { httpMethod: 'HEAD' }, backend: { kind: 'http', body: 'text' } });
    expect(outcome.response.body.bytes).toHaveLength(0);
    expect(outcome.response.headers).toContainEqual(
      expect.objectContaining({ name: 'Content-Length', value: '4' }),
    );
  });
});

test.each([301, 302, 307, 308])('%d without Location leads nowhere', (statusCode) => {
  const rules = (responseParameters: Record<string, string>) => ({
    integrationResponses: [{ statusCode: `${statusCode}`, responseParameters }],
  });
  expect(ids(run(rules({})))).toContain('redirect-without-location');
  expect(ids(run(rules({ 'method.response.header.location': "'/new'" })))).toEqual([]);
});
