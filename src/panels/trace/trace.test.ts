import { describe, expect, test } from 'vitest';
import { newDocument } from '../../document/changes';
import { evaluateDocument } from '../../document/evaluate-document';
import type { PlaygroundDocument } from '../../document/model';
import type { Shown } from '../../store/outcome-slice';
import type { ResponsePart } from '../../store/trace';
import { originOf } from './part-origin';
import { describeReached, reachedFrom } from './reached-parts';

const ANSWER = '{"errorMessage": "NotFound: order 7", "items": [{"id": 1}, {"id": 2}], "code": 404}';

const TEMPLATE = `#set($e = $input.path('$'))
#set($context.responseOverride.header.X-Tier = $stageVariables.tier)
{"message": "$e.errorMessage", "kind": "$e.errorMessage.split(':')[0]",
"ids": [#foreach($i in $e.items)$i.id#if($foreach.hasNext),#end#end]}`;

const DOCUMENT: PlaygroundDocument = {
  ...newDocument(),
  cases: [{ name: 'a', answer: ANSWER }],
  rules: `- statusCode: 200
- statusCode: 404
  selectionPattern: NotFound.*
  responseParameters:
    method.response.header.X-Code: integration.response.body.code
  responseTemplates:
    application/json: a.vtl
`,
  templates: [{ name: 'a.vtl', text: TEMPLATE }],
  request: 'stageVariables:\n  tier: gold\n',
};

function shownFor(document: PlaygroundDocument): Shown {
  const evaluation = evaluateDocument(document);
  if (!evaluation.outcome) throw new Error(evaluation.problems[0]?.message);
  return { outcome: evaluation.outcome, evaluation, document };
}

function withTemplate(text: string): Shown {
  return shownFor({ ...DOCUMENT, templates: [{ name: 'a.vtl', text }] });
}

function words(shown: Shown, part: ResponsePart): string | undefined {
  return originOf(shown, part)
    ?.words.map(({ text, place }) => (place ? `[${text}]` : text))
    .join('');
}

/** The piece of the body that begins with this text. */
function piece(shown: Shown, text: string): ResponsePart {
  const { body } = shown.outcome.response;
  const at = body.text?.indexOf(text);
  const index = body.pieces?.findIndex(({ output }) => output.from === at) ?? -1;
  if (index < 0) throw new Error(`No piece begins with ${text}.`);
  return { kind: 'piece', index };
}

function header(shown: Shown, wanted: string): ResponsePart {
  return { kind: 'header', index: shown.outcome.response.headers.findIndex(({ name }) => name === wanted) };
}

describe('where a part came from', () => {
  const shown = shownFor(DOCUMENT);

  test.each<[string, ResponsePart, string]>([
    [
      'a value',
      piece(shown, 'NotFound: order'),
      '“NotFound: order 7”: read from [$.errorMessage] · [a.vtl, line 3]',
    ],
    [
      'a value a method made',
      piece(shown, 'NotFound",'),
      '“NotFound”: computed from [$.errorMessage], named as a whole · [a.vtl, line 3]',
    ],
    ['a round of a loop', piece(shown, '2]'), '“2”: read from [$.items[1].id] · [a.vtl, line 4]'],
    ['text', piece(shown, '{"message'), '“{"message": "”: text of [a.vtl, line 3]'],
    [
      'the status',
      { kind: 'status' },
      '404: statusCode of [rules, line 2] · its pattern matches [the errorMessage]',
    ],
    [
      'a mapped header',
      header(shown, 'X-Code'),
      'X-Code: mapped from [integration.response.body.code] · read from [$.code]',
    ],
    [
      'an overridden header',
      header(shown, 'X-Tier'),
      'X-Tier: set by [a.vtl, line 2] · read from stage variable [tier]',
    ],
  ])('%s', (_, part, expected) => {
    expect(words(shown, part)).toBe(expected);
  });

  test('the places are those of the text that wrote it and of the value', () => {
    const origin = originOf(shown, piece(shown, '2]'));
    const cut = (text: string, span: { from: number; to: number }) => text.slice(span.from, span.to);
    expect(origin?.written && cut(TEMPLATE, origin.written.span)).toBe('$i.id');
    expect(origin?.read && cut(ANSWER, origin.read.place.span)).toBe('2');
    expect(origin?.read?.hover).toBe('Read from $.items[1].id');
    expect(origin?.way.map(({ span }) => cut(TEMPLATE, span).trim())).toEqual([
      "#set($e = $input.path('$'))",
      '#foreach($i in $e.items)',
    ]);
  });

  test.each([
    [
      "#set($context.responseOverride.status = $input.path('$.code') + 1)",
      '405: set by [a.vtl, line 1] · computed from [$.code], named as a whole',
    ],
    ['#set($context.responseOverride.status = 410)', '410: set by [a.vtl, line 1] · read from [a constant]'],
  ])('a status that %s', (template, expected) => {
    expect(words(withTemplate(template), { kind: 'status' })).toBe(expected);
  });

  test.each([
    ['$context.requestId', 'read from $context.requestId · [a.vtl, line 1]'],
    ["$util.base64Encode('x')", 'read from [a constant] · [a.vtl, line 1]'],
    ['#define($d)$input.path("$.code")#end$d', 'read from [$.code] · [a.vtl, line 1]'],
    [
      '#set($s = "$input.path(\'$.code\')/$stageVariables.tier")$s',
      'computed from [$.code] and other values · [a.vtl, line 1]',
    ],
    ['#set($x = $util.parseJson(\'{"a": 1}\'))$x.a', 'read from [a constant] · [a.vtl, line 1]'],
    ['#foreach($i in [1..1])$foreach.count#end', 'printed by [a.vtl, line 1]'],
  ])('the value of %s', (template, expected) => {
    const shown = withTemplate(template);
    expect(words(shown, { kind: 'piece', index: 0 })).toMatch(/^“.*”: /);
    expect(words(shown, { kind: 'piece', index: 0 })?.replace(/^“.*?”: /, '')).toBe(expected);
  });

  test('a default rule, a backend’s header, an answer of API Gateway’s own', () => {
    const byDefault = shownFor({ ...DOCUMENT, cases: [{ name: 'a', answer: '{}' }] });
    expect(words(byDefault, { kind: 'status' })).toBe(
      '200: statusCode of [rules, line 1] · the default rule',
    );
    const none = shownFor({ ...DOCUMENT, rules: '- statusCode: 404\n  selectionPattern: x\n' });
    expect(words(none, { kind: 'status' })).toMatch(/^500: API Gateway answers itself with /);
  });

  test('a part the response no longer has', () => {
    expect(originOf(shown, { kind: 'piece', index: 9999 })).toBeUndefined();
    expect(originOf(shown, { kind: 'header', index: 9999 })).toBeUndefined();
  });
});

describe('where a place went', () => {
  const shown = shownFor(DOCUMENT);
  const texts = { answer: ANSWER, template: TEMPLATE, request: DOCUMENT.request, rules: DOCUMENT.rules };

  /** What the response shows of the place where `found` begins, `skip` characters on. */
  function reached(editor: keyof typeof texts, found: string, skip = 1, length = 0): string | undefined {
    const from = texts[editor].indexOf(found) + skip;
    const cursor = {
      editor,
      span: { from, to: from + length },
      ...(editor === 'template' && { template: 'a.vtl' }),
    };
    const parts = reachedFrom(shown, cursor);
    if (!parts) return undefined;
    const { body, headers } = shown.outcome.response;
    return [
      ...(parts.status ? ['status'] : []),
      ...[...parts.headers].map((index) => headers[index]?.name),
      ...[...parts.pieces].map((index) => {
        const { output } = body.pieces![index]!;
        return body.text?.slice(output.from, output.to);
      }),
    ].join(' | ');
  }

  test.each<[string, keyof typeof texts, string, number, string | undefined]>([
    ['a value, and what was made of it', 'answer', '"NotFound', 3, 'NotFound: order 7 | NotFound'],
    ['an element of a list', 'answer', '2}', 0, '2'],
    ['a value a header was mapped from', 'answer', '404', 1, 'X-Code'],
    ['the name of a value', 'answer', '"errorMessage"', 4, 'NotFound: order 7 | NotFound'],
    ['the name of what a loop went through', 'answer', '"items"', 4, undefined],
    ['a colon inside a text', 'answer', ': order', 0, 'NotFound: order 7 | NotFound'],
    ['an assignment', 'template', '#set($e', 3, 'NotFound: order 7 | NotFound | 1 | 2'],
    ['the head of a loop', 'template', '$i in', 1, '1 | 2'],
    ['a reference in a loop', 'template', '$i.id', 2, '1 | 2'],
    ['text of the template', 'template', '"ids"', 2, '",\n"ids": ['],
    ['an override', 'template', '#set($context', 3, 'X-Tier'],
    ['a stage variable', 'request', 'gold', 2, 'X-Tier'],
    ['a mapping', 'rules', 'integration.response', 5, 'X-Code'],
    ['the rule', 'rules', 'statusCode: 404', 3, 'status'],
    ['another rule', 'rules', 'statusCode: 200', 3, undefined],
  ])('%s', (_, editor, found, skip, expected) => {
    expect(reached(editor, found, skip)).toBe(expected);
  });

  test('a selection reaches all it touches; a cursor at an end belongs to what begins there', () => {
    expect(reached('answer', '[{"id"', 0, 24)).toBe('1 | 2');
    expect(reached('template', '$e.errorMessage"', 0)).toBe('NotFound: order 7');
    expect(reached('answer', '404', 3)).toBe('X-Code');
  });

  test('in words', () => {
    const none = { status: false, headers: new Set<number>(), pieces: new Set<number>() };
    const say = (parts: Partial<typeof none>) => describeReached({ ...none, ...parts }, shown);
    expect(say({ pieces: new Set([1]) })).toBe('Went to one place of the body.');
    expect(say({ status: true, headers: new Set([0]), pieces: new Set([1, 2]) })).toMatch(
      /^Went to the status, the header \S+ and 2 places of the body\.$/,
    );
    expect(say({ headers: new Set([0, 1, 2, 3]) })).toBe('Went to 4 headers.');
  });
});
