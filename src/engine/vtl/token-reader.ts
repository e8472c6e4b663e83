import type { Span } from '../text/span';
import { Lexer, type LexicalError } from './lexer';
import type { After } from './look-ahead';
import { explainLexical, explainUnexpected, type Situation } from './parse-failure';
import { lexicalPosition, positionAt } from './position';
import { TemplateFailure } from './template-error';
import { positionIn } from './template-position';
import { T, type Token } from './tokens';
import type { StringLiteral, Template } from './tree';

/** Levels of parentheses, lists, arguments and blocks together; Velocity itself ends at its stack's depth. */
export const MAX_DEPTH = 400;

/** A string or a directive Velocity looks at after the whole template has been parsed. */
export type Initialisation =
  | { literal: StringLiteral; image: string }
  | { crash: Span; message: string; hint: string };

/** The lowest level of the parser: tokens one by one, and what to say when one does not fit. */
export class TokenReader {
  protected readonly lexer: Lexer;
  protected readonly template: Template;
  protected readonly outer: (offset: number) => number;
  protected token: Token | null = null;
  protected first: Token | null = null;
  protected depth = 0;
  protected rewritten = false;
  protected readonly open: { name: string; from: number }[] = [];
  protected readonly initialisations: Initialisation[] = [];
  protected readonly after: After;

  constructor(template: Template, outer: (offset: number) => number) {
    this.template = template;
    this.outer = outer;
    const lexer = new Lexer(template.source);
    this.lexer = lexer;
    this.after = (token) => {
      token.next ??= lexer.next();
      return token.next;
    };
  }

  // ### Tokens

  protected peek(): Token {
    const { token } = this;
    if (token === null) {
      this.first ??= this.lexer.next();
      return this.first;
    }
    token.next ??= this.lexer.next();
    return token.next;
  }

  protected take(): Token {
    const token = this.peek();
    this.token = token;
    return token;
  }

  protected expect(kind: number, inside: Situation['inside']): Token {
    const token = this.peek();
    if (token.kind !== kind) this.unexpected(inside);
    this.token = token;
    return token;
  }

  protected skipBlank(): void {
    if (this.peek().kind === T.WHITESPACE) this.take();
  }

  /** The token as written, or as Velocity rewrote it. */
  protected image(token: Token): string {
    if (token.image !== null) return token.image;
    if (token.kind === T.DOT) return '.';
    return this.template.source.slice(token.from, token.to);
  }

  /** The tokens from `first` to `last` put together again: without comments, and as Velocity rewrote them. */
  protected images(first: Token, last: Token, withSpecials: boolean): string {
    let text = '';
    for (let token: Token | null = first; token !== null; token = token.next) {
      if (withSpecials && token.kind === T.MULTI_LINE_COMMENT) {
        if (token === last) break;
        continue;
      }
      text += withSpecials ? token.special + this.image(token) : this.image(token);
      if (token === last) break;
    }
    return text;
  }

  protected span(from: number, to: number): Span {
    return { from: this.outer(from), to: this.outer(to) };
  }

  /** From the end of the token before `first`, so that items leave no gap. */
  protected itemSpan(first: Token): Span {
    return this.span(first.lead, (this.token as Token).to);
  }

  // ### Errors

  protected unexpected(inside: Situation['inside']): never {
    const token = this.peek();
    const image = token.kind === T.EOF ? '' : this.image(token);
    const open = this.open.map(({ name, from }) => ({ name, line: positionIn(this.template, from).line }));
    this.fail(token, explainUnexpected({ kind: token.kind, image, open, inside }));
  }

  protected fail(token: Token, { message, hint }: { message: string; hint: string }): never {
    const { source } = this.template;
    const offset = token.kind === T.EOF ? Math.max(source.length - 1, 0) : token.from;
    throw new TemplateFailure({
      kind: 'parse',
      message,
      ...positionAt(source, offset),
      span: this.span(offset, token.kind === T.EOF ? source.length : token.to),
      hint,
    });
  }

  lexicalFailure({ offset, start }: LexicalError): TemplateFailure {
    const { source } = this.template;
    return new TemplateFailure({
      kind: 'parse',
      ...explainLexical(source, offset, start),
      ...lexicalPosition(source, offset),
      span: this.span(start, offset + 1),
    });
  }

  protected limit(token: Token, message: string): never {
    throw new TemplateFailure({
      kind: 'limit',
      message,
      ...positionAt(this.template.source, token.from),
      span: this.span(token.from, token.to),
      hint: 'Split the template into smaller steps with #set.',
    });
  }

  protected enter(): void {
    if (++this.depth > MAX_DEPTH) this.limit(this.peek(), `Nested more than ${MAX_DEPTH} levels deep.`);
  }
}
