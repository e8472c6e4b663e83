import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('..', import.meta.url));

/** What the page loads at once: it must not bring the YAML parser or the engine with it. */
const LOADED_BY_THE_PAGE = [
  ...['document/changes.ts', 'document/read-file.ts', 'document/editor-place.ts', 'document/json-check.ts'],
  ...readdirSync(join(source, 'share'))
    .filter(isCode)
    .map((name) => `share/${name}`),
  ...readdirSync(join(source, 'examples'))
    .filter(isCode)
    .map((name) => `examples/${name}`),
];

function isCode(name: string): boolean {
  return name.endsWith('.ts') && !name.endsWith('.test.ts');
}

test('the page’s part of documents, links and examples loads neither YAML nor the engine', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const open = LOADED_BY_THE_PAGE.map((name) => join(source, name));
  for (let file = open.pop(); file; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, from] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\b(?! type)[^;]*?from '([^']+)';/gm,
    )) {
      if (!from!.startsWith('.')) packages.add(from!);
      else
        open.push(
          [`${join(dirname(file), from!)}.ts`, join(dirname(file), from!, 'index.ts')].find(existsSync)!,
        );
    }
  }
  const names = [...seen].map((file) => file.slice(source.length));
  expect(names.length).toBeGreaterThan(15);
  expect([...packages]).toEqual([]);
  // The names of types and of gateway responses are plain data.
  expect(names.filter((name) => name.startsWith('engine/'))).toEqual(['engine/scenario.ts']);
});
