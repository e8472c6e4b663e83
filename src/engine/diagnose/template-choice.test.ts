import { describe, expect, test } from 'vitest';
import { evaluate } from '../pipeline/evaluate';
import type { IntegrationResponse, Scenario } from '../scenario';
import { fixed, idsOf, problemsOf } from './testing';

function rule(
  changes: Partial<IntegrationResponse>,
  accept?: string,
  more: Partial<Scenario> = {},
): Scenario {
  return {
    integration: { type: 'AWS', integrationResponses: [{ statusCode: '200', ...changes }] },
    backend: { kind: 'lambda', payload: '{"a":1}' },
    ...(accept !== undefined && { request: { headers: { Accept: accept } } }),
    ...more,
  };
}

const JSON_TEMPLATE = { 'application/json': `$input.json('$')` };
const BOTH = { ...JSON_TEMPLATE, 'text/html': '<p>x</p>' };
const HTML_TYPE = { 'method.response.header.Content-Type': "'text/html'" };

const TRIALS: [id: string, scenario: Scenario, near: Scenario][] = [
  ['no-template-passthrough', rule({}), rule({ responseTemplates: JSON_TEMPLATE })],
  [
    'no-template-passthrough',
    rule({ contentHandling: 'CONVERT_TO_TEXT' }),
    rule({ contentHandling: 'CONVERT_TO_BINARY' }, undefined, {
      backend: { kind: 'lambda', payload: '"aGVsbG8="' },
    }),
  ],
  [
    'accept-picks-template',
    rule({ responseTemplates: JSON_TEMPLATE }, 'text/html'),
    rule({ responseTemplates: JSON_TEMPLATE }, 'application/json'),
  ],
  [
    'accept-list-not-parsed',
    rule({ responseTemplates: BOTH }, 'text/html;q=0.5, application/json'),
    rule({ responseTemplates: BOTH }, 'application/json, text/html;q=0.5'),
  ],
  [
    'accept-list-not-parsed',
    rule({ responseTemplates: BOTH }, 'image/png, text/html'),
    rule({ responseTemplates: BOTH }, 'image/png, */*'),
  ],
  [
    'template-key-not-a-media-type',
    rule({ responseTemplates: { json: 'x' } }),
    rule({ responseTemplates: { 'application/json': '1' } }),
  ],
  [
    'template-empty',
    rule({ responseTemplates: { 'application/json': '' } }),
    rule({ responseTemplates: { 'application/json': '##' } }),
  ],
  [
    'content-type-header-missing',
    rule({ responseTemplates: { 'application/json': '<html></html>' } }),
    rule({ responseTemplates: { 'application/json': '<html></html>' }, responseParameters: HTML_TYPE }),
  ],
  [
    'content-type-header-missing',
    rule({ responseTemplates: { 'text/html': '<p>x</p>' } }),
    rule({ responseTemplates: { 'application/json': ' true' } }),
  ],
];

describe.each(TRIALS)('%s', (id, scenario, near) => {
  const found = problemsOf(scenario).find((problem) => problem.id === id);

  test('is told, with a title', () => expect(found?.title).toBeTruthy());

  test('is not told of what is nearly the same', () => expect(idsOf(near)).not.toContain(id));

  test('each of its fixes removes it and adds no error', () => {
    for (const fix of found?.fixes ?? []) {
      const after = problemsOf(fixed(scenario, fix));
      expect(after.map((problem) => problem.id)).not.toContain(id);
      expect(after.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});

test('a page gets its type, declared where declarations are listed', () => {
  const page = rule({ responseTemplates: { 'application/json': '<!DOCTYPE html>' } }, undefined, {
    methodResponses: { 200: {} },
  });
  const [fix] = problemsOf(page)[0]!.fixes!;
  expect(fix!.title).toBe('Send it as text/html');
  const after = fixed(page, fix!);
  expect(idsOf(after)).toEqual([]);
  const { headers } = evaluate(after).response;
  expect(headers.find(({ name }) => name === 'Content-Type')?.value).toBe('text/html');
});

test('a template for another type can be kept for JSON too', () => {
  const scenario = rule(
    { responseTemplates: { 'text/csv': '1', 'text/html': '2' }, responseParameters: HTML_TYPE },
    'image/png',
  );
  const problem = problemsOf(scenario).find(({ id }) => id === 'accept-picks-template')!;
  expect(problem.severity).toBe('warning');
  const after = fixed(scenario, problem.fixes![0]!);
  expect(problemsOf(after).filter(({ severity }) => severity === 'warning')).toEqual([]);
  expect(evaluate(after).response.body.text).toBe('1');
});

test('an empty template is replaced by one that prints nothing', () => {
  const scenario = rule({ responseTemplates: { 'application/json': '' } });
  const [fix] = problemsOf(scenario).find(({ id }) => id === 'template-empty')!.fixes!;
  expect(evaluate(fixed(scenario, fix!)).response.body.text).toBe('');
});
