import type { Span } from '../text/span';
import { toAsciiLower } from './ascii';
import { type CharTest, compileSet, foldUnicode, singleTest, tabulate } from './char-set';
import { isDeterministic } from './study';
import {
  type Alternation,
  type Anchor,
  type Fold,
  type Literal,
  MAX_REPEATS,
  type PatternNode,
  type PatternTree,
  type Repeat,
  type RepeatMode,
  type Sequence,
} from './syntax-tree';

/*
 * A pattern as a list of steps for the machine. Every step knows the one that follows; the machine walks from
 * step to step and keeps what it may have to come back to on a stack of its own.
 */

export const Op = {
  /** The whole pattern is through. */
  accept: 0,
  /** The inside of a lookaround, an atomic group or a loop's body is through. */
  innerAccept: 1,
  /** As `innerAccept`, but only where the lookbehind looks from. */
  behindAccept: 2,
  set: 3,
  text: 4,
  foldedText: 5,
  anchor: 6,
  backReference: 7,
  lineBreak: 8,
  grapheme: 9,
  composed: 10,
  groupStart: 11,
  groupEnd: 12,
  branch: 13,
  /** Loop over one set. */
  setLoop: 14,
  /** Loop over something that matches in one way only once entered: Java's `Curly` and `Ques`. */
  atomLoop: 15,
  /** Loop over a group that is deterministic: Java's `GroupCurly`. */
  groupLoop: 16,
  /** Enters a loop over a group with several ways to match: Java's `Prolog`. */
  loopInit: 17,
  /** The end of such a loop's body: Java's `Loop` and `LazyLoop`. */
  loop: 18,
  atomic: 19,
  look: 20,
  /** Notes where a piece of the pattern begins or ends; for coverage only. */
  mark: 21,
} as const;

/** One step. All steps have the same members, so that the machine's accesses stay monomorphic. */
export interface Step {
  /** Its own index. */
  id: number;
  op: number;
  /** Index of the following step. */
  next: number;
  /** First step of the body: loops, lookarounds, atomic groups. */
  body: number;
  /** Branch: first steps of the alternatives. */
  branches: readonly number[];
  test: CharTest | undefined;
  /** Text: code points to compare. */
  points: readonly number[];
  /** Text: the same as UTF-16, when it can be compared unit by unit. */
  text: string;
  min: number;
  max: number;
  mode: RepeatMode;
  /** Group number, -1 for none. */
  group: number;
  /** Index of the local that holds a group's start, or a mark. */
  start: number;
  /** Index of the local that counts a loop's rounds. */
  count: number;
  anchor: Anchor['anchor'];
  fold: Fold;
  /** Look: which way and whether negated. */
  behind: boolean;
  negated: boolean;
  supplementary: boolean;
  /** Where failures may be remembered: which memo, else -1. */
  memo: number;
  /** Part of the pattern this step stands for. */
  span: Span;
  /** Text: spans of the single characters. */
  spans: readonly Span[];
  isDot: boolean;
  /** Set loop: Java matches each round on its own and notes where it ends. */
  notes: boolean;
}

/** What the state at a remembered place depends on besides the index: the loops around it. */
export interface MemoPlace {
  loops: readonly LoopAround[];
  /** Number of different states. */
  states: number;
}

export interface Program {
  tree: PatternTree;
  steps: Step[];
  entry: number;
  locals: number;
  memos: MemoPlace[];
  /** Loops over deterministic groups that capture put values back after success. */
  hasSuccessEffects: boolean;
  /** Empty unless compiled with marks. */
  pieces: Piece[];
}

/** A piece of the pattern, and the locals that hold where it began and ended. */
interface Piece {
  span: Span;
  start: number;
  end: number;
}

/** A loop around a place, with the locals that hold its state. */
interface LoopAround {
  count: number;
  start: number;
  min: number;
  max: number;
}

const NONE: readonly never[] = [];

/** Most states a remembered place may have. */
const MAX_STATES = 4096;

/**
 * Compiles a tree.
 *
 * @param marks also note what each piece of the pattern covers
 */
export function compileProgram(tree: PatternTree, marks = false): Program {
  return new Compiler(tree, marks).compile();
}

class Compiler {
  private readonly tree: PatternTree;
  private readonly marks: boolean;
  private readonly steps: Step[] = [];
  private readonly memos: MemoPlace[] = [];
  private readonly pieces: Piece[] = [];
  private locals = 0;
  private hasSuccessEffects = false;
  /** Loops around the place being compiled, up to the nearest atomic border. */
  private loops: readonly LoopAround[] = [];
  /** Tests of single characters, which tend to recur. */
  private readonly literalTests = new Map<string, CharTest>();
  private insideLookbehind = 0;
  private readonly memosAllowed: boolean;

  constructor(tree: PatternTree, marks: boolean) {
    this.tree = tree;
    this.marks = marks;
    this.memosAllowed = !tree.hasBackReference;
  }

  compile(): Program {
    const { tree } = this;
    const end = { from: tree.pattern.length, to: tree.pattern.length };
    const accept = this.add(Op.accept, -1, end);
    const entry = this.node(tree.root, accept, this.marks);
    return {
      tree,
      steps: this.steps,
      entry,
      locals: this.locals,
      memos: this.memos,
      hasSuccessEffects: this.hasSuccessEffects,
      pieces: this.pieces,
    };
  }

  private add(op: number, next: number, span: Span, more: Partial<Step> = {}): number {
    this.steps.push({
      id: this.steps.length,
      op,
      next,
      span,
      body: more.body ?? -1,
      branches: more.branches ?? NONE,
      test: more.test,
      points: more.points ?? NONE,
      text: more.text ?? '',
      min: more.min ?? 0,
      max: more.max ?? 0,
      mode: more.mode ?? 'greedy',
      group: more.group ?? -1,
      start: more.start ?? -1,
      count: more.count ?? -1,
      anchor: more.anchor ?? 'begin',
      fold: more.fold ?? 'none',
      behind: more.behind ?? false,
      negated: more.negated ?? false,
      supplementary: more.supplementary ?? false,
      memo: more.memo ?? -1,
      spans: more.spans ?? NONE,
      isDot: more.isDot ?? false,
      notes: more.notes ?? false,
    });
    return this.steps.length - 1;
  }

  /** A place where the machine may have to choose: its failures may be remembered there. */
  private memoHere(): number {
    if (!this.memosAllowed || this.insideLookbehind > 0) return -1;
    let states = 1;
    for (const loop of this.loops) states *= 2 * (loop.max === MAX_REPEATS ? loop.min + 1 : loop.max + 1);
    if (states > MAX_STATES) return -1;
    this.memos.push({ loops: this.loops, states });
    return this.memos.length - 1;
  }

  /** Compiles a node so that it goes on to `next`; returns its first step. */
  private node(node: PatternNode, next: number, marks = false): number {
    switch (node.kind) {
      case 'sequence':
        return this.sequence(node, next, marks);
      case 'alternation':
        return this.alternation(node, next, marks);
      case 'group': {
        if (node.capture === undefined) return this.node(node.body, next, marks);
        const start = this.locals++;
        const end = this.add(Op.groupEnd, next, node.span, { group: node.capture, start });
        return this.add(Op.groupStart, this.node(node.body, end, marks), node.span, { start });
      }
      case 'repeat':
        return this.repeat(node, next);
      default:
        return this.single(node, next);
    }
  }

  private sequence(node: Sequence, next: number, marks: boolean): number {
    let after = next;
    for (let i = node.items.length - 1; i >= 0; i--) {
      const item = node.items[i]!;
      const whole = !(item.kind === 'group' || item.kind === 'flag-switch');
      if (marks && whole) {
        const piece = { span: item.span, start: this.locals++, end: this.locals++ };
        this.pieces.push(piece);
        after = this.add(Op.mark, after, item.span, { start: piece.end });
        after = this.node(item, after);
        after = this.add(Op.mark, after, item.span, { start: piece.start });
      } else {
        after = this.node(item, after, marks);
      }
    }
    return after;
  }

  private alternation(node: Alternation, next: number, marks: boolean): number {
    const memo = this.memoHere();
    const branches = node.alternatives.map((alternative) => this.node(alternative, next, marks));
    return this.add(Op.branch, next, node.span, { branches, memo });
  }

  private single(node: PatternNode, next: number): number {
    const { span } = node;
    switch (node.kind) {
      case 'literal':
        return this.literal(node, next);
      case 'one-of': {
        const test = compileSet(node.set);
        return this.add(node.canonical ? Op.composed : Op.set, next, span, {
          test,
          isDot: node.form === 'dot',
        });
      }
      case 'anchor':
        return this.add(Op.anchor, next, span, { anchor: node.anchor });
      case 'back-reference':
        return this.add(Op.backReference, next, span, { group: node.group, fold: node.fold });
      case 'line-break':
        return this.add(Op.lineBreak, next, span);
      case 'grapheme':
        return this.add(Op.grapheme, next, span);
      case 'atomic': {
        const body = this.inner(() => this.node(node.body, this.add(Op.innerAccept, -1, span)));
        return this.add(Op.atomic, next, span, { body });
      }
      case 'look': {
        if (node.behind) this.insideLookbehind++;
        const end = this.add(node.behind ? Op.behindAccept : Op.innerAccept, -1, span);
        const body = this.inner(() => this.node(node.body, end));
        if (node.behind) this.insideLookbehind--;
        const { behind, negated, supplementary, minLength: min, maxLength: max } = node;
        return this.add(Op.look, next, span, { body, behind, negated, supplementary, min, max });
      }
      default:
        return next;
    }
  }

  private literal(node: Literal, next: number): number {
    const { codePoints, span, spans, fold } = node;
    if (codePoints.length === 0) return next;
    if (codePoints.length === 1 && fold !== 'none')
      return this.add(Op.set, next, span, { test: this.literalTest(codePoints[0]!, fold) });
    if (fold === 'none') {
      // A lone surrogate must not match half of a pair, so such a text is compared by code points.
      const text = codePoints.some((c) => c >= 0xd800 && c <= 0xdfff)
        ? ''
        : codePoints.map((c) => String.fromCodePoint(c)).join('');
      return this.add(Op.text, next, span, { points: codePoints, text, spans });
    }
    const points = codePoints.map(fold === 'ascii' ? toAsciiLower : foldUnicode);
    const test = foldedTest(points[0]!, fold);
    return this.add(Op.foldedText, next, span, { points, spans, fold, test });
  }

  private literalTest(codePoint: number, fold: Fold): CharTest {
    const key = `${fold} ${codePoint}`;
    let test = this.literalTests.get(key);
    if (!test) {
      test = tabulate(singleTest(codePoint, fold));
      this.literalTests.set(key, test);
    }
    return test;
  }

  /** Compiles what is matched on its own, apart from what follows. */
  private inner(compile: () => number): number {
    const { loops } = this;
    this.loops = [];
    const first = compile();
    this.loops = loops;
    return first;
  }

  // ### Loops

  private repeat(node: Repeat, next: number): number {
    const { of, min, max, mode, span } = node;
    const notes = mode !== 'greedy' || max !== MAX_REPEATS;
    if (of.kind === 'one-of' && !of.canonical) {
      const test = compileSet(of.set);
      const memo = this.memoHere();
      return this.add(Op.setLoop, next, span, {
        test,
        min,
        max,
        mode,
        isDot: of.form === 'dot',
        memo,
        notes,
      });
    }
    if (of.kind === 'literal' && of.codePoints.length === 1) {
      const test = this.literalTest(of.codePoints[0]!, of.fold);
      const memo = this.memoHere();
      return this.add(Op.setLoop, next, span, { test, min, max, mode, memo, notes });
    }
    if (of.kind !== 'group' || mode === 'possessive') {
      const memo = this.memoHere();
      const body = this.inner(() => this.node(of, this.add(Op.innerAccept, -1, of.span)));
      return this.add(Op.atomLoop, next, span, { body, min, max, mode, memo });
    }
    if (node.sign === '?') {
      const memo = this.memoHere();
      const taken = this.node(of, next);
      const branches = mode === 'greedy' ? [taken, next] : [next, taken];
      return this.add(Op.branch, next, span, { branches, memo });
    }
    if (isDeterministic(of.body)) {
      const memo = this.memoHere();
      const body = this.inner(() => this.node(of.body, this.add(Op.innerAccept, -1, of.span)));
      const group = of.capture ?? -1;
      if (group >= 0 && mode === 'greedy') this.hasSuccessEffects = true;
      return this.add(Op.groupLoop, next, span, { body, min, max, mode, group, memo });
    }
    const start = this.locals++;
    const count = this.locals++;
    const outer = this.loops;
    this.loops = [...outer, { count, start, min, max }];
    const memo = this.memoHere();
    const loop = this.add(Op.loop, next, span, { min, max, mode, start, count, memo });
    const end = this.add(Op.groupEnd, loop, of.span, { group: of.capture ?? -1, start });
    const body = this.add(Op.groupStart, this.node(of.body, end), of.span, { start });
    this.steps[loop]!.body = body;
    this.loops = outer;
    const entry = this.memoHere();
    return this.add(Op.loopInit, next, span, { body, min, max, mode, start, count, memo: entry });
  }
}

/** The first character of a folded text. */
function foldedTest(point: number, fold: Literal['fold']): CharTest {
  const folded = fold === 'ascii' ? toAsciiLower : foldUnicode;
  return tabulate((c) => c === point || folded(c) === point);
}
