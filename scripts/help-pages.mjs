// @ts-check
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { indexPage, problemPage } from './help/pages.mjs';

const NAME = 'virtual:help-ids';

const ENTRY = `
  export { CATALOGUE } from './src/engine/diagnose/catalogue';
  export { EVIDENCE_KINDS } from './src/panels/result/evidence-kinds';
`;

/**
 * Makes a help page of each problem in the engine's catalogue and puts them beside the built page, and tells the page
 * which problems have one. Under `npm start` they are served as they would be built.
 *
 * @returns {import('vite').Plugin}
 */
export function helpPages() {
  return {
    name: 'help-pages',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const { CATALOGUE } = await readCatalogue();
      return `export default ${JSON.stringify(Object.keys(CATALOGUE))};`;
    },
    async generateBundle() {
      for (const [fileName, source] of await helpFiles()) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = /^\/(help\/[^?#]*)/.exec(request.url ?? '')?.[1];
        const files = path === undefined ? undefined : new Map(await helpFiles());
        const source = files?.get(path?.endsWith('/') ? `${path}index.html` : (path ?? ''));
        if (source === undefined) return next();
        response.setHeader('content-type', path?.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8');
        response.end(source);
      });
    },
  };
}

/**
 * Leaves the words of the help pages out of the scripts: they stand on the pages. Each file of the catalogue is run and
 * written anew without them.
 *
 * @returns {import('vite').Plugin}
 */
export function leanCatalogue() {
  return {
    name: 'lean-catalogue',
    enforce: 'pre',
    apply: 'build',
    async load(id) {
      if (!/[\\/]diagnose[\\/]catalogue[\\/](?!entry)[^\\/]+\.ts$/.test(id)) return null;
      /** @type {Record<string, Record<string, { help: unknown }>>} */
      const sections = await run({ entryPoints: [id] });
      const lean = Object.entries(sections).map(
        ([name, entries]) =>
          `export const ${name} = ${JSON.stringify(entries, (key, value) => (key === 'help' ? undefined : value))};`,
      );
      return { code: lean.join('\n'), map: null };
    },
  };
}

/** Every file below `help/`, by its name. */
export async function helpFiles() {
  const { CATALOGUE, EVIDENCE_KINDS } = await readCatalogue();
  /** @type {[id: string, entry: import('./help/pages.mjs').CatalogueEntry][]} */
  const entries = Object.entries(CATALOGUE);
  const tokens = readFileSync(new URL('../src/app/styles/tokens.css', import.meta.url), 'utf8');
  const styles = readFileSync(new URL('./help/help.css', import.meta.url), 'utf8');
  /** @type {[name: string, source: string][]} */
  const files = [
    ['help/help.css', `${tokens}\n${styles}`],
    ['help/index.html', indexPage(entries)],
  ];
  for (const [id, entry] of entries)
    files.push([`help/${id}/index.html`, problemPage(id, entry, EVIDENCE_KINDS)]);
  return files;
}

/** @returns {Promise<{ CATALOGUE: Record<string, import('./help/pages.mjs').CatalogueEntry>, EVIDENCE_KINDS: import('./help/pages.mjs').EvidenceKinds }>} */
function readCatalogue() {
  return run({ stdin: { contents: ENTRY, resolveDir: process.cwd(), loader: 'ts' } });
}

/** What a script of ours exports, with everything it imports. */
async function run(/** @type {Pick<import('esbuild').BuildOptions, 'stdin' | 'entryPoints'>} */ entry) {
  const bundle = await build({ ...entry, bundle: true, write: false, format: 'esm', platform: 'neutral' });
  const code = Buffer.from(bundle.outputFiles[0]?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
