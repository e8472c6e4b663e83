// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOracle } from './oracle.mjs';

/*
 * Asks the Java library all questions of an area's `cases.json` again and writes its answers there.
 *
 *   node conformance/record.mjs AREA
 *
 * A case is a question with a `category`, the recorded answer as `expect`, and perhaps a `note`.
 */

const [area] = process.argv.slice(2);
if (!area) {
  console.error('usage: node conformance/record.mjs AREA');
  process.exit(2);
}

const file = join(import.meta.dirname, area, 'cases.json');
/** @type {Record<string, unknown>[]} */
const cases = JSON.parse(readFileSync(file, 'utf8'));
const oracle = await startOracle(area);
const answers = await oracle.ask(cases.map(({ category, note, expect, ...question }) => question));
oracle.stop();
const lines = cases.map((one, i) => `  ${JSON.stringify({ ...one, expect: answers[i] })}`);
writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
const changed = cases.filter((one, i) => JSON.stringify(one.expect) !== JSON.stringify(answers[i])).length;
console.log(`${cases.length} cases recorded, ${changed} changed`);
