import { holdsAnchor } from './anchors';
import { consumeFolded, consumeReference, consumeText, previous, takenLength, unitsOf } from './consume';
import { graphemeEnd } from './graphemes';
import { LoopState } from './loops';
import { Entry, FAIL, Phase, SIZES } from './match-state';
import { isLineTerminator } from './pattern-reader';
import { Op, type Step } from './program';
import { MAX_REPEATS } from './syntax-tree';

/*
 * The machine: walks from step to step, and back along the stack when one fails.
 */

export type RunResult = 'matched' | 'failed' | 'gave-up';

const NOTHING_LEFT = -2;

export class Machine extends LoopState {
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

  // ### Matching a stretch on its own

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
