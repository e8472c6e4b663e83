import { build } from 'esbuild';

const NAME = 'virtual:first-outcome';

/** Everything the first paint needs, in one bundle that Node can import. */
const ENTRY = `
  import { evaluateDocument } from './src/document/evaluate-document';
  import { DEFAULT_EXAMPLE } from './src/examples/default-example';
  export const evaluation = evaluateDocument(DEFAULT_EXAMPLE.document);
`;

/**
 * Gives the page the default example's outcome, computed by the engine itself when the page is built, so that the
 * first paint is finished and true before any worker has started.
 *
 * @returns {import('vite').Plugin}
 */
export function firstOutcome() {
  return {
    name: 'first-outcome',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      return `export default ${JSON.stringify(await computeFirstOutcome())};`;
    },
  };
}

/** The evaluation as JSON, with bytes written as `{"base64": "..."}`. */
async function computeFirstOutcome() {
  const bundle = await build({
    stdin: { contents: ENTRY, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    // Packages come as a browser gets them: their Node builds may call require.
    platform: 'browser',
  });
  const code = Buffer.from(bundle.outputFiles[0]?.contents ?? []).toString('base64');
  const { evaluation } = await import(`data:text/javascript;base64,${code}`);
  return JSON.stringify(evaluation, (_key, value) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  );
}
