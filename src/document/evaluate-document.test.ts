import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Place } from '../engine';
import { EXAMPLES } from '../examples/catalogue';
import { DEFAULT_EXAMPLE } from '../examples/default-example';
import { newDocument } from './changes';
import { type EditorPlace, placeKey } from './editor-place';
import { evaluateDocument } from './evaluate-document';
import type { PlaygroundDocument } from './model';

/** The text an editor holds. */
function textOf(document: PlaygroundDocument, { editor, template }: EditorPlace): string | undefined {
  if (editor === 'answer') return document.cases[document.activeCase]?.answer;
  if (editor === 'template') return document.templates.find(({ name }) => name === template)?.text;
  return document[editor];
}

function shown(document: PlaygroundDocument, place: EditorPlace | undefined): string | undefined {
  return place && textOf(document, place)?.slice(place.span.from, place.span.to);
}

describe('evaluateDocument', () => {
  const { document } = DEFAULT_EXAMPLE;
  const { outcome, places, ruleSpans } = evaluateDocument(document);
  const at = (place: Place) => shown(document, places[placeKey(place)]);

  test('says where the rules stand, in the order of the verdicts', () => {
    expect(outcome?.rules.map(({ verdict }) => verdict)).toEqual(['default', 'chosen', 'no-match']);
    expect(
      ruleSpans.map(({ from }) => document.rules.slice(from).split(' #')[0]?.split('\n')[0]?.trim()),
    ).toEqual(['statusCode: 200', 'statusCode: 404', 'statusCode: 504']);
  });

  test('says where the compared text stands', () => {
    expect(at({ in: 'answer', span: outcome!.subject!.span! })).toMatch(
      /^"\{\\"code\\":\\"OrderNotFound\\".*\}"$/,
    );
  });

  test('says where a header comes from', () => {
    const header = outcome?.response.headers.find(({ name }) => name === 'X-Error-Code');
    expect(header?.origin.kind === 'mapping' && header.origin.place && at(header.origin.place)).toBe(
      'integration.response.body.errorMessage.code',
    );
  });

  test('says where each piece of the body was written', () => {
    const pieces = outcome?.template?.pieces?.filter(({ kind }) => kind === 'value') ?? [];
    const template = outcome!.template!.place!;
    expect(pieces.map((piece) => at({ ...template, span: piece.template }))).toEqual([
      '$error.code',
      `$util.escapeJavaScript($error.message).replaceAll("\\\\'", "'")`,
      '$error.orderId',
      '$context.requestId',
    ]);
  });

  test('finds the pieces of a template that stands in the rules', () => {
    const inline = {
      ...newDocument(),
      cases: [{ name: 'a', answer: '{"name": "Anna"}' }],
      rules: `- statusCode: 200
  responseTemplates:
    application/json: |
      #set($name = $input.path('$.name'))
        {"hello": "$name"}
`,
    };
    const evaluation = evaluateDocument(inline);
    const { template } = evaluation.outcome!;
    const values = template!.pieces!.filter(({ kind }) => kind === 'value');
    expect(
      values.map((piece) =>
        shown(inline, evaluation.places[placeKey({ ...template!.place!, span: piece.template })]),
      ),
    ).toEqual(['$name']);
    expect(evaluation.outcome?.response.body.text).toBe('  {"hello": "Anna"}\n');
  });

  test('puts the engine’s problems at their places', () => {
    const broken = {
      ...newDocument(),
      rules: '- statusCode: 404\n  selectionPattern: "a\\\\(b"\n',
      templates: [{ name: 'x.vtl', text: '#if(' }],
    };
    const { problems } = evaluateDocument(broken);
    const invalid = problems.find(
      ({ place }) => place?.editor === 'rules' && shown(broken, place) !== undefined,
    );
    expect(invalid?.severity).toBe('error');
    expect(broken.rules).toContain(shown(broken, invalid?.place));
  });

  test('evaluates the case it is asked for', () => {
    expect(evaluateDocument(document, 1).outcome?.response.statusCode).toBe(200);
    expect(evaluateDocument(document, 2).outcome?.response.statusCode).toBe(504);
  });

  test('has no outcome while a text is unreadable, and says why', () => {
    const { outcome: none, problems } = evaluateDocument({ ...document, rules: 'type: [' });
    expect(none).toBeUndefined();
    expect(problems[0]).toMatchObject({ severity: 'error', when: 'input', place: { editor: 'rules' } });
  });

  test('never throws, and every place lies in its text, however an example is changed', () => {
    const pieces = [
      '"',
      "'",
      '{',
      '}',
      '\n',
      '$',
      '#',
      '#if(',
      '#end',
      '(',
      ')',
      '\\',
      ': ',
      '- ',
      '0',
      'x',
      '',
      '  ',
    ];
    const edit = fc.record({
      text: fc.constantFrom('answer', 'rules', 'request', 'template'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.nat({ max: 6 }),
      put: fc.constantFrom(...pieces),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...EXAMPLES),
        fc.nat(5),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (example, index, edits) => {
          const changed = structuredClone(example.document);
          changed.activeCase = index % changed.cases.length;
          const active = changed.cases[changed.activeCase]!;
          for (const { text, at: where, drop, put } of edits) {
            const change = (old: string) => {
              const from = Math.floor(where * old.length);
              return old.slice(0, from) + put + old.slice(from + drop);
            };
            if (text === 'answer') active.answer = change(active.answer);
            else if (text !== 'template') changed[text] = change(changed[text]);
            else for (const template of changed.templates) template.text = change(template.text);
          }
          const evaluation = evaluateDocument(changed);
          const errors = evaluation.problems.filter(
            ({ severity, when }) => severity === 'error' && when === 'input',
          );
          expect(evaluation.outcome === undefined).toBe(errors.length > 0);
          const found = [
            ...Object.values(evaluation.places),
            ...evaluation.problems.flatMap(({ place }) => place ?? []),
          ];
          for (const place of found) {
            const text = textOf(changed, place);
            expect(text).toBeDefined();
            expect(place.span.from).toBeGreaterThanOrEqual(0);
            expect(place.span.to).toBeGreaterThanOrEqual(place.span.from);
            expect(place.span.to).toBeLessThanOrEqual(text!.length);
          }
        },
      ),
      { numRuns: 500 },
    );
  }, 60_000);
});
