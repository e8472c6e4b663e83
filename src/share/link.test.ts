import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newDocument } from '../document/changes';
import type { PlaygroundDocument } from '../document/model';
import { MAX_TEXT_LENGTH } from '../document/schema';
import { decodeDocument, documentAddress, encodeDocument, hashParameters, MAX_LINK_LENGTH } from './link';

const base64Url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const packed = (text: string | Uint8Array) => `#d=1.${base64Url(deflateSync(text))}`;
const stored = (text: string | Uint8Array) => `#d=0.${base64Url(Buffer.from(text))}`;
const withMembers = (members: object) => packed(JSON.stringify({ ...newDocument(), ...members }));
const whole = packed(JSON.stringify(newDocument()));

const DAMAGED =
  /^The link is damaged: part of it is missing or was changed on the way\. Copy it again, whole\.$/;
const TOO_DEEP = /^The document in the link is nested more than 32 levels deep/;

describe('a link that cannot be opened says why', () => {
  test.each<[name: string, hash: string, message: RegExp]>([
    ['nothing after d=', '#d=', /ends where its document should begin/],
    ['d without a value', '#d', /ends where its document should begin/],
    ['nothing after the header', '#d=1.', /ends where its document should begin/],
    ['nothing after the header, stored', '#d=0.', /ends where its document should begin/],
    ['no header', '#d=abc', /^The link does not hold a playground document: it has to begin with “#d=1\.”/],
    ['a header of letters', '#d=x.abc', /does not hold a playground document/],
    ['a header without a number', '#d=.abc', /does not hold a playground document/],
    ['a negative version', '#d=-1.abc', /does not hold a playground document/],
    ['a newer form', '#d=2.abc', /^The link was made by a newer playground \(form 2\)\. Reload the page/],
    ['a form of many digits', `#d=${'9'.repeat(5000)}.abc`, /newer playground \(form 999999999\)/],
    ['strange characters', '#d=1.abc$def*', DAMAGED],
    ['blanks inside', '#d=1.abcd efgh', DAMAGED],
    ['HTML', '#d=1.<img src=x onerror=alert(1)>', DAMAGED],
    ['broken percent signs', '#d=1.%E0%A4%A', DAMAGED],
    ['base64 of an impossible length', '#d=1.abcde', DAMAGED],
    [
      'noise',
      `#d=1.${base64Url(Uint8Array.from({ length: 300 }, (_, at) => (at * 7919 + 13) % 256))}`,
      DAMAGED,
    ],
    ['a link cut in half', whole.slice(0, whole.length / 2), DAMAGED],
    ['a link cut by four characters', whole.slice(0, -4), DAMAGED],
    ['a link with a changed letter', whole.replace(/.(.{20})$/, (_, end) => `-${end}`), DAMAGED],
    ['bytes that are not UTF-8', packed(Uint8Array.of(0xff, 0xfe, 0x22)), DAMAGED],
    ['bytes that are not UTF-8, stored', stored(Uint8Array.of(0xc3)), DAMAGED],
    ['nothing, deflated', packed(''), /^The document in the link is empty/],
    ['no JSON', packed('hello'), /^The document in the link is not JSON/],
    ['no JSON, stored', stored('{"format":'), /^The document in the link is not JSON/],
    ['a JSON number', packed('5'), /has to be an object, but is a number/],
    ['a JSON list', packed('[]'), /has to be an object, but is a list/],
    ['null', packed('null'), /has to be an object, but is null/],
    ['an empty object', packed('{}'), /is not a playground document/],
    ['another format', withMembers({ format: 'rego-playground' }), /its format is “rego-playground”/],
    ['a newer version', withMembers({ version: 2 }), /written by a newer playground \(version 2/],
    ['a version of text', withMembers({ version: '1' }), /version is “1”/],
    ['a huge version', withMembers({ version: 1e300 }), /newer playground/],
    ['no cases', withMembers({ cases: [] }), /at least one backend answer/],
    ['cases of another kind', withMembers({ cases: { length: 1 } }), /cases has to be a list/],
    ['a million cases', withMembers({ cases: Array(1e6).fill(0) }), /1000000 cases; 64 is the most/],
    [
      'an answer of another kind',
      withMembers({ cases: [{ name: 'a', answer: { toString: 'x' } }] }),
      /has to be text/,
    ],
    ['rules of another kind', withMembers({ rules: { toString: 1 } }), /rules has to be text/],
    [
      'a template of 10 MB',
      withMembers({ templates: [{ name: 'a', text: 'x'.repeat(10_000_000) }] }),
      /unpacks to more than 4 MB/,
    ],
    [
      'a template of 3 MB',
      withMembers({ templates: [{ name: 'a', text: 'x'.repeat(3_000_000) }] }),
      /more than 2 MB of text/,
    ],
    ['a bomb of 100 MB', packed(Buffer.alloc(100_000_000, 0x20)), /unpacks to more than 4 MB, the most/],
    ['brackets without end', packed('['.repeat(1_000_000)), TOO_DEEP],
    ['objects without end', packed('{"a":'.repeat(500_000)), TOO_DEEP],
    [
      'a __proto__ in place of members',
      packed(
        '{"__proto__":{"format":"apigw-response-playground","version":1,"cases":[{"name":"a","answer":""}]}}',
      ),
      /is not a playground document/,
    ],
    ['a link over the limit', `#d=1.${'A'.repeat(MAX_LINK_LENGTH)}`, /too long to be opened/],
    ['a parameter of that name twice', '#d=x&d=1.abc', /does not hold a playground document/],
  ])('%s', async (_, hash, message) => {
    const reading = await decodeDocument(hash);
    expect(reading?.ok).toBe(false);
    expect(reading && !reading.ok && reading.message).toMatch(message);
    expect(({} as { format?: string }).format).toBeUndefined();
  });

  test.each(['', '#', '#about', '#theme=dark', '#D=1.x', '#&&=&'])('%j holds no document', async (hash) => {
    expect(await decodeDocument(hash)).toBeUndefined();
  });

  test('nothing that stands after # throws', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('#d=1.', 'd=0.', '&', '%', whole, whole.slice(0, 90), '.', '='),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 5 }), async (pieces) => {
        const reading = await decodeDocument(pieces.join(''));
        if (reading && !reading.ok) expect(reading.message).toMatch(/[.”]$/);
      }),
      { numRuns: 500 },
    );
  });

  test('no change of one letter opens to another document', async () => {
    const document = { ...newDocument(), rules: 'type: HTTP\n# some words to be changed on the way\n' };
    const link = await encodeDocument(document);
    const letter = fc.constantFrom(...'ABCxyz019-_');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: link.length - 1 }), letter, async (at, char) => {
        const reading = await decodeDocument(link.slice(0, at) + char + link.slice(at + 1));
        // The last letter has bits to spare.
        if (reading?.ok) expect(reading.document).toEqual(document);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a link opens to the document it was made of', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('\ud83d', '\ude00', '\ud800', '😀', '\0', '\r\n', '"', '\\', 'é', '\u2028', 'a'),
    }),
  );
  const name = fc.stringMatching(/^[a-z]{1,8}$/);
  const document: fc.Arbitrary<PlaygroundDocument> = fc.record({
    format: fc.constant('apigw-response-playground'),
    version: fc.constant(1),
    cases: fc.uniqueArray(fc.record({ name, answer: text }), {
      minLength: 1,
      maxLength: 4,
      selector: (one) => one.name,
    }),
    activeCase: fc.constant(0),
    rules: text,
    templates: fc.uniqueArray(fc.record({ name, text }), { maxLength: 3, selector: (one) => one.name }),
    request: text,
  });

  test('whatever its texts hold, lone surrogates included', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (original) => {
        const hash = await encodeDocument(original);
        expect(hash).toMatch(/^d=1\.[A-Za-z0-9_-]+$/);
        expect(await decodeDocument(`#${hash}`)).toEqual({ ok: true, document: original, notes: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('with a megabyte of text that hardly packs', async () => {
    let seed = 1;
    const noise = Array.from({ length: 1_000_000 }, () => {
      seed = (seed * 48271) % 2147483647;
      return String.fromCharCode(32 + (seed % 95));
    }).join('');
    const original = { ...newDocument(), rules: noise };
    expect(await decodeDocument(await encodeDocument(original))).toEqual({
      ok: true,
      document: original,
      notes: [],
    });
  });

  test('with as much text as a document can hold', async () => {
    const original = {
      ...newDocument(),
      cases: [{ name: 'a', answer: '' }],
      rules: 'x'.repeat(MAX_TEXT_LENGTH),
    };
    const reading = await decodeDocument(await encodeDocument(original));
    expect(reading?.ok).toBe(true);
  });

  test.each(['.', ')', ').', '>', '",'])('with %j behind it, as chat programs leave it', async (end) => {
    expect(await decodeDocument(whole + end)).toMatchObject({ ok: true });
  });

  test('with percent escapes, as some programs write them', async () => {
    expect(await decodeDocument(whole.replace('1.', '1%2E'))).toMatchObject({ ok: true });
  });

  test('among other parameters', async () => {
    expect(await decodeDocument(`#theme=dark&${whole.slice(1)}&mode=readonly`)).toMatchObject({ ok: true });
  });

  test('at an address whose own # part is replaced', async () => {
    const address = await documentAddress('https://example.org/a/?x=1#old', newDocument());
    expect(address.startsWith('https://example.org/a/?x=1#d=1.')).toBe(true);
    expect(await decodeDocument(new URL(address).hash)).toMatchObject({ ok: true, document: newDocument() });
  });
});

describe('in a browser that cannot deflate', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('a link is written unpacked and opens', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    vi.stubGlobal('DecompressionStream', undefined);
    const hash = await encodeDocument(newDocument());
    expect(hash).toMatch(/^d=0\./);
    expect(await decodeDocument(hash)).toEqual({ ok: true, document: newDocument(), notes: [] });
    const reading = await decodeDocument(whole);
    expect(reading && !reading.ok && reading.message).toMatch(/browser cannot unpack/);
  });
});

test.each<[hash: string, parameters: [string, string][]]>([
  [
    '#a=1&b=2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['a=1', [['a', '1']]],
  ['#a=1&a=2', [['a', '1']]],
  ['#a', [['a', '']]],
  ['#a=b=c', [['a', 'b=c']]],
  ['#a=%41%', [['a', '%41%']]],
  ['#__proto__=1', [['__proto__', '1']]],
  ['', []],
])('hashParameters(%j)', (hash, parameters) => {
  expect([...hashParameters(hash)]).toEqual(parameters);
});
