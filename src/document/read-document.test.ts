import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Place } from '../engine/outcome';
import { newDocument } from './changes';
import type { PlaygroundDocument } from './model';
import { readDocument } from './read-document';

function document(parts: Partial<PlaygroundDocument>): PlaygroundDocument {
  return { ...newDocument(), ...parts };
}

/** The stretch of typed text a place leads to, as `editor: text`. */
function shown(doc: PlaygroundDocument, place: Place): string | undefined {
  const found = readDocument(doc).locate(place);
  if (!found) return undefined;
  const texts = {
    answer: doc.cases[doc.activeCase]?.answer ?? '',
    rules: doc.rules,
    request: doc.request,
    template: doc.templates.find(({ name }) => name === found.template)?.text ?? '',
  };
  return `${found.editor}: ${texts[found.editor].slice(found.span.from, found.span.to)}`;
}

describe('readDocument', () => {
  test('makes a scenario of all the texts', () => {
    const doc = document({
      cases: [
        { name: 'a', answer: '1' },
        { name: 'b', answer: 'HTTP/1.1 500 x\n\nhi' },
      ],
      activeCase: 1,
      rules: 'type: HTTP\nintegrationResponses: [{statusCode: 200}]\nbinaryMediaTypes: [a/b]',
      templates: [{ name: 'x.vtl', text: 'X' }],
      request: 'headers: {Accept: a}\nstageVariables: {v: w}',
    });
    const { scenario, problems } = readDocument(doc);
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(scenario))).toEqual({
      integration: { type: 'HTTP', integrationResponses: [{ statusCode: '200' }] },
      binaryMediaTypes: ['a/b'],
      request: { headers: { Accept: 'a' } },
      stageVariables: { v: 'w' },
      backend: { kind: 'http', statusCode: 500, headers: [], body: 'hi' },
      templates: { 'x.vtl': 'X' },
    });
    expect(readDocument(doc, 0).scenario?.backend).toEqual({ kind: 'http', headers: [], body: '1' });
  });

  test('has no scenario while a text is unreadable, and says where', () => {
    const { scenario, problems } = readDocument(document({ rules: 'a: "b', request: '- x' }));
    expect(scenario).toBeUndefined();
    expect(problems).toMatchObject([
      {
        id: 'yaml-missing-char',
        severity: 'error',
        when: 'input',
        place: { editor: 'rules', span: { from: 3, to: 4 } },
      },
      { id: 'request-not-a-map', severity: 'error', when: 'input', place: { editor: 'request' } },
    ]);
  });

  test('survives structuredClone, as it crosses to a worker', () => {
    const { scenario } = readDocument(document({ templates: [{ name: '__proto__', text: 'x' }] }));
    expect(Object.entries(structuredClone(scenario)?.templates ?? {})).toEqual([['__proto__', 'x']]);
  });

  test('never throws, whatever the texts', () => {
    const bits = fc.constantFrom(
      ...[
        'type: ',
        'AWS',
        'HTTP',
        'MOCK',
        '\n',
        '  ',
        '- ',
        'statusCode: ',
        '200',
        'selectionPattern: ',
        '"',
        "'",
        '{',
      ],
      ...[
        '}',
        '[',
        ']',
        ',',
        ': ',
        '|\n',
        '&a ',
        '*a',
        '<<: ',
        'responseTemplates: ',
        'responses: ',
        'default: ',
        '#',
      ],
      ...[
        'integrationResponses: ',
        'methodResponses: ',
        'gatewayResponses: ',
        'headers: ',
        '!Ref ',
        'Fn::Join: ',
        '\\',
      ],
    );
    const text = fc.array(bits, { maxLength: 30 }).map((parts) => parts.join(''));
    const answer = fc.oneof(text, fc.string());
    fc.assert(
      fc.property(text, text, answer, fc.boolean(), (rules, request, typed, base64) => {
        const doc = document({ rules, request, cases: [{ name: 'a', answer: typed, base64 }] });
        const { scenario, problems, ruleSpans } = readDocument(doc);
        expect(scenario === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
        if (scenario) expect(ruleSpans.length).toBe(scenario.integration.integrationResponses?.length ?? 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('locate', () => {
  const rules = String.raw`
integrationResponses:
  - statusCode: 404
    selectionPattern: '.*it''s.*'
    responseParameters: {method.response.header.X: "'a\"b'"}
    responseTemplates:
      application/json: |
        #set($x = 1)
          { "x": $x }
      text/html: >-
        one
        two
  - statusCode: 200
`;
  const rule = ['integration', 'integrationResponses', 0];
  const json: Place = { in: 'rules', path: [...rule, 'responseTemplates', 'application/json'] };
  const html: Place = { in: 'rules', path: [...rule, 'responseTemplates', 'text/html'] };
  const template = '#set($x = 1)\n  { "x": $x }\n';
  const doc = document({
    rules,
    templates: [{ name: 'x.vtl', text: 'line 1\nline 2' }],
    request: 'headers:\n  Accept: "text\\u002fhtml"\n',
  });

  test.each<[name: string, place: Place, expected: string | undefined]>([
    ['a quoted pattern', { in: 'rules', path: [...rule, 'selectionPattern'] }, "rules: '.*it''s.*'"],
    [
      'a stretch of a quoted pattern',
      { in: 'rules', path: [...rule, 'selectionPattern'], span: { from: 2, to: 6 } },
      "rules: it''s",
    ],
    [
      'a stretch with an escape',
      {
        in: 'rules',
        path: [...rule, 'responseParameters', 'method.response.header.X'],
        span: { from: 2, to: 3 },
      },
      'rules: \\"',
    ],
    ['a reference in a block', { ...json, span: span('$x', 1) }, 'rules: $x'],
    ['a directive in a block', { ...json, span: span('#set($x = 1)') }, 'rules: #set($x = 1)'],
    ['the end of a block line', { ...json, span: { from: 11, to: 12 } }, 'rules: )'],
    [
      'lines of a block',
      { ...json, span: { from: 0, to: template.length - 1 } },
      'rules: #set($x = 1)\n          { "x": $x }',
    ],
    ['a folded word', { ...html, span: { from: 4, to: 7 } }, 'rules: two'],
    ['a whole block', json, 'rules: |'],
    ['a rule', { in: 'rules', path: rule }, 'rules: statusCode: 404'],
    [
      'a member that was not written',
      { in: 'rules', path: [...rule, 'contentHandling'] },
      'rules: statusCode: 404',
    ],
    [
      'a member of a rule that was not written',
      {
        in: 'rules',
        path: ['integration', 'integrationResponses', 1, 'selectionPattern'],
        span: { from: 1, to: 2 },
      },
      'rules: statusCode: 200',
    ],
    ['nothing that was written', { in: 'rules', path: ['gatewayResponses', 'THROTTLED'] }, undefined],
    ['a template', { in: 'template', name: 'x.vtl', span: { from: 5, to: 6 } }, 'template: 1'],
    ['a template as a whole', { in: 'template', name: 'x.vtl' }, 'template: line 1'],
    ['a template that is not there', { in: 'template', name: 'y.vtl' }, undefined],
    [
      'the request',
      { in: 'request', path: ['request', 'headers', 'Accept'], span: { from: 4, to: 5 } },
      'request: \\u002f',
    ],
    ['the payload', { in: 'answer', span: { from: 0, to: 1 } }, 'answer: {'],
  ])('%s', (_, place, expected) => expect(shown(doc, place)).toBe(expected));

  function span(part: string, occurrence = 0): { from: number; to: number } {
    let from = -1;
    for (let count = 0; count <= occurrence; count += 1) from = template.indexOf(part, from + 1);
    return { from, to: from + part.length };
  }

  test('the body of an HTTP message', () => {
    const http = document({
      rules: 'type: HTTP',
      cases: [{ name: 'a', answer: 'HTTP/1.1 200 OK\r\n\r\n{"a": 1}' }],
    });
    expect(shown(http, { in: 'answer', span: { from: 1, to: 4 } })).toBe('answer: "a"');
    expect(shown(http, { in: 'answer', span: { from: 6, to: 99 } })).toBe('answer: 1}');
  });

  test('no place in a body that was written in base64', () => {
    const http = document({ rules: 'type: HTTP', cases: [{ name: 'a', answer: 'aGk=', base64: true }] });
    expect(shown(http, { in: 'answer', span: { from: 0, to: 1 } })).toBeUndefined();
  });
});
