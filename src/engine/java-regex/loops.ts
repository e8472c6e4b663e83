import { previous, runEnd, takenLength } from './consume';
import { CHARACTERS_PER_STEP, Entry, FAIL, MatchState, Phase } from './match-state';
import { Op, type Step } from './program';
import { MAX_REPEATS } from './syntax-tree';

/*
 * The four kinds of loops Java has. Which of them runs a quantifier decides, in corners, what matches and what the
 * groups hold afterwards: `program.ts` chooses as Java does.
 */

export class LoopState extends MatchState {
  // ### Loops over a set

  protected setLoop(step: Step): number {
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
  protected failedOneFurther(step: Step): boolean {
    if (!this.memo || step.memo < 0 || step.mode !== 'greedy' || step.max !== MAX_REPEATS) return false;
    const length = takenLength(step, this.text, this.index);
    const state = this.memo.state(step.memo, this.locals, this.index);
    return length > 0 && state >= 0 && this.memo.has(step.memo, state, this.index + length);
  }

  /** Gives back characters up to where what follows can match at all. */
  protected giveBack(step: Step, least: number, index: number): number {
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

  protected takeMore(step: Step, rounds: number, index: number): number {
    const length = takenLength(step, this.text, index);
    if (length === 0) return this.refuse(step, index);
    this.noted = index + length;
    if (rounds + 1 < step.max) this.push3(Entry.takeMore, step.id, rounds + 1, index + length);
    this.index = index + length;
    return step.next;
  }

  // ### Loops whose rounds are matched on their own

  protected atomLoop(step: Step, index: number, rounds: number): number {
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

  protected roundMatched(step: Step, from: number, rounds: number): number {
    const { index } = this;
    if (rounds < step.min) {
      // After a second empty round all others would be empty as well.
      return this.atomLoop(step, index, index === from && rounds > 0 ? step.min : rounds + 1);
    }
    if (index > from) return this.atomLoop(step, index, rounds + 1);
    return step.mode === 'possessive' ? step.next : FAIL;
  }

  protected enterGroupLoop(step: Step): number {
    if (step.group >= 0) this.saveGroup(step.group);
    return step.min > 0 ? this.runInner(step, Phase.least, this.index) : this.groupLoop(step, this.index, 0);
  }

  /** The minimum is done. */
  protected groupLoop(step: Step, index: number, rounds: number): number {
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

  protected groupGiveBack(
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
  protected groupRoundMatched(
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

  protected enterLoop(step: Step): number {
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

  protected nextRound(step: Step): number {
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

  protected roundAgain(step: Step, rounds: number, index: number): number {
    this.index = index;
    if (rounds >= step.max) return FAIL;
    if (step.op === Op.atomLoop) return this.runInner(step, Phase.round, index, rounds);
    if (step.op === Op.groupLoop) return this.runInner(step, Phase.lazy, index, rounds);
    this.setLocal(step.count, rounds + 1);
    return step.body;
  }
}
