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

const fresh = (): Study => ({ minLength: 0, maxLength: 0, bounded: true, deterministic: true });

/** Studies the body of a group. */
export function lengthsOf(body: Alternation | Sequence): Study {
  const info = fresh();
  study(body, info);
  return info;
}

/** Whether a counted group runs as a plain loop (`GroupCurly`) or has to remember where it may go back to. */
export function isDeterministic(body: Alternation | Sequence): boolean {
  return lengthsOf(body).deterministic;
}

function study(node: PatternNode, info: Study): void {
  switch (node.kind) {
    case 'sequence':
      for (const item of node.items) study(item, info);
      return;
    case 'alternation':
      studyAlternatives(node.alternatives, info);
      return;
    case 'literal':
      advance(info, node.codePoints.length, node.codePoints.length);
      return;
    case 'one-of':
      advance(info, 1, 1);
      return;
    case 'line-break':
      advance(info, 1, 2);
      return;
    case 'grapheme':
      info.minLength = (info.minLength + 1) | 0;
      info.bounded = false;
      return;
    case 'back-reference':
      info.bounded = false;
      return;
    case 'group':
    case 'atomic':
      study(node.body, info);
      return;
    case 'repeat':
      studyRepeat(node, info);
      return;
  }
}

function advance(info: Study, min: number, max: number): void {
  info.minLength = (info.minLength + min) | 0;
  info.maxLength = (info.maxLength + max) | 0;
}

function studyAlternatives(alternatives: (PatternNode | undefined)[], info: Study): void {
  let shortest = MAX_REPEATS;
  let longest = -1;
  for (const alternative of alternatives) {
    const part = fresh();
    if (alternative) study(alternative, part);
    shortest = Math.min(shortest, part.minLength);
    longest = Math.max(longest, part.maxLength);
    info.bounded &&= part.bounded;
  }
  advance(info, shortest, longest);
  info.deterministic = false;
}

function studyRepeat(node: Repeat, info: Study): void {
  const { of, sign, mode, min, max } = node;
  if (sign === '?') {
    if (of.kind === 'group' && mode !== 'possessive') {
      studyAlternatives([of, undefined], info);
      return;
    }
    const { minLength } = info;
    study(of, info);
    info.minLength = minLength;
    info.deterministic = false;
    return;
  }
  if (mode === 'greedy' && sign !== '{}' && isSingleCharacter(of)) {
    advance(info, min, MAX_REPEATS);
    info.deterministic = false;
    return;
  }
  const part = fresh();
  study(of, part);
  if (of.kind === 'group' && mode !== 'possessive' && !part.deterministic) {
    // Java looks no further than the loop.
    info.bounded = false;
    info.deterministic = false;
    return;
  }
  const least = (Math.imul(part.minLength, min) + info.minLength) | 0;
  info.minLength = least < info.minLength ? 0xfffffff : least;
  if (info.bounded && part.bounded) {
    const most = (Math.imul(part.maxLength, max) + info.maxLength) | 0;
    if (most < info.maxLength) info.bounded = false;
    info.maxLength = most;
  } else {
    info.bounded = false;
  }
  if (!(part.deterministic && min === max)) info.deterministic = false;
}

/** What Java compiles to a node that tests one character: its greedy loops have a node of their own. */
export function isSingleCharacter(node: PatternNode): boolean {
  return (
    (node.kind === 'literal' && node.codePoints.length === 1) || (node.kind === 'one-of' && !node.canonical)
  );
}
