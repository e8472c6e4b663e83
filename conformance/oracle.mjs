// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/*
 * What `fuzz.mjs` and `record.mjs` share. An area is a folder beside this file, such as `regex`, with
 *
 *   oracle.mjs    prepare(): the command that answers questions, one line each; encode(question): the line to send
 *                 (JSON when there is no such function). Answers are lines of JSON.
 *   generate.ts   generateCase(random): a question; shrink(question): simpler ones, optional
 *   compare.ts    answer(question): ours in the oracle's form; difference(ours, theirs): what differs, in words
 *   cases.json    recorded questions and answers
 */

/**
 * @typedef {Record<string, unknown>} Question
 * @typedef {object} OracleProcess
 * @property {(questions: Question[]) => Promise<any[]>} ask
 * @property {() => void} stop
 */

/**
 * Starts the Java oracle of an area.
 * @param {string} area
 * @returns {Promise<OracleProcess>}
 */
export async function startOracle(area) {
  const module = await import(pathToFileURL(join(import.meta.dirname, area, 'oracle.mjs')).href);
  const encode = module.encode ?? JSON.stringify;
  const { command, args } = await module.prepare();
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  /** @type {((line: string) => void)[]} */
  const waiting = [];
  let ended = false;
  child.on('exit', () => {
    ended = true;
    for (const answer of waiting.splice(0)) answer('{"failed":"the oracle ended"}');
  });
  child.stdin.on('error', () => {});
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  return {
    ask: (questions) =>
      Promise.all(
        questions.map(
          (question) =>
            new Promise((resolve) => {
              if (ended) return resolve({ failed: 'the oracle ended' });
              waiting.push((line) => resolve(JSON.parse(line)));
              child.stdin.write(`${encode(question)}\n`);
            }),
        ),
      ),
    stop: () => child.stdin.end(),
  };
}

/**
 * Loads TypeScript modules of an area.
 * @param {string} area
 * @param {string[]} names without ending
 * @returns {Promise<any>} everything they export
 */
export async function loadArea(area, names) {
  const outdir = mkdtempSync(join(tmpdir(), `conformance-${area}-`));
  await build({
    stdin: {
      contents: names.map((name) => `export * from './${name}';`).join('\n'),
      resolveDir: join(import.meta.dirname, area),
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: join(outdir, 'area.mjs'),
    logLevel: 'warning',
  });
  return import(pathToFileURL(join(outdir, 'area.mjs')).href);
}

/**
 * Folder for compiled Java classes of an area.
 * @param {string} area
 */
export function classFolder(area) {
  return mkdtempSync(join(tmpdir(), `oracle-${area}-`));
}

/**
 * Numbers from 0 up to 1 that depend on the seed only.
 * @param {number} seed
 */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
