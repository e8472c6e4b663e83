import { describe, expect, test } from 'vitest';
import { evaluateDocument } from '../document/evaluate-document';
import type { Expectation } from '../document/model';
import { readDocumentFile } from '../document/read-file';
import type { ClientResponse } from '../engine';
import { EXAMPLES } from './catalogue';
import { DEFAULT_EXAMPLE } from './default-example';
import { EXAMPLE_GROUPS } from './example';

const CASES = EXAMPLES.flatMap(({ id, document }) =>
  document.cases.map((one, index) => ({ id, name: one.name, document, index, expected: one.expected })),
);

describe('every case keeps its promise', () => {
  test.each(CASES)('$id: $name', ({ document, index, expected }) => {
    const { outcome, problems } = evaluateDocument(document, index);
    expect(problems.filter(({ when }) => when === 'input')).toEqual([]);
    expect(promised(outcome!.response, expected!)).toEqual({ ...expected, body: readable(expected!.body) });
  });
});

/** Of a response what the expectation speaks of. */
function promised(response: ClientResponse, expected: Expectation): unknown {
  const header = (name: string) =>
    response.headers.find((sent) => sent.name.toLowerCase() === name.toLowerCase())?.value;
  return {
    ...(expected.statusCode !== undefined && { statusCode: response.statusCode }),
    ...(expected.headers && {
      headers: Object.fromEntries(Object.keys(expected.headers).map((name) => [name, header(name)])),
    }),
    body: expected.body === undefined ? undefined : readable(response.body.text),
  };
}

/** JSON as its value, so that spacing does not count. */
function readable(text: string | undefined): unknown {
  try {
    return { json: JSON.parse(text ?? '') };
  } catch {
    return text;
  }
}

describe('the catalogue', () => {
  test('begins with the example the page opens with', () => {
    expect(EXAMPLES[0]).toBe(DEFAULT_EXAMPLE);
  });

  test('has examples for every group, together and in the order of the menu', () => {
    const groups = EXAMPLES.map(({ group }) => group);
    expect([...new Set(groups)]).toEqual([...EXAMPLE_GROUPS]);
    expect(groups).toEqual(EXAMPLE_GROUPS.flatMap((group) => groups.filter((other) => other === group)));
  });

  test('names every example once', () => {
    expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length);
    expect(new Set(EXAMPLES.map(({ title }) => title)).size).toBe(EXAMPLES.length);
  });

  test.each(EXAMPLES.map((example) => [example.id, example] as const))(
    '%s is well written',
    (id, example) => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(example.title.length).toBeLessThanOrEqual(48);
      expect(example.summary).toMatch(/^[A-Z$#].{20,180}\.$/);
      expect(example.document.cases.every(({ expected }) => expected?.statusCode !== undefined)).toBe(true);
      expect(readDocumentFile(JSON.stringify(example.document))).toEqual({
        ok: true,
        document: example.document,
        notes: [],
      });
    },
  );

  test.each(EXAMPLES.map(({ id, document }) => [id, document] as const))(
    '%s uses all its templates',
    (_, document) => {
      for (const { name } of document.templates) expect(document.rules).toContain(name);
    },
  );
});
