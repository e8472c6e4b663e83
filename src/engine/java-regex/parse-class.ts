import { addListed, type CharSet } from './char-set';
import { foldOf, type GroupsSoFar, parseEscape } from './parse-escape';
import type { PatternReader } from './pattern-reader';
import { resolveNamedProperty, resolveProperty } from './property-names';

/*
 * Character classes `[...]` and properties `\p{...}`.
 *
 * Java builds a class from left to right and keeps single characters below U+0100 of one bracket in one list
 * ("listed") that goes on growing after it has been used as an operand of `&&`. Some results that look odd
 * (`[a&&&b]` matches `b`) come from that, so it is done the same way here: `listed` is shared on purpose.
 */

/**
 * Reads a class; the cursor stands on its `[`, or one before the operand of `&&`.
 *
 * @param closes whether the `]` that ends it belongs to it; an operand of `&&` leaves it to the class around
 */
export function parseClass(p: PatternReader, closes: boolean, groups: GroupsSoFar): CharSet {
  p.enter();
  const listed: CharSet = { kind: 'listed', codePoints: new Set() };
  let whole: CharSet | undefined;
  let latest: CharSet | undefined;
  let hasListed = false;
  let negated = false;
  /** The union in `whole`, while nothing else refers to it and it may grow in place. */
  let growing: CharSet[] | undefined;
  const add = (set: CharSet) => {
    if (growing) {
      growing.push(set);
    } else if (whole) {
      growing = [whole, set];
      whole = { kind: 'union', members: growing };
    } else {
      whole = set;
    }
  };

  let c = p.next();
  if (c === CARET && p.at(p.cursor - 1) === OPEN) {
    negated = true;
    c = p.next();
  }
  for (;;) {
    if (c === OPEN) {
      latest = parseClass(p, true, groups);
      add(latest);
      c = p.peek();
      continue;
    }
    if (c === AMPERSAND) {
      c = p.next();
      if (c === AMPERSAND) {
        const right = parseOperand(p, groups);
        c = p.peek();
        if (hasListed) {
          if (!whole) latest = listed;
          add(listed);
          hasListed = false;
        }
        if (right) latest = right;
        growing = undefined;
        if (whole) {
          // With nothing on the right, Java intersects with what it read last; where that is nothing at all it
          // fails at run time, and here the intersection is left out.
          if (latest) whole = { kind: 'intersection', left: whole, right: latest };
        } else if (right) {
          whole = right;
        } else {
          p.refuse('Bad class syntax');
        }
        continue;
      }
      p.unread();
    } else if (c === 0) {
      if (p.atEnd()) p.refuse('Unclosed character class');
    } else if (c === CLOSE && (whole || hasListed)) {
      if (closes) p.next();
      break;
    }
    latest = parseMember(p, listed.codePoints, groups);
    if (latest) add(latest);
    else hasListed = true;
    c = p.peek();
  }
  if (hasListed) add(listed);
  p.leave();
  return negated ? { kind: 'complement', of: whole! } : whole!;
}

/** What stands right of `&&`, up to the next `&` or `]`; nothing when that follows at once. */
function parseOperand(p: PatternReader, groups: GroupsSoFar): CharSet | undefined {
  let right: CharSet | undefined;
  for (let c = p.next(); c !== CLOSE && c !== AMPERSAND; c = p.peek()) {
    if (c === OPEN) {
      const nested = parseClass(p, true, groups);
      right = right ? union(right, nested) : nested;
    } else {
      p.unread();
      const bare = parseClass(p, false, groups);
      right = right ? union(right, bare) : bare;
    }
  }
  return right;
}

/** Reads a character, a range, an escape or a property. Undefined: the character went to `listed`. */
function parseMember(p: PatternReader, listed: Set<number>, groups: GroupsSoFar): CharSet | undefined {
  let c = p.peek();
  if (c === BACKSLASH) {
    c = p.nextEscaped();
    if (isPropertyLetter(c)) return parseProperty(p);
    const opensRange = p.at(p.cursor + 1) === HYPHEN;
    p.unread();
    const escaped = parseEscape(p, opensRange ? 'range-end' : 'class', groups);
    if (escaped.kind === 'set') return escaped.set;
    c = escaped.kind === 'char' ? escaped.codePoint : 0;
  } else {
    p.next();
  }
  if (p.peek() !== HYPHEN) return listOrSingle(p, listed, c);
  const end = p.at(p.cursor + 1);
  if (end === OPEN || end === CLOSE) return listOrSingle(p, listed, c);
  p.next();
  let to = p.peek();
  if (to === BACKSLASH) {
    const escaped = parseEscape(p, 'range-end', groups);
    to = escaped.kind === 'char' ? escaped.codePoint : -1;
  } else {
    p.next();
  }
  if (to < c) p.refuse('Illegal character range');
  return { kind: 'range', from: c, to, fold: foldOf(p) };
}

/** Letters that `(?iu)` matches with one above U+00FF; Java keeps them out of its list. */
const FOLDS_ABOVE_LATIN = new Set([0xff, 0xb5, 0x49, 0x69, 0x53, 0x73, 0x4b, 0x6b, 0xc5, 0xe5]);

function listOrSingle(p: PatternReader, listed: Set<number>, c: number): CharSet | undefined {
  const fold = foldOf(p);
  if (c >= 256 || (fold === 'unicode' && FOLDS_ABOVE_LATIN.has(c)))
    return { kind: 'single', codePoint: c, fold };
  addListed(listed, c, fold);
  return undefined;
}

const union = (left: CharSet, right: CharSet): CharSet => ({ kind: 'union', members: [left, right] });

export const isPropertyLetter = (c: number) => c === 112 || c === 80;

/** Reads a property; the cursor stands on its `p` or `P`. */
export function parseProperty(p: PatternReader): CharSet {
  const complement = p.at(p.cursor) === 80;
  const oneLetter = p.next() !== 123;
  if (oneLetter) p.unread();
  p.next();
  let name: string;
  if (oneLetter) {
    name = String.fromCodePoint(p.at(p.cursor));
    p.read();
  } else {
    const from = p.cursor;
    // Java lets a brace beyond the end stop the search, so a missing one leaves the cursor behind the end.
    while (p.cursor <= p.length && p.read() !== 125);
    if (p.cursor > p.length) p.refuse('Unclosed character family');
    if (from + 1 >= p.cursor) p.refuse('Empty character family');
    name = '';
    for (let i = from; i < p.cursor - 1; i++) name += String.fromCodePoint(p.at(i));
  }
  const set = resolve(p, name);
  return complement ? { kind: 'complement', of: set } : set;
}

function resolve(p: PatternReader, written: string): CharSet {
  const { caseInsensitive, unicodeClasses } = p.flags;
  const equals = written.indexOf('=');
  if (equals >= 0) {
    const name = written.slice(0, equals).toLowerCase();
    const value = written.slice(equals + 1);
    const property = resolveNamedProperty(name, value, caseInsensitive);
    if (!property) p.refuse(`Unknown Unicode property {name=<${name}>, value=<${value}>}`);
    return { kind: 'property', property };
  }
  const property = resolveProperty(written, caseInsensitive, unicodeClasses);
  if (!property) p.refuse(`Unknown character property name {${written}}`);
  return { kind: 'property', property };
}

const OPEN = 91;
const CLOSE = 93;
const BACKSLASH = 92;
const CARET = 94;
const AMPERSAND = 38;
const HYPHEN = 45;
