// @ts-check
import { loadArea, seeded, startOracle } from './oracle.mjs';

/*
 * Compares the engine with the Java library it stands for, on random questions.
 *
 *   node conformance/fuzz.mjs AREA [COUNT] [SEED]
 *
 * Prints how many answers agreed and the first twenty that did not, each made as small as it gets. Ends with 1
 * when there was any.
 */

const [area, count = '10000', seedText = String(Date.now() % 1_000_000_007)] = process.argv.slice(2);
if (!area) {
  console.error('usage: node conformance/fuzz.mjs AREA [COUNT] [SEED]');
  process.exit(2);
}

const BATCH = 500;
const SHOWN = 20;
/** Simpler questions tried for one difference. */
const SHRINK_ROUNDS = 60;

const seed = Number(seedText);
const random = seeded(seed);
const { generateCase, shrink, answer, difference } = await loadArea(area, ['generate', 'compare']);
const oracle = await startOracle(area);
const total = Number(count);
let asked = 0;
let differing = 0;
console.log(`${area}: ${total} questions, seed ${seed}`);
while (asked < total) {
  const questions = Array.from({ length: Math.min(BATCH, total - asked) }, () => generateCase(random));
  const answers = await oracle.ask(questions);
  asked += questions.length;
  for (const [i, question] of questions.entries()) {
    if (!differs(question, answers[i])) continue;
    differing++;
    if (differing <= SHOWN) await show(question);
  }
}
oracle.stop();
console.log(`${asked - differing} of ${asked} agree`);
process.exitCode = differing > 0 ? 1 : 0;

/**
 * @param {import('./oracle.mjs').Question} question
 * @param {any} theirs
 */
function differs(question, theirs) {
  return difference(answer(question), theirs);
}

/** @param {import('./oracle.mjs').Question} question */
async function show(question) {
  const smallest = await minimal(question);
  const [theirs] = await oracle.ask([smallest]);
  console.log(`\n${JSON.stringify(smallest)}\n  ${differs(smallest, theirs)}`);
}

/**
 * Takes simpler questions as long as they differ as well.
 * @param {import('./oracle.mjs').Question} question
 */
async function minimal(question) {
  if (!shrink) return question;
  let smallest = question;
  for (let round = 0; round < SHRINK_ROUNDS; round++) {
    const candidates = [...shrink(smallest)];
    const answers = await oracle.ask(candidates);
    const found = candidates.findIndex((candidate, i) => differs(candidate, answers[i]));
    if (found < 0) break;
    smallest = candidates[found];
  }
  return smallest;
}
