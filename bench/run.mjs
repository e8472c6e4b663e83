// @ts-check
/*
 * `npm run bench [-- engine | browser]`: measures and prints, judges nothing. Run it on a quiet machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);

for (const bench of ['engine', 'browser']) {
  if (wanted.length > 0 && !wanted.includes(bench)) continue;
  if (bench === 'browser' && !existsSync(`${root}dist/index.html`)) {
    run('vite', `${root}node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn');
  }
  // As deep below the root as its sources, so that their relative addresses stay true.
  const outfile = `${root}.cache/bench-${bench}.mjs`;
  await build({
    entryPoints: [`${root}bench/${bench}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    // These look for files beside themselves.
    external: ['../conformance/*', '../scripts/*'],
    logLevel: 'error',
  });
  run(bench, outfile);
}

function run(/** @type {string} */ what, /** @type {string[]} */ ...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`${what} failed`);
  process.exit(1);
}
