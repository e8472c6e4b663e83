import { parseJson } from '../../json/parse-json';
import { complaintAboutDecimal } from '../../values/big-decimal-text';
import { InvalidPath } from '../path-error';
import { compileFilterPattern } from '../patterns';
import { compileNewerText } from './compile-path';
import type { Condition, Node } from './path-model';
import { Reader, resolveEscapes } from './reader';

/*
 * Filters of the newer family: real precedence, groups, `!(...)`, literals on both sides and operators in words.
 */

const OPERATORS = new Set(
  '>= <= == === != !== < > =~ NIN IN CONTAINS ALL SIZE EXISTS TYPE MATCHES EMPTY SUBSETOF ANYOF NONEOF'.split(
    ' ',
  ),
);

const MAX_GROUPS = 100;

/** Parses `[?(...)]`. @throws InvalidPath */
export function parseCondition(text: string, depth: number): Condition {
  const reader = new Reader(text).trim();
  reader.position++;
  reader.last--;
  reader.trim().position++;
  reader.trim();
  return new ConditionReader(reader, depth).read();
}

class ConditionReader {
  readonly #reader: Reader;
  readonly #depth: number;
  #groups = 0;

  constructor(reader: Reader, depth: number) {
    this.#reader = reader;
    this.#depth = depth;
  }

  read(): Condition {
    const reader = this.#reader;
    try {
      const condition = this.#readOr();
      reader.skipBlanks();
      if (reader.inBounds()) {
        const rest = reader.slice(reader.position, reader.last + 1);
        throw new InvalidPath(`Expected end of filter expression instead of: ${rest}`);
      }
      return condition;
    } catch (failure) {
      if (!(failure instanceof InvalidPath) || failure.type.endsWith('.InvalidPathException')) throw failure;
      throw new InvalidPath(
        `Failed to parse filter: ${reader.text}, error on position: ${reader.position}, char: ${reader.current}`,
      );
    }
  }

  #readOr(): Condition {
    const parts = [this.#readAnd()];
    while (this.#takes('||')) parts.push(this.#readAnd());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts };
  }

  #readAnd(): Condition {
    const parts = [this.#readPart()];
    while (this.#takes('&&')) parts.push(this.#readPart());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
  }

  #takes(operator: string): boolean {
    const { position } = this.#reader;
    if (this.#reader.takes(operator)) return true;
    this.#reader.position = position;
    return false;
  }

  #readPart(): Condition {
    const reader = this.#reader;
    if (++this.#groups > MAX_GROUPS) throw new InvalidPath('The filter has too many parts');
    const { position } = reader.skipBlanks();
    if (reader.current === '!') {
      reader.expect('!');
      const next = reader.skipBlanks().current;
      if (next !== '$' && next !== '@') return { kind: 'not', part: this.#readPart() };
      reader.position = position;
    }
    if (reader.skipBlanks().current === '(') {
      reader.expect('(');
      const condition = this.#readOr();
      reader.expect(')');
      return condition;
    }
    return this.#readComparison();
  }

  #readComparison(): Condition {
    const reader = this.#reader;
    const left = this.#readNode();
    const { position } = reader;
    try {
      const operator = this.#readOperator();
      return { kind: 'compare', left, operator, right: this.#readNode() };
    } catch (failure) {
      if (!(failure instanceof InvalidPath) || !failure.type.endsWith('.InvalidPathException')) throw failure;
      reader.position = position;
    }
    if (left.kind !== 'path') throw new InvalidPath('Expected path node');
    return {
      kind: 'compare',
      left: { ...left, existsCheck: true },
      operator: 'EXISTS',
      right: { kind: 'boolean', value: left.shouldExist },
    };
  }

  #readOperator(): string {
    const reader = this.#reader;
    const from = reader.skipBlanks().position;
    const isSign = /[<>=~!]/.test(reader.current);
    while (reader.inBounds() && (isSign ? /[<>=~!]/.test(reader.current) : reader.current !== ' '))
      reader.position++;
    const written = reader.slice(from, reader.position);
    const operator = written.toUpperCase();
    if (!OPERATORS.has(operator)) throw new InvalidPath(`Filter operator ${written} is not supported!`);
    return operator;
  }

  #readNode(): Node {
    const reader = this.#reader;
    switch (reader.skipBlanks().current) {
      case '$':
      case '@':
        return this.#readPath();
      case '!': {
        reader.position++;
        const next = reader.skipBlanks().current;
        if (next === '$' || next === '@') return this.#readPath();
        throw new InvalidPath('Unexpected character: !');
      }
      case '"':
      case "'":
        return this.#readString(reader.current);
      case 't':
      case 'f':
        return this.#readBoolean();
      case 'n':
        if (!this.#takesWord('null')) throw new InvalidPath('Expected <null> value');
        return { kind: 'null' };
      case '[':
      case '{':
        return this.#readJson();
      case '/':
        return this.#readPattern();
      default:
        return this.#readNumber();
    }
  }

  #takesWord(word: string): boolean {
    const reader = this.#reader;
    if (!reader.inBounds(reader.position + word.length - 1)) return false;
    if (!reader.text.startsWith(word, reader.position)) return false;
    reader.position += word.length;
    return true;
  }

  #readBoolean(): Node {
    if (this.#takesWord('true')) return { kind: 'boolean', value: true };
    if (this.#takesWord('false')) return { kind: 'boolean', value: false };
    throw new InvalidPath('Expected boolean literal');
  }

  #readString(quote: string): Node {
    const reader = this.#reader;
    const close = reader.indexOfUnescaped(quote);
    if (close < 0) {
      throw new InvalidPath(
        `String literal does not have matching quotes. Expected ${quote} in ${reader.text}`,
      );
    }
    const text = reader.slice(reader.position + 1, close);
    reader.position = close + 1;
    return { kind: 'string', text: resolveEscapes(text) };
  }

  #readNumber(): Node {
    const reader = this.#reader;
    const from = reader.position;
    while (reader.inBounds() && /[\d.eE-]/.test(reader.current)) reader.position++;
    const text = reader.slice(from, reader.position);
    const complaint = complaintAboutDecimal(text);
    if (complaint !== undefined) throw new InvalidPath(complaint, 'java.lang.NumberFormatException');
    return { kind: 'number', text };
  }

  #readJson(): Node {
    const reader = this.#reader;
    const from = reader.position;
    const close = reader.indexOfPartner(from, reader.current, reader.current === '[' ? ']' : '}', false);
    if (close < 0) throw new InvalidPath(`String not closed. Expected ' in ${reader.text}`);
    reader.position = close + 1;
    const parsed = parseJson(reader.slice(from, close + 1));
    return { kind: 'json', value: parsed.ok ? parsed.value : null };
  }

  #readPattern(): Node {
    const reader = this.#reader;
    const from = reader.position;
    const close = reader.indexOfUnescaped('/');
    if (close < 0) throw new InvalidPath(`Pattern not closed. Expected / in ${reader.text}`);
    let end = close + 1;
    while (reader.inBounds(end) && /[dixmsuU]/.test(reader.at(end))) end++;
    reader.position = end;
    const flags = reader.slice(close + 1, end);
    const source = (flags === '' || flags === 'i' ? '' : `(?${flags})`) + reader.slice(from + 1, close);
    const compiled = compileFilterPattern(source, flags === 'i');
    if (!compiled.ok) throw new InvalidPath(compiled.message, 'java.util.regex.PatternSyntaxException');
    return { kind: 'pattern', pattern: compiled.pattern };
  }

  #readPath(): Node {
    const reader = this.#reader;
    const negated = reader.previousSignificant() === '!';
    const from = reader.position++;
    while (reader.inBounds()) {
      if (reader.current === '[') {
        const close = reader.indexOfPartner(reader.position, '[', ']', false);
        if (close < 0) throw new InvalidPath(`Square brackets does not match in filter ${reader.text}`);
        reader.position = close + 1;
      }
      const ends = reader.current === ')' && !this.#endsFunction(from);
      if (!reader.inBounds() || /[<>=~! ]/.test(reader.current) || ends) break;
      reader.position++;
    }
    const path = compileNewerText(reader.slice(from, reader.position), this.#depth + 1);
    return { kind: 'path', path, shouldExist: !negated, existsCheck: false };
  }

  /** The `)` of `.length()`: right after its partner, with a dot before. */
  #endsFunction(from: number): boolean {
    const reader = this.#reader;
    const open = reader.indexOfPreviousSignificant();
    return open >= 0 && reader.at(open) === '(' && reader.text.slice(from + 1, open).includes('.');
  }
}
