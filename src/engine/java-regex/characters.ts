import { inRanges, lazy, unpackRanges } from './code-point-ranges';
import { UNASSIGNED } from './unicode/unassigned';

/*
 * What JDK 17 knows about characters: Unicode 13. The browser's own tables are newer, so code points assigned
 * since then count as unassigned here, and the few characters that changed since are set right. The exceptions
 * were found by comparing every code point with the JDK.
 */

export type CodePointTest = (c: number) => boolean;

const unassigned = lazy(() => unpackRanges(UNASSIGNED));

/** No character in Unicode 13. */
export function isUnassigned(c: number): boolean {
  return c > 0x377 && inRanges(unassigned(), c);
}

/** Two-letter general categories. */
const CATEGORIES =
  'Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Co Cs Cn Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf'.split(' ');

/** Categories that changed after Unicode 13. */
const OLD_CATEGORIES = new Map([
  [0x295, 'Ll'],
  [0x1734, 'Mn'],
  [0x1171e, 'Mn'],
]);

/** The two-letter categories a name stands for: `L` for the five that begin with it. */
export function expandCategory(name: string): string[] {
  return CATEGORIES.filter((category) => category.startsWith(name));
}

/** Members of any of the categories, by their two-letter names. */
export function categoryTest(categories: readonly string[]): CodePointTest {
  const names = new Set(categories);
  const test = expressionTest([...names].map((name) => `\\p{${name}}`).join(''));
  return (c) => {
    const old = OLD_CATEGORIES.get(c);
    if (old !== undefined) return names.has(old);
    return isUnassigned(c) ? names.has('Cn') : test(c);
  };
}

/**
 * A property the browser knows, without the characters it got since.
 *
 * @param inside what to write between `[` and `]`, such as `\p{Alphabetic}`
 * @param differing code points for which JDK 17 says the opposite
 */
export function knownTest(inside: string, differing: readonly number[] = []): CodePointTest {
  const test = expressionTest(inside);
  const opposite = new Set(differing);
  return (c) => !isUnassigned(c) && test(c) !== opposite.has(c);
}

function expressionTest(inside: string): CodePointTest {
  const expression = new RegExp(`[${inside}]`, 'u');
  return (c) => expression.test(String.fromCodePoint(c));
}

/** Remembers answers, a page of 256 at a time: asking a regular expression costs a hundred times more. */
export function remembered(test: CodePointTest): CodePointTest {
  const pages = new Map<number, Int8Array>();
  return (c) => {
    let page = pages.get(c >> 8);
    if (!page) {
      page = new Int8Array(256);
      pages.set(c >> 8, page);
    }
    const known = page[c & 255]!;
    if (known !== 0) return known === 1;
    const answer = test(c);
    page[c & 255] = answer ? 1 : -1;
    return answer;
  };
}
