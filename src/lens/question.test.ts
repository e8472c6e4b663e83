import { describe, expect, test } from 'vitest';
import { DOCUMENT_FORMAT, DOCUMENT_VERSION, type PlaygroundDocument } from '../document/model';
import { questionOf } from './question';

const DOCUMENT: PlaygroundDocument = {
  format: DOCUMENT_FORMAT,
  version: DOCUMENT_VERSION,
  cases: [{ name: 'one', answer: '{"errorMessage":"x"}' }],
  activeCase: 0,
  rules:
    'type: AWS\nintegrationResponses:\n  - statusCode: "200"\n    responseTemplates:\n      application/json: inline $context.stage\n',
  templates: [{ name: 'error.vtl', text: '$input.body' }],
  request:
    'headers: {Accept: text/html}\nqueryStringParameters: {q: "1"}\nstageVariables: {s: v}\ncontext: {stage: test, identity: {user: u}}\n',
};

describe('questionOf', () => {
  test('a named template with everything it can read', () => {
    expect(questionOf(DOCUMENT, { in: 'template', name: 'error.vtl' })).toMatchObject({
      template: '$input.body',
      body: '{"errorMessage":"x"}',
      params: { path: {}, querystring: { q: '1' }, header: { Accept: 'text/html' } },
      stageVariables: { s: 'v' },
      context: { stage: 'test', httpMethod: 'GET', identity: { user: 'u', caller: null } },
    });
  });

  test('a template written in the rules', () => {
    const path = ['integration', 'integrationResponses', 0, 'responseTemplates', 'application/json'];
    expect(questionOf(DOCUMENT, { in: 'rules', path })?.template).toBe('inline $context.stage');
  });

  test.each([
    [{ in: 'template', name: 'nope' }],
    [{ in: 'template', name: '__proto__' }],
    [{ in: 'rules', path: ['integration', 'constructor', 'name'] }],
    [{ in: 'answer' }],
  ] as const)('%j: no template', (place) =>
    expect(questionOf(DOCUMENT, place as unknown as Parameters<typeof questionOf>[1])).toBeUndefined(),
  );

  test('an unreadable document asks nothing', () => {
    expect(questionOf({ ...DOCUMENT, rules: '{' }, { in: 'template', name: 'error.vtl' })).toBeUndefined();
  });
});
