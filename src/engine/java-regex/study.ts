import { type Alternation, MAX_REPEATS, type PatternNode, type Repeat, type Sequence } from './syntax-tree';

/*
 * Lengths and determinism of a pattern as `java.util.regex` estimates them. The estimate is part of its
 * behaviour: it decides which lookbehinds compile, how far back they start, and which of two loops runs a
 * repeated group. It counts in 32-bit ints that overflow, hence `| 0` throughout: `(?<=a*b*)` looks back -2
 * characters and never matches.
 */

export interface Study {
  /** Length in code points. */
  minLength: number;
  maxLength: number;
  /** False when there is no maximum Java would find obvious. */
  bounded: boolean;
  /** There is one way only to match at a given place. */
  deterministic: boolean;
}

/** Where a study has come to on its way through a chain of nodes. */
interface Walk extends Study {
  /** What stands before the last alternatives: Java starts over after them and adds this in the end. */
  before: { minLength: number; maxLength: number; bounded: boolean };
}

/** Studies the body of a group. */
export function lengthsOf(body: Alternation | Sequence): Study {
  return studyChain(body);
}

/** Whether a counted group runs as a plain loop (`GroupCurly`) or has to remember where it may go back to. */
export function isDeterministic(body: Alternation | Sequence): boolean {
  return studyChain(body).deterministic;
}

function studyChain(node: PatternNode | undefined): Study {
  const walk: Walk = {
    minLength: 0,
    maxLength: 0,
    bounded: true,
    deterministic: true,
    before: { minLength: 0, maxLength: 0, bounded: true },
  };
  if (node) study(node, walk);
  const { before, deterministic } = walk;
  return {
    minLength: (walk.minLength + before.minLength) | 0,
    maxLength: (walk.maxLength + before.maxLength) | 0,
    bounded: walk.bounded && before.bounded,
    deterministic,
  };
}

function study(node: PatternNode, walk: Walk): void {
  switch (node.kind) {
    case 'sequence':
      for (const item of node.items) study(item, walk);
      return;
    case 'alternation':
      studyAlternatives(node.alternatives, walk);
      return;
    case 'literal':
      advance(walk, node.codePoints.length, node.codePoints.length);
      return;
    case 'one-of':
      // Java forgot to count the classes of `(?c)`, as it did with `\X`.
      if (node.canonical) walk.deterministic = false;
      else advance(walk, 1, 1);
      return;
    case 'line-break':
      advance(walk, 1, 2);
      return;
    case 'grapheme':
      walk.deterministic = false;
      return;
    case 'back-reference':
      walk.bounded = false;
      return;
    case 'group':
      study(node.body, walk);
      return;
    case 'atomic':
      studyApart(node.body, walk);
      return;
    case 'repeat':
      studyRepeat(node, walk);
      return;
  }
}

/** A chain of its own inside a chain: what stands before alternatives is added where the inner one ends. */
function studyApart(node: PatternNode, walk: Walk): void {
  const { before } = walk;
  walk.before = { minLength: 0, maxLength: 0, bounded: true };
  study(node, walk);
  advance(walk, walk.before.minLength, walk.before.maxLength);
  walk.bounded &&= walk.before.bounded;
  walk.before = before;
}

function advance(walk: Walk, min: number, max: number): void {
  walk.minLength = (walk.minLength + min) | 0;
  walk.maxLength = (walk.maxLength + max) | 0;
}

function studyAlternatives(alternatives: (PatternNode | undefined)[], walk: Walk): void {
  const { before } = walk;
  let shortest = MAX_REPEATS;
  let longest = -1;
  for (const alternative of alternatives) {
    const part = studyChain(alternative);
    shortest = Math.min(shortest, part.minLength);
    longest = Math.max(longest, part.maxLength);
    before.bounded &&= part.bounded;
  }
  before.bounded &&= walk.bounded;
  before.minLength = (before.minLength + walk.minLength + shortest) | 0;
  before.maxLength = (before.maxLength + walk.maxLength + longest) | 0;
  walk.minLength = 0;
  walk.maxLength = 0;
  walk.bounded = true;
  walk.deterministic = false;
}

function studyRepeat(node: Repeat, walk: Walk): void {
  const { of, sign, mode, min, max } = node;
  if (sign === '?') {
    if (of.kind === 'group' && mode !== 'possessive') {
      studyAlternatives([of, undefined], walk);
      return;
    }
    const { minLength } = walk;
    studyApart(of, walk);
    walk.minLength = minLength;
    walk.deterministic = false;
    return;
  }
  if (mode === 'greedy' && max === MAX_REPEATS && isSingleCharacter(of)) {
    advance(walk, min, MAX_REPEATS);
    walk.deterministic = false;
    return;
  }
  const part = studyChain(of);
  if (of.kind === 'group' && mode !== 'possessive' && !part.deterministic) {
    // Java looks no further than the loop.
    walk.bounded = false;
    walk.deterministic = false;
    return;
  }
  const least = (Math.imul(part.minLength, min) + walk.minLength) | 0;
  walk.minLength = least < walk.minLength ? 0xfffffff : least;
  if (walk.bounded && part.bounded) {
    const most = (Math.imul(part.maxLength, max) + walk.maxLength) | 0;
    if (most < walk.maxLength) walk.bounded = false;
    walk.maxLength = most;
  } else {
    walk.bounded = false;
  }
  if (!(part.deterministic && min === max)) walk.deterministic = false;
}

/** What Java compiles to a node that tests one character: its greedy loops have a node of their own. */
function isSingleCharacter(node: PatternNode): boolean {
  return (
    (node.kind === 'literal' && node.codePoints.length === 1) || (node.kind === 'one-of' && !node.canonical)
  );
}
