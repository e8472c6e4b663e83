import { expect, test } from 'vitest';
import { chooseTemplate } from './choose-template';
import { evaluate } from './evaluate';

const choose = (header: string | undefined, templates: Record<string, string | null>) =>
  chooseTemplate({
    templates: new Map(Object.entries(templates)),
    named: new Map([['error.vtl', 'named text']]),
    header,
    headerName: 'Accept',
    path: ['x'],
  });

const both = { 'application/xml': 'xml', 'application/json': 'json' };

test.each([
  [undefined, both, 'json'],
  ['application/json', both, 'json'],
  ['application/xml', both, 'xml'],
  ['application/xml; charset=utf-8', both, 'xml'],
  ['Application/XML', both, 'xml'],
  ['application/xml;q=0.1, application/json', both, 'xml'],
  ['text/html, application/xml', both, 'json'],
  ['*/*', both, 'json'],
  ['', both, 'json'],
  ['*/*', { 'text/html': 'html', 'application/xml': 'xml' }, 'html'],
  [undefined, { 'application/xml': 'xml' }, 'xml'],
  ['application/json', { 'application/json': null, 'application/xml': 'xml' }, undefined],
  ['application/json', { 'application/json': '', 'application/xml': 'xml' }, undefined],
  ['text/html', { 'application/json': null, 'application/xml': 'xml' }, undefined],
  ['text/html', {}, undefined],
  [undefined, { 'application/json': 'error.vtl' }, 'named text'],
])('Accept %j of %j takes %j', (header, templates, text) => {
  expect(choose(header, templates).value.template?.text).toBe(text);
});

test('a named template stands under its name, another one in the rule', () => {
  expect(choose(undefined, { 'application/json': 'error.vtl' }).value.template?.place).toEqual({
    in: 'template',
    name: 'error.vtl',
  });
  expect(choose(undefined, both).value.template?.place).toEqual({
    in: 'rules',
    path: ['x', 'application/json'],
  });
});

test('an arbitrary first template is warned about', () => {
  expect(choose('text/plain', { 'text/html': 'a', 'application/xml': 'b' }).problems).toMatchObject([
    { id: 'accept-picks-template', severity: 'warning' },
  ]);
  expect(choose('application/xml', both).problems).toEqual([]);
});

test('a key that is no media type is refused, and its template never runs', () => {
  const outcome = evaluate({
    integration: {
      type: 'HTTP',
      integrationResponses: [{ statusCode: '200', responseTemplates: { '123': 'from 123' } }],
    },
    backend: { kind: 'http', body: 'as it was' },
  });
  expect(outcome.response.body.text).toBe('as it was');
  expect(outcome.problems).toMatchObject([
    {
      id: 'template-key-not-a-media-type',
      when: 'configuration',
      message: 'Validation Result: warnings : [], errors : [Invalid content type specified: 123]',
    },
  ]);
});
