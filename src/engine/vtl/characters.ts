/** Classes of UTF-16 units, one bit each, so that the lexer asks with one table look-up. */
export const LETTER = 1;
export const DIGIT = 2;
/** May start a directive's name: letters, `_`, `@`. */
export const WORD_START = 4;
/** May continue a directive's name: letters, digits, `_`, `@`. */
export const WORD_PART = 8;
/** May start a reference's name: letters, `_`. */
export const NAME_START = 16;
/** May continue a reference's name: letters, digits, `_`, `-`. */
export const NAME_PART = 32;
/** Space and tab. */
export const BLANK = 64;
/** Space, tab, line feed, carriage return. */
export const WHITE = 128;

const CLASSES = new Uint8Array(128);

function mark(from: string, to: string, bits: number): void {
  for (let c = from.charCodeAt(0); c <= to.charCodeAt(0); c++) CLASSES[c] = (CLASSES[c] ?? 0) | bits;
}

mark('a', 'z', LETTER | WORD_START | WORD_PART | NAME_START | NAME_PART);
mark('A', 'Z', LETTER | WORD_START | WORD_PART | NAME_START | NAME_PART);
mark('0', '9', DIGIT | WORD_PART | NAME_PART);
mark('_', '_', WORD_START | WORD_PART | NAME_START | NAME_PART);
mark('@', '@', WORD_START | WORD_PART);
mark('-', '-', NAME_PART);
mark(' ', ' ', BLANK | WHITE);
mark('\t', '\t', BLANK | WHITE);
mark('\n', '\n', WHITE);
mark('\r', '\r', WHITE);

/** Whether unit `c` (NaN past the end of a text) belongs to one of the classes. */
export function isIn(c: number, classes: number): boolean {
  return c < 128 && ((CLASSES[c] as number) & classes) !== 0;
}

export const C = {
  TAB: 9,
  LF: 10,
  CR: 13,
  SPACE: 32,
  BANG: 33,
  QUOTE: 34,
  HASH: 35,
  DOLLAR: 36,
  PERCENT: 37,
  AMPERSAND: 38,
  APOSTROPHE: 39,
  LPAREN: 40,
  RPAREN: 41,
  STAR: 42,
  PLUS: 43,
  COMMA: 44,
  MINUS: 45,
  DOT: 46,
  SLASH: 47,
  COLON: 58,
  LESS: 60,
  EQUALS: 61,
  GREATER: 62,
  E: 69,
  LBRACKET: 91,
  BACKSLASH: 92,
  RBRACKET: 93,
  e: 101,
  LBRACE: 123,
  BAR: 124,
  RBRACE: 125,
} as const;
