import { expect, test } from 'vitest';
import type { HeaderOrigin, ValueSource } from '../outcome';
import type { IntegrationResponse } from '../scenario';
import { evaluate } from './evaluate';

const PAYLOAD = String.raw`{"errorMessage": "{\"code\": \"Gone\"}", "ids": [7, 8]}`;

function outcomeOf(rule: Partial<IntegrationResponse>) {
  return evaluate({
    integration: { type: 'AWS', integrationResponses: [{ statusCode: '200', ...rule }] },
    backend: { kind: 'lambda', payload: PAYLOAD },
    stageVariables: { tier: 'gold' },
  });
}

function shown(source: ValueSource | undefined): string {
  if (!source) return 'none';
  const { in: where, path, span } = source;
  return `${where} ${path}${where === 'answer' && span ? ` ${PAYLOAD.slice(span.from, span.to)}` : ''}`;
}

function sourceIn(origin: HeaderOrigin | undefined): ValueSource | undefined {
  return origin?.kind === 'mapping' || origin?.kind === 'override' ? origin.source : undefined;
}

test.each([
  ['integration.response.body.ids[1]', 'answer $.ids[1] 8'],
  ['integration.response.body.errorMessage', String.raw`answer $.errorMessage "{\"code\": \"Gone\"}"`],
  [
    'integration.response.body.errorMessage.code',
    String.raw`answer $.errorMessage.code "{\"code\": \"Gone\"}"`,
  ],
  ['integration.response.body', `answer $ ${PAYLOAD}`],
  ['stageVariables.tier', 'stageVariables tier'],
  ['context.identity.sourceIp', 'context identity.sourceIp'],
  ["'constant'", 'none'],
])('a header mapped from %s', (expression, expected) => {
  const { response } = outcomeOf({ responseParameters: { 'method.response.header.X-Y': expression } });
  const header = response.headers.find(({ name }) => name === 'X-Y');
  expect(header?.value).toBeDefined();
  expect(shown(sourceIn(header?.origin))).toBe(expected);
});

test.each([
  ["#set($context.responseOverride.header.X-Y = $input.path('$.ids')[0])", 'answer $.ids[0] 7'],
  [`#set($context.responseOverride.header.X-Y = "a-$input.path('$.ids[0]')")`, 'answer $.ids[0] 7'],
  ['#set($context.responseOverride.header.X-Y = $stageVariables.tier)', 'stageVariables tier'],
  ["#set($context.responseOverride.header = {'X-Y': $input.path('$.ids')[0]})", 'answer $.ids[0] 7'],
])('a header set by %s', (template, expected) => {
  const { response, overrides } = outcomeOf({ responseTemplates: { 'application/json': template } });
  const header = response.headers.find(({ name }) => name === 'X-Y');
  expect(shown(sourceIn(header?.origin))).toBe(expected);
  expect(overrides.map(({ source }) => shown(source))).toEqual([expected]);
});

test('a status that was computed', () => {
  const template = "#set($context.responseOverride.status = $input.path('$.ids[0]') + 400)";
  const { response, overrides } = outcomeOf({ responseTemplates: { 'application/json': template } });
  expect(response.statusCode).toBe(407);
  expect(overrides[0]?.source).toMatchObject({ path: '$.ids[0]', derived: true });
});
