import type { Span } from '../text/span';
import { Lexer, LexicalError } from './lexer';
import {
  type After,
  looksLikeArgument,
  looksLikeCall,
  looksLikeEntry,
  looksLikeNot,
  RangeScan,
  startsArgument,
  startsParameter,
} from './look-ahead';
import { explainLexical, explainUnexpected, type Situation } from './parse-failure';
import { lexicalPosition, positionAt } from './position';
import { readRoot } from './reference-root';
import { stringContents } from './string-contents';
import { TemplateFailure } from './template-error';
import { positionIn } from './template-position';
import { T, type Token } from './tokens';
import type {
  BinaryOperator,
  Body,
  Branch,
  DirectiveArgument,
  Expression,
  If,
  Index,
  Item,
  MapLiteral,
  Part,
  Reference,
  StringLiteral,
  Template,
} from './tree';

/** Levels of parentheses, lists, arguments and blocks together; Velocity itself ends at its stack's depth. */
const MAX_DEPTH = 400;

/** Operators in one expression. */
const MAX_OPERATORS = 2000;

/** Directives of Velocity 1.7 that take a block; the service has no `#evaluate`. */
const BLOCK_DIRECTIVES = new Set(['define', 'foreach', 'literal', 'macro']);
const LINE_DIRECTIVES = new Set(['break', 'include', 'parse', 'stop']);

/**
 * Parses a template.
 *
 * @throws TemplateFailure
 */
export function parseTemplate(text: string): Template {
  return parseWith(text, {}, (offset) => offset);
}

function parseWith(
  text: string,
  within: Pick<Template, 'within'>,
  outer: (offset: number) => number,
): Template {
  const template: Template = { source: text, items: [], ...within };
  const parser = new Parser(template, outer);
  try {
    template.items = parser.parse();
  } catch (error) {
    if (!(error instanceof LexicalError)) throw error;
    throw parser.lexicalFailure(error);
  }
  parser.initialise();
  return template;
}

/** A string or a directive Velocity looks at after the whole template has been parsed. */
type Initialisation =
  | { literal: StringLiteral; image: string }
  | { crash: Span; message: string; hint: string };

class Parser {
  private readonly lexer: Lexer;
  private readonly template: Template;
  private readonly outer: (offset: number) => number;
  private token: Token | null = null;
  private first: Token | null = null;
  private depth = 0;
  private rewritten = false;
  private readonly open: { name: string; from: number }[] = [];
  private readonly macros = new Set<string>();
  private readonly initialisations: Initialisation[] = [];
  private readonly after: After;
  private readonly scan: RangeScan;

  constructor(template: Template, outer: (offset: number) => number) {
    this.template = template;
    this.outer = outer;
    const lexer = new Lexer(template.source);
    this.lexer = lexer;
    this.after = (token) => {
      token.next ??= lexer.next();
      return token.next;
    };
    this.scan = new RangeScan(this.after, MAX_DEPTH);
  }

  // ### Tokens

  private peek(): Token {
    const { token } = this;
    if (token === null) {
      this.first ??= this.lexer.next();
      return this.first;
    }
    token.next ??= this.lexer.next();
    return token.next;
  }

  private take(): Token {
    const token = this.peek();
    this.token = token;
    return token;
  }

  private expect(kind: number, inside: Situation['inside']): Token {
    const token = this.peek();
    if (token.kind !== kind) this.unexpected(inside);
    this.token = token;
    return token;
  }

  private skipBlank(): void {
    if (this.peek().kind === T.WHITESPACE) this.take();
  }

  /** The token as written, or as Velocity rewrote it. */
  private image(token: Token): string {
    if (token.image !== null) return token.image;
    if (token.kind === T.DOT) return '.';
    return this.template.source.slice(token.from, token.to);
  }

  /** The tokens from `first` to `last` put together again: without comments, and as Velocity rewrote them. */
  private images(first: Token, last: Token, withSpecials: boolean): string {
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

  private span(from: number, to: number): Span {
    return { from: this.outer(from), to: this.outer(to) };
  }

  /** From the end of the token before `first`, so that items leave no gap. */
  private itemSpan(first: Token): Span {
    return this.span(first.lead, (this.token as Token).to);
  }

  // ### Errors

  private unexpected(inside: Situation['inside']): never {
    const token = this.peek();
    const image = token.kind === T.EOF ? '' : this.image(token);
    const open = this.open.map(({ name, from }) => ({ name, line: positionIn(this.template, from).line }));
    this.fail(token, explainUnexpected({ kind: token.kind, image, open, inside }));
  }

  private fail(token: Token, { message, hint }: { message: string; hint: string }): never {
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

  private limit(token: Token, message: string): never {
    throw new TemplateFailure({
      kind: 'limit',
      message,
      ...positionAt(this.template.source, token.from),
      span: this.span(token.from, token.to),
      hint: 'Split the template into smaller steps with #set.',
    });
  }

  private enter(): void {
    if (++this.depth > MAX_DEPTH) this.limit(this.peek(), `Nested more than ${MAX_DEPTH} levels deep.`);
  }

  // ### Template

  parse(): Item[] {
    const items: Item[] = [];
    this.items(items);
    const end = this.peek();
    if (end.kind !== T.EOF) this.unexpected('template');
    // A comment that is never closed makes no token: it lies before the end.
    if (end.from > end.lead) {
      items.push({ type: 'comment', text: '', closed: false, ...this.span(end.lead, end.from) });
    }
    return items;
  }

  private items(items: Item[]): void {
    for (;;) {
      const item = this.item();
      if (item === null) return;
      items.push(item);
    }
  }

  private item(): Item | null {
    const first = this.peek();
    switch (first.kind) {
      case T.TEXT:
      case T.INTEGER_LITERAL:
      case T.FLOATING_POINT_LITERAL:
      case T.STRING_LITERAL:
      case T.LPAREN:
      case T.RPAREN:
      case T.DOT:
      case T.RCURLY:
      case T.ESCAPE:
      case T.EMPTY_INDEX:
        this.take();
        return {
          type: 'text',
          what: 'plain',
          text: first.special + this.image(first),
          ...this.itemSpan(first),
        };
      case T.IDENTIFIER:
        return this.referenceItem(first);
      case T.LCURLY:
        if (this.after(first).kind === T.IDENTIFIER) return this.referenceItem(first);
        this.take();
        return {
          type: 'text',
          what: 'plain',
          text: first.special + this.image(first),
          ...this.itemSpan(first),
        };
      case T.SET_DIRECTIVE:
        return this.set(first);
      case T.IF_DIRECTIVE:
        return this.if(first);
      case T.WORD:
      case T.BRACKETED_WORD:
        return this.directive(first);
      case T.SINGLE_LINE_COMMENT_START:
        this.take();
        if (this.peek().kind === T.SINGLE_LINE_COMMENT) this.take();
        return this.comment(first);
      case T.MULTI_LINE_COMMENT:
      case T.FORMAL_COMMENT:
        this.take();
        return this.comment(first);
      case T.TEXTBLOCK:
        this.take();
        return { type: 'text', what: 'block', text: this.image(first).slice(3, -3), ...this.itemSpan(first) };
      case T.ESCAPE_DIRECTIVE:
        this.take();
        first.image = this.escapedDirective(this.image(first));
        this.rewritten = true;
        return { type: 'text', what: 'escape', text: first.image, ...this.itemSpan(first) };
      case T.DOUBLE_ESCAPE:
        return this.escape(first);
    }
    return null;
  }

  private referenceItem(first: Token): Reference {
    const reference = this.reference();
    reference.from = this.outer(first.lead);
    return reference;
  }

  private comment(first: Token): Item {
    const image = this.image(first);
    const start = Math.max(image.indexOf('##'), image.indexOf('#*'));
    return {
      type: 'comment',
      text: start > 0 ? image.slice(0, start) : '',
      closed: true,
      ...this.itemSpan(first),
    };
  }

  /** Pairs of backslashes: each prints one before a directive, and stays as it is before anything else. */
  private escape(first: Token): Item {
    let count = 0;
    while (this.peek().kind === T.DOUBLE_ESCAPE) {
      this.take();
      count++;
    }
    const next = this.peek();
    const before =
      (next.kind >= T.END && next.kind <= T.ELSE_DIRECTIVE) ||
      this.isDirective(this.template.source.slice(next.from + 1, next.to));
    return {
      type: 'text',
      what: 'escape',
      text: (before ? '\\' : '\\\\').repeat(count),
      ...this.itemSpan(first),
    };
  }

  private isDirective(name: string): boolean {
    return BLOCK_DIRECTIVES.has(name) || LINE_DIRECTIVES.has(name) || this.macros.has(name);
  }

  private escapedDirective(image: string): string {
    const last = image.lastIndexOf('\\');
    const directive = image.slice(last + 1);
    const name = directive[1] === '{' ? directive.slice(2, -1) : directive.slice(1);
    const known = this.isDirective(name) || /^(if|else|elseif|end|set)$/.test(name);
    return known ? image.slice(0, last / 2) + directive : image;
  }

  // ### Blocks

  private opened(name: string, first: Token): void {
    this.enter();
    this.open.push({ name, from: first.from });
  }

  private closed(): void {
    this.depth--;
    this.open.pop();
  }

  private body(): Body {
    const from = (this.token as Token).to;
    const items: Item[] = [];
    this.items(items);
    return { items, ...this.span(from, (this.token as Token).to) };
  }

  private if(first: Token): If {
    this.opened('if', first);
    const branches = [this.branch()];
    while (this.peek().kind === T.ELSEIF_DIRECTIVE) branches.push(this.branch());
    let otherwise: If['otherwise'];
    const word = this.peek();
    if (word.kind === T.ELSE_DIRECTIVE) {
      this.take();
      const head = this.itemSpan(word);
      otherwise = { head, body: this.body() };
    }
    const end = this.end();
    return { type: 'if', branches, ...(otherwise ? { otherwise } : {}), end, ...this.itemSpan(first) };
  }

  private end(): Span {
    const end = this.expect(T.END, 'template');
    this.closed();
    return this.itemSpan(end);
  }

  private branch(): Branch {
    const first = this.take();
    this.skipBlank();
    this.expect(T.LPAREN, 'expression');
    const condition = this.expression();
    this.expect(T.RPAREN, 'expression');
    const head = this.itemSpan(first);
    const body = this.body();
    return { condition, head, body, from: head.from, to: body.to };
  }

  private set(first: Token): Item {
    this.take();
    this.skipBlank();
    const target = this.reference();
    this.skipBlank();
    this.expect(T.EQUALS, 'reference');
    const value = this.expression();
    this.expect(T.RPAREN, 'expression');
    this.lexer.inSet = false;
    return { type: 'set', target, value, ...this.itemSpan(first) };
  }

  private directive(first: Token): Item {
    this.take();
    const image = this.image(first);
    const name = first.kind === T.BRACKETED_WORD ? image.slice(2, -1) : image.slice(1);
    const known = BLOCK_DIRECTIVES.has(name) || LINE_DIRECTIVES.has(name);
    if (!this.lexer.nextIsParenthesis()) {
      this.lexer.popState();
      return this.bareDirective(name, known, first);
    }
    this.lexer.enterDirective();
    this.skipBlank();
    this.expect(T.LPAREN, 'arguments');
    const args = this.directiveArguments(name, known, first);
    this.skipBlank();
    this.expect(T.RPAREN, 'arguments');
    const head = this.itemSpan(first);
    if (!BLOCK_DIRECTIVES.has(name) && (known || !name.startsWith('@'))) {
      return this.lineDirective(name, args, first);
    }
    return this.blockDirective(name, args, head, first);
  }

  /** Without parentheses nothing takes a block, whatever the directive. */
  private bareDirective(name: string, known: boolean, first: Token): Item {
    if (name === 'macro') {
      this.fail(first, { message: '#macro needs a name.', hint: 'API Gateway ignores macros; remove it.' });
    }
    if (BLOCK_DIRECTIVES.has(name)) {
      this.initialisations.push({
        crash: this.itemSpan(first),
        message: `#${name} without parentheses.`,
        hint: `Write #${name}(…) and close it with #end.`,
      });
    }
    return known ? this.lineDirective(name, [], first) : this.unknown(name, first);
  }

  private unknown(name: string, first: Token): Item {
    const text = this.images(first, this.token as Token, false);
    return { type: 'text', what: 'unknown', name, text, ...this.itemSpan(first) };
  }

  private directiveArguments(name: string, known: boolean, first: Token): DirectiveArgument[] {
    const args: DirectiveArgument[] = [];
    while (looksLikeArgument(this.peek(), this.after)) {
      this.skipBlank();
      if (this.peek().kind === T.COMMA) {
        this.take();
        this.skipBlank();
      }
      const argument = this.directiveArgument();
      if (known) this.checkArgument(name, argument, args.length, first);
      args.push(argument);
    }
    return args;
  }

  private checkArgument(name: string, argument: DirectiveArgument, position: number, first: Token): void {
    if (argument.type === 'word') {
      if (name === 'macro' && position === 0) return;
      if (name === 'foreach' && position === 1) return;
      this.fail(this.after(first), {
        message: `${argument.word} is no argument for #${name}.`,
        hint:
          name === 'foreach'
            ? 'Write #foreach($item in $list).'
            : `Write '${argument.word}' for a string or $${argument.word} for a variable.`,
      });
    }
    if (name === 'macro' && position === 0) {
      this.fail(this.after(first), {
        message: 'The first argument of #macro is its name, a bare word.',
        hint: 'API Gateway ignores macros; remove it.',
      });
    }
  }

  private lineDirective(name: string, args: DirectiveArgument[], first: Token): Item {
    const span = this.itemSpan(first);
    const [argument] = args;
    if ((name === 'stop' || name === 'break') && args.length > 1) {
      this.initialisations.push({
        crash: span,
        message: `#${name} takes one argument at most.`,
        hint: `Write #${name} alone.`,
      });
    }
    switch (name) {
      case 'stop':
        return { type: 'stop', ...(argument ? { message: argument } : {}), ...span };
      case 'break':
        return { type: 'break', ...(argument ? { scope: argument } : {}), ...span };
      case 'parse':
      case 'include':
        return { type: 'include', name, arguments: args, ...span };
    }
    return this.unknown(name, first);
  }

  private blockDirective(name: string, args: DirectiveArgument[], head: Span, first: Token): Item {
    const lastOfHead = this.token as Token;
    this.opened(name, first);
    const body = this.body();
    const lastOfBody = this.token as Token;
    const end = this.end();
    const span = this.itemSpan(first);
    const at = first.from;
    switch (name) {
      case 'foreach':
        return {
          type: 'foreach',
          head,
          arguments: args,
          variable: this.loopVariable(args[0]),
          body,
          end,
          at,
          ...span,
        };
      case 'define':
        if (args.length !== 1) {
          this.initialisations.push({
            crash: span,
            message: '#define takes one argument, the name of the block.',
            hint: 'Write #define($name).',
          });
        }
        return { type: 'define', head, variable: this.definedName(args[0]), body, end, at, ...span };
      case 'macro':
        if (args.length === 0) {
          this.fail(this.after(first), {
            message: '#macro needs a name.',
            hint: 'API Gateway ignores macros; remove it.',
          });
        }
        this.macros.add((args[0] as { word: string }).word);
        return { type: 'macro', head, body, end, ...span };
      case 'literal': {
        if (args.length === 0 && lastOfBody === lastOfHead) {
          this.initialisations.push({
            crash: span,
            message: '#literal() with nothing in it.',
            hint: 'Remove it: Velocity does not survive an empty one.',
          });
        }
        return {
          type: 'text',
          what: 'literal',
          name,
          text: this.literalText(args, lastOfHead, lastOfBody),
          ...span,
        };
      }
    }
    return this.unknown(name, first);
  }

  /** `#literal` prints its first child as written, which is the body only when it has no argument. */
  private literalText(args: DirectiveArgument[], lastOfHead: Token, lastOfBody: Token): string {
    const [argument] = args;
    if (argument) return this.template.source.slice(argument.from, argument.to);
    if (lastOfBody === lastOfHead) return '';
    return this.images(lastOfHead.next as Token, lastOfBody, true);
  }

  private loopVariable(argument: DirectiveArgument | undefined): string {
    if (argument === undefined) return '';
    if (argument.type === 'reference') return argument.root;
    return this.template.source.slice(argument.from + 1, argument.to);
  }

  /** Velocity takes the first token without its first character: only a plain `$name` can be read again. */
  private definedName(argument: DirectiveArgument | undefined): string {
    return argument?.type === 'reference' && argument.form === 'normal' ? argument.root : '';
  }

  private directiveArgument(): DirectiveArgument {
    const token = this.peek();
    if (token.kind === T.WORD) {
      this.take();
      return { type: 'word', word: this.image(token), ...this.span(token.from, token.to) };
    }
    if (!startsArgument(token.kind)) this.unexpected('arguments');
    return this.bareParameter();
  }

  // ### Expressions, by precedence

  private expression(): Expression {
    this.enter();
    const expression = this.binary(0);
    this.depth--;
    return expression;
  }

  /** Operators of `level` and above; all of them group from the left. */
  private binary(level: number): Expression {
    let left = this.unary();
    for (let count = 1; ; count++) {
      const token = this.peek();
      const operator = OPERATORS[token.kind];
      if (operator === undefined || operator.level < level) return left;
      if (count > MAX_OPERATORS) this.limit(token, `More than ${MAX_OPERATORS} operators in one expression.`);
      this.take();
      const right = this.binary(operator.level + 1);
      left = {
        type: 'binary',
        operator: operator.operator,
        left,
        right,
        literal: this.template.source.slice(token.to, (this.token as Token).to),
        from: left.from,
        to: right.to,
      };
    }
  }

  private unary(): Expression {
    const first = this.peek();
    if (looksLikeNot(first, this.after)) {
      this.enter();
      this.skipBlank();
      const not = this.take();
      const operand = this.unary();
      this.depth--;
      return { type: 'not', operand, from: this.outer(not.from), to: operand.to };
    }
    if (first.kind !== T.LPAREN && first.kind !== T.WHITESPACE && !startsParameter(first.kind)) {
      this.unexpected('expression');
    }
    this.skipBlank();
    const primary = this.primary();
    this.skipBlank();
    return primary;
  }

  private primary(): Expression {
    const token = this.peek();
    if (token.kind === T.LPAREN) {
      this.take();
      const expression = this.expression();
      const close = this.expect(T.RPAREN, 'expression');
      expression.from = this.outer(token.from);
      expression.to = this.outer(close.from + 1);
      if (expression.type === 'binary' || expression.type === 'range') {
        expression.literal = this.template.source.slice(token.to, close.from);
      }
      return expression;
    }
    if (!startsParameter(token.kind)) this.unexpected('expression');
    return this.bareParameter();
  }

  private parameter(): Expression {
    this.skipBlank();
    if (!startsParameter(this.peek().kind)) this.unexpected('arguments');
    const parameter = this.bareParameter();
    this.skipBlank();
    return parameter;
  }

  private bareParameter(): Expression {
    const token = this.peek();
    const { from, to } = this.span(token.from, token.to);
    switch (token.kind) {
      case T.STRING_LITERAL:
        return this.string();
      case T.INTEGER_LITERAL:
      case T.FLOATING_POINT_LITERAL:
        this.take();
        this.checkNumber(token);
        return { type: 'number', text: this.image(token), whole: token.kind === T.INTEGER_LITERAL, from, to };
      case T.TRUE:
      case T.FALSE:
        this.take();
        return { type: 'boolean', value: token.kind === T.TRUE, from, to };
      case T.LBRACKET:
        return this.scan.opensRange(token) ? this.range() : this.list();
      case T.LEFT_CURLEY:
        return this.map();
    }
    return this.reference();
  }

  /** A `#` sticks to the digits after it; what comes of that is no number, which Velocity finds out late. */
  private checkNumber(token: Token): void {
    if (!this.image(token).startsWith('#')) return;
    this.initialisations.push({
      crash: this.span(token.from, token.to),
      message: 'A # before a number.',
      hint: 'Remove it.',
    });
  }

  private string(): StringLiteral {
    const token = this.take();
    const literal: StringLiteral = {
      type: 'string',
      text: '',
      padded: false,
      at: token.from,
      ...this.span(token.from, token.to),
    };
    const image = this.image(token);
    // Most strings hold nothing Velocity would look at a second time.
    if (/[$#\\]/.test(image) || image.includes(image[0] as string, 1)) {
      this.initialisations.push({ literal, image });
    }
    literal.text = image.slice(1, -1);
    return literal;
  }

  private range(): Expression {
    const open = this.take();
    this.skipBlank();
    const first = this.bound();
    this.skipBlank();
    this.expect(T.DOUBLEDOT, 'arguments');
    this.skipBlank();
    const last = this.bound();
    this.skipBlank();
    const close = this.expect(T.RBRACKET, 'arguments');
    const literal = this.template.source.slice(open.from, close.to);
    return { type: 'range', first, last, literal, ...this.span(open.from, close.to) };
  }

  private bound(): Expression {
    const { kind } = this.peek();
    if (kind !== T.INTEGER_LITERAL && kind !== T.IDENTIFIER && kind !== T.LCURLY)
      this.unexpected('arguments');
    return this.bareParameter();
  }

  private list(): Expression {
    this.enter();
    const open = this.take();
    const items: Expression[] = [];
    const { kind } = this.peek();
    if (kind === T.WHITESPACE || startsParameter(kind)) this.parameters(items);
    const close = this.expect(T.RBRACKET, 'arguments');
    this.depth--;
    return { type: 'list', items, ...this.span(open.from, close.to) };
  }

  private parameters(into: Expression[]): void {
    into.push(this.parameter());
    while (this.peek().kind === T.COMMA) {
      this.take();
      into.push(this.parameter());
    }
  }

  private map(): Expression {
    this.enter();
    const open = this.take();
    const entries: MapLiteral['entries'] = [];
    if (looksLikeEntry(this.peek(), this.after)) {
      entries.push(this.entry());
      while (this.peek().kind === T.COMMA) {
        this.take();
        entries.push(this.entry());
      }
    } else this.skipBlank();
    if (this.peek().kind === T.RCURLY) this.take();
    else this.expect(T.RIGHT_CURLEY, 'arguments');
    this.depth--;
    return { type: 'map', entries, ...this.span(open.from, (this.token as Token).to) };
  }

  private entry(): MapLiteral['entries'][number] {
    const key = this.parameter();
    this.expect(T.COLON, 'arguments');
    return { key, value: this.parameter() };
  }

  // ### References

  private reference(): Reference {
    this.enter();
    const first = this.peek();
    const braces = first.kind === T.LCURLY;
    if (!braces && first.kind !== T.IDENTIFIER) this.unexpected('reference');
    this.take();
    const name = braces ? this.expect(T.IDENTIFIER, 'reference') : first;
    const parts: Part[] = [];
    this.parts(parts);
    if (braces) this.expect(T.RCURLY, 'reference');
    const last = this.token as Token;
    this.depth--;
    const root = readRoot(this.image(first), this.image(name));
    if (root.image !== null) {
      first.image = root.image;
      this.rewritten = true;
    }
    const literal = this.rewritten
      ? this.images(first, last, true)
      : this.template.source.slice(first.from, last.to);
    return {
      type: 'reference',
      root: root.name,
      rootSpan: this.span(name.to - root.name.length, name.to),
      parts,
      form: root.form,
      escaped: root.escaped,
      escapePrefix: root.escapePrefix,
      morePrefix: root.morePrefix,
      literal: root.form === 'quiet' && !root.escaped ? '' : literal,
      at: first.from,
      ...this.span(first.from, last.to),
    };
  }

  private parts(parts: Part[]): void {
    for (;;) {
      while (this.peek().kind === T.INDEX_LBRACKET) parts.push(this.index());
      const dot = this.peek();
      if (dot.kind !== T.DOT || this.after(dot).kind !== T.IDENTIFIER) return;
      this.take();
      parts.push(this.member(dot));
    }
  }

  private member(dot: Token): Part {
    const isCall = looksLikeCall(this.peek(), this.after);
    const name = this.take();
    const nameSpan = this.span(name.from, name.to);
    const common = { name: this.image(name), nameSpan, at: name.from };
    if (!isCall) return { type: 'property', ...common, ...this.span(dot.from, name.to) };
    this.take();
    const args: Expression[] = [];
    const { kind } = this.peek();
    if (kind === T.WHITESPACE || startsParameter(kind)) this.parameters(args);
    const close = this.expect(T.REFMOD2_RPAREN, 'arguments');
    return { type: 'call', ...common, arguments: args, ...this.span(dot.from, close.to) };
  }

  private index(): Index {
    const open = this.take();
    this.skipBlank();
    const { kind } = this.peek();
    const fits =
      kind === T.STRING_LITERAL ||
      kind === T.INTEGER_LITERAL ||
      kind === T.TRUE ||
      kind === T.FALSE ||
      kind === T.IDENTIFIER ||
      kind === T.LCURLY;
    if (!fits) this.unexpected('arguments');
    const index = this.bareParameter();
    this.skipBlank();
    const close = this.expect(T.INDEX_RBRACKET, 'arguments');
    return { type: 'index', index, at: open.from, ...this.span(open.from, close.to) };
  }

  // ### After parsing

  /** What Velocity finds out when the tree is complete: the contents of strings, and directives it chokes on. */
  initialise(): void {
    for (const initialisation of this.initialisations) {
      if ('crash' in initialisation) {
        const { crash: span, message, hint } = initialisation;
        throw new TemplateFailure({ kind: 'render', message, line: -1, column: -1, span, hint });
      }
      this.initialiseString(initialisation.literal, initialisation.image);
    }
  }

  private initialiseString(literal: StringLiteral, image: string): void {
    const contents = stringContents(image);
    if (contents === undefined) {
      throw new TemplateFailure({
        kind: 'render',
        message: 'A \\u in a string in double quotes needs four digits of base 16.',
        line: -1,
        column: -1,
        span: { from: literal.from, to: literal.to },
        hint: 'Use single quotes when a backslash and a u are meant.',
      });
    }
    const { text, offsets } = contents;
    literal.text = text;
    if (!image.startsWith('"') || !/[$#]/.test(image)) return;
    literal.padded = !text.includes('##');
    const last = image.length - 1;
    const outer = (offset: number) =>
      this.outer(literal.at + (offsets ? (offsets[offset] ?? last) : Math.min(offset + 1, last)));
    const within = { template: this.template, at: literal.at };
    try {
      literal.template = parseWith(literal.padded ? `${text} ` : text, { within }, outer);
    } catch (failure) {
      if (!(failure instanceof TemplateFailure) || failure.error.kind !== 'parse') throw failure;
      // Velocity names the string, not the place inside it; the span still shows the latter.
      if (!INNER_FAILURES.has(failure)) {
        Object.assign(failure.error, positionIn(this.template, literal.at));
        INNER_FAILURES.add(failure);
      }
      throw failure;
    }
  }
}

/** Failures that have the position of their string already: of a string in a string, the inner one's counts. */
const INNER_FAILURES = new WeakSet<TemplateFailure>();

const OPERATORS: ({ level: number; operator: BinaryOperator } | undefined)[] = [];

function operators(level: number, kinds: Record<number, BinaryOperator>): void {
  for (const [kind, operator] of Object.entries(kinds)) OPERATORS[Number(kind)] = { level, operator };
}

operators(0, { [T.LOGICAL_OR]: '||' });
operators(1, { [T.LOGICAL_AND]: '&&' });
operators(2, { [T.LOGICAL_EQUALS]: '==', [T.LOGICAL_NOT_EQUALS]: '!=' });
operators(3, { [T.LOGICAL_LT]: '<', [T.LOGICAL_LE]: '<=', [T.LOGICAL_GT]: '>', [T.LOGICAL_GE]: '>=' });
operators(4, { [T.PLUS]: '+', [T.MINUS]: '-' });
operators(5, { [T.MULTIPLY]: '*', [T.DIVIDE]: '/', [T.MODULUS]: '%' });
