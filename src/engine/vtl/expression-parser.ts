import { looksLikeCall, looksLikeEntry, looksLikeNot, RangeScan, startsParameter } from './look-ahead';
import { readRoot } from './reference-root';
import { MAX_DEPTH, TokenReader } from './token-reader';
import { T, type Token } from './tokens';
import type {
  BinaryOperator,
  Expression,
  Index,
  MapLiteral,
  Part,
  Reference,
  StringLiteral,
  Template,
} from './tree';

/** Operators in one expression. */
const MAX_OPERATORS = 2000;

/** The middle level of the parser: expressions and references. */
export class ExpressionParser extends TokenReader {
  readonly #scan: RangeScan;

  constructor(template: Template, outer: (offset: number) => number) {
    super(template, outer);
    this.#scan = new RangeScan(this.after, MAX_DEPTH);
  }

  // ### Expressions, by precedence

  protected expression(): Expression {
    this.enter();
    const expression = this.binary(0);
    this.depth--;
    return expression;
  }

  /** Operators of `level` and above; all of them group from the left. */
  protected binary(level: number): Expression {
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

  protected unary(): Expression {
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

  protected primary(): Expression {
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

  protected parameter(): Expression {
    this.skipBlank();
    if (!startsParameter(this.peek().kind)) this.unexpected('arguments');
    const parameter = this.bareParameter();
    this.skipBlank();
    return parameter;
  }

  protected bareParameter(): Expression {
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
        return this.#scan.opensRange(token) ? this.range() : this.list();
      case T.LEFT_CURLEY:
        return this.map();
    }
    return this.reference();
  }

  /** A `#` sticks to the digits after it; what comes of that is no number, which Velocity finds out late. */
  protected checkNumber(token: Token): void {
    if (!this.image(token).startsWith('#')) return;
    this.initialisations.push({
      crash: this.span(token.from, token.to),
      message: 'A # before a number.',
      hint: 'Remove it.',
    });
  }

  protected string(): StringLiteral {
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

  protected range(): Expression {
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

  protected bound(): Expression {
    const { kind } = this.peek();
    if (kind !== T.INTEGER_LITERAL && kind !== T.IDENTIFIER && kind !== T.LCURLY)
      this.unexpected('arguments');
    return this.bareParameter();
  }

  protected list(): Expression {
    this.enter();
    const open = this.take();
    const items: Expression[] = [];
    const { kind } = this.peek();
    if (kind === T.WHITESPACE || startsParameter(kind)) this.parameters(items);
    const close = this.expect(T.RBRACKET, 'arguments');
    this.depth--;
    return { type: 'list', items, ...this.span(open.from, close.to) };
  }

  protected parameters(into: Expression[]): void {
    into.push(this.parameter());
    while (this.peek().kind === T.COMMA) {
      this.take();
      into.push(this.parameter());
    }
  }

  protected map(): Expression {
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

  protected entry(): MapLiteral['entries'][number] {
    const key = this.parameter();
    this.expect(T.COLON, 'arguments');
    return { key, value: this.parameter() };
  }

  // ### References

  protected reference(): Reference {
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

  protected parts(parts: Part[]): void {
    for (;;) {
      while (this.peek().kind === T.INDEX_LBRACKET) parts.push(this.index());
      const dot = this.peek();
      if (dot.kind !== T.DOT || this.after(dot).kind !== T.IDENTIFIER) return;
      this.take();
      parts.push(this.member(dot));
    }
  }

  protected member(dot: Token): Part {
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

  protected index(): Index {
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
}

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
