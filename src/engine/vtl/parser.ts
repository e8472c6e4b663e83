import type { Span } from '../text/span';
import { ExpressionParser } from './expression-parser';
import { LexicalError } from './lexer';
import { looksLikeArgument, startsArgument } from './look-ahead';
import { stringContents } from './string-contents';
import { TemplateFailure } from './template-error';
import { positionIn } from './template-position';
import { T, type Token } from './tokens';
import type { Body, Branch, DirectiveArgument, If, Item, Reference, StringLiteral, Template } from './tree';

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

/** The top level of the parser: text, directives and blocks, and what Velocity does once the tree is complete. */
class Parser extends ExpressionParser {
  readonly #macros = new Set<string>();

  // ### Template

  parse(): Item[] {
    const items: Item[] = [];
    this.#items(items);
    const end = this.peek();
    if (end.kind !== T.EOF) this.unexpected('template');
    // A comment that is never closed makes no token: it lies before the end.
    if (end.from > end.lead) {
      items.push({ type: 'comment', text: '', closed: false, ...this.span(end.lead, end.from) });
    }
    return items;
  }

  #items(items: Item[]): void {
    for (;;) {
      const item = this.#item();
      if (item === null) return;
      items.push(item);
    }
  }

  #item(): Item | null {
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
        return this.#referenceItem(first);
      case T.LCURLY:
        if (this.after(first).kind === T.IDENTIFIER) return this.#referenceItem(first);
        this.take();
        return {
          type: 'text',
          what: 'plain',
          text: first.special + this.image(first),
          ...this.itemSpan(first),
        };
      case T.SET_DIRECTIVE:
        return this.#set(first);
      case T.IF_DIRECTIVE:
        return this.#if(first);
      case T.WORD:
      case T.BRACKETED_WORD:
        return this.#directive(first);
      case T.SINGLE_LINE_COMMENT_START:
        this.take();
        if (this.peek().kind === T.SINGLE_LINE_COMMENT) this.take();
        return this.#comment(first);
      case T.MULTI_LINE_COMMENT:
      case T.FORMAL_COMMENT:
        this.take();
        return this.#comment(first);
      case T.TEXTBLOCK:
        this.take();
        return { type: 'text', what: 'block', text: this.image(first).slice(3, -3), ...this.itemSpan(first) };
      case T.ESCAPE_DIRECTIVE:
        this.take();
        first.image = this.#escapedDirective(this.image(first));
        this.rewritten = true;
        return { type: 'text', what: 'escape', text: first.image, ...this.itemSpan(first) };
      case T.DOUBLE_ESCAPE:
        return this.#escape(first);
    }
    return null;
  }

  #referenceItem(first: Token): Reference {
    const reference = this.reference();
    reference.from = this.outer(first.lead);
    return reference;
  }

  #comment(first: Token): Item {
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
  #escape(first: Token): Item {
    let count = 0;
    while (this.peek().kind === T.DOUBLE_ESCAPE) {
      this.take();
      count++;
    }
    const next = this.peek();
    const before =
      (next.kind >= T.END && next.kind <= T.ELSE_DIRECTIVE) ||
      this.#isDirective(this.template.source.slice(next.from + 1, next.to));
    return {
      type: 'text',
      what: 'escape',
      text: (before ? '\\' : '\\\\').repeat(count),
      ...this.itemSpan(first),
    };
  }

  #isDirective(name: string): boolean {
    return BLOCK_DIRECTIVES.has(name) || LINE_DIRECTIVES.has(name) || this.#macros.has(name);
  }

  #escapedDirective(image: string): string {
    const last = image.lastIndexOf('\\');
    const directive = image.slice(last + 1);
    const name = directive[1] === '{' ? directive.slice(2, -1) : directive.slice(1);
    const known = this.#isDirective(name) || /^(if|else|elseif|end|set)$/.test(name);
    return known ? image.slice(0, last / 2) + directive : image;
  }

  // ### Blocks

  #opened(name: string, first: Token): void {
    this.enter();
    this.open.push({ name, from: first.from });
  }

  #closed(): void {
    this.depth--;
    this.open.pop();
  }

  #body(): Body {
    const from = (this.token as Token).to;
    const items: Item[] = [];
    this.#items(items);
    return { items, ...this.span(from, (this.token as Token).to) };
  }

  #if(first: Token): If {
    this.#opened('if', first);
    const branches = [this.#branch()];
    while (this.peek().kind === T.ELSEIF_DIRECTIVE) branches.push(this.#branch());
    let otherwise: If['otherwise'];
    const word = this.peek();
    if (word.kind === T.ELSE_DIRECTIVE) {
      this.take();
      const head = this.itemSpan(word);
      otherwise = { head, body: this.#body() };
    }
    const end = this.#end();
    return { type: 'if', branches, ...(otherwise ? { otherwise } : {}), end, ...this.itemSpan(first) };
  }

  #end(): Span {
    const end = this.expect(T.END, 'template');
    this.#closed();
    return this.itemSpan(end);
  }

  #branch(): Branch {
    const first = this.take();
    this.skipBlank();
    this.expect(T.LPAREN, 'expression');
    const condition = this.expression();
    this.expect(T.RPAREN, 'expression');
    const head = this.itemSpan(first);
    const body = this.#body();
    return { condition, head, body, from: head.from, to: body.to };
  }

  #set(first: Token): Item {
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

  #directive(first: Token): Item {
    this.take();
    const image = this.image(first);
    const name = first.kind === T.BRACKETED_WORD ? image.slice(2, -1) : image.slice(1);
    const known = BLOCK_DIRECTIVES.has(name) || LINE_DIRECTIVES.has(name);
    if (!this.lexer.nextIsParenthesis()) {
      this.lexer.popState();
      return this.#bareDirective(name, known, first);
    }
    this.lexer.enterDirective();
    this.skipBlank();
    this.expect(T.LPAREN, 'arguments');
    const args = this.#directiveArguments(name, known, first);
    this.skipBlank();
    this.expect(T.RPAREN, 'arguments');
    const head = this.itemSpan(first);
    if (!BLOCK_DIRECTIVES.has(name) && (known || !name.startsWith('@'))) {
      return this.#lineDirective(name, args, first);
    }
    return this.#blockDirective(name, args, head, first);
  }

  /** Without parentheses nothing takes a block, whatever the directive. */
  #bareDirective(name: string, known: boolean, first: Token): Item {
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
    return known ? this.#lineDirective(name, [], first) : this.#unknown(name, first);
  }

  #unknown(name: string, first: Token): Item {
    const text = this.images(first, this.token as Token, false);
    return { type: 'text', what: 'unknown', name, text, ...this.itemSpan(first) };
  }

  #directiveArguments(name: string, known: boolean, first: Token): DirectiveArgument[] {
    const args: DirectiveArgument[] = [];
    while (looksLikeArgument(this.peek(), this.after)) {
      this.skipBlank();
      if (this.peek().kind === T.COMMA) {
        this.take();
        this.skipBlank();
      }
      const argument = this.#directiveArgument();
      if (known) this.#checkArgument(name, argument, args.length, first);
      args.push(argument);
    }
    return args;
  }

  #checkArgument(name: string, argument: DirectiveArgument, position: number, first: Token): void {
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

  #lineDirective(name: string, args: DirectiveArgument[], first: Token): Item {
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
    return this.#unknown(name, first);
  }

  #blockDirective(name: string, args: DirectiveArgument[], head: Span, first: Token): Item {
    const lastOfHead = this.token as Token;
    this.#opened(name, first);
    const body = this.#body();
    const lastOfBody = this.token as Token;
    const end = this.#end();
    const span = this.itemSpan(first);
    const at = first.from;
    switch (name) {
      case 'foreach':
        return {
          type: 'foreach',
          head,
          arguments: args,
          variable: this.#loopVariable(args[0]),
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
        return { type: 'define', head, variable: this.#definedName(args[0]), body, end, at, ...span };
      case 'macro':
        if (args.length === 0) {
          this.fail(this.after(first), {
            message: '#macro needs a name.',
            hint: 'API Gateway ignores macros; remove it.',
          });
        }
        this.#macros.add((args[0] as { word: string }).word);
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
          text: this.#literalText(args, lastOfHead, lastOfBody),
          ...span,
        };
      }
    }
    return this.#unknown(name, first);
  }

  /** `#literal` prints its first child as written, which is the body only when it has no argument. */
  #literalText(args: DirectiveArgument[], lastOfHead: Token, lastOfBody: Token): string {
    const [argument] = args;
    if (argument) return this.template.source.slice(argument.from, argument.to);
    if (lastOfBody === lastOfHead) return '';
    return this.images(lastOfHead.next as Token, lastOfBody, true);
  }

  #loopVariable(argument: DirectiveArgument | undefined): string {
    if (argument === undefined) return '';
    if (argument.type === 'reference') return argument.root;
    return this.template.source.slice(argument.from + 1, argument.to);
  }

  /** Velocity takes the first token without its first character: only a plain `$name` can be read again. */
  #definedName(argument: DirectiveArgument | undefined): string {
    return argument?.type === 'reference' && argument.form === 'normal' ? argument.root : '';
  }

  #directiveArgument(): DirectiveArgument {
    const token = this.peek();
    if (token.kind === T.WORD) {
      this.take();
      return { type: 'word', word: this.image(token), ...this.span(token.from, token.to) };
    }
    if (!startsArgument(token.kind)) this.unexpected('arguments');
    return this.bareParameter();
  }
  // ### After parsing

  /** What Velocity finds out when the tree is complete: the contents of strings, and directives it chokes on. */
  initialise(): void {
    for (const initialisation of this.initialisations) {
      if ('crash' in initialisation) {
        const { crash: span, message, hint } = initialisation;
        throw new TemplateFailure({ kind: 'render', message, line: -1, column: -1, span, hint });
      }
      this.#initialiseString(initialisation.literal, initialisation.image);
    }
  }

  #initialiseString(literal: StringLiteral, image: string): void {
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
