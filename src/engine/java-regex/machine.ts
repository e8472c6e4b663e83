import { holdsAnchor } from './anchors';
import {
  consumeFolded,
  consumeReference,
  consumeText,
  previous,
  runEnd,
  takenLength,
  unitsOf,
} from './consume';
import { graphemeEnd } from './graphemes';
import { MemoTable } from './memo';
import { isLineTerminator } from './pattern-reader';
import { Op, type Program, type Step } from './program';
import { MAX_REPEATS } from './syntax-tree';

/*
 * The machine: walks from step to step, and keeps on an explicit stack what to do when a step fails.
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

export type RunResult = 'matched' | 'failed' | 'gave-up';

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
const CHARACTERS_PER_STEP = 16;

/** Most numbers on the stack: 64 MiB. */
const MAX_STACK = 1 << 24;

const FAIL = -1;
const NOTHING_LEFT = -2;

/** Entries of the stack: the kind is on top, its values below. */
const Entry = {
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
const SIZES = [2, 3, 2, 3, 3, 3, 3, 3, 7, 7, 9];

/** What runs above a border. */
const Phase = {
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

export class Machine {
  private readonly program: Program;
  private readonly steps: Step[];
  private readonly text: string;
  private readonly options: RunOptions;
  private readonly rememberAfter: number;
  private stack = new Int32Array(256);
  private top = 0;
  private border = -1;
  private behindTo = 0;
  private looks = 0;
  /** Where a stretch matched on its own ended last; Java's `\\b{g}` depends on it. */
  private noted: number;
  private index = 0;
  /** Starts of groups, rounds of loops, marks; -1 when never set. */
  readonly locals: Int32Array;
  private memo: MemoTable | undefined;
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

  /** Tries to match from an index on. Groups stay as Java leaves them, after a failure too. */
  run(from: number): RunResult {
    const { steps, text, options } = this;
    this.index = from;
    this.top = 0;
    this.border = -1;
    this.looks = 0;
    let at = this.program.entry;
    for (;;) {
      while (at >= 0) {
        if (++this.used > options.budget) return 'gave-up';
        const step = steps[at]!;
        if (step.op !== Op.accept) {
          at = this.advance(step);
        } else if (!options.whole || this.index === text.length) {
          this.dropTo(0);
          this.groups[0] = from;
          this.groups[1] = this.index;
          return 'matched';
        } else {
          at = this.refuse(step, this.index);
        }
      }
      at = this.backtrack();
      if (this.used > options.budget) return 'gave-up';
      if (at === NOTHING_LEFT) return 'failed';
    }
  }

  // ### Going forward

  /** Performs one step; returns the one to go on with, or `FAIL`. */
  private advance(step: Step): number {
    if (step.memo >= 0 && this.used > this.rememberAfter && this.failedBefore(step.memo)) return FAIL;
    const { text, index } = this;
    switch (step.op) {
      case Op.set: {
        const length = takenLength(step, text, index);
        return this.moved(step, length > 0 ? index + length : ~index);
      }
      case Op.text:
        return this.moved(step, consumeText(step, text, index));
      case Op.foldedText:
        return this.moved(step, consumeFolded(step, text, index));
      case Op.backReference:
        return this.moved(step, consumeReference(step, text, index, this.groups));
      case Op.grapheme:
        return this.moved(step, index < text.length ? graphemeEnd(text, index) : ~index);
      case Op.anchor: {
        const holds = holdsAnchor(step.anchor, text, index, this.options.lastMatch, this.noted);
        return this.moved(step, holds ? index : ~index);
      }
      case Op.lineBreak:
        return this.lineBreak(step);
      case Op.composed:
        return this.composed(step);
      case Op.mark:
        this.setLocal(step.start, index);
        return step.next;
      case Op.groupStart:
        this.setLocal(step.start, index);
        return step.next;
      case Op.groupEnd:
        if (step.group >= 0) {
          this.saveGroup(step.group);
          this.setGroup(step.group, this.locals[step.start]!, index);
        }
        return step.next;
      case Op.branch:
        return this.alternative(step, 0, index);
      case Op.setLoop:
        return this.setLoop(step);
      case Op.atomLoop:
        return this.atomLoop(step, index, 0);
      case Op.groupLoop:
        return this.enterGroupLoop(step);
      case Op.loopInit:
        return this.enterLoop(step);
      case Op.loop:
        return this.nextRound(step);
      case Op.atomic:
        return this.runInner(step, Phase.atomic, index);
      case Op.look:
        return this.look(step);
      case Op.innerAccept:
        this.noted = index;
        return this.innerMatched();
      case Op.behindAccept:
        return index === this.behindTo ? this.innerMatched() : FAIL;
      default:
        return FAIL;
    }
  }

  private moved(step: Step, to: number): number {
    if (to < 0) return this.refuse(step, ~to);
    this.used += ((to - this.index) / CHARACTERS_PER_STEP) | 0;
    this.index = to;
    return step.next;
  }

  /** Notes how far things went; what happens inside a lookaround is of no interest. */
  private refuse(step: Step, at: number): number {
    if (at > this.reached && this.looks === 0) {
      this.reached = at;
      this.refusedBy = step;
      this.refusedFrom = this.index;
    }
    return FAIL;
  }

  private lineBreak(step: Step): number {
    const { text, index } = this;
    const unit = index < text.length ? text.charCodeAt(index) : -1;
    if (unit === 13 && text.charCodeAt(index + 1) === 10) {
      this.push2(Entry.goOn, step.next, index + 1);
      return this.moved(step, index + 2);
    }
    return this.moved(step, unit === 11 || unit === 12 || isLineTerminator(unit) ? index + 1 : ~index);
  }

  /** `(?c)[...]`: a stretch that composes to one character of the set, the longest first. */
  private composed(step: Step): number {
    const { text, index } = this;
    if (index >= text.length) return this.refuse(step, index);
    const has = step.test!.has;
    const first = text.codePointAt(index)!;
    const least = index + unitsOf(first);
    const ends: number[] = [];
    for (let end = graphemeEnd(text, index); end > least; end = previous(text, end)) {
      const composed = text.slice(index, end).normalize('NFC');
      const point = composed.codePointAt(0)!;
      if (composed.length === unitsOf(point) && has(point)) ends.push(end);
    }
    if (least === graphemeEnd(text, index) && has(first)) ends.push(least);
    for (let i = ends.length - 1; i > 0; i--) this.push2(Entry.goOn, step.next, ends[i]!);
    return this.moved(step, ends[0] ?? ~index);
  }

  private alternative(step: Step, number: number, index: number): number {
    if (number + 1 < step.branches.length) this.push3(Entry.alternative, step.id, number + 1, index);
    this.index = index;
    return step.branches[number]!;
  }

  private look(step: Step): number {
    this.looks++;
    if (!step.behind) return this.runInner(step, Phase.look, this.index);
    const { text, index } = this;
    const back = (count: number) =>
      (step.supplementary ? charactersBack(text, index, count) : index - count) | 0;
    const nearest = back(step.min);
    const furthest = Math.max(back(step.max), 0);
    return this.lookFrom(step, index, nearest, furthest, this.behindTo);
  }

  private lookFrom(step: Step, index: number, from: number, furthest: number, behindTo: number): number {
    if (from < furthest || from < 0) {
      this.looks--;
      return this.looked(step, index, false);
    }
    const body = this.runInner(step, Phase.behind, index, from, behindTo, furthest);
    this.behindTo = index;
    this.index = from;
    return body;
  }

  private looked(step: Step, index: number, holds: boolean): number {
    this.index = index;
    if (holds !== step.negated) return step.next;
    return this.refuse(step, index);
  }

  // ### Loops over a set

  private setLoop(step: Step): number {
    const { text, index } = this;
    const { min, max } = step;
    let least = index;
    for (let n = 0; n < min; n++) {
      const length = takenLength(step, text, least);
      if (length === 0) return this.refuse(step, least);
      least += length;
    }
    this.used += ((least - index) / CHARACTERS_PER_STEP) | 0;
    if (step.notes && least > index) this.noted = least;
    if (step.mode === 'lazy') {
      if (max > min) this.push3(Entry.takeMore, step.id, min, least);
      this.index = least;
      return step.next;
    }
    const most = this.failedOneFurther(step) ? Math.max(1 - min, 0) : max - min;
    const end = most === 0 ? least : runEnd(step, text, least, most);
    this.used += ((end - least) / CHARACTERS_PER_STEP) | 0;
    if (step.notes && end > least) this.noted = end;
    if (end > this.stopped && end < text.length && this.looks === 0) {
      this.stopped = end;
      this.stoppedBy = step;
    }
    if (step.mode === 'greedy' && end > least) this.push3(Entry.giveBack, step.id, least, end);
    this.index = end;
    return step.next;
  }

  /**
   * The same loop failed one character further on in the same state. What follows it then fails wherever that run
   * could have ended, so that only ends it could not reach are left: with this `(a+)+b` takes linear time.
   */
  private failedOneFurther(step: Step): boolean {
    if (!this.memo || step.memo < 0 || step.mode !== 'greedy' || step.max !== MAX_REPEATS) return false;
    const length = takenLength(step, this.text, this.index);
    const state = this.memo.state(step.memo, this.locals, this.index);
    return length > 0 && state >= 0 && this.memo.has(step.memo, state, this.index + length);
  }

  /** Gives back characters up to where what follows can match at all. */
  private giveBack(step: Step, least: number, index: number): number {
    const { text } = this;
    const follower = this.steps[step.next]!;
    // A match may begin inside a pair; then the pair is not given back as a whole.
    let to = Math.max(previous(text, index), least);
    if (follower.op === Op.text && follower.text !== '') {
      to = text.lastIndexOf(follower.text, to);
      if (to < least) to = -1;
    } else if (follower.op === Op.set || follower.op === Op.foldedText) {
      while (to > least && takenLength(follower, text, to) === 0) to = previous(text, to);
    }
    this.used += ((index - Math.max(to, least)) / CHARACTERS_PER_STEP) | 0;
    if (to < 0) return FAIL;
    if (to > least) this.push3(Entry.giveBack, step.id, least, to);
    this.index = to;
    return step.next;
  }

  private takeMore(step: Step, rounds: number, index: number): number {
    const length = takenLength(step, this.text, index);
    if (length === 0) return this.refuse(step, index);
    this.noted = index + length;
    if (rounds + 1 < step.max) this.push3(Entry.takeMore, step.id, rounds + 1, index + length);
    this.index = index + length;
    return step.next;
  }

  // ### Loops whose rounds are matched on their own

  private atomLoop(step: Step, index: number, rounds: number): number {
    this.index = index;
    if (rounds >= step.min) {
      if (rounds >= step.max) return step.next;
      if (step.mode === 'greedy') this.push2(Entry.goOn, step.next, index);
      if (step.mode === 'lazy') {
        this.push3(Entry.roundAgain, step.id, rounds, index);
        return step.next;
      }
    }
    return this.runInner(step, Phase.round, index, rounds);
  }

  private roundMatched(step: Step, from: number, rounds: number): number {
    const { index } = this;
    if (rounds < step.min) {
      // After a second empty round all others would be empty as well.
      return this.atomLoop(step, index, index === from && rounds > 0 ? step.min : rounds + 1);
    }
    if (index > from) return this.atomLoop(step, index, rounds + 1);
    return step.mode === 'possessive' ? step.next : FAIL;
  }

  private enterGroupLoop(step: Step): number {
    if (step.group >= 0) this.saveGroup(step.group);
    return step.min > 0 ? this.runInner(step, Phase.least, this.index) : this.groupLoop(step, this.index, 0);
  }

  /** The minimum is done. */
  private groupLoop(step: Step, index: number, rounds: number): number {
    this.index = index;
    if (step.mode === 'lazy') {
      this.push3(Entry.roundAgain, step.id, rounds, index);
      return step.next;
    }
    const start = step.group >= 0 ? this.groups[2 * step.group]! : 0;
    const end = step.group >= 0 ? this.groups[2 * step.group + 1]! : 0;
    if (rounds >= step.max) return step.next;
    return this.runInner(step, Phase.first, index, rounds, 0, rounds, start, end);
  }

  private groupGiveBack(
    step: Step,
    i: number,
    rounds: number,
    size: number,
    least: number,
    s: number,
    e: number,
  ): number {
    if (rounds <= least) {
      if (step.group >= 0) this.setGroup(step.group, s, e);
    } else {
      this.push7(Entry.groupGiveBack, step.id, i, rounds, size, least, s, e);
    }
    this.index = i;
    return step.next;
  }

  /** One round of a `groupLoop` from `i` came to the present index. */
  private groupRoundMatched(
    step: Step,
    phase: number,
    i: number,
    rounds: number,
    size: number,
    least: number,
    s: number,
    e: number,
  ): number {
    const to = this.index;
    if (phase === Phase.more && to !== i + size) {
      // A round of another length: Java starts over from here with that length, and returns here in vain.
      this.push7(Entry.groupResume, step.id, i, rounds, size, least, s, e);
      return this.groupLoop(step, i, rounds);
    }
    if (phase === Phase.lazy && to === i) return FAIL;
    if (phase === Phase.first && to === i) return this.groupGiveBack(step, to, least, 0, least, s, e);
    if (step.group >= 0) this.setGroup(step.group, i, to);
    if (phase === Phase.least) {
      const done = to === i && rounds > 0 ? step.min : rounds + 1;
      return done < step.min ? this.runInner(step, phase, to, done) : this.groupLoop(step, to, done);
    }
    if (phase === Phase.lazy) return this.groupLoop(step, to, rounds + 1);
    const length = to - i;
    if (rounds + 1 >= step.max) return this.groupGiveBack(step, to, rounds + 1, length, least, s, e);
    return this.runInner(step, Phase.more, to, rounds + 1, length, least, s, e);
  }

  // ### Loops that may go back into a round

  private enterLoop(step: Step): number {
    const { index } = this;
    if (step.max === 0) return step.next;
    if (step.min === 0) {
      if (step.mode === 'lazy') {
        this.push3(Entry.roundAgain, step.id, 0, index);
        return step.next;
      }
      this.push2(Entry.goOn, step.next, index);
    }
    this.setLocal(step.count, 1);
    return step.body;
  }

  private nextRound(step: Step): number {
    const { index } = this;
    const rounds = this.locals[step.count]!;
    // An empty round ends the loop, also before the minimum.
    if (index <= this.locals[step.start]!) return step.next;
    if (rounds >= step.min) {
      if (rounds >= step.max) return step.next;
      if (step.mode === 'lazy') {
        this.push3(Entry.roundAgain, step.id, rounds, index);
        return step.next;
      }
      this.push2(Entry.goOn, step.next, index);
    }
    this.setLocal(step.count, rounds + 1);
    return step.body;
  }

  private roundAgain(step: Step, rounds: number, index: number): number {
    this.index = index;
    if (rounds >= step.max) return FAIL;
    if (step.op === Op.atomLoop) return this.runInner(step, Phase.round, index, rounds);
    if (step.op === Op.groupLoop) return this.runInner(step, Phase.lazy, index, rounds);
    this.setLocal(step.count, rounds + 1);
    return step.body;
  }

  // ### Matching a stretch on its own

  private runInner(
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

  private innerMatched(): number {
    this.dropTo(this.border);
    return this.leaveInner(true);
  }

  /** The border is on top: takes it off and goes on as the stretch turned out. */
  private leaveInner(matched: boolean): number {
    const { stack } = this;
    const base = this.top - SIZES[Entry.border]! - 1;
    this.top = base;
    this.border = stack[base]!;
    const phase = stack[base + 1]!;
    const step = this.steps[stack[base + 2]!]!;
    const i = stack[base + 3]!;
    const rounds = stack[base + 4]!;
    const size = stack[base + 5]!;
    const least = stack[base + 6]!;
    const s = stack[base + 7]!;
    const e = stack[base + 8]!;
    switch (phase) {
      case Phase.atomic:
        return matched ? step.next : FAIL;
      case Phase.look:
        this.looks--;
        return this.looked(step, i, matched);
      case Phase.behind:
        this.behindTo = size;
        if (matched) {
          this.looks--;
          return this.looked(step, i, true);
        }
        return this.lookFrom(step, i, this.furtherBack(step, rounds), least, size);
      case Phase.round:
        if (matched) return this.roundMatched(step, i, rounds);
        this.index = i;
        return step.mode === 'possessive' && rounds >= step.min ? step.next : FAIL;
      default:
        if (matched) return this.groupRoundMatched(step, phase, i, rounds, size, least, s, e);
        if (phase === Phase.first || phase === Phase.more)
          return this.groupGiveBack(step, i, rounds, size, least, s, e);
        return FAIL;
    }
  }

  private furtherBack(step: Step, from: number): number {
    return step.supplementary && from > 0 ? previous(this.text, from) : from - 1;
  }

  // ### Going back

  /** Takes entries off the stack until one knows how to go on. */
  private backtrack(): number {
    while (this.top > 0 && this.used <= this.options.budget) {
      const { stack } = this;
      const kind = stack[this.top - 1]!;
      if (kind === Entry.border) {
        this.used++;
        const at = this.leaveInner(false);
        if (at !== FAIL) return at;
        continue;
      }
      const base = this.top - 1 - SIZES[kind]!;
      this.top = base;
      const a = stack[base]!;
      const b = stack[base + 1]!;
      const c = stack[base + 2]!;
      let at = FAIL;
      switch (kind) {
        case Entry.local:
          this.locals[a] = b;
          break;
        case Entry.group:
          this.setGroup(a, b, c);
          break;
        case Entry.goOn:
          this.index = b;
          return a;
        case Entry.alternative:
          return this.alternative(this.steps[a]!, b, c);
        case Entry.giveBack:
          at = this.giveBack(this.steps[a]!, b, c);
          break;
        case Entry.takeMore:
          at = this.takeMore(this.steps[a]!, b, c);
          break;
        case Entry.roundAgain:
          at = this.roundAgain(this.steps[a]!, b, c);
          break;
        case Entry.remember:
          this.memo!.add(a, b, c);
          break;
        case Entry.groupGiveBack:
        case Entry.groupResume:
          at = this.backToGroup(kind, base);
          break;
      }
      if (at !== FAIL) return at;
    }
    return NOTHING_LEFT;
  }

  private backToGroup(kind: number, base: number): number {
    const { stack } = this;
    const step = this.steps[stack[base]!]!;
    let i = stack[base + 1]!;
    let rounds = stack[base + 2]!;
    const size = stack[base + 3]!;
    if (kind === Entry.groupGiveBack) {
      i -= size;
      rounds--;
      if (step.group >= 0) this.setGroup(step.group, i - size, i);
    }
    return this.groupGiveBack(step, i, rounds, size, stack[base + 4]!, stack[base + 5]!, stack[base + 6]!);
  }

  /** Drops entries without undoing them; what they do on success is done. */
  private dropTo(base: number): void {
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

  private failedBefore(place: number): boolean {
    this.memo ??= new MemoTable(this.program.memos, this.text.length);
    const state = this.memo.state(place, this.locals, this.index);
    if (state < 0) return false;
    if (this.memo.has(place, state, this.index)) return true;
    this.push3(Entry.remember, place, state, this.index);
    return false;
  }

  private setLocal(local: number, value: number): void {
    this.push2(Entry.local, local, this.locals[local]!);
    this.locals[local] = value;
  }

  private saveGroup(group: number): void {
    this.push3(Entry.group, group, this.groups[2 * group]!, this.groups[2 * group + 1]!);
  }

  private setGroup(group: number, start: number, end: number): void {
    this.groups[2 * group] = start;
    this.groups[2 * group + 1] = end;
  }

  private reserve(): void {
    if (this.top + 10 <= this.stack.length) return;
    const full = this.stack.length >= MAX_STACK;
    // With the stack full the present step may end as it likes, but no other is taken.
    if (full) this.used = this.options.budget;
    const larger = new Int32Array(this.stack.length * (full ? 1 : 2) + 64);
    larger.set(this.stack);
    this.stack = larger;
  }

  private push2(kind: number, a: number, b: number): void {
    this.reserve();
    const { stack, top } = this;
    stack[top] = a;
    stack[top + 1] = b;
    stack[top + 2] = kind;
    this.top = top + 3;
  }

  private push3(kind: number, a: number, b: number, c: number): void {
    this.reserve();
    const { stack, top } = this;
    stack[top] = a;
    stack[top + 1] = b;
    stack[top + 2] = c;
    stack[top + 3] = kind;
    this.top = top + 4;
  }

  private push7(
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

/**
 * Index that many characters before an index, pairs counting as one. A length that has overflowed sends Java the
 * other way: it then looks back as far as the text goes on.
 */
function charactersBack(text: string, index: number, count: number): number {
  let at = index;
  if (count >= 0) {
    for (let n = 0; n < count && at > 0; n++) at = previous(text, at);
    return at;
  }
  if (count === -MAX_REPEATS - 1) return index;
  for (let n = 0; n < -count && at < text.length; n++) at += unitsOf(text.codePointAt(at)!);
  return index - (at - index);
}
