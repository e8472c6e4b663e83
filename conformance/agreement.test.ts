import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as jsonpath from './jsonpath/compare';
import { checkCase } from './pipeline/check-case';
import { type Case, readCases } from './pipeline/read-cases';
import * as regex from './regex/compare';
import * as vtl from './vtl/compare';

/*
 * How many recorded cases there are and how many agree, counted anew. "How right is this?" shows the file these counts
 * are kept in, and the README names them; `npm run agreement` writes the file.
 */

interface Count {
  cases: number;
  agree: number;
}

type Groups = Record<string, Count>;

const FILE = '../src/panels/overlays/agreement.json';

/** A line of the README's table, by its first cell, for each area. */
const README_ROWS = {
  templates: 'templates',
  patterns: 'patterns',
  paths: 'paths and JSON',
  pipeline: 'the way from answer to response',
} as const;

const agreement = {
  templates: counted<vtl.VtlQuestion & Recorded<vtl.VtlAnswer>>(
    'vtl',
    ({ category: _, expect: theirs, ...question }) => !vtl.difference(vtl.answer(question), theirs),
  ),
  patterns: counted<regex.RegexQuestion & Recorded<regex.RegexAnswer>>('regex', (one) => {
    const ours = regex.answer(one);
    return !regex.isRefused(ours) && !regex.difference(ours, one.expect);
  }),
  paths: counted<PathCase>(
    'jsonpath',
    (one) =>
      !jsonpath.difference(jsonpath.answer(one), one.expect) &&
      !jsonpath.difference(jsonpath.newerAnswer(one), one.expectNew ?? one.expect),
  ),
  pipeline: inAll(
    groupCases(
      readCases().flatMap(([, cases]) => cases),
      ({ evidence }) => evidence,
      passes,
    ),
  ),
};

interface Recorded<Answer> {
  category: string;
  expect: Answer;
}

interface PathCase extends Recorded<jsonpath.OracleAnswer> {
  path: string;
  json: string;
  expectNew?: jsonpath.OracleAnswer;
}

function counted<One extends { category: string }>(folder: string, judge: (one: One) => boolean) {
  const cases: One[] = JSON.parse(readFileSync(join(import.meta.dirname, folder, 'cases.json'), 'utf8'));
  return inAll(groupCases(cases, ({ category }) => category, judge));
}

function groupCases<One>(cases: One[], nameOf: (one: One) => string, judge: (one: One) => boolean): Groups {
  const groups: Groups = {};
  for (const one of cases) {
    groups[nameOf(one)] ??= { cases: 0, agree: 0 };
    const count = groups[nameOf(one)]!;
    count.cases += 1;
    if (judge(one)) count.agree += 1;
  }
  return groups;
}

function inAll(groups: Groups): Count & { groups: Groups } {
  const counts = Object.values(groups);
  const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0);
  return {
    cases: sum(({ cases }) => cases),
    agree: sum(({ agree }) => agree),
    groups,
  };
}

function passes(one: Case): boolean {
  try {
    checkCase(one);
    return true;
  } catch {
    return false;
  }
}

test('the counts on the page are those of the cases; `npm run agreement` brings them up to date', async () => {
  await expect(`${JSON.stringify(agreement, null, 2)}\n`).toMatchFileSnapshot(FILE);
});

test('all agree but the one pattern that is refused on purpose', () => {
  const differing = Object.entries(agreement).map(([area, { cases, agree }]) => [area, cases - agree]);
  expect(differing).toEqual([
    ['templates', 0],
    ['patterns', 1],
    ['paths', 0],
    ['pipeline', 0],
  ]);
});

test.each(Object.entries(README_ROWS))('the README has the number of %s', (area, row) => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const cells = readme
    .split('\n')
    .find((line) => line.startsWith(`| ${row} |`))
    ?.split('|');
  const { cases } = agreement[area as keyof typeof README_ROWS];
  expect(cells?.at(-2)?.trim()).toBe(cases.toLocaleString('en-US'));
});
