import { readJsonDecimal, readJsonInteger } from '../values/numbers';
import { JavaDouble, JavaFloat, JavaList, JavaMap, type JavaValue } from '../values/types';
import { SourceMap } from './source-map';

/*
 * json-smart 2.2 in its permissive mode, which is what stands behind `$input.path`, `$util.parseJson` and header
 * mappings (spec of JSONPath, section 3). Far more than JSON is accepted: bare words, single quotes, missing and
 * surplus commas, and anything after the first value.
 *
 * The rules are a scanner's, not a grammar's: a bare word runs to the next character that can end a value in this
 * place (`,` or `]` in an array, `,` or `}` in an object, nothing at the top), a number that runs into something
 * else becomes a word, and U+001A counts as the end of the text wherever it stands.
 */

/** Why a text has no value. */
export interface JsonError {
  /** Java's exception class: json-smart's own, or the one of a number that looked like one until the end. */
  type: 'ParseException' | 'NumberFormatException';
  /** In json-smart's words. */
  message: string;
  /** Offset of the character that does not fit, in UTF-16 units; the text's length when it ended too soon. */
  offset: number;
}

export type JsonResult =
  | { ok: true; value: JavaValue; document: SourceMap }
  | { ok: false; error: JsonError };

/**
 * Most containers inside one another. json-smart 2.2 calls itself for each level and dies with a StackOverflowError
 * at some thousands; where exactly is unknown for the service.
 */
export const MAX_DEPTH = 2000;

/** Longest number, in characters: reading and printing takes time by the square of its length, in Java too. */
const MAX_DIGITS = 10_000;

/**
 * Parses a body. Never throws; text that is not JSON at all comes back as one string.
 *
 * @param located whether places will be asked for: noting them on the way takes less time than the second reading the
 * document makes when it is asked for the first
 */
export function parseJson(text: string, located = false): JsonResult {
  const document: SourceMap = new SourceMap(text, () => new Parser(text, document, true).parse());
  try {
    const value = new Parser(text, document, located).parse();
    return { ok: true, value, document };
  } catch (failure) {
    if (failure instanceof Failure) return { ok: false, error: failure.error };
    throw failure;
  }
}

/**
 * Whether API Gateway takes a body for JSON: an object, an array or a quoted string, after blanks (spec of the
 * response pipeline, sections 4 and 6.2). Anything else is one string value to templates and empty to mappings.
 */
export function looksLikeJson(text: string): boolean {
  return /^[\0- ]*[{["']/.test(text);
}

/** Leaves the parser's loop; caught at its door. */
class Failure {
  readonly error: JsonError;
  constructor(message: string, offset: number, type: JsonError['type'] = 'ParseException') {
    this.error = { type, message, offset };
  }
}

/** json-smart's mark for the end of the text; the character itself counts as one. */
const END = 0x1a;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const LOWER_E = 0x65;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const TILDE = 0x7e;
const DELETE = 0x7f;

const ESCAPES: Record<string, string> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '/': '/',
  '\\': '\\',
};

/** What `value` returns after it began a container. */
const BEGUN = Symbol('begun');

/** A number of so many characters, its point included, has digits that are exact as a double. */
const MAX_EXACT_DIGITS = 16;
const POWERS_OF_TEN = Array.from({ length: MAX_EXACT_DIGITS }, (_, exponent) => 10 ** exponent);

class Parser {
  readonly #text: string;
  readonly #document: SourceMap;
  /** Where to note places; undefined when nobody asks. */
  readonly #places: SourceMap | undefined;
  #position = 0;
  /** How many values have begun. */
  #count = 0;
  /**
   * Values read and not yet in a container; in an object each stands behind its key. A container copies its own from
   * the end when it closes, so that it gets one list of the right length. The array is never shortened: `size` counts.
   */
  readonly #pending: JavaValue[] = [];
  #size = 0;
  /** Of each container begun and not ended, outermost first: where its values begin in `pending`. */
  readonly #starts: number[] = [];
  /** ... its number in the source map */
  readonly #indexes: number[] = [];
  /** ... and whether it is an object. */
  readonly #areMaps: boolean[] = [];
  /** Keys met lately. Most keys are met again, and the same string is cheaper to look up than an equal one. */
  readonly #knownKeys: string[] = [];

  constructor(text: string, document: SourceMap, located: boolean) {
    this.#text = text;
    this.#document = document;
    this.#places = located ? document : undefined;
    document.isLocated = located;
  }

  parse(): JavaValue {
    const root = this.#value(END, undefined);
    if (root !== BEGUN) return root;
    while (this.#starts.length > 0) {
      if (this.#areMaps[this.#areMaps.length - 1]) this.#readMembers();
      else this.#readItems();
    }
    return this.#pending[0] ?? null;
  }

  /** Reads items until the array ends, or another container begins inside it. */
  #readItems(): void {
    for (;;) {
      switch (this.#codePastBlanks()) {
        case COMMA:
          this.#position++;
          break;
        case CLOSE_BRACKET:
          this.#close();
          return;
        case COLON:
        case CLOSE_BRACE:
          throw this.#unexpectedCharacter(0);
        case END:
          throw this.#unexpectedEnd('EOF');
        default: {
          const item = this.#value(CLOSE_BRACKET, undefined);
          if (item === BEGUN) return;
          this.#pending[this.#size++] = item;
        }
      }
    }
  }

  /** Reads members until the object ends, or another container begins inside it. */
  #readMembers(): void {
    for (;;) {
      const code = this.#codePastBlanks();
      switch (code) {
        case COMMA:
          this.#position++;
          break;
        case CLOSE_BRACE:
          this.#close();
          return;
        case COLON:
        case OPEN_BRACKET:
        case CLOSE_BRACKET:
        case OPEN_BRACE:
          throw this.#unexpectedCharacter(0);
        default: {
          const key =
            code === QUOTE ? this.#key() : code === APOSTROPHE ? this.#string(code) : this.#word(COLON);
          this.#colon();
          this.#pending[this.#size++] = key;
          const value = this.#value(CLOSE_BRACE, key);
          if (value === BEGUN) return;
          this.#pending[this.#size++] = value;
          if (this.#endsAfterMember()) {
            this.#close();
            return;
          }
        }
      }
    }
  }

  /** Finishes containers from the inside out, as long as the one around ends here too. */
  #close(): void {
    do {
      this.#position++;
      const document = this.#document;
      const index = this.#indexes.pop() ?? 0;
      const start = this.#starts.pop() ?? 0;
      const values = this.#pending.slice(start, this.#size);
      this.#size = start + 1;
      this.#places?.close(index, this.#position);
      this.#pending[start] = this.#areMaps.pop()
        ? new JavaMap('LinkedHashMap', values, document, index)
        : new JavaList(values, 'JSONArray', document, index);
    } while (this.#areMaps[this.#areMaps.length - 1] && this.#endsAfterMember());
  }

  #colon(): void {
    this.#skipSpace();
    const code = this.#code();
    if (code === END) throw this.#unexpectedEnd('null');
    if (code !== COLON) throw this.#unexpectedCharacter(-1);
    this.#position++;
    if (this.#position >= this.#text.length) throw this.#unexpectedEnd('EOF');
  }

  /** Only a comma or the end of the object may follow a member; an array is not so strict. */
  #endsAfterMember(): boolean {
    this.#skipSpace();
    const code = this.#code();
    if (code === CLOSE_BRACE) return true;
    if (code === END) throw this.#unexpectedEnd('null');
    if (code !== COMMA)
      throw this.#failure(`Unexpected token ${this.#character()} at position ${this.#position - 1}.`);
    this.#position++;
    return false;
  }

  /**
   * Reads a scalar, or begins a container and leaves it open.
   *
   * @param closer what can end a bare word here besides a comma; `END` outside of containers
   */
  #value(closer: number, key: string | undefined): JavaValue | typeof BEGUN {
    const code = this.#codePastBlanks();
    switch (code) {
      case COLON:
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        throw this.#unexpectedCharacter(0);
      case OPEN_BRACE:
      case OPEN_BRACKET:
        this.#begin(code === OPEN_BRACE, key);
        return BEGUN;
    }
    const from = this.#position;
    let value: JavaValue;
    if (code === QUOTE || code === APOSTROPHE) value = this.#string(code);
    else if (code === MINUS || (code >= ZERO && code <= NINE)) value = this.#number(code, closer);
    else {
      const word = this.#word(closer);
      // A word behind a control character is trimmed to what it says, but stays a string.
      value = code > SPACE ? meaningOf(word) : word;
    }
    this.#count++;
    if (this.#places) {
      let to = this.#position;
      while (to > from + 1 && this.#text.charCodeAt(to - 1) <= SPACE) to--;
      this.#places.add(from, to, key);
    }
    return value;
  }

  #begin(isMap: boolean, key: string | undefined): void {
    if (this.#starts.length >= MAX_DEPTH) {
      throw this.#failure(`Values are nested more than ${MAX_DEPTH} levels deep.`);
    }
    this.#places?.add(this.#position, this.#position + 1, key);
    this.#indexes.push(this.#count++);
    this.#starts.push(this.#size);
    this.#areMaps.push(isMap);
    this.#position++;
  }

  /** A key in double quotes, the same string as the last time where possible. */
  #key(): string {
    const from = this.#position + 1;
    let hash = 0;
    for (let at = from; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === BACKSLASH) break;
      if (code === QUOTE) {
        this.#position = at + 1;
        const slot = (hash + at - from) & 255;
        const known = this.#knownKeys[slot];
        if (known?.length === at - from && this.#text.startsWith(known, from)) return known;
        const key = this.#text.slice(from, at);
        this.#knownKeys[slot] = key;
        return key;
      }
      hash = hash * 31 + code;
      hash |= 0;
    }
    return this.#string(QUOTE);
  }

  #string(quote: number): string {
    const from = this.#position + 1;
    const text = this.#text;
    let escaped = false;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (escaped) return this.#escapedString(quote);
        this.#position = at + 1;
        return text.slice(from, at);
      }
      if (code === BACKSLASH) escaped = true;
    }
    throw new Failure(`Unexpected End Of File position ${text.length}: null`, text.length);
  }

  /** Once a string holds a backslash, control characters and unknown escapes in it are dropped. */
  #escapedString(quote: number): string {
    let content = '';
    let plain = this.#position + 1;
    for (;;) {
      this.#position++;
      const code = this.#code();
      if (code >= SPACE && code !== quote && code !== BACKSLASH && code !== DELETE) continue;
      // What stood between is kept as it is.
      content += this.#text.slice(plain, this.#position);
      if (code === END) throw this.#unexpectedEnd('null');
      if (code === quote) {
        this.#position++;
        return content;
      }
      if (code === BACKSLASH) {
        this.#position++;
        content += this.#escapeSequence();
      }
      plain = this.#position + 1;
    }
  }

  #escapeSequence(): string {
    const character = this.#code() === END ? '' : this.#character();
    if (character === 'u') return this.#codeUnit(4);
    if (character === 'x') return this.#codeUnit(2);
    return ESCAPES[character] ?? '';
  }

  #codeUnit(digits: number): string {
    let unit = 0;
    for (let i = 0; i < digits; i++) {
      this.#position++;
      const character = this.#code() === END ? '' : this.#character();
      if (character === '') {
        throw this.#failure(`Unexpected End Of File position ${this.#position}: EOF`);
      }
      if (!/[0-9a-fA-F]/.test(character)) {
        throw this.#failure(`Unexpected unicode escape sequence ${character} at position ${this.#position}.`);
      }
      unit = unit * 16 + Number.parseInt(character, 16);
    }
    return String.fromCharCode(unit);
  }

  #number(first: number, closer: number): JavaValue {
    const from = this.#position;
    const quick = this.#shortNumber(first === MINUS ? from + 1 : from, closer, first === MINUS ? -1 : 1);
    if (quick !== undefined) return quick;
    this.#position = from + 1;
    this.#skipDigits();
    let decimal = false;
    if (this.#code() === DOT) {
      decimal = true;
      this.#position++;
      this.#skipDigits();
    }
    const exponent = this.#code() | 0x20;
    if (exponent === LOWER_E) {
      decimal = true;
      this.#position++;
      const code = this.#code();
      if (code !== PLUS && code !== MINUS && !(code >= ZERO && code <= NINE)) {
        return this.#wordFrom(from, closer);
      }
      this.#position++;
      this.#skipDigits();
    }
    this.#skipSpace();
    const code = this.#code();
    // Characters from `~` on end a number wherever they stand; the next value begins with them.
    if (code < TILDE && !ends(code, closer)) return this.#wordFrom(from, closer);
    const text = this.#trimmed(from);
    if (text.length > MAX_DIGITS) throw new Failure(`The number at position ${from} is too long.`, from);
    if (!decimal) return readJsonInteger(text);
    const value = readJsonDecimal(text);
    if (typeof value === 'string') throw new Failure(value, from, 'NumberFormatException');
    return value;
  }

  /** What most numbers are: a few digits, perhaps with a fraction. Undefined for any other, with nothing moved. */
  #shortNumber(from: number, closer: number, sign: 1 | -1): JavaValue | undefined {
    const text = this.#text;
    let at = from;
    let digits = 0;
    let code = text.charCodeAt(at);
    for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) digits = digits * 10 + code - ZERO;
    let scale = 0;
    if (code === DOT) {
      const dot = at++;
      if (dot === from) return undefined;
      for (code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) {
        digits = digits * 10 + code - ZERO;
      }
      scale = at - dot - 1;
      if (scale === 0) return undefined;
    }
    if (at === from || at - from > (scale > 0 ? MAX_EXACT_DIGITS : 9 - (sign < 0 ? 1 : 0))) return undefined;
    while (code <= SPACE && code !== END) code = text.charCodeAt(++at);
    if (!ends(at < text.length ? code : END, closer)) return undefined;
    this.#position = at;
    if (scale === 0) return sign * digits || 0;
    // Both are exact, so that the quotient is rounded once, as a number read from text is.
    return new JavaDouble((sign * digits) / (POWERS_OF_TEN[scale] as number));
  }

  #word(closer: number): string {
    return this.#wordFrom(this.#position, closer);
  }

  #wordFrom(from: number, closer: number): string {
    while (!ends(this.#code(), closer)) this.#position++;
    return this.#trimmed(from);
  }

  #skipDigits(): void {
    for (;;) {
      const code = this.#code();
      if (code < ZERO || code > NINE) return;
      this.#position++;
    }
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#code();
      if (code > SPACE || code === END) return;
      this.#position++;
    }
  }

  /** The current character; U+001A at the end of the text, and for itself. */
  #code(): number {
    return this.#position < this.#text.length ? this.#text.charCodeAt(this.#position) : END;
  }

  /** The current character after blanks are skipped. */
  #codePastBlanks(): number {
    const text = this.#text;
    let at = this.#position;
    let code = text.charCodeAt(at);
    while (code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB) {
      code = text.charCodeAt(++at);
    }
    this.#position = at;
    return at < text.length ? code : END;
  }

  /** What was read since `from`, by `String.trim`: without everything up to U+0020 at both ends. */
  #trimmed(from: number): string {
    const text = this.#text;
    let [start, end] = [from, this.#position];
    while (start < end && text.charCodeAt(start) <= SPACE) start++;
    while (end > start && text.charCodeAt(end - 1) <= SPACE) end--;
    return text.slice(start, end);
  }

  #character(): string {
    return this.#text.charAt(this.#position);
  }

  /** @param shift what json-smart adds to the place it names, depending on who complains */
  #unexpectedCharacter(shift: number): Failure {
    return this.#failure(
      `Unexpected character (${this.#character()}) at position ${this.#position + shift}.`,
    );
  }

  #unexpectedEnd(what: string): Failure {
    return this.#failure(`Unexpected End Of File position ${this.#position - 1}: ${what}`);
  }

  #failure(message: string): Failure {
    // An escape cut short is noticed one character late.
    return new Failure(message, Math.min(this.#position, this.#text.length));
  }
}

/** Whether a character ends a bare word: `:` after a key, the closer or a comma after a value. */
function ends(code: number, closer: number): boolean {
  return code === END || code === closer || (code === COMMA && closer !== COLON && closer !== END);
}

function meaningOf(word: string): JavaValue {
  switch (word) {
    case 'null':
      return null;
    case 'true':
      return true;
    case 'false':
      return false;
    case 'NaN':
      return new JavaFloat(Number.NaN);
    default:
      return word;
  }
}
