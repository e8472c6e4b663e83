// @ts-check
/*
 * `npm test`: every check there is, in one run, with one summary at the end. A failing step does not stop the
 * others, unless they would test what it failed to make. The last line counts the real tests; a failing step that
 * is not made of tests counts as one failure.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {[command: string, ...args: string[]]} run a package's command, or `node` and a script
 * @property {Record<string, string>} [env]
 * @property {string} [needs] name of the step without which this one says nothing
 * @property {(report: string) => Counts} [count] how to read the step's JSON report
 * @property {string} [report] path of that report
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ step: Step, verdict: 'ok' | 'failed' | 'not run', seconds: number, counts?: Counts }} Result
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = '.cache/reports';
const unitReport = `${reports}/unit.json`;
const browserReport = `${reports}/browser.json`;

// Colours and moving lines are for terminals; in a log they are noise.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };

/** Groups run one after the other, the steps of a group side by side. @type {Step[][]} */
const groups = [
  [
    { name: 'types', run: ['tsc', '--noEmit'] },
    { name: 'types of the engine', run: ['tsc', '--noEmit', '--project', 'src/engine'] },
  ],
  [
    { name: 'lint and format', run: ['biome', 'ci', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.'] },
    { name: 'unused code', run: ['knip', '--no-progress'] },
  ],
  [
    {
      name: 'unit and conformance',
      run: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
      report: unitReport,
      count: countVitest,
    },
  ],
  [{ name: 'build', run: ['vite', 'build', '--logLevel', 'warn'] }],
  [{ name: 'sizes', run: ['node', 'scripts/sizes.mjs'], needs: 'build' }],
  [
    {
      name: 'browser',
      run: ['playwright', 'test', '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
      needs: 'build',
      report: browserReport,
      count: countPlaywright,
    },
  ],
];

rmSync(`${root}${reports}`, { recursive: true, force: true });
mkdirSync(`${root}${reports}`, { recursive: true });
/** @type {Result[]} */
const results = [];
for (const group of groups) {
  results.push(...(await Promise.all(group.map((step) => runStep(step, group.length > 1)))));
}
summarise(results);

/**
 * @param {Step} step
 * @param {boolean} together whether other steps run beside it: its output is then printed in one piece
 * @returns {Promise<Result>}
 */
async function runStep(step, together) {
  if (step.needs && results.some((result) => result.step.name === step.needs && result.verdict !== 'ok')) {
    return { step, verdict: 'not run', seconds: 0 };
  }
  const start = performance.now();
  if (!together) printHead(step);
  const { code, output } = await runCommand(step, together);
  if (together) {
    printHead(step);
    process.stdout.write(output);
  }
  const seconds = (performance.now() - start) / 1000;
  const counts = step.count && step.report ? readCounts(step.report, step.count) : undefined;
  const broken = code !== 0 || (step.count && (!counts || counts.passed === 0));
  return { step, verdict: broken ? 'failed' : 'ok', seconds, ...(counts && { counts }) };
}

function printHead(/** @type {Step} */ step) {
  console.log(`\n=== ${step.name}: ${step.run.join(' ')}`);
}

/**
 * @param {Step} step
 * @param {boolean} collect
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runCommand({ run: [command, ...args], env }, collect) {
  const [file, ...rest] = command === 'node' ? [process.execPath, ...args] : [command, ...args];
  const child = spawn(/** @type {string} */ (file), rest, {
    cwd: root,
    // No step may wait for an answer from the keyboard.
    stdio: ['ignore', collect ? 'pipe' : 'inherit', collect ? 'pipe' : 'inherit'],
    env: { ...process.env, ...plain, PATH: withLocalCommands(process.env.PATH ?? ''), ...env },
    shell: process.platform === 'win32' && command !== 'node',
  });
  let output = '';
  const keep = (/** @type {Buffer} */ chunk) => {
    output += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The commands of the installed packages, also when this is not started by npm. */
function withLocalCommands(/** @type {string} */ path) {
  const separator = process.platform === 'win32' ? ';' : ':';
  return `${root}node_modules/.bin${separator}${path}`;
}

/**
 * @param {string} path
 * @param {(report: string) => Counts} count
 * @returns {Counts | undefined} undefined when the step ended before it wrote its report
 */
function readCounts(path, count) {
  try {
    return count(readFileSync(`${root}${path}`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @returns {Counts} */
function countVitest(/** @type {string} */ report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(report);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** @returns {Counts} a test that passed only on a second try counts as failed */
function countPlaywright(/** @type {string} */ report) {
  const { expected, unexpected, flaky, skipped } = JSON.parse(report).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

function summarise(/** @type {Result[]} */ all) {
  const rows = all.map(({ step, verdict, seconds, counts }) => [
    step.name,
    verdict,
    verdict === 'not run' ? '' : `${seconds.toFixed(1)} s`,
    verdict === 'not run' ? `needs: ${step.needs}` : counts ? inWords(counts) : '',
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => /** @type {string} */ (row[column]).length)),
  );
  const line = (/** @type {string[]} */ row) =>
    row.map((cell, column) =>
      column === 2 ? cell.padStart(widths[2] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
  console.log('\n=== summary');
  for (const row of rows) console.log(line(row).join('  ').trimEnd());

  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { verdict, counts } of all) {
    total.passed += counts?.passed ?? 0;
    total.skipped += counts?.skipped ?? 0;
    total.failed += counts?.failed || (verdict === 'ok' ? 0 : 1);
  }
  console.log(`\n${inWords(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

function inWords(/** @type {Counts} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
