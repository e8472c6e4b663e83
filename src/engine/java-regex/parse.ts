import { isAsciiDigit } from './ascii';
import { isBasic } from './char-set';
import { isPropertyLetter, parseClass, parseProperty } from './parse-class';
import { type Escape, foldOf, type GroupsSoFar, parseEscape, parseGroupName } from './parse-escape';
import { type Flags, isSupplementary, PatternReader, PatternRefused } from './pattern-reader';
import { lengthsOf } from './study';
import {
  type Alternation,
  type Literal,
  MAX_REPEATS,
  type PatternError,
  type PatternNode,
  type PatternTree,
  type Repeat,
  type RepeatMode,
  type Sequence,
} from './syntax-tree';

/*
 * The grammar of java.util.regex, one function for each of its levels, in the order in which the JDK looks at
 * things, because the first complaint it comes across is the one it makes:
 *
 *   alternation   sequence ('|' sequence)*
 *   sequence      item*
 *   item          (group | class | escape | anchor | dot | literal) quantifier?
 */

/** Parses a pattern, or says why Java refuses it. */
export function parsePattern(
  pattern: string,
): { ok: true; tree: PatternTree } | { ok: false; error: PatternError } {
  const reader = new PatternReader(pattern);
  try {
    return { ok: true, tree: new Parser(reader).parse() };
  } catch (refused) {
    if (!(refused instanceof PatternRefused)) throw refused;
    return { ok: false, error: reader.describe(refused) };
  }
}

class Parser {
  private readonly p: PatternReader;
  private readonly groups: GroupsSoFar = { count: 0, names: new Map() };
  private supplementary = false;
  private readonly references: number[] = [];

  constructor(reader: PatternReader) {
    this.p = reader;
  }

  parse(): PatternTree {
    const { p } = this;
    this.supplementary = p.hasSupplementaryFrom(0);
    const root = this.alternation();
    if (p.cursor !== p.length)
      p.refuse(p.peek() === CLOSE_GROUP ? "Unmatched closing ')'" : 'Unexpected internal error');
    return {
      pattern: p.pattern,
      root,
      groupCount: this.groups.count,
      groupNames: this.groups.names,
      supplementary: this.supplementary,
      // A reference to a group that does not exist fails whatever happened before.
      hasBackReference: this.references.some((group) => group <= this.groups.count),
    };
  }

  // ### Alternatives and sequences

  private alternation(): Alternation | Sequence {
    const { p } = this;
    p.enter();
    const from = p.cursor;
    const alternatives = [this.sequence()];
    while (p.peek() === BAR) {
      p.next();
      alternatives.push(this.sequence());
    }
    p.leave();
    const first = alternatives[0]!;
    if (alternatives.length === 1) return first;
    const span = p.span(from, p.cursor);
    // An empty last alternative behind `\Q` stands after the quote, where no character of the pattern ends.
    span.to = Math.max(span.to, alternatives.at(-1)!.span.to);
    return { kind: 'alternation', span, alternatives };
  }

  private sequence(): Sequence {
    const { p } = this;
    const items: PatternNode[] = [];
    p.peek();
    const from = p.cursor;
    for (;;) {
      const c = p.peek();
      if (c === BAR || c === CLOSE_GROUP || (c === 0 && p.atEnd())) break;
      if (c === OPEN_GROUP) {
        const group = this.group();
        items.push(group);
        continue;
      }
      if (c === QUESTION || c === STAR || c === PLUS) {
        p.next();
        p.refuse(`Dangling meta character '${String.fromCharCode(c)}'`);
      }
      const start = p.cursor;
      items.push(this.quantified(this.item(c), start));
    }
    return { kind: 'sequence', span: p.span(from, p.cursor), items };
  }

  // ### Items

  private item(c: number): PatternNode {
    const { p } = this;
    const from = p.cursor;
    switch (c) {
      case OPEN_CLASS: {
        const set = parseClass(p, true, this.groups);
        return this.oneOf(from, 'class', set);
      }
      case CARET: {
        p.next();
        const line = p.flags.unixLines ? 'unix-line-begin' : 'line-begin';
        return { kind: 'anchor', span: p.span(from, from + 1), anchor: p.flags.multiline ? line : 'begin' };
      }
      case DOLLAR: {
        p.next();
        const place = p.flags.multiline ? 'line-end' : 'end-of-content';
        return {
          kind: 'anchor',
          span: p.span(from, from + 1),
          anchor: p.flags.unixLines ? `unix-${place}` : place,
        };
      }
      case DOT: {
        p.next();
        const property = p.flags.dotAll ? 'all' : p.flags.unixLines ? 'unix-dot' : 'dot';
        const span = p.span(from, from + 1);
        return { kind: 'one-of', span, form: 'dot', set: { kind: 'property', property }, canonical: false };
      }
      default:
        return this.atom(c);
    }
  }

  private oneOf(
    from: number,
    form: 'class' | 'property' | 'escape',
    set: Parameters<typeof isBasic>[0],
  ): PatternNode {
    if (!isBasic(set)) this.supplementary = true;
    const canonical = form !== 'escape' && this.p.flags.canonical;
    return { kind: 'one-of', span: this.p.span(from, this.p.cursor), form, set, canonical };
  }

  /**
   * A run of characters, or one escape that is more than a character. A run ends before its last character when
   * a quantifier follows, since that binds one character only.
   */
  private atom(first: number): PatternNode {
    const { p } = this;
    const codePoints: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    let c = first;
    for (;;) {
      const before = p.cursor;
      if (c === STAR || c === PLUS || c === QUESTION || c === OPEN_BRACE) {
        if (codePoints.length > 1) {
          p.cursor = starts.pop()!;
          ends.pop();
          codePoints.pop();
        }
        break;
      }
      if (c === DOLLAR || c === DOT || c === CARET || c === OPEN_GROUP || c === OPEN_CLASS) break;
      if (c === BAR || c === CLOSE_GROUP || (c === 0 && p.atEnd())) break;
      if (c === BACKSLASH) {
        if (isPropertyLetter(p.nextEscaped())) {
          if (codePoints.length === 0) return this.oneOf(before, 'property', parseProperty(p));
          p.unread();
          break;
        }
        p.unread();
        const escaped = parseEscape(p, 'outside', this.groups);
        if (escaped.kind !== 'char') {
          if (codePoints.length === 0) return this.escaped(escaped, before);
          p.cursor = before;
          break;
        }
        codePoints.push(escaped.codePoint);
        starts.push(before);
        ends.push(p.cursor);
        c = p.peek();
        continue;
      }
      codePoints.push(c);
      starts.push(before);
      ends.push(before + 1);
      c = p.next();
    }
    if (codePoints.some(isSupplementary)) this.supplementary = true;
    const from = starts[0] ?? p.cursor;
    const to = ends[ends.length - 1] ?? from;
    const spans = starts.map((start, i) => p.span(start, ends[i]!));
    const literal: Literal = { kind: 'literal', span: p.span(from, to), codePoints, spans, fold: foldOf(p) };
    if (
      codePoints.length === 1 &&
      !isBasic({ kind: 'single', codePoint: codePoints[0]!, fold: literal.fold })
    )
      this.supplementary = true;
    return literal;
  }

  private escaped(escaped: Escape, from: number): PatternNode {
    const { p } = this;
    const span = p.span(from, p.cursor);
    switch (escaped.kind) {
      case 'set':
        return this.oneOf(from, 'escape', escaped.set);
      case 'anchor':
        return { kind: 'anchor', span, anchor: escaped.anchor };
      case 'reference': {
        const { group, name } = escaped;
        this.references.push(group);
        return {
          kind: 'back-reference',
          span,
          group,
          ...(name === undefined ? {} : { name }),
          fold: foldOf(p),
        };
      }
      default:
        return { kind: escaped.kind as 'line-break' | 'grapheme', span };
    }
  }

  // ### Groups

  private group(): PatternNode {
    const { p } = this;
    const from = p.cursor;
    const outer = { ...p.flags };
    if (p.next() !== QUESTION) return this.capturing(from, outer);
    const c = p.skip();
    switch (c) {
      case COLON:
        return this.plain(from, outer);
      case EQUALS:
      case EXCLAMATION: {
        const body = this.alternation();
        const close = this.close(outer);
        const span = p.span(from, close);
        const lengths = { minLength: 0, maxLength: 0, supplementary: false };
        return this.quantified(
          { kind: 'look', span, behind: false, negated: c === EXCLAMATION, body, ...lengths },
          from,
        );
      }
      case GREATER: {
        const body = this.alternation();
        const close = this.close(outer);
        return this.quantified({ kind: 'atomic', span: p.span(from, close), body }, from);
      }
      case LESS: {
        const sign = p.read();
        if (sign === EQUALS || sign === EXCLAMATION)
          return this.lookbehind(from, outer, sign === EXCLAMATION);
        const name = parseGroupName(p, sign);
        if (this.groups.names.has(name)) p.refuse(`Named capturing group <${name}> is already defined`);
        return this.capturing(from, outer, name);
      }
      case DOLLAR:
      case AT:
        return p.refuse('Unknown group type');
      default: {
        p.unread();
        this.readFlags();
        const end = p.read();
        if (end === CLOSE_GROUP) return { kind: 'flag-switch', span: p.span(from, p.cursor) };
        if (end !== COLON) p.refuse('Unknown inline modifier');
        return this.plain(from, outer);
      }
    }
  }

  private capturing(from: number, outer: Flags, name?: string): PatternNode {
    const capture = ++this.groups.count;
    if (name !== undefined) this.groups.names.set(name, capture);
    const body = this.alternation();
    const span = this.p.span(from, this.close(outer));
    return this.quantified(
      { kind: 'group', span, capture, ...(name === undefined ? {} : { name }), body },
      from,
    );
  }

  private plain(from: number, outer: Flags): PatternNode {
    const body = this.alternation();
    const span = this.p.span(from, this.close(outer));
    return this.quantified({ kind: 'group', span, body }, from);
  }

  private lookbehind(from: number, outer: Flags, negated: boolean): PatternNode {
    const { p } = this;
    const start = p.cursor;
    const body = this.alternation();
    const { minLength, maxLength, bounded } = lengthsOf(body);
    if (!bounded) p.refuse('Look-behind group does not have an obvious maximum length');
    const supplementary = p.hasSupplementaryFrom(start);
    const span = p.span(from, this.close(outer));
    return this.quantified(
      { kind: 'look', span, behind: true, negated, body, minLength, maxLength, supplementary },
      from,
    );
  }

  /** Takes the `)` and puts back the flags that held before the group. Returns where the group ends. */
  private close(outer: Flags): number {
    this.p.accept(CLOSE_GROUP, 'Unclosed group');
    this.p.flags = outer;
    return this.p.cursor;
  }

  /** Flag letters, then possibly `-` and the letters to switch off. */
  private readFlags(): void {
    const { p } = this;
    let on = true;
    for (let c = p.peek(); ; c = p.next()) {
      if (c === HYPHEN && on) on = false;
      else if (!setFlag(p.flags, c, on)) return;
    }
  }

  // ### Quantifiers

  private quantified(of: PatternNode, from: number): PatternNode {
    const { p } = this;
    const c = p.peek();
    const start = p.cursor;
    let min = 0;
    let max = MAX_REPEATS;
    let sign: Repeat['sign'];
    if (c === QUESTION || c === STAR || c === PLUS) {
      sign = c === QUESTION ? '?' : c === STAR ? '*' : '+';
      min = c === PLUS ? 1 : 0;
      if (c === QUESTION) max = 1;
      p.next();
    } else if (c === OPEN_BRACE) {
      [min, max] = this.counts();
      // Java makes the same of `{0,1}` as of `?`.
      sign = min === 0 && max === 1 ? '?' : '{}';
    } else {
      return of;
    }
    let end = c === OPEN_BRACE ? p.cursor : start + 1;
    let mode: RepeatMode = 'greedy';
    const suffix = p.peek();
    if (suffix === QUESTION || suffix === PLUS) {
      mode = suffix === QUESTION ? 'lazy' : 'possessive';
      end = p.cursor + 1;
      p.next();
    }
    return {
      kind: 'repeat',
      span: p.span(from, end),
      quantifier: p.span(start, end),
      of,
      sign,
      min,
      max,
      mode,
    };
  }

  /** `{n}`, `{n,}`, `{n,m}`. */
  private counts(): [number, number] {
    const { p } = this;
    let c = p.skip();
    if (!isAsciiDigit(c)) p.refuse('Illegal repetition');
    let min = 0;
    for (; isAsciiDigit(c); c = p.read()) min = this.withDigit(min, c);
    let max = min;
    if (c === COMMA) {
      c = p.read();
      max = MAX_REPEATS;
      if (c !== CLOSE_BRACE) {
        max = 0;
        for (; isAsciiDigit(c); c = p.read()) max = this.withDigit(max, c);
      }
    }
    if (c !== CLOSE_BRACE) p.refuse('Unclosed counted closure');
    if (max < min) p.refuse('Illegal repetition range');
    return [min, max];
  }

  private withDigit(count: number, digit: number): number {
    const more = count * 10 + digit - 48;
    if (more > MAX_REPEATS) this.p.refuse('Illegal repetition range');
    return more;
  }
}

/** False when the character is no flag. */
function setFlag(flags: Flags, c: number, on: boolean): boolean {
  switch (String.fromCodePoint(c)) {
    case 'i':
      flags.caseInsensitive = on;
      return true;
    case 'm':
      flags.multiline = on;
      return true;
    case 's':
      flags.dotAll = on;
      return true;
    case 'd':
      flags.unixLines = on;
      return true;
    case 'u':
      flags.unicodeCase = on;
      return true;
    case 'c':
      flags.canonical = on;
      return true;
    case 'x':
      flags.comments = on;
      return true;
    case 'U':
      flags.unicodeClasses = on;
      flags.unicodeCase = on;
      return true;
    default:
      return false;
  }
}

const OPEN_GROUP = 40;
const CLOSE_GROUP = 41;
const OPEN_CLASS = 91;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const BAR = 124;
const BACKSLASH = 92;
const CARET = 94;
const DOLLAR = 36;
const DOT = 46;
const STAR = 42;
const PLUS = 43;
const QUESTION = 63;
const COLON = 58;
const EQUALS = 61;
const EXCLAMATION = 33;
const LESS = 60;
const GREATER = 62;
const AT = 64;
const COMMA = 44;
const HYPHEN = 45;
