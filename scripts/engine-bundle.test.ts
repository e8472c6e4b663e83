import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';

/*
 * The engine is a library: bundled alone, it has to run where there is nothing but JavaScript. A fresh vm context
 * is such a place: no DOM, no Node, no console, no timers.
 */

const entry = fileURLToPath(new URL('../src/engine/index.ts', import.meta.url));

/** Runs an expression in the bare place, `engine` being the library, and brings the result home as JSON. */
let inBareContext: (expression: string) => unknown;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'neutral',
    format: 'iife',
    globalName: 'engine',
    target: 'es2022',
  });
  const code = outputFiles[0]?.text ?? '';
  const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  // The only thing V8 itself puts beside the language.
  vm.runInContext('delete globalThis.console', context);
  vm.runInContext(code, context, { filename: 'engine.js' });
  inBareContext = (expression) =>
    JSON.parse(String(vm.runInContext(`JSON.stringify(${expression})`, context, { timeout: 5000 })));
});

test('the bare place has no platform in it', () => {
  const names = [
    'process',
    'require',
    'Buffer',
    'window',
    'self',
    'document',
    'fetch',
    'console',
    'setTimeout',
  ];
  expect(inBareContext(`[${names.map((name) => `typeof ${name}`)}]`)).toEqual(names.map(() => 'undefined'));
});

test('evaluate', () => {
  const scenario = {
    integration: {
      type: 'AWS',
      integrationResponses: [
        { statusCode: '200' },
        {
          statusCode: '404',
          selectionPattern: '.*NotFound.*',
          responseTemplates: { 'application/json': `{"message":"$input.path('$.errorMessage')"}` },
        },
      ],
    },
    backend: { kind: 'lambda', payload: '{"errorMessage":"NotFound: order 7","errorType":"Error"}' },
  };
  const { response, chosenRule } = inBareContext(`engine.evaluate(${JSON.stringify(scenario)})`) as {
    response: { statusCode: number; body: { text: string } };
    chosenRule: number;
  };
  expect(response.statusCode).toBe(404);
  expect(response.body.text).toBe('{"message":"NotFound: order 7"}');
  expect(chosenRule).toBe(1);
});

test.each([
  [
    'renderTemplate',
    `engine.renderTemplate('#set($n = $input.path("$.n") + 1)$n', { body: '{"n":41}' })`,
    { ok: true, output: '42' },
  ],
  ['matchPattern', `engine.matchPattern('(?s)a.b', 'a\\nb')`, { ok: true, matches: true }],
  ['readPath', `engine.readPath('$.items[0].id', '{"items":[{"id":7}]}')`, { ok: true, json: '7' }],
])('%s', (_name, expression, expected) => {
  expect(inBareContext(expression)).toMatchObject(expected);
});

test.each([
  ['a template that does not parse', `engine.renderTemplate('#if(', {})`],
  ['a pattern that does not compile', `engine.matchPattern('(', '')`],
  ['a path that is none', `engine.readPath('$[', '{}')`],
])('%s is told, not thrown', (_name, expression) => {
  expect(inBareContext(expression)).toMatchObject({ ok: false });
});
