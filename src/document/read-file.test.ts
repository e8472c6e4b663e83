import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GATEWAY_RESPONSE_TYPES } from '../engine/scenario';
import { newDocument } from './changes';
import { readDocumentFile, readDocumentValue } from './read-file';
import * as limits from './schema';

const BASE = { format: 'apigw-response-playground', version: 1, cases: [{ name: 'a', answer: '{}' }] };

const refusal = (value: unknown) => {
  const reading = readDocumentValue(value);
  return reading.ok ? undefined : reading.message;
};

const notes = (parts: object) => {
  const reading = readDocumentValue({ ...BASE, ...parts });
  return reading.ok ? reading.notes : [reading.message];
};

describe('readDocumentValue', () => {
  test('fills in what may be left out', () => {
    expect(readDocumentValue({ ...BASE, cases: [{ name: 'a' }] })).toStrictEqual({
      ok: true,
      document: {
        ...BASE,
        cases: [{ name: 'a', answer: '' }],
        activeCase: 0,
        rules: '',
        templates: [],
        request: '',
      },
      notes: [],
    });
  });

  test('keeps everything the format knows', () => {
    const full = {
      ...BASE,
      title: 'T',
      cases: [
        {
          name: 'a',
          answer: '\ud800 {}',
          functionError: true,
          base64: false,
          latencyInMillis: 12.5,
          gatewayFailure: 'THROTTLED',
          expected: { statusCode: 404, headers: { A: 'b', __proto__x: 'c' }, body: '' },
        },
        { name: 'b', answer: '', expected: {} },
      ],
      activeCase: 1,
      rules: 'r',
      templates: [{ name: 'x.vtl', text: '$x' }],
      request: 'q',
    };
    expect(readDocumentValue(full)).toEqual({ ok: true, document: full, notes: [] });
    expect(readDocumentFile(JSON.stringify(full))).toEqual({ ok: true, document: full, notes: [] });
  });

  test.each<[name: string, value: unknown, message: RegExp]>([
    ['null', null, /^The document has to be an object, but is null\.$/],
    ['a list', [], /has to be an object, but is a list/],
    ['text', 'x', /has to be an object, but is text/],
    ['no format', { version: 1 }, /not a playground document: it has no “format”/],
    ['another format', { ...BASE, format: 'x' }, /its format is “x”, expected “apigw-response-playground”/],
    ['a strange format', { ...BASE, format: { a: 1 } }, /its format is an object/],
    ['no version', { ...BASE, version: undefined }, /version is missing, expected a number such as 1/],
    ['version 0', { ...BASE, version: 0 }, /version is 0/],
    ['version as text', { ...BASE, version: '1' }, /version is “1”/],
    ['version 1.5', { ...BASE, version: 1.5 }, /version is 1\.5/],
    [
      'a newer version',
      { ...BASE, version: 2 },
      /written by a newer playground \(version 2; .* Reload the page/,
    ],
    ['no cases', { ...BASE, cases: undefined }, /cases has to be a list, but is missing/],
    ['empty cases', { ...BASE, cases: [] }, /at least one backend answer/],
    ['too many cases', { ...BASE, cases: Array(65).fill({}) }, /has 65 cases; 64 is the most/],
    ['too many templates', { ...BASE, templates: Array(65).fill({}) }, /has 65 templates; 64 is the most/],
    ['a case that is none', { ...BASE, cases: [5] }, /^cases\[0\] has to be an object, but is a number/],
    [
      'an answer that is none',
      { ...BASE, cases: [{ answer: {} }] },
      /cases\[0\]\.answer has to be text, but is an object/,
    ],
    ['rules that are none', { ...BASE, rules: ['x'] }, /rules has to be text, but is a list/],
    ['a request that is none', { ...BASE, request: 1 }, /request has to be text, but is a number/],
    ['templates that are none', { ...BASE, templates: {} }, /templates has to be a list, but is an object/],
    [
      'a template text that is none',
      { ...BASE, templates: [{ text: false }] },
      /templates\[0\]\.text has to be text, but is a boolean/,
    ],
    ['too much text', { ...BASE, rules: 'x'.repeat(limits.MAX_TEXT_LENGTH) }, /more than 2 MB of text/],
  ])('refuses %s', (_, value, message) => expect(refusal(value)).toMatch(message));

  test.each<[name: string, parts: object, note: RegExp]>([
    ['a title that is none', { title: 5 }, /^The title was left out: it has to be text, but is a number\.$/],
    ['a long title', { title: 'x'.repeat(300) }, /^The title was cut to 200 characters\.$/],
    ['an active case that is not there', { activeCase: 7 }, /^The first case is shown/],
    ['an active case of a strange kind', { activeCase: '__proto__' }, /^The first case is shown/],
    ['an unknown member', { extra: 1 }, /^Left out what is not part of the format: “extra”\.$/],
    ['many unknown members', { a: 1, b: 1, c: 1, d: 1, e: 1 }, /“a”, “b”, “c” and 2 more\.$/],
    [
      'a flag of the wrong kind',
      { cases: [{ name: 'a', base64: 'yes' }] },
      /^cases\[0\]\.base64 was left out: expected true or false, found “yes”\.$/,
    ],
    ['a latency below zero', { cases: [{ name: 'a', latencyInMillis: -1 }] }, /latencyInMillis was left out/],
    [
      'an unknown failure',
      { cases: [{ name: 'a', gatewayFailure: 'toString' }] },
      /gatewayFailure was left out/,
    ],
    [
      'an expectation that is none',
      { cases: [{ name: 'a', expected: 404 }] },
      /^cases\[0\]\.expected was left out/,
    ],
    [
      'an expected status of the wrong kind',
      { cases: [{ name: 'a', expected: { statusCode: '404' } }] },
      /statusCode was left out/,
    ],
    [
      'expected headers of the wrong kind',
      { cases: [{ name: 'a', expected: { headers: { a: 1 } } }] },
      /headers was left out/,
    ],
    ['a case without a name', { cases: [{ name: ' ' }] }, /^cases\[0\] was named “case-1”/],
    [
      'a template name of the wrong kind',
      { templates: [{ name: 5, text: '' }] },
      /^templates\[0\] was named “template-1\.vtl”: its name has to be text/,
    ],
    [
      'two cases of one name',
      { cases: [{ name: 'a' }, { name: 'a' }] },
      /^A second case “a” was renamed to “a-2”\.$/,
    ],
    [
      'two templates of one name',
      { templates: [{ name: 'x.vtl' }, { name: 'x.vtl' }] },
      /renamed to “x-2\.vtl”/,
    ],
  ])('opens %s with a note', (_, parts, note) => {
    expect(notes(parts)).toHaveLength(1);
    expect(notes(parts)[0]).toMatch(note);
  });

  test('never throws, and what it gives is a document it takes again', () => {
    const shape = fc.record(
      {
        format: fc.constantFrom('apigw-response-playground', 'x'),
        version: fc.constantFrom(1, 2, '1'),
        title: fc.anything(),
        cases: fc.oneof(
          fc.anything(),
          fc.array(
            fc.oneof(
              fc.anything(),
              fc.record(
                {
                  name: fc.anything(),
                  answer: fc.string(),
                  expected: fc.anything(),
                  latencyInMillis: fc.anything(),
                },
                { requiredKeys: [] },
              ),
            ),
            { minLength: 1, maxLength: 4 },
          ),
        ),
        activeCase: fc.anything(),
        rules: fc.oneof(fc.string(), fc.anything()),
        templates: fc.oneof(
          fc.array(fc.record({ name: fc.oneof(fc.constant('a'), fc.string()), text: fc.string() }), {
            maxLength: 3,
          }),
          fc.anything(),
        ),
        request: fc.string(),
      },
      { requiredKeys: ['format', 'version'] },
    );
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: shape }, fc.anything()), (value) => {
        const reading = readDocumentValue(value);
        if (!reading.ok) {
          expect(reading.message).toMatch(/[.!?”]$/);
          return;
        }
        expect(readDocumentValue(structuredClone(reading.document))).toEqual({
          ok: true,
          document: reading.document,
          notes: [],
        });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readDocumentFile', () => {
  test.each<[name: string, text: string, message: RegExp]>([
    ['nothing', '', /^The file is empty\.$/],
    ['white space', ' \n', /^The file is empty\.$/],
    ['no JSON', 'hello', /^The file is not JSON, so it is not a document/],
    ['half a file', '{"format": "apigw-resp', /^The file is not JSON, so it is not a document/],
    ['deep nesting', '['.repeat(1_000_000), /nested more than 32 levels deep/],
    [
      'deep nesting in a member',
      `{"a":${'{"a":'.repeat(100)}1${'}'.repeat(101)}`,
      /nested more than 32 levels/,
    ],
    ['13 MB', ' '.repeat(13 * 1024 * 1024), /more than 2 MB of text/],
  ])('refuses %s', (_, text, message) => {
    const reading = readDocumentFile(text);
    expect(reading.ok ? '' : reading.message).toMatch(message);
  });

  test('brackets in texts are no nesting', () => {
    const document = { ...newDocument(), rules: '[{"'.repeat(100) };
    expect(readDocumentFile(JSON.stringify(document))).toMatchObject({ ok: true });
  });

  test('a __proto__ key changes no prototype', () => {
    const text =
      '{"format":"apigw-response-playground","version":1,"__proto__":{"polluted":1},"constructor":{},"cases":[{"name":"a","__proto__":{"answer":5},"expected":{"headers":{"__proto__":"x"}}}]}';
    const reading = readDocumentFile(text);
    if (!reading.ok) throw new Error(reading.message);
    expect(reading.document.cases[0]?.answer).toBe('');
    expect(Object.entries(reading.document.cases[0]?.expected?.headers ?? {})).toEqual([['__proto__', 'x']]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(reading.notes).toHaveLength(2);
  });
});

// ### The published schema

interface Schema {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  maxProperties?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  $defs?: Record<string, Schema>;
}

const schema: Schema = JSON.parse(
  readFileSync(new URL('../../public/schema/document-1.json', import.meta.url), 'utf8'),
);

/** The part of JSON Schema that the file uses. */
function fits(value: unknown, part: Schema): boolean {
  if (part.$ref) return fits(value, schema.$defs![part.$ref.replace('#/$defs/', '')]!);
  if ('const' in part && value !== part.const) return false;
  if (part.enum && !part.enum.includes(value)) return false;
  if (part.type === 'integer' && !Number.isInteger(value)) return false;
  if (part.type === 'array' && !Array.isArray(value)) return false;
  if (part.type === 'object' && (typeof value !== 'object' || value === null || Array.isArray(value)))
    return false;
  if (part.type && /string|number|boolean/.test(part.type) && typeof value !== part.type) return false;
  if (typeof value === 'string') {
    if (value.length < (part.minLength ?? 0) || value.length > (part.maxLength ?? Infinity)) return false;
    return !part.pattern || new RegExp(part.pattern, 'u').test(value);
  }
  if (typeof value === 'number')
    return value >= (part.minimum ?? -Infinity) && value <= (part.maximum ?? Infinity);
  if (Array.isArray(value)) {
    return (
      value.length >= (part.minItems ?? 0) &&
      value.length <= (part.maxItems ?? Infinity) &&
      value.every((item) => fits(item, part.items ?? {}))
    );
  }
  if (typeof value !== 'object' || value === null) return true;
  const entries = Object.entries(value);
  return (
    (part.required ?? []).every((name) => Object.hasOwn(value, name)) &&
    entries.length <= (part.maxProperties ?? Infinity) &&
    entries.every(([name, member]) => {
      const known =
        part.properties && Object.hasOwn(part.properties, name) ? part.properties[name] : undefined;
      if (known) return fits(member, known);
      return (
        part.additionalProperties !== false &&
        fits(member, typeof part.additionalProperties === 'object' ? part.additionalProperties : {})
      );
    })
  );
}

describe('the published schema', () => {
  test('states the limits of the reader', () => {
    expect(schema.properties?.cases?.maxItems).toBe(limits.MAX_CASES);
    expect(schema.properties?.templates?.maxItems).toBe(limits.MAX_TEMPLATES);
    expect(schema.properties?.title?.maxLength).toBe(limits.MAX_TITLE_LENGTH);
    expect(schema.$defs?.case?.properties?.name?.maxLength).toBe(limits.MAX_NAME_LENGTH);
    expect(schema.$defs?.case?.properties?.latencyInMillis?.maximum).toBe(limits.MAX_LATENCY);
    expect(schema.$defs?.expectation?.properties?.headers?.maxProperties).toBe(limits.MAX_EXPECTED_HEADERS);
    expect(schema.$defs?.case?.properties?.gatewayFailure?.enum).toEqual([...GATEWAY_RESPONSE_TYPES]);
  });

  test('fits exactly what the reader takes without a note', () => {
    const or = <Value>(good: fc.Arbitrary<Value>) =>
      fc.oneof(
        { weight: 60, arbitrary: good as fc.Arbitrary<unknown> },
        fc.constantFrom<unknown>(null, 5, true, 'x', '', [], {}),
      );
    const headers = fc.dictionary(fc.string({ minLength: 1 }), or(fc.string()), { maxKeys: 3 });
    const expected = fc.record(
      { statusCode: or(fc.integer({ min: 90, max: 610 })), headers: or(headers), body: or(fc.string()) },
      { requiredKeys: [] },
    );
    const members = {
      answer: or(fc.string()),
      functionError: or(fc.boolean()),
      base64: or(fc.boolean()),
      latencyInMillis: or(fc.integer({ min: -5, max: 4_000_000 })),
      gatewayFailure: or(fc.constantFrom<string>(...GATEWAY_RESPONSE_TYPES)),
      expected: or(expected),
    };
    const name = or(
      fc.oneof(
        fc.stringMatching(/^[a-z]{2,8}$/),
        fc.constantFrom('zz', 'zzz', 'z z', ' ', 'a\nb', 'y'.repeat(121)),
      ),
    );
    const aCase = fc.oneof(
      { weight: 20, arbitrary: fc.record({ name, ...members }, { requiredKeys: ['name'] }) },
      fc.record({ name, extra: fc.constant(1) }),
    );
    const template = fc.record({ name, text: or(fc.string()) }, { requiredKeys: ['name'] });
    const document = fc.record(
      {
        $schema: fc.constant('document-1.json'),
        format: fc.constant('apigw-response-playground'),
        version: fc.oneof({ weight: 20, arbitrary: fc.constant(1) }, fc.constant(2)),
        title: or(fc.stringMatching(/^[a-z]{1,9}$/)),
        cases: or(fc.uniqueArray(aCase, { minLength: 1, maxLength: 2, selector: (one) => one.name })),
        // That the active case exists is beyond a schema.
        activeCase: fc.constantFrom<unknown>(0, 0, 0, 0, 0, 0, -1, 0.5, null, 'x'),
        rules: or(fc.string()),
        templates: or(fc.uniqueArray(template, { maxLength: 2, selector: (one) => one.name })),
        request: or(fc.string()),
      },
      { requiredKeys: ['format', 'version', 'cases'] },
    );
    let taken = 0;
    fc.assert(
      fc.property(document, (value) => {
        const reading = readDocumentValue(value);
        const clean = reading.ok && reading.notes.length === 0;
        if (clean) taken += 1;
        expect(fits(value, schema)).toBe(clean);
      }),
      { numRuns: 1000 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});
