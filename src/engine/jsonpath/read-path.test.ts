import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../json/parse-json';
import { compilePath } from './compile-path';
import { evaluatePath, spanOfFound } from './evaluate-path';
import { readPath } from './read-path';

const body = '{"a":{"b":[1,2,{"c":3}]},"s":"x/y","n":null,"l":[{"v":1,"t":"p"},{"v":2},{"t":"q"}]}';

function answer(path: string, json = body): string {
  const result = readPath(path, json);
  return result.ok ? result.json : `${result.error.type}: ${result.error.message}`;
}

describe('paths', () => {
  test.each([
    ['$.a.b[2].c', '3'],
    ['a.b[0]', '1'],
    ["$['a']['b'][1]", '2'],
    ['$.s', '"x/y"'],
    ['$.n', 'null'],
    ['$.a.b[*]', '[1,2,{"c":3}]'],
    ['$..c', '[3]'],
    ['$.l[*].v', '[1,2]'],
    ["$.l[0]['v','t']", '{"v":1,"t":"p"}'],
    ['$.a.b[0,2]', '[1,{"c":3}]'],
    ['$.a.b[-2:]', '[2,{"c":3}]'],
    ['$.a.b[(@.length-1)]', '{"c":3}'],
    ['$.x[*]', '[]'],
    ['$.x', "PathNotFoundException: No results for path: $['x']"],
    ['$.x.y', "PathNotFoundException: Missing property in path $['x']"],
    ['$.s.y', "PathNotFoundException: Property ['y'] not found in path $['s']"],
    ['$.a.b[9]', "PathNotFoundException: Index out of bounds when evaluating path $['a']['b'][9]"],
    ['$.s[0]', 'InvalidPathException: Filter: [0] can only be applied to arrays. Current context is: x/y'],
    [
      '$["a"]',
      'InvalidPathException: com.jayway.jsonpath.InvalidPathException: Could not analyze path component: ["a"]',
    ],
    ['$.a b', 'InvalidPathException: com.jayway.jsonpath.InvalidPathException: Space not allowed in path'],
    ['$.a.', 'InvalidPathException: java.lang.StringIndexOutOfBoundsException: String index out of range: 4'],
  ])('%s', (path, expected) => expect(answer(path)).toBe(expected));
});

describe('filters', () => {
  test.each([
    ['$.l[?(@.v)].v', '[1,2]'],
    ['$.l[?(!@.v)]', '[{"t":"q"}]'],
    ["$.l[?(@.t == 'p')].v", '[1]'],
    ["$.l[?(@.v == '2')].v", '[2]'],
    ['$.l[?(@.v > 1)].v', '[2]'],
    ['$.l[?(1 == @.v)]', '[]'],
    ['$.l[?(@.t != 1)].t', '["p","q"]'],
    ['$.l[?(@.t =~ /[pq]/)].t', '["p","q"]'],
    ['$.l[?(@.t =~ /P/i)].t', '["p"]'],
    ['$.l[?(@.v == 1 || @.v == 2 && @.t)].v', '[1]'],
    [
      '$.l[?(@.v == "2")]',
      'NumberFormatException: Character " is neither a decimal digit number, decimal point, nor "e" notation exponential mark.',
    ],
  ])('%s', (path, expected) => expect(answer(path)).toBe(expected));
});

describe('places', () => {
  test.each([
    ['$.a.b[2].c', '3'],
    ['$.a', '{"b":[1,2,{"c":3}]}'],
    ['$.s', '"x/y"'],
    ['$', body],
  ])('%s stands where it was read', (path, text) => {
    const { span } = readPath(path, body);
    expect(span && body.slice(span.from, span.to)).toBe(text);
  });

  test.each(['$..c', "$.l[0]['v','t']", '$.x'])('%s has none', (path) => {
    expect(readPath(path, body).span).toBeUndefined();
  });

  test('a body that is one string', () => {
    const { span } = readPath('$', ' plain text ');
    expect(span).toEqual({ from: 1, to: 11 });
  });

  test('every result of an indefinite path', () => {
    const compiled = compilePath('$.l[*].v');
    const parsed = parseJson(body);
    if (!compiled.ok || !parsed.ok) throw new Error('both are right');
    const result = evaluatePath(compiled.path, parsed.value);
    const spans = result.ok ? result.found.map((found) => spanOfFound(found, parsed.document)) : [];
    expect(spans.map((span) => span && body.slice(span.from, span.to))).toEqual(['1', '2']);
  });

  test.each([
    ['$.a.b c', 5],
    ['a.b c', 3],
    ["$['a", 1],
  ])('%s fails at %d', (path, offset) => {
    expect(readPath(path, body)).toMatchObject({ ok: false, error: { stage: 'compile', offset } });
  });

  test('a body that does not parse', () => {
    expect(readPath('$.a', '{"a":}')).toMatchObject({
      error: { stage: 'parse', type: 'InvalidJsonException', offset: 5 },
    });
  });
});

describe('what newer versions answer', () => {
  test.each([
    ['$.l.length()', '3'],
    ['$.a.b[-1]', '{"c":3}'],
    ['$["s"]', '"x/y"'],
    ['$.l[?(1 == @.v)].v', '[1]'],
    ['$.l[?(@.t == "p")].v', '[1]'],
    ["$.l[?(@.t in ['p','z'])].v", '[1]'],
    ['$..v.sum()', '3.0'],
    ['$.l[?(!(@.v == 1))].t', '["q"]'],
  ])('%s', (path, expected) => {
    const { newer } = readPath(path, body);
    expect(newer?.ok && newer.json).toBe(expected);
  });

  test.each(['$.a', '$..c', '$.l[?(@.v > 1)].v'])('%s is the same in both', (path) => {
    expect(readPath(path, body).newer).toBeUndefined();
  });
});

describe('paths that would run away', () => {
  const deep = `${'{"a":'.repeat(1900)}1${'}'.repeat(1900)}`;
  const wide = JSON.stringify(
    Array.from({ length: 300 }, (_, i) => ({ a: Array.from({ length: 30 }, () => i) })),
  );
  test.each([
    ['$..*', deep],
    ['$..a..a..a..a', deep],
    ['$..*..*..*..*', wide],
    [`$${'..*'.repeat(400)}`, wide],
    [`$${'[0]$'.repeat(240)}`, '[1]'],
    [`$${'.a'.repeat(100_000)}`, deep],
    [`$${'[?(@'.repeat(10_000)}`, wide],
    [`$[?(${'('.repeat(100_000)}@.a)]`, wide],
    [`$[?(${'@.a && '.repeat(20_000)}@.a)]`, wide],
    ['$[*][?(@.a =~ /(x+x+)+y/)]', JSON.stringify([{ a: 'x'.repeat(60) }])],
  ])('%#', (path, json) => {
    const before = performance.now();
    const result = readPath(path, json);
    expect(performance.now() - before).toBeLessThan(4000);
    if (!result.ok) expect(result.error.message).not.toBe('');
  });
});

const names = fc.constantFrom(
  '.a',
  '.b',
  "['a']",
  '[0]',
  '[-1]',
  '[*]',
  '.*',
  '..a',
  '..*',
  '[1:]',
  '[?(@.a)]',
  "[?(@.a == 'x')]",
  '.length()',
);
const noise = fc.string({ unit: fc.constantFrom(...'$@.[]()?*\'",:=!<>&|/~ \\ab10-'), maxLength: 30 });
const paths = fc.oneof(
  fc.array(names, { maxLength: 6 }).map((steps) => `$${steps.join('')}`),
  noise,
);
const bodies = fc.oneof(
  fc.json(),
  fc.json().map((json) => json.replaceAll(/"\w*"/g, '"a"')),
  noise,
);

describe('for any path and body', () => {
  test('the answer comes, the same way twice, with its places inside the texts', () => {
    fc.assert(
      fc.property(paths, bodies, (path, json) => {
        const result = readPath(path, json);
        expect(readPath(path, json)).toEqual(result);
        if (result.span) {
          expect(result.span.from).toBeLessThanOrEqual(result.span.to);
          expect(result.span.to).toBeLessThanOrEqual(json.length);
        }
        if (!result.ok && result.error.offset !== undefined) {
          const text = result.error.stage === 'compile' ? path : json;
          expect(result.error.offset).toBeGreaterThanOrEqual(0);
          expect(result.error.offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
