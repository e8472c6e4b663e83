import { describe, expect, test } from 'vitest';
import type { BackendAnswer } from '../scenario';
import { evaluate } from './evaluate';

const http: BackendAnswer = {
  kind: 'http',
  headers: [
    ['ETag', '"1"'],
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
    ['X-Empty', ''],
  ],
  body: ' {"redirect":{"url":"/new"},"n":500,"zero":0,"yes":true,"no":false,"nil":null,"list":[1,{"a":"b"}],"text":"{\\"a\\":1}"} ',
};

function header(backend: BackendAnswer, expression: string): string | undefined {
  const outcome = evaluate({
    integration: {
      type: backend.kind === 'lambda' ? 'AWS' : 'HTTP',
      integrationResponses: [
        { statusCode: '200', responseParameters: { 'method.response.header.X-Out': expression } },
      ],
    },
    stageVariables: { site: 'shop', empty: '' },
    context: { authorizer: { principalId: 'me', level: 5 } },
    backend,
  });
  expect(outcome.response.statusCode).toBe(200);
  return outcome.response.headers.find(({ name }) => name === 'X-Out')?.value;
}

describe('sources of header mappings', () => {
  test.each([
    ["'a, b'", 'a, b'],
    ["''", undefined],
    ['integration.response.header.ETag', '"1"'],
    ['integration.response.header.etag', undefined],
    ['integration.response.header.Set-Cookie', 'b=2'],
    ['integration.response.header.X-Empty', undefined],
    ['integration.response.multivalueheader.Set-Cookie', 'a=1,b=2'],
    ['integration.response.multivalueheader.None', undefined],
    ['integration.response.body.redirect.url', '/new'],
    ['integration.response.body.redirect', '{"url":"/new"}'],
    ['integration.response.body.list', '[1,{"a":"b"}]'],
    ['integration.response.body.list[1].a', 'b'],
    ['integration.response.body.n', '500'],
    ['integration.response.body.zero', '0'],
    ['integration.response.body.yes', 'true'],
    ['integration.response.body.no', 'false'],
    ['integration.response.body.nil', undefined],
    ['integration.response.body.none.deeper', undefined],
    ['integration.response.body.text.a', undefined],
    ['context.authorizer.principalId', 'me'],
    ['context.authorizer.level', '5'],
    ['context.requestTimeEpoch', undefined],
    ['context.authorizer', undefined],
    ['context.none', undefined],
    ['stageVariables.site', 'shop'],
    ['stageVariables.empty', undefined],
    ['stageVariables.none', undefined],
  ])('%s is %j', (expression, value) => {
    expect(header(http, expression)).toBe(value);
  });

  test('the whole body, without blanks around it', () => {
    expect(header({ kind: 'http', body: ' [1, 2]\n' }, 'integration.response.body')).toBe('[1, 2]');
    expect(header({ kind: 'http', body: 'text' }, 'integration.response.body')).toBe('text');
  });
});

describe('JSON in the errorMessage of a Lambda error', () => {
  const thrown: BackendAnswer = {
    kind: 'lambda',
    payload: JSON.stringify({
      errorMessage: JSON.stringify({ code: 429, deep: JSON.stringify({ x: 'y' }) }),
    }),
  };
  test.each([
    ['integration.response.body.errorMessage', '{"code":429,"deep":"{\\"x\\":\\"y\\"}"}'],
    ['integration.response.body.errorMessage.code', '429'],
    ['integration.response.body.errorMessage.deep.x', 'y'],
    ['integration.response.body.errorMessage.none', undefined],
  ])('%s is %j', (expression, value) => {
    expect(header(thrown, expression)).toBe(value);
  });

  test('text that is no JSON has no members', () => {
    const plain: BackendAnswer = { kind: 'lambda', payload: '{"errorMessage":"boom"}' };
    expect(header(plain, 'integration.response.body.errorMessage.code')).toBeUndefined();
  });
});

test.each(['integration.response.body', 'integration.response.body.a'])(
  '%s on a body that begins like JSON and is broken is 500',
  (expression) => {
    const outcome = evaluate({
      integration: {
        type: 'HTTP',
        integrationResponses: [
          { statusCode: '200', responseParameters: { 'method.response.header.X': expression } },
        ],
      },
      backend: { kind: 'http', body: '{"a":' },
    });
    expect(outcome.response.statusCode).toBe(500);
    expect(outcome.problems.map(({ id }) => id)).toContain('header-body-not-json');
  },
);

describe('what is refused when the rule is stored', () => {
  test.each([
    [
      'method.response.header.X',
      '*',
      'header-static-needs-quotes',
      'Invalid mapping expression specified: *',
    ],
    ['X', "'1'", 'mapping-target-invalid', 'Invalid mapping identifier specified'],
    [
      'method.response.header.Y',
      "'1'",
      'header-not-declared',
      'Invalid mapping expression parameter specified: method.response.header.Y',
    ],
  ])('%s: %s', (parameter, expression, id, reason) => {
    const outcome = evaluate({
      integration: {
        type: 'HTTP',
        integrationResponses: [{ statusCode: '200', responseParameters: { [parameter]: expression } }],
      },
      methodResponses: { '200': { responseParameters: { 'method.response.header.X': false } } },
      backend: { kind: 'http' },
    });
    const problem = outcome.problems.find((each) => each.id === id);
    expect(problem).toMatchObject({ severity: 'error', when: 'configuration' });
    expect(problem?.message).toContain(
      `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${reason}]`,
    );
    expect(problem?.place).toEqual({
      in: 'rules',
      path: ['integration', 'integrationResponses', 0, 'responseParameters', parameter],
    });
  });

  test('no method response for the status', () => {
    const outcome = evaluate({
      integration: {
        type: 'HTTP',
        integrationResponses: [
          { statusCode: '200', responseParameters: { 'method.response.header.X': "'1'" } },
        ],
      },
      methodResponses: {},
      backend: { kind: 'http' },
    });
    expect(outcome.problems.map(({ message }) => message).join()).toContain(
      'No method response exists for method.',
    );
  });
});
