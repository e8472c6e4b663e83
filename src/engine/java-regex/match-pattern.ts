import type { NearMiss } from '../outcome';
import type { Span } from '../text/span';
import { type CompiledPattern, compilePattern } from './compile-pattern';
import { Machine } from './machine';
import { isLineTerminator } from './pattern-reader';
import type { Step } from './program';
import { DEFAULT_BUDGET, find, type GroupSpan, groupSpans } from './search';
import type { PatternError } from './syntax-tree';

/** What became of comparing a pattern with a text. Plain data; spans count UTF-16 units. */
export type PatternResult = PatternMatch | { ok: false; error: PatternError };

export interface PatternMatch {
  ok: true;
  /** The pattern matches the whole text. */
  matches: boolean;
  /** Matching went over its budget: nothing is known about the text. */
  gaveUp: boolean;
  /** Steps taken; a thousand take some ten microseconds. */
  steps: number;
  /** First place where the pattern occurs in the text, when it does not match the whole. */
  found?: Span;
  /** On failure: how far it came. */
  nearMiss?: NearMiss;
  /** On success: what each piece of the pattern took, in the order of the pattern; text between is never skipped. */
  covered?: Covered[];
  /** On success: the groups, the whole match first. */
  groups: GroupSpan[];
}

/** A piece of the pattern and the text it took. */
interface Covered {
  pattern: Span;
  text: Span;
}

export interface MatchOptions {
  /** Steps before giving up. Default: 3 million, about a tenth of a second. */
  budget?: number;
}

/**
 * Compares a Java pattern with a whole text, as API Gateway does with a selection pattern, and tells what one
 * wants to know about the result.
 *
 * @example
 * matchPattern('.*not found', 'Order not found').matches // true
 * matchPattern('not found', 'Order not found')           // matches: false, found: { from: 6, to: 15 }
 * matchPattern('(a', 'a')                                // { ok: false, error: { description: 'Unclosed group', ... } }
 */
export function matchPattern(pattern: string, text: string, options: MatchOptions = {}): PatternResult {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) return compiled;
  const { program } = compiled.program;
  const budget = options.budget ?? DEFAULT_BUDGET;
  const machine = new Machine(program, text, { whole: true, budget, lastMatch: 0 });
  const result = machine.run(0);
  const steps = machine.used;
  if (result === 'gave-up') return { ok: true, matches: false, gaveUp: true, steps, groups: [] };
  if (result === 'matched') {
    const covered = coverage(compiled.program, text, budget);
    return { ok: true, matches: true, gaveUp: false, steps, groups: groupSpans(machine.groups), ...covered };
  }
  const found = find(compiled.program, text, 0, Math.max(budget - steps, 0));
  const occurrence = found.kind === 'match' ? { found: found.span } : {};
  const nearMiss = { ...nearMissOf(machine, text), ...occurrence };
  return {
    ok: true,
    matches: false,
    gaveUp: false,
    steps: steps + found.steps,
    groups: [],
    nearMiss,
    ...occurrence,
  };
}

/** Runs once more, now noting where each piece begins and ends. */
function coverage(compiled: CompiledPattern, text: string, budget: number): { covered?: Covered[] } {
  const program = compiled.marked();
  const machine = new Machine(program, text, { whole: true, budget: budget * 2, lastMatch: 0 });
  if (machine.run(0) !== 'matched') return {};
  const covered: Covered[] = [];
  for (const { span, start, end } of program.pieces) {
    const from = machine.locals[start]!;
    const to = machine.locals[end]!;
    if (from >= 0 && to >= from) covered.push({ pattern: span, text: { from, to } });
  }
  return { covered: covered.sort((a, b) => a.pattern.from - b.pattern.from) };
}

function nearMissOf(machine: Machine, text: string): NearMiss {
  const { reached, refusedBy, refusedFrom, stopped, stoppedBy } = machine;
  // A dot that stops at a line break is the reason, whatever came after it.
  if (stoppedBy?.isDot && stopped >= reached && isLineTerminator(text.charCodeAt(stopped)))
    return { reached: stopped, refusedBy: stoppedBy.span };
  if (!refusedBy) return { reached: Math.max(reached, 0) };
  return { reached, refusedBy: refusedPart(refusedBy, text, refusedFrom, reached) };
}

/** Of a text, the character that did not fit. */
function refusedPart(step: Step, text: string, from: number, reached: number): Span {
  let at = 0;
  for (let i = from; i < reached; i += text.codePointAt(i)! > 0xffff ? 2 : 1) at++;
  return step.spans[at] ?? step.span;
}
