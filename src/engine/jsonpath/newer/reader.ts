import { crossedEnds, InvalidPath, indexOutOfRange } from '../path-error';

/** Reads a text character by character; blanks are U+0020 only. Offsets count in the whole text. */
export class Reader {
  readonly text: string;
  position = 0;
  /** Offset of the last character. */
  last: number;

  constructor(text: string) {
    this.text = text;
    this.last = text.length - 1;
  }

  /** The character at an offset. @throws InvalidPath beyond the text, as Java does */
  at(index: number): string {
    const character = this.text[index];
    if (character === undefined) throw indexOutOfRange(index, this.text);
    return character;
  }

  get current(): string {
    return this.at(this.position);
  }

  get isTail(): boolean {
    return this.position >= this.last;
  }

  inBounds(index = this.position): boolean {
    return index >= 0 && index <= this.last;
  }

  slice(from: number, to: number): string {
    if (from > to) throw crossedEnds(from, to, this.text.length);
    return this.text.slice(from, to);
  }

  skipBlanks(): this {
    while (this.inBounds() && this.position < this.last && this.current === ' ') this.position++;
    return this;
  }

  trim(): this {
    this.skipBlanks();
    while (this.inBounds() && this.position < this.last && this.at(this.last) === ' ') this.last--;
    return this;
  }

  /** The next character after an offset that is no blank; a blank when there is none. */
  nextSignificant(from = this.position): string {
    let index = from + 1;
    while (this.inBounds(index) && this.at(index) === ' ') index++;
    return this.inBounds(index) ? this.at(index) : ' ';
  }

  /** Where that character is, if it is the one asked for; otherwise -1. */
  indexOfNextSignificant(character: string, from = this.position): number {
    let index = from + 1;
    while (this.inBounds(index) && this.at(index) === ' ') index++;
    return this.at(index) === character ? index : -1;
  }

  indexOfPreviousSignificant(): number {
    let index = this.position - 1;
    while (this.inBounds(index) && this.at(index) === ' ') index--;
    return this.inBounds(index) ? index : -1;
  }

  previousSignificant(): string {
    const index = this.indexOfPreviousSignificant();
    return index < 0 ? ' ' : this.at(index);
  }

  /** Takes the text if it comes next. */
  takes(text: string): boolean {
    this.skipBlanks();
    if (!this.inBounds(this.position + text.length - 1) || !this.text.startsWith(text, this.position))
      return false;
    this.position += text.length;
    return true;
  }

  /** Takes the character, or fails. */
  expect(character: string): void {
    if (this.skipBlanks().current !== character) throw new InvalidPath(`Expected character: ${character}`);
    this.position++;
  }

  /** The same character further on that has no backslash before it; -1 when there is none. */
  indexOfUnescaped(character: string, from = this.position): number {
    for (let index = from + 1; this.inBounds(index); index++) {
      if (this.at(index) === '\\') index++;
      else if (this.at(index) === character) return index;
    }
    return -1;
  }

  /** The partner of a bracket, passing over strings and perhaps patterns; -1 when there is none. */
  indexOfPartner(from: number, open: string, close: string, skipPatterns: boolean): number {
    if (this.at(from) !== open) throw new InvalidPath(`Expected ${open} but found ${this.at(from)}`);
    let depth = 1;
    for (let index = from + 1; this.inBounds(index); index++) {
      const quote = this.at(index);
      if (quote === "'" || quote === '"') {
        index = this.indexOfUnescaped(quote, index);
        if (index < 0) {
          throw new InvalidPath(
            `Could not find matching close quote for ${quote} when parsing : ${this.text}`,
          );
        }
        index++;
      }
      if (skipPatterns && this.at(index) === '/') {
        index = this.indexOfUnescaped('/', index);
        if (index < 0) {
          throw new InvalidPath(`Could not find matching close for / when parsing regex in : ${this.text}`);
        }
        index++;
      }
      if (this.at(index) === open) depth++;
      if (this.at(index) === close && --depth === 0) return index;
    }
    return -1;
  }
}

/** Resolves backslashes as Jayway does: `\n` and its like, `\uXXXX`, and any other character for itself. */
export function resolveEscapes(text: string): string {
  return text.replace(/\\(u[\dA-Fa-f]{4}|[\s\S])/g, (_, escaped: string) => {
    if (escaped.length > 1) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return ESCAPES[escaped] ?? escaped;
  });
}

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
