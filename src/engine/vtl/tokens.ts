/** Kinds of token, as the Velocity 1.7 grammar names them. Numbers, so that comparing one costs nothing. */
export const T = {
  EOF: 0,
  INDEX_LBRACKET: 1,
  INDEX_RBRACKET: 2,
  LBRACKET: 3,
  RBRACKET: 4,
  COMMA: 5,
  DOUBLEDOT: 6,
  COLON: 7,
  LEFT_CURLEY: 8,
  RIGHT_CURLEY: 9,
  LPAREN: 10,
  RPAREN: 11,
  REFMOD2_RPAREN: 12,
  ESCAPE_DIRECTIVE: 13,
  SET_DIRECTIVE: 14,
  SINGLE_LINE_COMMENT_START: 21,
  DOUBLE_ESCAPE: 22,
  ESCAPE: 23,
  TEXT: 24,
  SINGLE_LINE_COMMENT: 25,
  FORMAL_COMMENT: 26,
  MULTI_LINE_COMMENT: 27,
  TEXTBLOCK: 28,
  WHITESPACE: 31,
  STRING_LITERAL: 32,
  TRUE: 33,
  FALSE: 34,
  MINUS: 36,
  PLUS: 37,
  MULTIPLY: 38,
  DIVIDE: 39,
  MODULUS: 40,
  LOGICAL_AND: 41,
  LOGICAL_OR: 42,
  LOGICAL_LT: 43,
  LOGICAL_LE: 44,
  LOGICAL_GT: 45,
  LOGICAL_GE: 46,
  LOGICAL_EQUALS: 47,
  LOGICAL_NOT_EQUALS: 48,
  LOGICAL_NOT: 49,
  EQUALS: 50,
  END: 51,
  IF_DIRECTIVE: 52,
  ELSEIF_DIRECTIVE: 53,
  ELSE_DIRECTIVE: 54,
  INTEGER_LITERAL: 56,
  FLOATING_POINT_LITERAL: 57,
  WORD: 61,
  BRACKETED_WORD: 62,
  IDENTIFIER: 66,
  DOT: 67,
  LCURLY: 68,
  RCURLY: 69,
  /** `$[`, `$![`, `$\![` and `$.`, which are text. */
  EMPTY_INDEX: 72,
} as const;

/** A token. Offsets are UTF-16 units of the text the lexer was given. */
export class Token {
  readonly kind: number;
  /** End of the token before: what lies between `lead` and `from` was skipped (the body of a comment). */
  readonly lead: number;
  /** Start of the token's image: a `$` or `#` that led into it belongs to the image. */
  readonly from: number;
  readonly to: number;
  /** What Velocity's special tokens before this one print: a `$` or `#` that turned out to be text. */
  readonly special: string;
  next: Token | null = null;
  /** The image as Velocity rewrites it (backslashes taken off); null: as written. */
  image: string | null = null;
  constructor(kind: number, lead: number, from: number, to: number, special: string) {
    this.kind = kind;
    this.lead = lead;
    this.from = from;
    this.to = to;
    this.special = special;
  }
}
