import { describe, expect, test } from 'vitest';
import type { Scenario } from '../scenario';
import { readSetup, requestHeader } from './setup';

const read = (scenario: unknown) => readSetup(scenario as Scenario);

describe('path parameters from path and resource path', () => {
  test.each([
    ['/pets/123', '/pets/{petId}', { petId: '123' }],
    ['/pets/a%20b/x', '/pets/{petId}/x', { petId: 'a b' }],
    ['/pets/%zz', '/pets/{petId}', { petId: '%zz' }],
    ['/files/a/b/c', '/files/{path+}', { path: 'a/b/c' }],
    ['/random/test', '/pets', {}],
    ['/pets', '/pets/{petId}', {}],
    ['/pets/', '/pets/{petId}', {}],
    ['/pets/1/2', '/pets/{petId}', {}],
  ])('%s under %s', (path, resourcePath, parameters) => {
    const { request } = read({ request: { path, resourcePath } });
    expect(Object.fromEntries(request.pathParameters)).toEqual(parameters);
  });

  test('given ones count, and fill the path', () => {
    const { request } = read({
      request: { resourcePath: '/pets/{petId}/{rest+}', pathParameters: { petId: '7', rest: 'a/b' } },
    });
    expect(request.path).toBe('/pets/7/a/b');
  });
});

describe('which integrations call Lambda', () => {
  test.each([
    ['AWS', undefined, true],
    ['AWS', 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations', true],
    ['AWS', 'arn:aws:apigateway:eu-west-1:lambda:path//2015-03-31/functions/f/invocations', true],
    ['AWS', 'arn:aws:apigateway:eu-west-1:s3:path/b/k', false],
    ['AWS', 'arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem', false],
    ['AWS_PROXY', undefined, true],
    ['HTTP', undefined, false],
    ['MOCK', undefined, false],
  ])('%s with %s: %j', (type, uri, lambda) => {
    expect(read({ integration: { type, uri } }).lambda).toBe(lambda);
  });
});

test('defaults', () => {
  const setup = read({ integration: { type: 'AWS' }, backend: { kind: 'none' } });
  expect(setup).toMatchObject({ httpMethod: 'POST', timeoutInMillis: 29_000, declared: undefined });
  expect(setup.request).toMatchObject({ httpMethod: 'GET', path: '/', resourcePath: '/', body: '' });
});

test('numbers written where texts belong are read as texts', () => {
  const { rules } = read({
    integration: { integrationResponses: [{ statusCode: 200, selectionPattern: 404 }, null] },
  });
  expect(rules).toMatchObject([
    { statusCode: '200', selectionPattern: '404' },
    { statusCode: '', selectionPattern: '' },
  ]);
});

test('request headers are found in any capitals, the last one counts', () => {
  const { request } = read({ request: { headers: { accept: 'a', Accept: 'b' } } });
  expect(requestHeader(request, 'ACCEPT')).toBe('b');
});
