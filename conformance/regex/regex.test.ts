import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answer, difference, type RegexAnswer, type RegexQuestion } from './compare';

/*
 * Every case here was asked of JDK 17 (`node conformance/record.mjs regex`). A case the engine is known to answer
 * otherwise is listed with the reason.
 */

type Case = RegexQuestion & { category: string; expect: RegexAnswer };

/** Pattern to reason. */
const KNOWN: Record<string, string> = {
  '\\N{WHITE SMILING FACE}':
    'needs the names of all characters; the engine refuses it and says what to write instead',
};

/** Recorded elsewhere by other hands, when it lies beside the checkout. */
const OTHER = new URL('../../../shared/conformance/regex.json', import.meta.url);

const cases: Case[] = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'));

describe('java.util.regex', { timeout: 60_000 }, () => {
  test.each([...new Set(cases.map((one) => one.category))])(
    '%s',
    (category) => {
      const members = cases.filter((one) => one.category === category);
      const differing = members.flatMap((one) => {
        if (one.pattern in KNOWN) return [];
        const what = difference(answer(one), one.expect);
        return what === undefined
          ? []
          : [`${JSON.stringify(one.pattern)} on ${JSON.stringify(one.input)}: ${what}`];
      });
      console.info(`${category}: ${members.length - differing.length} of ${members.length} agree with Java`);
      expect(differing).toEqual([]);
    },
    60_000,
  );

  test('every known difference still differs', () => {
    for (const pattern of Object.keys(KNOWN)) {
      const one = cases.find((candidate) => candidate.pattern === pattern)!;
      expect(answer(one).error).toBeDefined();
      expect(one.expect.error).toBeUndefined();
    }
  });

  test('no case was recorded from a failing oracle', () => {
    expect(cases.length).toBeGreaterThan(900);
    expect(cases.filter((one) => one.expect.failed?.startsWith('the oracle'))).toEqual([]);
  });
});

interface OtherCase {
  pattern: string;
  input: string;
  expect: {
    error?: { description: string; index: number; message: string };
    matches?: boolean | null;
    groups?: (string | null)[];
    lookingAt?: boolean | null;
    find?: { start: number; end: number; groups: (string | null)[] } | null;
    runtime_matches?: string;
    runtime_find?: string;
    runtime_lookingAt?: string;
  };
}

describe.runIf(existsSync(OTHER))('cases recorded by others', () => {
  test('agree', () => {
    const others: OtherCase[] = JSON.parse(readFileSync(OTHER, 'utf8')).cases;
    expect(others.length).toBeGreaterThan(0);
    const differing = others.filter((one) => !(one.pattern in KNOWN) && !agrees(one));
    expect(differing.map((one) => [one.pattern, one.input])).toEqual([]);
  }, 60_000);
});

function agrees({ pattern, input, expect: theirs }: OtherCase): boolean {
  const ours = answer({ pattern, input });
  if (theirs.error || ours.error)
    return JSON.stringify(ours.error) === JSON.stringify(theirs.error && { ...ours.error, ...theirs.error });
  const values = (groups: unknown) =>
    Array.isArray(groups)
      ? Array.from({ length: groups.length / 2 }, (_, i) =>
          groups[2 * i] < 0 ? null : input.slice(groups[2 * i], groups[2 * i + 1]),
        )
      : null;
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const { matches, find, lookingAt } = ours;
  const wholeAgrees =
    'runtime_matches' in theirs ||
    (Array.isArray(matches) === theirs.matches && (!theirs.matches || same(values(matches), theirs.groups)));
  const findAgrees =
    'runtime_find' in theirs ||
    same(
      Array.isArray(find) ? { start: find[0], end: find[1], groups: values(find) } : null,
      theirs.find && { start: theirs.find.start, end: theirs.find.end, groups: theirs.find.groups },
    );
  return (
    wholeAgrees &&
    findAgrees &&
    ('runtime_lookingAt' in theirs || Array.isArray(lookingAt) === theirs.lookingAt)
  );
}
