import {
  BLANK,
  C,
  DIGIT,
  isIn,
  LETTER,
  NAME_PART,
  NAME_START,
  WHITE,
  WORD_PART,
  WORD_START,
} from './characters';
import {
  ARGUMENT_SINGLES,
  BOOLEANS,
  DIRECTIVE_NAMES,
  DIRECTIVE_SINGLES,
  OPERATOR_WORDS,
  PAIRS,
} from './token-tables';
import { T, Token } from './tokens';

/*
 * The tokens of a template, as the token manager of Velocity 1.7 makes them: a set of lexical states with a stack,
 * the longest match winning and, between equals, the kind declared first. Velocity's odd corners (a reference
 * that swallows a brace, a `#` inside a comment that hides its end) all come from these states, so they are
 * kept as they are instead of being imitated one by one.
 */

/** Lexical states. */
const S = {
  /** Just after `$` or a reference's name. */
  REFERENCE: 0,
  /** After the dot of a property. */
  REFMODIFIER: 1,
  /** Between the brackets of an index. */
  REFINDEX: 2,
  /** Inside a directive's parentheses. */
  DIRECTIVE: 3,
  /** Inside a method's parentheses. */
  REFMOD2: 4,
  /** Plain text. */
  DEFAULT: 5,
  TEXTBLOCK: 7,
  MULTI_LINE_COMMENT: 8,
  FORMAL_COMMENT: 9,
  SINGLE_LINE_COMMENT: 10,
  /** Just after `#`. */
  PRE_DIRECTIVE: 11,
} as const;

/** Matches that make no token: they lead into the next one (`MORE`) or are dropped. */
const DOLLAR = 15;
const DOLLARBANG = 16;
const TEXTBLOCK_START = 17;
const FORMAL_COMMENT_START = 18;
const MULTI_LINE_COMMENT_START = 19;
const HASH = 20;
const SKIPPED = 29;
const MORE = 30;
const REFERENCE_TERMINATOR = 70;
const DIRECTIVE_TERMINATOR = 71;

/** What `at` answers past the end; no UTF-16 unit has this value. */
const NOTHING = 0x10000;

/** A text no token fits. `offset` is the last unit read; the error lies just after it at the end of the text. */
export class LexicalError extends Error {
  readonly offset: number;
  /** Where the token that does not fit begins. */
  readonly start: number;
  constructor(offset: number, start: number) {
    super('lexical error');
    this.offset = offset;
    this.start = start;
  }
}

export class Lexer {
  readonly text: string;
  /** True between `#set(` and its end; the parser takes it back. */
  inSet = false;

  private pos = 0;
  readonly #length: number;
  private state: number = S.DEFAULT;
  #lparen = 0;
  #rparen = 0;
  #inComment = false;
  /** Saved states: lexical state, lparen, rparen, one after the other. */
  readonly #stack: number[] = [];
  #matchedKind = 0;
  #matchedEnd = 0;
  #end = 0;
  #knownSlashesStart = 0;
  #knownSlashesEnd = 0;

  constructor(text: string) {
    this.text = text;
    this.#length = text.length;
  }

  /**
   * The next token; at the end of the text, an `EOF` token each time.
   *
   * @throws LexicalError
   */
  next(): Token {
    const lead = this.#end;
    let special = '';
    for (;;) {
      const from = this.pos;
      if (from >= this.#length) {
        this.#end = this.#length;
        return new Token(T.EOF, lead, from, from, special);
      }
      for (;;) {
        this.#match();
        const kind = this.#matchedKind;
        const matchedFrom = this.pos;
        this.pos = this.#matchedEnd;
        if (kind >= DOLLAR && kind <= HASH) {
          this.#lead(kind);
          if (this.pos < this.#length) continue;
          throw new LexicalError(this.#length - 1, from);
        }
        if (kind === MORE) {
          if (this.pos < this.#length) continue;
          throw new LexicalError(this.#length - 1, from);
        }
        if (kind === SKIPPED) break;
        if (kind === REFERENCE_TERMINATOR || kind === DIRECTIVE_TERMINATOR) {
          if (matchedFrom > from) special += specialText(this.text.slice(from, this.pos));
          this.pos = matchedFrom;
          this.popState();
          break;
        }
        this.#act(kind);
        this.#end = this.pos;
        return new Token(kind, lead, from, this.pos, special);
      }
    }
  }

  /** Where the next token starts, if none was read ahead. Moves nothing. */
  nextIsParenthesis(): boolean {
    let i = this.pos;
    while (isIn(this.#at(i), WHITE)) i++;
    return this.#at(i) === C.LPAREN;
  }

  /** After a directive's name: what follows are its parentheses. */
  enterDirective(): void {
    this.state = S.DIRECTIVE;
  }

  /** Drops to the state below; with nothing below, to plain text. */
  popState(): void {
    const stack = this.#stack;
    if (stack.length === 0) {
      this.#lparen = 0;
      this.state = S.DEFAULT;
      return;
    }
    this.#rparen = stack.pop() as number;
    this.#lparen = stack.pop() as number;
    this.state = stack.pop() as number;
  }

  /** Only `lparen` starts anew: Velocity keeps counting closing parentheses where it was. */
  #pushState(): void {
    this.#stack.push(this.state, this.#lparen, this.#rparen);
    this.#lparen = 0;
  }

  #at(i: number): number {
    return i < this.#length ? this.text.charCodeAt(i) : NOTHING;
  }

  /** End of the run of backslashes at `pos`, which is asked for at every second one of them. */
  #slashesEnd(pos: number): number {
    if (pos >= this.#knownSlashesEnd || pos < this.#knownSlashesStart) {
      let end = pos;
      while (this.#at(end) === C.BACKSLASH) end++;
      this.#knownSlashesStart = pos;
      this.#knownSlashesEnd = end;
    }
    return this.#knownSlashesEnd;
  }

  #fail(last: number): never {
    throw new LexicalError(Math.min(last, this.#length - 1), this.pos);
  }

  #found(kind: number, end: number): void {
    this.#matchedKind = kind;
    this.#matchedEnd = end;
  }

  // ### What a match does to the state

  #lead(kind: number): void {
    if (this.#inComment) return;
    switch (kind) {
      case DOLLAR:
      case DOLLARBANG:
        if (this.state === S.REFERENCE) this.popState();
        this.#pushState();
        this.state = S.REFERENCE;
        return;
      case HASH:
        if (this.state === S.REFERENCE || this.state === S.REFMODIFIER) this.popState();
        this.#pushState();
        this.state = S.PRE_DIRECTIVE;
        return;
      case TEXTBLOCK_START:
        this.#enterComment(S.TEXTBLOCK);
        return;
      case FORMAL_COMMENT_START:
        this.pos--;
        this.#enterComment(S.FORMAL_COMMENT);
        return;
      default:
        this.#enterComment(S.MULTI_LINE_COMMENT);
    }
  }

  #enterComment(state: number): void {
    this.#inComment = true;
    this.#pushState();
    this.state = state;
  }

  #act(kind: number): void {
    switch (kind) {
      case T.TEXT:
        return;
      case T.INDEX_LBRACKET:
        this.#pushState();
        this.state = S.REFINDEX;
        return;
      case T.INDEX_RBRACKET:
      case T.RCURLY:
      case T.END:
      case T.ELSE_DIRECTIVE:
        this.popState();
        return;
      case T.LPAREN:
        this.#lparen++;
        if (this.state === S.REFMODIFIER) this.state = S.REFMOD2;
        return;
      case T.RPAREN:
        this.#closeParenthesis();
        return;
      case T.REFMOD2_RPAREN:
        this.state = S.REFERENCE;
        return;
      case T.SET_DIRECTIVE:
        this.#pushState();
        this.inSet = true;
        this.state = S.DIRECTIVE;
        this.#lparen++;
        return;
      case T.SINGLE_LINE_COMMENT_START:
        if (this.state === S.REFERENCE) this.popState();
        this.#enterComment(S.SINGLE_LINE_COMMENT);
        return;
      case T.SINGLE_LINE_COMMENT:
      case T.FORMAL_COMMENT:
      case T.MULTI_LINE_COMMENT:
      case T.TEXTBLOCK:
        this.#inComment = false;
        this.popState();
        return;
      case T.STRING_LITERAL:
        if (this.state === S.DIRECTIVE && !this.inSet && this.#lparen === 0) this.popState();
        return;
      case T.IF_DIRECTIVE:
      case T.ELSEIF_DIRECTIVE:
        this.state = S.DIRECTIVE;
        return;
      case T.INTEGER_LITERAL:
        if (this.#lparen !== 0 || this.inSet || this.state === S.REFMOD2 || this.state === S.REFINDEX) return;
        this.popState();
        return;
      case T.FLOATING_POINT_LITERAL:
        if (this.#lparen !== 0 || this.inSet || this.state === S.REFMOD2) return;
        this.popState();
        return;
      case T.DOT:
        this.state = S.REFMODIFIER;
    }
  }

  /** A `)` closes the innermost state that has an open parenthesis, leaving those above it. */
  #closeParenthesis(): void {
    for (;;) {
      if (this.#lparen > 0) {
        if (this.#lparen === this.#rparen + 1) this.popState();
        else this.#rparen++;
        return;
      }
      if (this.#stack.length === 0) {
        this.popState();
        return;
      }
      this.popState();
    }
  }

  // ### Matching, one function per lexical state

  #match(): void {
    const c = this.text.charCodeAt(this.pos);
    switch (this.state) {
      case S.DEFAULT:
        this.#matchText(c);
        return;
      case S.REFERENCE:
      case S.REFMODIFIER:
        this.#matchReference(c);
        return;
      case S.REFINDEX:
        this.#matchIndex(c);
        return;
      case S.DIRECTIVE:
        this.#matchDirective(c);
        return;
      case S.REFMOD2:
        this.#matchArguments(c);
        return;
      case S.PRE_DIRECTIVE:
        this.#matchDirectiveName(c);
        return;
      default:
        this.#matchComment(c);
    }
  }

  #matchText(c: number): void {
    const { pos } = this;
    if (c === C.DOLLAR) {
      this.#matchDollar(pos);
      return;
    }
    if (c === C.HASH) {
      if (!this.#matchSet(pos)) this.#matchHash(pos, true);
      return;
    }
    if (c === C.BACKSLASH) {
      this.#matchEscape(pos);
      return;
    }
    if (isIn(c, BLANK) && this.#matchSet(pos)) return;
    let end = pos + 1;
    for (; end < this.#length; end++) {
      const u = this.text.charCodeAt(end);
      if (u === C.DOLLAR || u === C.HASH || u === C.BACKSLASH) break;
    }
    this.#found(T.TEXT, end);
  }

  /** A run of backslashes: before `$` it belongs to the reference, an odd one before a name escapes the directive. */
  #matchEscape(pos: number): void {
    const end = this.#slashesEnd(pos);
    const after = this.#at(end);
    if (after === C.DOLLAR) {
      this.#matchDollar(end);
      return;
    }
    if (after === C.HASH && (end - pos) % 2 === 1) {
      const name = this.#wordEnd(end + 1) || this.#bracketedWordEnd(end + 1);
      if (name !== 0) {
        this.#found(T.ESCAPE_DIRECTIVE, name);
        return;
      }
    }
    if (end - pos >= 2) this.#found(T.DOUBLE_ESCAPE, pos + 2);
    else this.#found(T.ESCAPE, pos + 1);
  }

  /** `$` or `$!`, with any backslashes before either; or one of the four texts that look like them. */
  #matchDollar(dollar: number): void {
    let end = dollar + 1;
    if (dollar === this.pos && (this.state === S.DEFAULT || this.state === S.REFERENCE)) {
      const { text } = this;
      const c = this.#at(end);
      if (c === C.DOT || c === C.LBRACKET) {
        this.#found(T.EMPTY_INDEX, end + 1);
        return;
      }
      if (
        (c === C.BANG || c === C.BACKSLASH) &&
        (text.startsWith('![', end) || text.startsWith('\\![', end))
      ) {
        this.#found(T.EMPTY_INDEX, end + (c === C.BANG ? 2 : 3));
        return;
      }
    }
    while (this.#at(end) === C.BACKSLASH) end++;
    if (this.#at(end) === C.BANG) this.#found(DOLLARBANG, end + 1);
    else this.#found(DOLLAR, dollar + 1);
  }

  /** `#` and what belongs to it; `##` is a token of its own only in some states. */
  #matchHash(pos: number, lineComment: boolean): void {
    const next = this.#at(pos + 1);
    if (next === C.LBRACKET && this.#at(pos + 2) === C.LBRACKET) this.#found(TEXTBLOCK_START, pos + 3);
    else if (next === C.STAR) {
      const fourth = this.#at(pos + 3);
      if (this.#at(pos + 2) === C.STAR && fourth !== C.HASH && fourth !== NOTHING) {
        this.#found(FORMAL_COMMENT_START, pos + 4);
      } else this.#found(MULTI_LINE_COMMENT_START, pos + 2);
    } else if (lineComment && next === C.HASH) this.#found(T.SINGLE_LINE_COMMENT_START, pos + 2);
    else this.#found(HASH, pos + 1);
  }

  /** Blanks, `#set` or `#{set}`, spaces and a parenthesis: one token, so the blanks before it are never text. */
  #matchSet(pos: number): boolean {
    let i = pos;
    while (isIn(this.#at(i), BLANK)) i++;
    if (this.#at(i) !== C.HASH) return false;
    if (this.text.startsWith('set', i + 1)) i += 4;
    else if (this.text.startsWith('{set}', i + 1)) i += 6;
    else return false;
    while (this.#at(i) === C.SPACE) i++;
    if (this.#at(i) !== C.LPAREN) return false;
    this.#found(T.SET_DIRECTIVE, i + 1);
    return true;
  }

  #matchReference(c: number): void {
    const { pos } = this;
    if (isIn(c, NAME_START)) {
      this.#matchName(pos);
      return;
    }
    switch (c) {
      case C.DOT:
        if (isIn(this.#at(pos + 1), LETTER)) {
          this.#found(T.DOT, pos + 1);
          return;
        }
        break;
      case C.LBRACKET:
        this.#found(T.INDEX_LBRACKET, pos + 1);
        return;
      case C.LBRACE:
        this.#found(T.LCURLY, pos + 1);
        return;
      case C.RBRACE:
        this.#found(T.RCURLY, pos + 1);
        return;
      case C.LPAREN:
        if (this.state === S.REFMODIFIER) {
          this.#found(T.LPAREN, pos + 1);
          return;
        }
        break;
      case C.DOLLAR:
        this.#matchDollar(pos);
        return;
      case C.BACKSLASH: {
        const end = this.#slashesEnd(pos);
        if (this.#at(end) === C.DOLLAR) {
          this.#matchDollar(end);
          return;
        }
        break;
      }
      case C.SPACE:
      case C.TAB:
        if (this.#matchSet(pos)) return;
        break;
      case C.HASH:
        if (!this.#matchSet(pos)) this.#matchHash(pos, this.state === S.REFERENCE);
        return;
    }
    this.#found(REFERENCE_TERMINATOR, pos + 1);
  }

  #matchName(pos: number): void {
    let end = pos + 1;
    while (isIn(this.#at(end), NAME_PART)) end++;
    this.#found(this.#literalKind(pos, end, T.IDENTIFIER), end);
  }

  #literalKind(from: number, to: number, otherwise: number): number {
    const { text } = this;
    if (to - from === 4 && text.startsWith('true', from)) return T.TRUE;
    if (to - from === 5 && text.startsWith('false', from)) return T.FALSE;
    return otherwise;
  }

  #matchIndex(c: number): void {
    const { pos } = this;
    if (c === C.RBRACKET) {
      this.#found(T.INDEX_RBRACKET, pos + 1);
      return;
    }
    if (this.#matchCommon(c, pos)) return;
    // Only the two literals are words here, with no regard to what follows them.
    for (const [word, kind] of BOOLEANS) {
      let i = 0;
      while (i < word.length && this.#at(pos + i) === word.charCodeAt(i)) i++;
      if (i === word.length) {
        this.#found(kind, pos + i);
        return;
      }
      if (i > 0) this.#fail(pos + i);
    }
    if (c === C.HASH) {
      this.#matchHash(pos, false);
      return;
    }
    if (!this.#matchNumber(pos)) this.#failNumber(pos);
  }

  /** White space, strings and `$`, which the three states inside parentheses and brackets share. */
  #matchCommon(c: number, pos: number): boolean {
    if (isIn(c, WHITE)) {
      let end = pos + 1;
      while (isIn(this.#at(end), WHITE)) end++;
      this.#found(T.WHITESPACE, end);
      return true;
    }
    if (c === C.QUOTE || c === C.APOSTROPHE) {
      this.#matchString(pos, c);
      return true;
    }
    if (c === C.DOLLAR) {
      this.#matchDollar(pos);
      return true;
    }
    if (c === C.BACKSLASH) {
      const end = this.#slashesEnd(pos);
      if (this.#at(end) !== C.DOLLAR) this.#fail(end);
      this.#matchDollar(end);
      return true;
    }
    return false;
  }

  /** A quote closes unless it is doubled; a doubled one that leads to no end closes after all. */
  #matchString(pos: number, quote: number): void {
    const { text } = this;
    const mark = quote === C.QUOTE ? '"' : "'";
    let end = 0;
    for (let i = text.indexOf(mark, pos + 1); i >= 0; i = text.indexOf(mark, i + 2)) {
      end = i + 1;
      if (this.#at(i + 1) !== quote) break;
    }
    if (end === 0) this.#fail(this.#length);
    this.#found(T.STRING_LITERAL, end);
  }

  /** `-?[0-9]+`, with a fraction, an exponent or both: a floating point number. `1..` is `1` and a range. */
  #matchNumber(pos: number): boolean {
    let i = pos;
    if (this.#at(i) === C.MINUS) i++;
    const digits = i;
    while (isIn(this.#at(i), DIGIT)) i++;
    const whole = i > digits;
    if (this.#at(i) === C.DOT) {
      if (whole && this.#at(i + 1) === C.DOT) {
        this.#found(T.INTEGER_LITERAL, i);
        return true;
      }
      const fraction = i + 1;
      i = fraction;
      while (isIn(this.#at(i), DIGIT)) i++;
      if (whole || i > fraction) {
        this.#found(T.FLOATING_POINT_LITERAL, this.#exponentEnd(i));
        return true;
      }
      return false;
    }
    if (!whole) return false;
    const end = this.#exponentEnd(i);
    this.#found(end > i ? T.FLOATING_POINT_LITERAL : T.INTEGER_LITERAL, end);
    return true;
  }

  #exponentEnd(pos: number): number {
    const c = this.#at(pos);
    if (c !== C.E && c !== C.e) return pos;
    let i = pos + 1;
    if (this.#at(i) === C.PLUS || this.#at(i) === C.MINUS) i++;
    const digits = i;
    while (isIn(this.#at(i), DIGIT)) i++;
    return i > digits ? i : pos;
  }

  /** Fails where the automaton for numbers gives up. */
  #failNumber(pos: number): never {
    let i = pos;
    if (this.#at(i) === C.MINUS) i++;
    if (this.#at(i) === C.DOT) i++;
    this.#fail(i);
  }

  #matchDirective(c: number): void {
    const { pos } = this;
    if (isIn(c, WORD_START)) {
      const end = this.#wordEnd(pos);
      this.#found(this.#operatorWord(pos, end), end);
      return;
    }
    if (this.#matchCommon(c, pos)) return;
    if (c === C.HASH) {
      this.#matchHash(pos, true);
      return;
    }
    if (c === C.RPAREN) {
      this.#found(T.RPAREN, this.#lineEndAfter(pos + 1));
      return;
    }
    const pair = PAIRS[c];
    if (pair !== undefined && this.#at(pos + 1) === pair.second) {
      this.#found(pair.kind, pos + 2);
      return;
    }
    if ((c === C.MINUS || c === C.DOT || isIn(c, DIGIT)) && this.#matchNumber(pos)) return;
    if (c === C.LBRACE) {
      const end = this.#bracketedWordEnd(pos);
      if (end !== 0) {
        this.#found(T.BRACKETED_WORD, end);
        return;
      }
    }
    const single = DIRECTIVE_SINGLES[c];
    if (single !== undefined) this.#found(single, pos + 1);
    else this.#fail(c === C.AMPERSAND || c === C.BAR || c === C.DOT ? pos + 1 : pos);
  }

  #operatorWord(from: number, to: number): number {
    if (to - from > 5) return T.WORD;
    return OPERATOR_WORDS.get(this.text.slice(from, to)) ?? T.WORD;
  }

  #matchArguments(c: number): void {
    const { pos } = this;
    if (isIn(c, NAME_START)) {
      this.#matchName(pos);
      return;
    }
    if ((c === C.HASH || isIn(c, BLANK)) && this.#matchSet(pos)) return;
    if (this.#matchCommon(c, pos)) return;
    if (c === C.HASH) {
      this.#matchHash(pos, false);
      return;
    }
    if (c === C.DOT) {
      const next = this.#at(pos + 1);
      if (next === C.DOT) {
        this.#found(T.DOUBLEDOT, pos + 2);
        return;
      }
      if (isIn(next, LETTER)) {
        this.#found(T.DOT, pos + 1);
        return;
      }
    }
    if ((c === C.MINUS || c === C.DOT || isIn(c, DIGIT)) && this.#matchNumber(pos)) return;
    const single = ARGUMENT_SINGLES[c];
    if (single !== undefined) this.#found(single, pos + 1);
    else this.#failNumber(pos);
  }

  #matchDirectiveName(c: number): void {
    const { pos } = this;
    const name = this.#wordEnd(pos) || this.#bracketedWordEnd(pos);
    if (name !== 0) {
      const braces = c === C.LBRACE ? 1 : 0;
      const kind = DIRECTIVE_NAMES.get(this.text.slice(pos + braces, name - braces));
      if (kind === undefined) this.#found(braces ? T.BRACKETED_WORD : T.WORD, name);
      else this.#found(kind, kind === T.END || kind === T.ELSE_DIRECTIVE ? this.#lineEndAfter(name) : name);
      return;
    }
    if (c === C.DOLLAR) {
      this.#matchDollar(pos);
      return;
    }
    if (c === C.HASH) {
      this.#matchHash(pos, true);
      return;
    }
    if (c === C.BACKSLASH) {
      const end = this.#slashesEnd(pos);
      if (this.#at(end) === C.DOLLAR) {
        this.#matchDollar(end);
        return;
      }
    }
    if ((c === C.MINUS || c === C.DOT || isIn(c, DIGIT)) && this.#matchNumber(pos)) return;
    this.#found(DIRECTIVE_TERMINATOR, pos + 1);
  }

  /**
   * Inside a comment or a text block nothing counts but its end, except that `$` and `#` still take the
   * characters they would take elsewhere: the `*#` of `#*#` ends no comment.
   */
  #matchComment(c: number): void {
    const { pos, state } = this;
    if (c === C.HASH) {
      this.#matchHash(pos, false);
      return;
    }
    if (c === C.DOLLAR) {
      this.#matchDollar(pos);
      return;
    }
    if (c === C.BACKSLASH) {
      const end = this.#slashesEnd(pos);
      if (this.#at(end) === C.DOLLAR) {
        this.#matchDollar(end);
        return;
      }
    }
    if (state === S.SINGLE_LINE_COMMENT) {
      if (c === C.LF) this.#found(T.SINGLE_LINE_COMMENT, pos + 1);
      else if (c === C.CR) {
        this.#found(T.SINGLE_LINE_COMMENT, this.#at(pos + 1) === C.LF ? pos + 2 : pos + 1);
      } else this.#found(SKIPPED, pos + 1);
      return;
    }
    if (state === S.TEXTBLOCK) {
      if (c === C.RBRACKET && this.text.startsWith(']]#', pos)) this.#found(T.TEXTBLOCK, pos + 3);
      else this.#found(MORE, pos + 1);
      return;
    }
    if (c === C.STAR && this.#at(pos + 1) === C.HASH) {
      this.#found(state === S.FORMAL_COMMENT ? T.FORMAL_COMMENT : T.MULTI_LINE_COMMENT, pos + 2);
    } else this.#found(SKIPPED, pos + 1);
  }

  /** End of the word at `pos`; 0 if there is none. */
  #wordEnd(pos: number): number {
    if (!isIn(this.#at(pos), WORD_START)) return 0;
    let i = pos + 1;
    while (isIn(this.#at(i), WORD_PART)) i++;
    return i;
  }

  #bracketedWordEnd(pos: number): number {
    if (this.#at(pos) !== C.LBRACE) return 0;
    const end = this.#wordEnd(pos + 1);
    return end !== 0 && this.#at(end) === C.RBRACE ? end + 1 : 0;
  }

  /** Past blanks and one line ending, if the line ending is there; otherwise `pos`. */
  #lineEndAfter(pos: number): number {
    let i = pos;
    while (isIn(this.#at(i), BLANK)) i++;
    if (this.#at(i) === C.LF) return i + 1;
    if (this.#at(i) === C.CR) return this.#at(i + 1) === C.LF ? i + 2 : i + 1;
    return pos;
  }
}

/** What of a special token's image prints: `$`, `#`, and backslashes that lead to a `$`. */
function specialText(image: string): string {
  let text = '';
  for (let i = 0; i < image.length; i++) {
    const c = image[i];
    if (c === '$' || c === '#') text += c;
    else if (c === '\\') {
      let end = i;
      while (image[end] === '\\') end++;
      if (image[end] === '$') {
        text += image.slice(i, end + 1);
        i = end + 1;
      }
    }
  }
  return text;
}
