import { T, type Token } from './tokens';

/*
 * What Velocity's parser reads ahead before it decides. The limited look-aheads matter for which token an error
 * is reported at; the unlimited one tells a range from a list.
 */

/** Gives the token after `token`, reading it if need be. */
export type After = (token: Token) => Token;

/** Kinds an argument, a list item or a map key may start with, white space apart. */
export function startsParameter(kind: number): boolean {
  switch (kind) {
    case T.STRING_LITERAL:
    case T.INTEGER_LITERAL:
    case T.FLOATING_POINT_LITERAL:
    case T.LBRACKET:
    case T.LEFT_CURLEY:
    case T.TRUE:
    case T.FALSE:
    case T.IDENTIFIER:
    case T.LCURLY:
      return true;
  }
  return false;
}

function startsParameterOrBlank(kind: number): boolean {
  return kind === T.WHITESPACE || startsParameter(kind);
}

export function startsArgument(kind: number): boolean {
  return kind === T.WORD || startsParameter(kind);
}

/** Two tokens: `[white space] !` and what can follow it. */
export function looksLikeNot(first: Token, after: After): boolean {
  if (first.kind === T.WHITESPACE) return after(first).kind === T.LOGICAL_NOT;
  if (first.kind !== T.LOGICAL_NOT) return false;
  const { kind } = after(first);
  return kind === T.LOGICAL_NOT || kind === T.LPAREN || startsParameterOrBlank(kind);
}

/** Three tokens: `name ( argument` or `name ( )`. */
export function looksLikeCall(first: Token, after: After): boolean {
  if (first.kind !== T.IDENTIFIER) return false;
  const second = after(first);
  if (second.kind !== T.LPAREN) return false;
  const { kind } = after(second);
  return kind === T.REFMOD2_RPAREN || startsParameterOrBlank(kind);
}

/** Two tokens of `key : value`. */
export function looksLikeEntry(first: Token, after: After): boolean {
  if (first.kind === T.WHITESPACE) return startsParameter(after(first).kind);
  if (!startsParameter(first.kind)) return false;
  const { kind } = after(first);
  switch (first.kind) {
    case T.IDENTIFIER:
      return kind === T.INDEX_LBRACKET || kind === T.DOT || kind === T.WHITESPACE || kind === T.COLON;
    case T.LBRACKET:
      return kind === T.RBRACKET || startsParameterOrBlank(kind);
    case T.LEFT_CURLEY:
      return kind === T.RIGHT_CURLEY || kind === T.RCURLY || startsParameterOrBlank(kind);
    case T.LCURLY:
      return kind === T.IDENTIFIER;
  }
  return kind === T.WHITESPACE || kind === T.COLON;
}

/** Two tokens of `[white space] [, [white space]] argument` inside a directive. */
export function looksLikeArgument(first: Token, after: After): boolean {
  switch (first.kind) {
    case T.WHITESPACE: {
      const { kind } = after(first);
      return kind === T.COMMA || startsArgument(kind);
    }
    case T.COMMA: {
      const { kind } = after(first);
      return kind === T.WHITESPACE || startsArgument(kind);
    }
    case T.LBRACKET: {
      const { kind } = after(first);
      return kind === T.RBRACKET || startsParameterOrBlank(kind);
    }
    case T.LEFT_CURLEY: {
      const { kind } = after(first);
      return kind === T.RIGHT_CURLEY || kind === T.RCURLY || startsParameterOrBlank(kind);
    }
    case T.LCURLY:
      return after(first).kind === T.IDENTIFIER;
  }
  return startsArgument(first.kind);
}

/**
 * `[ reference-or-integer ..` with no limit on how far it reads: whether a bracket opens a range. Scans are kept
 * per token, because a list in a list in a list is asked again at every level.
 */
export class RangeScan {
  readonly #after: After;
  readonly #limit: number;
  #depth = 0;
  #ranges: Map<Token, boolean> | undefined;
  #parameters: Map<Token, Token | null> | undefined;

  /** @param limit levels of brackets after which the scan answers "no range". */
  constructor(after: After, limit: number) {
    this.#after = after;
    this.#limit = limit;
  }

  opensRange(bracket: Token): boolean {
    this.#ranges ??= new Map();
    let known = this.#ranges.get(bracket);
    if (known === undefined) {
      known = this.#bound(bracket) !== null;
      this.#ranges.set(bracket, known);
    }
    return known;
  }

  /** Scans `[ bound ..`; the token `..`, or null. */
  #bound(bracket: Token): Token | null {
    const first = this.#skipBlank(this.#after(bracket));
    const last = this.#boundEnd(first);
    if (last === null) return null;
    const dots = this.#skipBlank(this.#after(last));
    return dots.kind === T.DOUBLEDOT ? dots : null;
  }

  #boundEnd(first: Token): Token | null {
    return first.kind === T.INTEGER_LITERAL ? first : this.#reference(first);
  }

  #skipBlank(token: Token): Token {
    return token.kind === T.WHITESPACE ? this.#after(token) : token;
  }

  // Each of the following scans one thing that starts at `first`; the answer is its last token, or null.

  #reference(first: Token): Token | null {
    if (first.kind === T.IDENTIFIER) return this.#parts(first);
    if (first.kind !== T.LCURLY) return null;
    const name = this.#after(first);
    if (name.kind !== T.IDENTIFIER) return null;
    const close = this.#after(this.#parts(name));
    return close.kind === T.RCURLY ? close : null;
  }

  #parts(name: Token): Token {
    let last = this.#indexes(name);
    for (;;) {
      const dot = this.#after(last);
      if (dot.kind !== T.DOT) return last;
      const member = this.#after(dot);
      if (member.kind !== T.IDENTIFIER) return last;
      last = this.#indexes(this.#call(member) ?? member);
    }
  }

  #indexes(from: Token): Token {
    let last = from;
    for (;;) {
      const open = this.#after(last);
      if (open.kind !== T.INDEX_LBRACKET) return last;
      const index = this.#skipBlank(this.#after(open));
      let end: Token | null = index;
      if (index.kind === T.IDENTIFIER || index.kind === T.LCURLY)
        end = this.#deeper(() => this.#reference(index));
      else if (
        index.kind !== T.STRING_LITERAL &&
        index.kind !== T.INTEGER_LITERAL &&
        index.kind !== T.TRUE &&
        index.kind !== T.FALSE
      ) {
        end = null;
      }
      if (end === null) return last;
      const close = this.#skipBlank(this.#after(end));
      if (close.kind !== T.INDEX_RBRACKET) return last;
      last = close;
    }
  }

  #call(member: Token): Token | null {
    const open = this.#after(member);
    if (open.kind !== T.LPAREN) return null;
    const first = this.#after(open);
    if (first.kind === T.REFMOD2_RPAREN) return first;
    const close = this.#parameterList(first);
    return close?.kind === T.REFMOD2_RPAREN ? close : null;
  }

  /** One parameter or more; the token after the last. */
  #parameterList(first: Token): Token | null {
    let last = this.#parameter(first);
    if (last === null) return null;
    for (;;) {
      const comma = this.#after(last);
      if (comma.kind !== T.COMMA) return comma;
      const next = this.#parameter(this.#after(comma));
      if (next === null) return comma;
      last = next;
    }
  }

  #parameter(first: Token): Token | null {
    this.#parameters ??= new Map();
    let known = this.#parameters.get(first);
    if (known === undefined) {
      const start = this.#skipBlank(first);
      const last = this.#deeper(() => this.#bareParameter(start));
      const blank = last === null ? null : this.#after(last);
      known = blank?.kind === T.WHITESPACE ? blank : last;
      this.#parameters.set(first, known);
    }
    return known;
  }

  #bareParameter(first: Token): Token | null {
    switch (first.kind) {
      case T.STRING_LITERAL:
      case T.INTEGER_LITERAL:
      case T.FLOATING_POINT_LITERAL:
      case T.TRUE:
      case T.FALSE:
        return first;
      case T.LBRACKET:
        return this.#range(first) ?? this.#list(first);
      case T.LEFT_CURLEY:
        return this.#map(first);
    }
    return this.#reference(first);
  }

  #range(bracket: Token): Token | null {
    const dots = this.#bound(bracket);
    if (dots === null) return null;
    const last = this.#boundEnd(this.#skipBlank(this.#after(dots)));
    if (last === null) return null;
    const close = this.#skipBlank(this.#after(last));
    return close.kind === T.RBRACKET ? close : null;
  }

  #list(bracket: Token): Token | null {
    const first = this.#after(bracket);
    if (first.kind === T.RBRACKET) return first;
    const close = this.#parameterList(first);
    return close?.kind === T.RBRACKET ? close : null;
  }

  #map(brace: Token): Token | null {
    let next = this.#after(brace);
    let last = this.#entry(next);
    if (last !== null) {
      for (;;) {
        next = this.#after(last);
        if (next.kind !== T.COMMA) break;
        const more = this.#entry(this.#after(next));
        if (more === null) break;
        last = more;
      }
    } else next = this.#skipBlank(next);
    return next.kind === T.RIGHT_CURLEY || next.kind === T.RCURLY ? next : null;
  }

  #entry(first: Token): Token | null {
    const key = this.#parameter(first);
    if (key === null) return null;
    const colon = this.#after(key);
    return colon.kind === T.COLON ? this.#parameter(this.#after(colon)) : null;
  }

  #deeper(scan: () => Token | null): Token | null {
    if (this.#depth >= this.#limit) return null;
    this.#depth++;
    const last = scan();
    this.#depth--;
    return last;
  }
}
