// @ts-check
/*
 * What a visitor downloads and what the engine weighs as a library, held against limits. Sizes are gzip at the
 * level a file server uses. Reads `dist`, so build first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const KIB = 1024;
/** Files that hold nothing but Unicode data; they have a limit of their own. */
const UNICODE_TABLES = /[\\/]java-regex[\\/]unicode[\\/]/;

if (!existsSync(join(dist, 'index.html'))) {
  console.error('dist is empty: run `npm run build` first');
  process.exit(1);
}

/** What the page can come to load; the pages of the help are documents of their own. */
const shipped = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(html|js|css|ttf|svg)$/.test(file) && !/^help[\\/]/.test(file),
);
const worker = shipped.filter((file) => /engine\.worker.*\.js$/.test(file));
const engine = await weigh("export * from './src/engine/index'");
const engines = await weigh(`
  export { renderTemplate } from './src/engine/vtl/render-template';
  export { matchPattern } from './src/engine/java-regex/match-pattern';
  export { readPath } from './src/engine/jsonpath/read-path';
`);

/** @type {[what: string, kib: number, limit?: number][]} */
const rows = [
  ['JavaScript of the page before the first result', await beforeFirstResult('index.html'), 130],
  ['JavaScript of the embed before the first result', await beforeFirstResult('embed.html'), 130],
  ['Worker with the engine', sum(worker.map((file) => join(dist, file)))],
  ['Everything, Monaco included', sum(shipped.map((file) => join(dist, file))), 1150],
  ['Engines: templates, patterns and paths', engines.code, 76],
  ['Engine: those and the response pipeline', engine.code, 106],
  ['Unicode tables, left out of both', engine.tables, 25],
];

let failed = false;
for (const [what, kib, limit] of rows) {
  // Nothing weighs nothing: a zero means that the file was not found.
  const fits = kib > 0 && kib <= (limit ?? Number.POSITIVE_INFINITY);
  failed ||= !fits;
  const bound = `${limit === undefined ? '' : `of ${limit}`}${fits ? '' : kib > 0 ? '  over the limit' : '  not found'}`;
  console.log(`${what.padEnd(50)} ${kib.toFixed(1).padStart(7)} KiB ${bound}`);
}
process.exitCode = failed ? 1 : 0;

/** Scripts the page names and everything they import statically; what is imported later is not in the way. */
async function beforeFirstResult(/** @type {string} */ page) {
  const html = readFileSync(join(dist, page), 'utf8');
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.js)"/g)].map((match) =>
    join(dist, match[1] ?? ''),
  );
  const { metafile } = await build({
    entryPoints: named,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'unused',
    write: false,
    metafile: true,
    logLevel: 'error',
    loader: { '.ttf': 'empty' },
  });
  const needed = new Set(named.map((file) => resolve(file)));
  // A Set visits what is added while it is walked.
  for (const file of needed) {
    for (const { path, kind } of metafile.inputs[relative(root, file).replaceAll('\\', '/')]?.imports ?? []) {
      if (kind === 'import-statement') needed.add(resolve(root, path));
    }
  }
  return sum([...needed]);
}

/** Weighs a module of the engine, and the Unicode tables it needs. */
async function weigh(/** @type {string} */ contents) {
  const code = await bundle(contents, UNICODE_TABLES);
  /** @type {Set<string>} */
  const tables = code.tables;
  let bytes = 0;
  for (const file of tables) bytes += (await bundle(`export * from ${JSON.stringify(file)}`)).bytes;
  return { code: code.bytes / KIB, tables: bytes / KIB };
}

/**
 * @param {string} contents of the module to bundle, as if it stood in the root folder
 * @param {RegExp} [leftOut] files to leave out; they come back as `tables`
 */
async function bundle(contents, leftOut) {
  /** @type {Set<string>} */
  const tables = new Set();
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    platform: 'neutral',
    format: 'esm',
    target: 'es2022',
    plugins: [
      {
        name: 'leave-out',
        setup({ onResolve, resolve: find }) {
          onResolve({ filter: /^\./ }, async ({ path, resolveDir, kind, pluginData }) => {
            if (!leftOut || pluginData === 'asked') return undefined;
            const found = await find(path, { resolveDir, kind, pluginData: 'asked' });
            if (!leftOut.test(found.path)) return undefined;
            tables.add(found.path);
            return { path: found.path, external: true };
          });
        },
      },
    ],
  });
  const [output] = outputFiles;
  if (!output) throw new Error(`Nothing came of ${contents}`);
  return { bytes: gzipSync(output.contents).length, tables };
}

function sum(/** @type {string[]} */ paths) {
  return paths.reduce((total, path) => total + gzipSync(readFileSync(path)).length, 0) / KIB;
}
