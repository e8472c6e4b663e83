import { MemoTable } from './memo';
import type { Program, Step } from './program';

/*
 * The state of a match: where it stands, what its groups hold, and the stack of what to do when a step fails.
 *
 * Java's matcher is a set of nodes that call each other; a node's frame on Java's stack is an entry here. What
 * Java does when a call returns false (put a group back, try the next alternative) happens when the entry is
 * popped. What has been decided for good (a lookahead that held, an atomic group, one round of a simple loop)
 * has its entries dropped without being undone, just as Java's frames return true: that is why a group set
 * inside a lookahead survives a later failure.
 *
 * A stretch that is matched on its own runs above a border entry. Reaching its end drops everything down to the
 * border; popping the border means that the stretch does not match.
 */

export interface RunOptions {
  /** The match has to end where the text ends. */
  whole: boolean;
  /** Steps before giving up, for all runs of the machine together. */
  budget: number;
  /** Where the previous match ended, for `\G`. */
  lastMatch: number;
  /** Steps after which failures are remembered; for tests. */
  rememberAfter?: number;
}

/** Steps after which failures are remembered; most matches are through long before. */
const REMEMBER_AFTER = 2000;

/** Looking at this many characters in a row counts as one step. */
export const CHARACTERS_PER_STEP = 16;

/** Most numbers on the stack: 64 MiB. */
const MAX_STACK = 1 << 24;

/** Answer of a step that does not match; all others answer with the step to go on with. */
export const FAIL = -1;

/** Entries of the stack: the kind is on top, its values below. */
export const Entry = {
  /** local, value before */
  local: 0,
  /** group, start and end before */
  group: 1,
  /** step, index */
  goOn: 2,
  /** step, number of the next alternative, index */
  alternative: 3,
  /** step, least index, index */
  giveBack: 4,
  /** step, rounds so far, index */
  takeMore: 5,
  /** step, rounds so far, index */
  roundAgain: 6,
  /** memo, state, index */
  remember: 7,
  /** step, index, rounds, length of a round, least rounds, the group's start and end before */
  groupGiveBack: 8,
  /** the same */
  groupResume: 9,
  /** border below, phase, then the same */
  border: 10,
} as const;

/** Number of values of each kind of entry. */
export const SIZES = [2, 3, 2, 3, 3, 3, 3, 3, 7, 7, 9];

/** What runs above a border. */
export const Phase = {
  atomic: 0,
  look: 1,
  behind: 2,
  /** One round of an `atomLoop`. */
  round: 3,
  /** Rounds of a `groupLoop`: up to its minimum, the first beyond, further ones of the same length, a lazy one. */
  least: 4,
  first: 5,
  more: 6,
  lazy: 7,
} as const;

export class MatchState {
  protected readonly program: Program;
  protected readonly steps: Step[];
  protected readonly text: string;
  protected readonly options: RunOptions;
  protected readonly rememberAfter: number;
  protected stack = new Int32Array(256);
  protected top = 0;
  protected border = -1;
  protected behindTo = 0;
  protected looks = 0;
  /** Where a stretch matched on its own ended last; Java's `\b{g}` depends on it. */
  protected noted: number;
  protected index = 0;
  /** Starts of groups, rounds of loops, marks; -1 when never set. */
  readonly locals: Int32Array;
  protected memo: MemoTable | undefined;
  /** Start and end of every group, -1 when unset; the whole match first. */
  readonly groups: Int32Array;
  /** Steps taken. */
  used = 0;
  /** Furthest index at which a step refused to match, that step, and where it began. */
  reached = -1;
  refusedBy: Step | undefined;
  refusedFrom = 0;
  /** Furthest index at which a loop stopped before the end of the text, and that loop. */
  stopped = -1;
  stoppedBy: Step | undefined;

  constructor(program: Program, text: string, options: RunOptions) {
    this.program = program;
    this.steps = program.steps;
    this.text = text;
    this.options = options;
    this.rememberAfter = options.rememberAfter ?? REMEMBER_AFTER;
    this.noted = options.lastMatch;
    this.locals = new Int32Array(program.locals).fill(-1);
    this.groups = new Int32Array(2 * (program.tree.groupCount + 1)).fill(-1);
  }

  protected moved(step: Step, to: number): number {
    if (to < 0) return this.refuse(step, ~to);
    this.used += ((to - this.index) / CHARACTERS_PER_STEP) | 0;
    this.index = to;
    return step.next;
  }

  /** Notes how far things went; what happens inside a lookaround is of no interest. */
  protected refuse(step: Step, at: number): number {
    if (at > this.reached && this.looks === 0) {
      this.reached = at;
      this.refusedBy = step;
      this.refusedFrom = this.index;
    }
    return FAIL;
  }

  /** Begins to match the body of a step on its own, at `i`. */
  protected runInner(
    step: Step,
    phase: number,
    i: number,
    rounds = 0,
    size = 0,
    least = 0,
    s = 0,
    e = 0,
  ): number {
    this.reserve();
    const { stack } = this;
    let { top } = this;
    stack[top++] = this.border;
    stack[top++] = phase;
    stack[top++] = step.id;
    stack[top++] = i;
    stack[top++] = rounds;
    stack[top++] = size;
    stack[top++] = least;
    stack[top++] = s;
    stack[top++] = e;
    stack[top++] = Entry.border;
    this.top = top;
    this.border = top;
    this.index = i;
    return step.body;
  }

  /** Drops entries without undoing them; what they do on success is done. */
  protected dropTo(base: number): void {
    if (this.program.hasSuccessEffects) {
      const { stack } = this;
      let top = this.top;
      while (top > base) {
        const kind = stack[top - 1]!;
        top -= SIZES[kind]! + 1;
        // Java's loop over a deterministic group writes its own last round over what later rounds set.
        if (kind === Entry.groupGiveBack) {
          const { group } = this.steps[stack[top]!]!;
          if (group >= 0) this.setGroup(group, stack[top + 1]! - stack[top + 3]!, stack[top + 1]!);
        }
      }
    }
    this.top = base;
  }

  // ### State

  protected failedBefore(place: number): boolean {
    this.memo ??= new MemoTable(this.program.memos, this.text.length);
    const state = this.memo.state(place, this.locals, this.index);
    if (state < 0) return false;
    if (this.memo.has(place, state, this.index)) return true;
    this.push3(Entry.remember, place, state, this.index);
    return false;
  }

  protected setLocal(local: number, value: number): void {
    this.push2(Entry.local, local, this.locals[local]!);
    this.locals[local] = value;
  }

  protected saveGroup(group: number): void {
    this.push3(Entry.group, group, this.groups[2 * group]!, this.groups[2 * group + 1]!);
  }

  protected setGroup(group: number, start: number, end: number): void {
    this.groups[2 * group] = start;
    this.groups[2 * group + 1] = end;
  }

  protected reserve(): void {
    if (this.top + 10 <= this.stack.length) return;
    const full = this.stack.length >= MAX_STACK;
    // With the stack full the present step may end as it likes, but no other is taken.
    if (full) this.used = this.options.budget;
    const larger = new Int32Array(this.stack.length * (full ? 1 : 2) + 64);
    larger.set(this.stack);
    this.stack = larger;
  }

  protected push2(kind: number, a: number, b: number): void {
    this.reserve();
    const { stack, top } = this;
    stack[top] = a;
    stack[top + 1] = b;
    stack[top + 2] = kind;
    this.top = top + 3;
  }

  protected push3(kind: number, a: number, b: number, c: number): void {
    this.reserve();
    const { stack, top } = this;
    stack[top] = a;
    stack[top + 1] = b;
    stack[top + 2] = c;
    stack[top + 3] = kind;
    this.top = top + 4;
  }

  protected push7(
    kind: number,
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    f: number,
    g: number,
  ): void {
    this.push3(kind, a, b, c);
    this.reserve();
    const { stack, top } = this;
    stack[top - 1] = d;
    stack[top] = e;
    stack[top + 1] = f;
    stack[top + 2] = g;
    stack[top + 3] = kind;
    this.top = top + 4;
  }
}
