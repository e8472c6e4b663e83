import { describe, expect, test } from 'vitest';
import type { Place, ValueSource } from '../engine/outcome';
import { newDocument } from './changes';
import { placeKey } from './editor-place';
import { evaluateDocument } from './evaluate-document';
import { sourcePlace } from './source-place';

const TEMPLATE: Place = { in: 'template', name: 'a.vtl' };
const SPAN = { from: 3, to: 5 };

test.each<[ValueSource, Place | undefined]>([
  [
    { in: 'answer', path: '$.a', span: SPAN },
    { in: 'answer', span: SPAN },
  ],
  [{ in: 'answer', path: 'header.X' }, undefined],
  [
    { in: 'template', path: '', span: SPAN },
    { ...TEMPLATE, span: SPAN },
  ],
  [
    { in: 'request', path: 'header.Accept' },
    { in: 'request', path: ['request', 'headers', 'Accept'] },
  ],
  [
    { in: 'request', path: "querystring['a b.c']" },
    { in: 'request', path: ['request', 'queryStringParameters', 'a b.c'] },
  ],
  [{ in: 'request', path: '' }, undefined],
  [
    { in: 'stageVariables', path: 'tier' },
    { in: 'request', path: ['stageVariables', 'tier'] },
  ],
  [
    { in: 'context', path: 'a.list[2].b' },
    { in: 'request', path: ['context', 'a', 'list', 2, 'b'] },
  ],
  [{ in: 'context', path: '' }, undefined],
])('%j', (source, expected) => {
  expect(sourcePlace(source, TEMPLATE)).toEqual(expected);
});

describe('in a document', () => {
  const document = {
    ...newDocument(),
    cases: [{ name: 'a', answer: '{"id": 7}' }],
    rules: `- statusCode: 200
  responseParameters:
    method.response.header.X-Id: integration.response.body.id
  responseTemplates:
    application/json: a.vtl
`,
    templates: [
      {
        name: 'a.vtl',
        text: '#set($context.responseOverride.header.X-Tier = $stageVariables.tier)$input.params("Accept") $context.requestId $context.identity.user',
      },
    ],
    request: `headers:
  Accept: text/html
stageVariables:
  tier: gold
context:
  identity:
    user: ann
`,
  };
  const { outcome, places } = evaluateDocument(document);
  const shown = (source: ValueSource | undefined): string | undefined => {
    const place = source && sourcePlace(source, outcome?.template?.place);
    const found = place && places[placeKey(place)];
    if (!found) return undefined;
    const text = found.editor === 'request' ? document.request : document.cases[0]!.answer;
    return text.slice(found.span.from, found.span.to);
  };

  test('values of the request, stage variables and context stand where they were written', () => {
    const values = outcome?.response.body.pieces?.filter(({ kind }) => kind === 'value') ?? [];
    expect(values.map(({ source }) => shown(source))).toEqual(['text/html', undefined, 'ann']);
  });

  test('headers lead to what their values were read from', () => {
    const sources = outcome?.response.headers.flatMap(({ name, origin }) =>
      (origin.kind === 'mapping' || origin.kind === 'override') && origin.source
        ? [[name, shown(origin.source)]]
        : [],
    );
    expect(sources).toEqual([
      ['X-Id', '7'],
      ['X-Tier', 'gold'],
    ]);
  });
});
