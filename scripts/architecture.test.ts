import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/*
 * The direction of imports is the architecture: what stands lower must not know what stands higher. A type-only
 * import counts as well, since it makes the lower file impossible to read without the higher one.
 */

const source = fileURLToPath(new URL('../src', import.meta.url));

/** Lowest first. Folders of one row don't import each other, but for what `BESIDE` names. */
const LAYERS = [
  ['engine'],
  ['document'],
  ['lens', 'examples', 'share'],
  ['worker'],
  ['store'],
  ['editors', 'panels'],
  ['app'],
];

/** A panel shows an editor; an editor knows no panel. */
const BESIDE: Record<string, string[]> = { panels: ['editors'], share: ['examples'] };

interface Import {
  from: string;
  /** Path below src for a file of ours, else the package's name as written. */
  to: string;
  ours: boolean;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|tsx)$/.test(file));

const imports: Import[] = files.flatMap((from) =>
  specifiers(readFileSync(join(source, from), 'utf8')).map((specifier) => resolve(from, specifier)),
);

/** What a file imports: static, side effect, re-export, dynamic, `new URL(..., import.meta.url)`. */
function specifiers(code: string): string[] {
  const uncommented = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const forms = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g,
  ];
  return forms.flatMap((form) => [...uncommented.matchAll(form)].map((match) => match[1] ?? ''));
}

function resolve(from: string, specifier: string): Import {
  if (!specifier.startsWith('.')) return { from, to: specifier, ours: false };
  const path = normalize(join(dirname(join(source, from)), specifier.replace(/\?.*$/, '')));
  return { from, to: relative(source, path).replaceAll('\\', '/'), ours: true };
}

const folderOf = (path: string) => path.split('/')[0] ?? '';
const rank = (folder: string) => LAYERS.findIndex((layer) => layer.includes(folder));
/** Tests, and the files that help them: both import vitest. */
const testFiles = new Set(imports.filter(({ to }) => to === 'vitest').map(({ from }) => from));
const isTest = (file: string) => testFiles.has(file);
const arrow = ({ from, to }: Import) => `${from} → ${to}`;

test.each([
  [`import a from './a';`, ['./a']],
  [`import type { A } from '../a';\nexport { b } from "./b";`, ['../a', './b']],
  [`import {\n  a,\n  b,\n} from './c';`, ['./c']],
  [`import './side-effect';`, ['./side-effect']],
  [`const m = await import('./late');`, ['./late']],
  [`new Worker(new URL('./w.ts', import.meta.url), { type: 'module' })`, ['./w.ts']],
  [`// import a from './a';\n/* import b from './b'; */`, []],
])('reads the imports of %j', (code, expected) => {
  expect(specifiers(code)).toEqual(expected);
});

describe('the engine', () => {
  const engineFiles = files.filter((file) => folderOf(file) === 'engine');
  const engineImports = imports.filter(({ from }) => folderOf(from) === 'engine' && !isTest(from));

  test('is all there to be read', () => {
    expect(engineFiles.filter((file) => !isTest(file)).length).toBeGreaterThanOrEqual(60);
    expect(engineImports.length).toBeGreaterThanOrEqual(150);
  });

  test('imports nothing from outside itself', () => {
    const outside = engineImports.filter(({ to, ours }) => !ours || folderOf(to) !== 'engine');
    expect(outside.map(arrow)).toEqual([]);
  });
});

describe('the layers', () => {
  test('name every folder', () => {
    const folders = new Set(files.filter((file) => file.includes('/')).map(folderOf));
    expect([...folders].filter((folder) => rank(folder) < 0)).toEqual([]);
  });

  test('import downwards only', () => {
    const upwards = imports.filter(({ from, to, ours }) => {
      const [here, there] = [folderOf(from), folderOf(to)];
      if (!ours || here === there || !from.includes('/') || isTest(from)) return false;
      if (rank(here) === rank(there)) return !BESIDE[here]?.includes(there);
      return rank(there) > rank(here);
    });
    expect(upwards.map(arrow)).toEqual([]);
  });

  test('keep what helps tests out of what ships', () => {
    const helpers = new Set([...testFiles].map((file) => file.replace(/\.tsx?$/, '')));
    const shipped = imports.filter(({ from, to, ours }) => ours && helpers.has(to) && !isTest(from));
    expect(testFiles.size).toBeGreaterThan(50);
    expect(shipped.map(arrow)).toEqual([]);
  });

  test('keep packages where they belong', () => {
    const allowed: Record<string, RegExp> = {
      document: /^yaml$/,
      lens: /^velocityjs/,
      worker: /^$/,
      store: /^zustand/,
      editors: /^(react|react-dom|monaco-editor|@monaco-editor\/react)(\/|$)/,
      // The virtual modules are made by scripts/help-pages.mjs and scripts/first-outcome.mjs.
      panels: /^(react|react-dom|zustand|virtual:help-ids)(\/|$)/,
      app: /^(react|react-dom|zustand|virtual:first-outcome)(\/|$)/,
    };
    const misplaced = imports.filter(
      ({ from, to, ours }) =>
        !ours && !isTest(from) && from.includes('/') && !allowed[folderOf(from)]?.test(to),
    );
    expect(misplaced.map(arrow)).toEqual([]);
  });
});
