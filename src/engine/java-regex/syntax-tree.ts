import type { Span } from '../text/span';
import type { CharSet } from './char-set';

/*
 * What a pattern says, as a tree. Every node has its span in the pattern as it was written, inside the span of
 * its parent. The tree keeps the distinctions `java.util.regex` makes, such as between one letter
 * and several, because its results depend on them.
 */

/** How letters are compared: exactly, `(?i)` over ASCII, `(?iu)` over Unicode. */
export type Fold = 'none' | 'ascii' | 'unicode';

export type PatternNode =
  | Alternation
  | Sequence
  | Literal
  | OneOf
  | Anchor
  | BackReference
  | LineBreak
  | Grapheme
  | Group
  | Atomic
  | Look
  | Repeat
  | FlagSwitch;

/** `a|b`: at least two alternatives, tried from left to right. */
export interface Alternation {
  kind: 'alternation';
  span: Span;
  alternatives: Sequence[];
}

/** Items one after the other; none for an empty pattern, group or alternative. */
export interface Sequence {
  kind: 'sequence';
  span: Span;
  items: PatternNode[];
}

/** Characters that stand for themselves. Empty where a quantifier has nothing to repeat, as in `{2}`. */
export interface Literal {
  kind: 'literal';
  span: Span;
  codePoints: number[];
  /** Span of each character in the pattern. */
  spans: Span[];
  fold: Fold;
}

/** One character out of a set. */
export interface OneOf {
  kind: 'one-of';
  span: Span;
  /** How it was written: `.`, `[...]`, `\p{...}`, or another class escape. */
  form: 'dot' | 'class' | 'property' | 'escape';
  set: CharSet;
  /** Under `(?c)`: characters are composed before they are compared. */
  canonical: boolean;
}

export interface Anchor {
  kind: 'anchor';
  span: Span;
  anchor: /** `^` and `\A` */
    | 'begin'
    /** `^` under `(?m)` */
    | 'line-begin'
    | 'unix-line-begin'
    /** `$` and `\Z` */
    | 'end-of-content'
    | 'unix-end-of-content'
    /** `$` under `(?m)` */
    | 'line-end'
    | 'unix-line-end'
    /** `\z` */
    | 'end'
    /** `\G` */
    | 'last-match'
    /** `\b`, `\B` and both under `(?U)` */
    | 'word-boundary'
    | 'no-word-boundary'
    | 'unicode-word-boundary'
    | 'no-unicode-word-boundary'
    /** `\b{g}` */
    | 'grapheme-boundary';
}

/** `\1`, `\k<name>`. */
interface BackReference {
  kind: 'back-reference';
  span: Span;
  /** Number of the group; there may be no such group. */
  group: number;
  name?: string;
  fold: Fold;
}

/** `\R` */
interface LineBreak {
  kind: 'line-break';
  span: Span;
}

/** `\X` */
interface Grapheme {
  kind: 'grapheme';
  span: Span;
}

/** `(...)`, `(?<name>...)`, `(?:...)`, `(?i:...)`. */
interface Group {
  kind: 'group';
  span: Span;
  /** Number of the group, from 1; absent when it captures nothing. */
  capture?: number;
  name?: string;
  body: Alternation | Sequence;
}

/** `(?>...)` */
interface Atomic {
  kind: 'atomic';
  span: Span;
  body: Alternation | Sequence;
}

/** `(?=...)`, `(?!...)`, `(?<=...)`, `(?<!...)`. */
export interface Look {
  kind: 'look';
  span: Span;
  behind: boolean;
  negated: boolean;
  body: Alternation | Sequence;
  /** Lookbehind: how far back it may start, as Java computes it (32-bit, may have overflowed). */
  minLength: number;
  maxLength: number;
  /** Lookbehind: lengths count code points, not UTF-16 units. */
  supplementary: boolean;
}

export type RepeatMode = 'greedy' | 'lazy' | 'possessive';

export interface Repeat {
  kind: 'repeat';
  span: Span;
  /** Span of the quantifier alone. */
  quantifier: Span;
  of: PatternNode;
  /** How it was written; `{0,1}` counts as `?`. Java compiles `?` in a way of its own. */
  sign: '?' | '*' | '+' | '{}';
  min: number;
  /** `MAX_REPEATS` when there is no limit. */
  max: number;
  mode: RepeatMode;
}

/** `(?i)`: matches nothing, changes what follows up to the end of the group. */
interface FlagSwitch {
  kind: 'flag-switch';
  span: Span;
}

/** Java's "no limit", the largest int. */
export const MAX_REPEATS = 0x7fffffff;

/** A pattern that was understood. */
export interface PatternTree {
  pattern: string;
  root: Alternation | Sequence;
  /** Number of capturing groups, group 0 not counted. */
  groupCount: number;
  /** Group numbers by name. */
  groupNames: Map<string, number>;
  /** Java searches by code points instead of UTF-16 units. */
  supplementary: boolean;
  /** A back reference to a group that exists occurs. */
  hasBackReference: boolean;
}

/** Why a pattern does not compile, in the words of `java.util.regex.PatternSyntaxException`. */
export interface PatternError {
  /** `getDescription()`: `Unclosed group`. */
  description: string;
  /** `getIndex()`: counts code points, with quoted text (`\Q...\E`) written out; may be -1 or beyond the end. */
  index: number;
  /** `getMessage()`: several lines, the last pointing at the place with `^`. */
  message: string;
  /** Where to show it in the pattern, UTF-16 units. */
  span: Span;
}
