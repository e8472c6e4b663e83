import { expect, test } from 'vitest';
import { parseGatewayMapping, parseResponseMapping } from './mapping-expression';

test.each([
  ["'*'", { kind: 'static', value: '*' }],
  ["''", { kind: 'static', value: '' }],
  ["'Content-Type,X-Amz-Date'", { kind: 'static', value: 'Content-Type,X-Amz-Date' }],
  ["'it's'", { kind: 'static', value: "it's" }],
  ['integration.response.header.ETag', { kind: 'header', name: 'ETag' }],
  ['integration.response.multivalueheader.Set-Cookie', { kind: 'multivalueheader', name: 'Set-Cookie' }],
  ['integration.response.body', { kind: 'body', path: undefined }],
  ['integration.response.body.pets[0].name', { kind: 'body', path: 'pets[0].name' }],
  ['context.identity.sourceIp', { kind: 'context', path: ['identity', 'sourceIp'] }],
  ['stageVariables.url', { kind: 'stageVariable', name: 'url' }],
])('%s', (text, expression) => {
  expect(parseResponseMapping(text)).toEqual(expression);
});

test.each([
  '*',
  '"*"',
  "'",
  '',
  'integration.response.header.',
  'integration.response.header.a b',
  'integration.response.body.',
  'integration.response.status',
  'integration.request.header.X',
  'method.request.header.X',
  'context.',
  'stageVariables.',
  'Context.requestId',
])('the service refuses %j on the response side', (text) => {
  expect(parseResponseMapping(text)).toBeUndefined();
});

test.each([
  ["'*'", { kind: 'static', value: '*' }],
  ['method.request.header.Origin', { kind: 'request', location: 'header', name: 'Origin' }],
  ['method.request.path.id', { kind: 'request', location: 'path', name: 'id' }],
  ['method.request.querystring.q', { kind: 'request', location: 'querystring', name: 'q' }],
  ['method.input.params.X', { kind: 'request', location: 'any', name: 'X' }],
  ['context.error.responseType', { kind: 'context', path: ['error', 'responseType'] }],
  ['integration.response.body.x', undefined],
  ['method.request.body', undefined],
])('in a gateway response %s', (text, expression) => {
  expect(parseGatewayMapping(text)).toEqual(expression);
});
