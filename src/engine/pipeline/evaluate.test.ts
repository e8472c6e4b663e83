import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Outcome } from '../outcome';
import { GATEWAY_RESPONSE_TYPES, type Scenario } from '../scenario';
import { evaluate } from './evaluate';

/*
 * Whole scenarios at random: sensible ones built from the words that decide things, and hostile ones with anything
 * anywhere.
 */

const statuses = fc.constantFrom('200', '201', '204', '304', '400', '404', '500', '502', '599', '101');
const patterns = fc.constantFrom(
  '.*',
  '.+',
  '.*NotFound.*',
  'NotFound',
  '4\\d{2}',
  '200',
  '[\\s\\S]*',
  '(?i)notfound.*',
  '(',
  '-',
  '',
);
const expressions = fc.constantFrom(
  "'*'",
  "''",
  "'a\r\nb: c'",
  "'€ 5'",
  '*',
  'integration.response.header.ETag',
  'integration.response.multivalueheader.Set-Cookie',
  'integration.response.body',
  'integration.response.body.errorMessage.code',
  'integration.response.body.items[0]',
  'integration.response.body.[',
  'context.requestId',
  'context.identity.sourceIp',
  'stageVariables.name',
  'method.request.header.X',
);
const headerNames = fc.constantFrom(
  'X-A',
  'x-a',
  'Content-Type',
  'Date',
  'Transfer-Encoding',
  'WWW-Authenticate',
  'Bad Name',
  '',
);
const texts = fc.constantFrom(
  '',
  '"ok"',
  'null',
  '{}',
  '{"errorMessage":"NotFound: order 7","errorType":"Error"}',
  '{"errorMessage":"{\\"code\\":7}"}',
  '{"errorMessage":5}',
  '{"statusCode":201,"headers":{"X-A":"1","Date":"x"},"body":"hi"}',
  '{"statusCode":"20","multiValueHeaders":{"a":["1","2"]},"isBase64Encoded":true,"body":"aGk="}',
  '{"items":[1,2,{"a":null}]}',
  '{broken',
  'plain text',
  'aGVsbG8=',
  '\ud800 lone',
  '<xml/>',
);
const templates = fc.constantFrom(
  '$input.json("$")',
  '$input.body',
  "$input.path('$.errorMessage')",
  '#set($context.responseOverride.status = 418)$context.requestId',
  '#set($context.responseOverride.status = "404")x',
  '#set($context.responseOverride.status = 1000)',
  '#set($context.responseOverride.header.X-A = "over\nride")x',
  '#set($context.responseOverride.header["Bad Name"] = "x")',
  '#set($context.responseOverride.header.X-L = ["a","b"])x',
  '#set($context.responseOverride = "gone")$context.responseOverride',
  '{"statusCode": 200}',
  '{statusCode: 204}',
  '#if(',
  '$util.parseJson("{")',
  '#foreach($i in [1..3])$i,#end',
  'named.vtl',
  '',
);
const mediaTypes = fc.constantFrom(
  'application/json',
  'text/html',
  'image/png',
  '*/*',
  'image/*',
  'not a type',
  'text/html; q=1, image/png',
);
const accept = fc.option(mediaTypes, { nil: undefined });

const record = <T>(names: fc.Arbitrary<string>, values: fc.Arbitrary<T>) =>
  fc.dictionary(names, values, { maxKeys: 4 });

const mappings = record(
  headerNames.map((name) => `method.response.header.${name}`),
  expressions,
);

const rule = fc.record(
  {
    statusCode: statuses,
    selectionPattern: patterns,
    responseParameters: mappings,
    responseTemplates: record(mediaTypes, templates),
    contentHandling: fc.constantFrom('CONVERT_TO_BINARY' as const, 'CONVERT_TO_TEXT' as const),
  },
  { requiredKeys: ['statusCode'] },
);

const backend = fc.oneof(
  fc.record(
    {
      kind: fc.constant('lambda' as const),
      payload: texts,
      functionError: fc.boolean(),
      latencyInMillis: fc.constantFrom(0, 100, 40_000),
    },
    { requiredKeys: ['kind', 'payload'] },
  ),
  fc.record(
    {
      kind: fc.constant('http' as const),
      statusCode: fc.constantFrom(200, 201, 204, 404, 500, 999, -1, 200.5),
      headers: fc.array(
        fc.tuple(fc.constantFrom('ETag', 'Content-Type', 'Set-Cookie', 'Via', 'Bad Name'), mediaTypes),
        {
          maxLength: 4,
        },
      ),
      body: fc.oneof(texts, fc.uint8Array({ maxLength: 20 })),
    },
    { requiredKeys: ['kind'] },
  ),
  fc.constant({ kind: 'none' as const }),
  fc.record(
    {
      kind: fc.constant('gateway-failure' as const),
      responseType: fc.constantFrom(...GATEWAY_RESPONSE_TYPES),
      message: texts,
    },
    { requiredKeys: ['kind', 'responseType'] },
  ),
);

const gatewayResponse = fc.record(
  {
    statusCode: fc.constantFrom('404', '599', '600', 'x'),
    responseParameters: record(
      headerNames.map((name) => `gatewayresponse.header.${name}`),
      fc.constantFrom("'*'", "'a\nb'", 'method.request.header.Accept', 'context.requestId', 'nonsense'),
    ),
    responseTemplates: record(
      mediaTypes,
      fc.constantFrom('{"m":$context.error.messageString}', '#set($x=1)$x', ''),
    ),
  },
  { requiredKeys: [] },
);

const scenario: fc.Arbitrary<Scenario> = fc.record(
  {
    integration: fc.record(
      {
        type: fc.constantFrom('AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK'),
        httpMethod: fc.constantFrom('POST', 'GET'),
        uri: fc.constantFrom(
          'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations',
          'arn:aws:apigateway:us-east-1:dynamodb:action/Query',
          ['https://$', '{stageVariables.name}/x'].join(''),
        ),
        integrationResponses: fc.uniqueArray(rule, {
          maxLength: 5,
          selector: ({ statusCode }) => statusCode,
        }),
        requestTemplates: record(mediaTypes, templates),
        passthroughBehavior: fc.constantFrom('WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'),
        timeoutInMillis: fc.constantFrom(10, 29_000, 60_000),
      },
      { requiredKeys: ['type'] },
    ),
    methodResponses: record(statuses, fc.record({ responseParameters: record(headerNames, fc.boolean()) })),
    binaryMediaTypes: fc.array(mediaTypes, { maxLength: 2 }),
    gatewayResponses: record(fc.constantFrom(...GATEWAY_RESPONSE_TYPES), gatewayResponse),
    request: fc.record(
      {
        httpMethod: fc.constantFrom('GET', 'POST', 'HEAD'),
        headers: accept.map(
          (value): Record<string, string> => (value === undefined ? {} : { accept: value }),
        ),
        body: texts,
        path: texts,
      },
      { requiredKeys: [] },
    ),
    stageVariables: record(fc.constantFrom('name', 'other'), fc.constantFrom('', 'example.com')),
    context: record(
      fc.constantFrom('requestId', 'requestTimeEpoch', 'responseOverride', 'identity', 'x'),
      fc.constantFrom<unknown>('id', 'a\nb', 5, null, { status: 403, header: { b: 'c' } }, [1]),
    ),
    backend,
    templates: fc.constant({ 'named.vtl': '#set($context.responseOverride.header.X-Named = "yes")named' }),
  },
  { requiredKeys: ['integration', 'backend'] },
) as fc.Arbitrary<Scenario>;

// Random scenarios by the hundred, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

function expectWellFormed(outcome: Outcome): void {
  const { response, answeredBy } = outcome;
  expect(Number.isInteger(response.statusCode)).toBe(true);
  expect(response.statusCode).toBeGreaterThanOrEqual(100);
  expect(response.statusCode).toBeLessThanOrEqual(599);
  for (const { name, value } of response.headers) {
    expect(name).toMatch(/^[\w!#$%&'*+.^`|~-]+$/);
    expect(value).toMatch(/^([\x21-\x7e\xa0-\xff\x80-\x9f]([\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?$/);
  }
  expect(response.body.bytes).toBeInstanceOf(Uint8Array);
  if (response.body.text !== undefined) {
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(response.body.bytes)).toBe(
      response.body.text,
    );
  }
  if (response.body.pieces) {
    let at = 0;
    for (const { output } of response.body.pieces) {
      expect(output.from).toBe(at);
      at = output.to;
    }
    expect(at).toBe(response.body.text?.length);
  }
  if (answeredBy.kind === 'gateway') expect(GATEWAY_RESPONSE_TYPES).toContain(answeredBy.responseType);
  const chosen = outcome.rules.flatMap(({ verdict }, index) => (verdict === 'chosen' ? [index] : []));
  expect(chosen).toEqual(outcome.chosenRule === undefined ? [] : [outcome.chosenRule]);
  expect(outcome.log.at(-1)).toBe(`Method completed with status: ${response.statusCode}`);
  for (const { message, id } of outcome.problems) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(message).not.toMatch(/undefined|\[object|NaN/);
  }
  for (const { text, evidence } of outcome.steps) {
    expect(text).toMatch(/\.$/);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect(evidence.source).toBeTruthy();
  }
  expect(structuredClone(outcome)).toEqual(outcome);
}

/** What goes over the wire. */
function wire({ response }: Outcome) {
  return {
    statusCode: response.statusCode,
    headers: response.headers.map(({ name, value }) => `${name}: ${value}`),
    body: Array.from(response.body.bytes),
  };
}

describe('scenarios at random', () => {
  test('always a well-formed response, and the same one again', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const outcome = evaluate(given);
        expectWellFormed(outcome);
        expect(evaluate(structuredClone(given))).toEqual(outcome);
      }),
      { numRuns: 1000 },
    );
  });

  test('a rule that did not match never influences the response', () => {
    let seen = 0;
    fc.assert(
      fc.property(scenario, (given) => {
        const outcome = evaluate(given);
        const rules = given.integration.integrationResponses ?? [];
        outcome.rules.forEach(({ verdict }, index) => {
          if (verdict !== 'no-match') return;
          seen++;
          const without = { ...given.integration, integrationResponses: rules.toSpliced(index, 1) };
          expect(wire(evaluate({ ...given, integration: without }))).toEqual(wire(outcome));
        });
      }),
      { numRuns: 1000 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test('the scenario is left as it was', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const before = structuredClone(given);
        evaluate(given);
        expect(given).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile scenarios', () => {
  const members = {
    integration: ['type', 'uri', 'httpMethod', 'integrationResponses', 'requestTemplates', 'timeoutInMillis'],
    request: ['httpMethod', 'path', 'headers', 'body', 'pathParameters', 'queryStringParameters'],
    backend: ['kind', 'payload', 'statusCode', 'headers', 'body', 'responseType', 'latencyInMillis'],
    methodResponses: ['200', '__proto__'],
    gatewayResponses: ['DEFAULT_5XX', '__proto__'],
    context: ['requestId', 'responseOverride', '__proto__', 'constructor'],
    stageVariables: ['name', '__proto__'],
    templates: ['name', '__proto__'],
    binaryMediaTypes: ['0'],
  };
  const anything = fc.anything({ withNullPrototype: true, maxDepth: 3 });

  test('anything in the place of any member', () => {
    fc.assert(
      fc.property(
        scenario,
        fc.constantFrom(
          ...Object.entries(members).flatMap(([root, names]) => names.map((name) => [root, name] as const)),
        ),
        anything,
        anything,
        (given, [root, name], value, whole) => {
          const inside = { ...(given as unknown as Record<string, object>)[root] };
          Object.defineProperty(inside, name, {
            value,
            enumerable: true,
            configurable: true,
            writable: true,
          });
          expectWellFormed(evaluate({ ...given, [root]: inside } as Scenario));
          expectWellFormed(evaluate({ ...given, [root]: whole } as Scenario));
        },
      ),
      { numRuns: 700 },
    );
  });

  test('anything at all', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expectWellFormed(evaluate(value as Scenario));
      }),
      { numRuns: 500 },
    );
  });

  test('names of the prototype chain are names like any other', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"x":"1"},"constructor":"c","toString":"t","hasOwnProperty":"h","a":"b"}',
    ) as Record<string, string>;
    const outcome = evaluate({
      integration: {
        type: 'HTTP',
        integrationResponses: [
          {
            statusCode: '200',
            responseParameters: { 'method.response.header.constructor': 'stageVariables.constructor' },
            responseTemplates: {
              'application/json': '$stageVariables.toString $input.params("hasOwnProperty")',
            },
          },
        ],
      },
      stageVariables: hostile,
      request: { headers: hostile, pathParameters: hostile },
      context: hostile,
      templates: hostile,
      backend: { kind: 'http' },
    });
    expectWellFormed(outcome);
    expect(outcome.response.headers[0]).toMatchObject({ name: 'constructor', value: 'c' });
    expect(outcome.response.body.text).toBe('t h');
  });

  test.each([
    ['a payload of 7 MB', { kind: 'lambda', payload: `"${'x'.repeat(7_000_000)}"` }, 200],
    ['a body of 11 MB', { kind: 'http', body: 'x'.repeat(11_000_000) }, 500],
    ['deep nesting', { kind: 'lambda', payload: '['.repeat(200_000) }, 200],
  ] as const)('%s', (_, answer, status) => {
    const type = answer.kind === 'http' ? 'HTTP' : 'AWS';
    const outcome = evaluate({
      integration: { type, integrationResponses: [{ statusCode: '200' }] },
      backend: answer,
    });
    expectWellFormed(outcome);
    expect(outcome.response.statusCode).toBe(status);
  });

  test('a context nested a hundred thousand levels deep', () => {
    let deep: unknown = 'end';
    for (let i = 0; i < 100_000; i++) deep = { deep };
    const given = { integration: { type: 'AWS' }, context: { deep }, backend: { kind: 'none' } };
    expect(evaluate(given as unknown as Scenario).response.statusCode).toBe(500);
  });
});

test('an ordinary scenario takes less than two milliseconds', () => {
  const given: Scenario = {
    integration: {
      type: 'AWS',
      integrationResponses: [
        { statusCode: '200' },
        {
          statusCode: '404',
          selectionPattern: '.*NotFound.*',
          responseTemplates: {
            'application/json':
              '#set($e = $util.parseJson($input.path("$.errorMessage")))\n{"code": "$e.code"}',
          },
        },
        { statusCode: '500', selectionPattern: '[\\s\\S]*(Error|Timeout)[\\s\\S]*' },
      ],
    },
    backend: {
      kind: 'lambda',
      payload:
        '{"errorMessage":"{\\"code\\":\\"NotFound\\",\\"id\\":7}","errorType":"Error","trace":["a","b"]}',
    },
  };
  // The median, because other work on the machine can only slow a run down.
  const times = Array.from({ length: 301 }, () => {
    const start = performance.now();
    evaluate(given);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  expect(times[150]).toBeLessThan(2);
});
