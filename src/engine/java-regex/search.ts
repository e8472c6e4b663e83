import type { Span } from '../text/span';
import type { CompiledPattern } from './compile-pattern';
import { Machine } from './machine';
import type { RunOptions } from './match-state';
import { Op } from './program';

/** Steps after which matching gives up: about a tenth of a second. */
export const DEFAULT_BUDGET = 3_000_000;

/** What `Matcher` would know after a match. */
export type MatchResult =
  | { kind: 'match'; span: Span; groups: GroupSpan[]; steps: number }
  | { kind: 'no-match'; steps: number }
  /** The budget ran out first. */
  | { kind: 'gave-up'; steps: number };

/** Where a group matched; undefined when it took no part. The whole match is group 0. */
export type GroupSpan = Span | undefined;

/**
 * `Matcher.matches()`: the whole text.
 *
 * @example
 * matches(compiled('a(b)?'), 'a') // { kind: 'match', span: { from: 0, to: 1 }, groups: [{...}, undefined], ... }
 */
export function matches(pattern: CompiledPattern, text: string, budget = DEFAULT_BUDGET): MatchResult {
  return runAt(pattern, text, 0, { whole: true, budget, lastMatch: 0 });
}

/** `Matcher.lookingAt()`: a beginning of the text. */
export function lookingAt(pattern: CompiledPattern, text: string, budget = DEFAULT_BUDGET): MatchResult {
  return runAt(pattern, text, 0, { whole: false, budget, lastMatch: 0 });
}

/**
 * `Matcher.find()` from an index on.
 *
 * @param lastMatch where the previous match ended, for `\G`; the start of the search when there was none
 */
export function find(
  pattern: CompiledPattern,
  text: string,
  from = 0,
  budget = DEFAULT_BUDGET,
  lastMatch = from,
): MatchResult {
  const { program } = pattern;
  const machine = new Machine(program, text, { whole: false, budget, lastMatch });
  const first = program.steps[program.entry]!;
  for (let at = from; at <= text.length; at++) {
    if (first.op === Op.text && first.text !== '') {
      at = text.indexOf(first.text, at);
      if (at < 0) break;
    }
    const result = machine.run(at);
    if (result !== 'failed') return resultOf(machine, result);
    // Java steps over a pair only when the pattern itself has something to do with pairs.
    if (program.tree.supplementary && isPairAt(text, at)) at++;
  }
  return { kind: 'no-match', steps: machine.used };
}

/** All matches from left to right, as `while (matcher.find())` meets them; stops when the budget runs out. */
export function* findAll(
  pattern: CompiledPattern,
  text: string,
  budget = DEFAULT_BUDGET,
): Generator<Extract<MatchResult, { kind: 'match' | 'gave-up' }>> {
  let left = budget;
  let from = 0;
  let lastMatch = 0;
  while (from <= text.length) {
    const result = find(pattern, text, from, left, lastMatch);
    if (result.kind === 'no-match') return;
    yield result;
    if (result.kind === 'gave-up') return;
    left -= result.steps;
    lastMatch = result.span.to;
    from = result.span.to === result.span.from ? result.span.to + 1 : result.span.to;
  }
}

function runAt(pattern: CompiledPattern, text: string, at: number, options: RunOptions): MatchResult {
  const machine = new Machine(pattern.program, text, options);
  return resultOf(machine, machine.run(at));
}

function resultOf(machine: Machine, result: ReturnType<Machine['run']>): MatchResult {
  const steps = machine.used;
  if (result === 'gave-up') return { kind: 'gave-up', steps };
  if (result === 'failed') return { kind: 'no-match', steps };
  const groups = groupSpans(machine.groups);
  return { kind: 'match', span: groups[0]!, groups, steps };
}

/** Starts and ends in pairs as spans. */
export function groupSpans(pairs: Int32Array): GroupSpan[] {
  const spans: GroupSpan[] = [];
  for (let i = 0; i < pairs.length; i += 2)
    spans.push(pairs[i]! < 0 ? undefined : { from: pairs[i]!, to: pairs[i + 1]! });
  return spans;
}

function isPairAt(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff;
}
