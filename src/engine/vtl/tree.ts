import type { Span } from '../text/span';

/*
 * The tree of a template. Spans are offsets in the text the person wrote, also for what stands inside a string.
 * The items of a body lie side by side without gaps: an item's span includes the white space it eats.
 */

/** A parsed template, or the contents of a string that is rendered as one. */
export interface Template {
  /** The text the offsets `at` count in: of a string, its contents after `\uXXXX` and doubled quotes are resolved. */
  source: string;
  items: Item[];
  /** For the contents of a string: where that string stands. */
  within?: { template: Template; at: number };
}

export type Item = Text | Comment | Reference | If | Foreach | Set | Define | Macro | Stop | Break | Include;

/** Something that prints the same text every time. */
export interface Text extends Span {
  type: 'text';
  /** What prints; may differ from what is written. */
  text: string;
  /**
   * - `plain`: text as written
   * - `block`: `#[[ … ]]#`
   * - `escape`: backslashes, or a directive's name after one
   * - `unknown`: a directive Velocity does not know, printed as written
   * - `literal`: the body of `#literal()`
   */
  what: 'plain' | 'block' | 'escape' | 'unknown' | 'literal';
  /** For `unknown`: its name. */
  name?: string;
}

/** A comment; prints only what stands before it inside the same token (`$##` prints `$`). */
export interface Comment extends Span {
  type: 'comment';
  text: string;
  closed: boolean;
}

/** `$name.part`, `$!{name}` and their relatives, as an item or inside an expression. */
export interface Reference extends Span {
  type: 'reference';
  /** Name of the variable. */
  root: string;
  rootSpan: Span;
  parts: Part[];
  /** `runt`: a name without `$`, which Velocity prints or takes for null. */
  form: 'normal' | 'quiet' | 'formal' | 'runt';
  /** An odd number of backslashes stood before it: it prints itself. */
  escaped: boolean;
  /** Prints before it: what remains of the backslashes. */
  escapePrefix: string;
  /** Prints before it: a `#` or `$` that led into it. */
  morePrefix: string;
  /** Its own text, for the cases in which Velocity prints that. */
  literal: string;
  /** Offset of its first token in the template's `source`. */
  at: number;
}

export type Part = Property | Call | Index;

/** `.name` */
export interface Property extends Span {
  type: 'property';
  name: string;
  nameSpan: Span;
  at: number;
}

/** `.name(arguments)` */
export interface Call extends Span {
  type: 'call';
  name: string;
  nameSpan: Span;
  arguments: Expression[];
  at: number;
}

/** `[index]` */
export interface Index extends Span {
  type: 'index';
  index: Expression;
  at: number;
}

export interface Branch extends Span {
  condition: Expression;
  /** Through the `)` and what it eats. */
  head: Span;
  body: Body;
}

/** Items between a head and the next `#end`, `#else` or `#elseif`. */
export interface Body extends Span {
  items: Item[];
}

export interface If extends Span {
  type: 'if';
  branches: Branch[];
  otherwise?: { head: Span; body: Body };
  end: Span;
}

export interface Foreach extends Span {
  type: 'foreach';
  head: Span;
  /** What stands between the parentheses; Velocity uses the first and the third. */
  arguments: DirectiveArgument[];
  variable: string;
  body: Body;
  end: Span;
  at: number;
}

export interface Set extends Span {
  type: 'set';
  target: Reference;
  value: Expression;
}

export interface Define extends Span {
  type: 'define';
  head: Span;
  variable: string;
  body: Body;
  end: Span;
  at: number;
}

/** `#macro`: the service allows none, so it prints nothing and defines nothing. */
export interface Macro extends Span {
  type: 'macro';
  head: Span;
  body: Body;
  end: Span;
}

export interface Stop extends Span {
  type: 'stop';
  message?: DirectiveArgument;
}

export interface Break extends Span {
  type: 'break';
  scope?: DirectiveArgument;
}

/** `#parse` and `#include`, which have nothing to read from in the service. */
export interface Include extends Span {
  type: 'include';
  name: 'parse' | 'include';
  arguments: DirectiveArgument[];
}

export type DirectiveArgument = Expression | Word;

export interface Word extends Span {
  type: 'word';
  word: string;
}

export type Expression =
  | Reference
  | StringLiteral
  | NumberLiteral
  | BooleanLiteral
  | List
  | Range
  | MapLiteral
  | Binary
  | Not;

export interface StringLiteral extends Span {
  type: 'string';
  /** The contents, when they are taken as they are. */
  text: string;
  /** The contents as a template, when they are rendered. */
  template?: Template;
  /** The last character printed is the space Velocity added, and is taken away again. */
  padded: boolean;
  at: number;
}

export interface NumberLiteral extends Span {
  type: 'number';
  text: string;
  whole: boolean;
}

export interface BooleanLiteral extends Span {
  type: 'boolean';
  value: boolean;
}

export interface List extends Span {
  type: 'list';
  items: Expression[];
}

export interface Range extends Span {
  type: 'range';
  first: Expression;
  last: Expression;
  /** What is concatenated when it has no value. */
  literal: string;
}

export interface MapLiteral extends Span {
  type: 'map';
  entries: { key: Expression; value: Expression }[];
}

export type BinaryOperator =
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

export interface Binary extends Span {
  type: 'binary';
  operator: BinaryOperator;
  left: Expression;
  right: Expression;
  /** What is concatenated when it has no value: Velocity loses the left operand. */
  literal: string;
}

export interface Not extends Span {
  type: 'not';
  operand: Expression;
}
