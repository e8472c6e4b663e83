import { encodeUtf8AsJava } from '../../bytes/utf8';
import { JavaException } from '../../values/java-exception';
import { JavaCharacter, JavaList, type JavaValue } from '../../values/types';
import { itemsOf } from '../collections';
import { formatText } from '../format-text';
import { arrayOf } from '../host-objects';
import type { Run } from '../run';
import { type Method, method } from './method';
import { matchesWhole, replaceMatches, splitText } from './string-patterns';

/** `java.lang.String`. Lengths and positions count UTF-16 units. */
export const STRING_METHODS: Method[] = [
  method<string>('length(): int', (self) => self.length),
  method<string>('isEmpty(): boolean', (self) => self === ''),
  method<string>('isBlank(): boolean', (self) => strip(self) === ''),
  method<string>('charAt(int index): char', (self, args) => {
    const i = args.int(0);
    if (i < 0 || i >= self.length) {
      throw outOfBounds('StringIndexOutOfBoundsException', `index ${i}, length ${self.length}`);
    }
    return new JavaCharacter(self.charAt(i));
  }),
  method<string>('codePointAt(int index): int', (self, args) => {
    const i = args.int(0);
    if (i < 0 || i >= self.length) throw outOfBounds('StringIndexOutOfBoundsException', `index ${i}`);
    return self.codePointAt(i) as number;
  }),
  method<string>('codePointBefore(int index): int', (self, args) => {
    const i = args.int(0) - 1;
    if (i < 0 || i >= self.length) throw outOfBounds('StringIndexOutOfBoundsException', `index ${i + 1}`);
    const low = self.charCodeAt(i);
    const isLow = low >= 0xdc00 && low < 0xe000 && i > 0;
    const pair = isLow ? (self.codePointAt(i - 1) as number) : 0;
    return pair > 0xffff ? pair : low;
  }),
  method<string>('codePointCount(int beginIndex, int endIndex): int', (self, args) => {
    const [from, to] = checkRange('IndexOutOfBoundsException', args.int(0), args.int(1), self.length);
    return [...self.slice(from, to)].length;
  }),
  method<string>('offsetByCodePoints(int index, int count): int', (self, args) =>
    offsetByCodePoints(self, args.int(0), args.int(1)),
  ),
  method<string>('substring(int beginIndex): String', (self, args) => {
    const from = args.int(0);
    if (from < 0) throw outOfBounds('StringIndexOutOfBoundsException', `String index out of range: ${from}`);
    if (from > self.length) {
      throw outOfBounds(
        'StringIndexOutOfBoundsException',
        `String index out of range: ${self.length - from}`,
      );
    }
    return self.slice(from);
  }),
  method<string>('substring(int beginIndex, int endIndex): String', (self, args) =>
    part(self, args.int(0), args.int(1)),
  ),
  method<string>('subSequence(int beginIndex, int endIndex): CharSequence', (self, args) =>
    part(self, args.int(0), args.int(1)),
  ),
  method<string>('indexOf(String text): int', (self, args) => self.indexOf(args.text(0))),
  method<string>('indexOf(String text, int fromIndex): int', (self, args) =>
    self.indexOf(args.text(0), args.int(1)),
  ),
  method<string>('indexOf(int character): int', (self, args) => self.indexOf(ofCodePoint(args.int(0)))),
  method<string>('indexOf(int character, int fromIndex): int', (self, args) => {
    const found = self.indexOf(ofCodePoint(args.int(0)), args.int(1));
    return args.int(1) >= self.length ? -1 : found;
  }),
  method<string>('lastIndexOf(String text): int', (self, args) => self.lastIndexOf(args.text(0))),
  method<string>('lastIndexOf(String text, int fromIndex): int', (self, args) =>
    args.int(1) < 0 ? -1 : self.lastIndexOf(args.text(0), args.int(1)),
  ),
  method<string>('lastIndexOf(int character): int', (self, args) =>
    self.lastIndexOf(ofCodePoint(args.int(0))),
  ),
  method<string>('lastIndexOf(int character, int fromIndex): int', (self, args) =>
    args.int(1) < 0 ? -1 : self.lastIndexOf(ofCodePoint(args.int(0)), args.int(1)),
  ),
  method<string>('contains(CharSequence text): boolean', (self, args) => self.includes(args.text(0))),
  method<string>('startsWith(String prefix): boolean', (self, args) => self.startsWith(args.text(0))),
  method<string>('startsWith(String prefix, int offset): boolean', (self, args) => {
    const at = args.int(1);
    return at >= 0 && at <= self.length && self.startsWith(args.text(0), at);
  }),
  method<string>('endsWith(String suffix): boolean', (self, args) => self.endsWith(args.text(0))),
  method<string>('equalsIgnoreCase(String other): boolean', (self, args) => {
    const other = args.get(0);
    return (
      typeof other === 'string' && other.length === self.length && compareIgnoringCase(self, other) === 0
    );
  }),
  method<string>('compareTo(String other): int', (self, args) => compareTexts(self, args.text(0))),
  method<string>('compareToIgnoreCase(String other): int', (self, args) =>
    compareIgnoringCase(self, args.text(0)),
  ),
  method<string>('concat(String text): String', (self, args, run) => run.checkText(self + args.text(0))),
  method<string>('contentEquals(CharSequence text): boolean', (self, args) => self === args.text(0)),
  method<string>('replace(char oldChar, char newChar): String', (self, args) =>
    self.replaceAll((args.get(0) as JavaCharacter).value, () => (args.get(1) as JavaCharacter).value),
  ),
  method<string>('replace(CharSequence target, CharSequence replacement): String', (self, args, run) =>
    replaceLiteral(self, args.text(0), args.text(1), run),
  ),
  method<string>('replaceAll(String regex, String replacement): String', (self, args, run) =>
    replaceMatches(self, args.text(0), args.text(1), run, true),
  ),
  method<string>('replaceFirst(String regex, String replacement): String', (self, args, run) =>
    replaceMatches(self, args.text(0), args.text(1), run, false),
  ),
  method<string>('matches(String regex): boolean', (self, args, run) =>
    matchesWhole(self, args.text(0), run),
  ),
  method<string>('split(String regex): String[]', (self, args, run) => splitText(self, args.text(0), 0, run)),
  method<string>('split(String regex, int limit): String[]', (self, args, run) =>
    splitText(self, args.text(0), args.int(1), run),
  ),
  method<string>('toUpperCase(): String', (self, _args, run) => run.checkText(self.toUpperCase())),
  method<string>('toLowerCase(): String', (self) => self.toLowerCase()),
  method<string>('trim(): String', (self) => trim(self)),
  method<string>('strip(): String', (self) => strip(self)),
  method<string>('stripLeading(): String', (self) => self.replace(LEADING, '')),
  method<string>('stripTrailing(): String', (self) => stripEnd(self)),
  method<string>('repeat(int count): String', (self, args, run) => {
    const count = args.int(0);
    if (count < 0) throw new JavaException('IllegalArgumentException', `count is negative: ${count}`);
    run.allocate(self.length * count);
    return run.checkText(self.repeat(count));
  }),
  method<string>('intern(): String', (self) => self),
  method<string>(
    'regionMatches(int offset, String other, int otherOffset, int length): boolean',
    (self, args) => regionsMatch(self, false, args.int(0), args.text(1), args.int(2), args.int(3)),
  ),
  method<string>(
    'regionMatches(boolean ignoreCase, int offset, String other, int otherOffset, int length): boolean',
    (self, args) =>
      regionsMatch(self, args.get(0) === true, args.int(1), args.text(2), args.int(3), args.int(4)),
  ),
  method<string>('toCharArray(): char[]', (self, _args, run) => {
    run.allocateElements(self.length);
    return arrayOf(
      Array.from({ length: self.length }, (_, i) => new JavaCharacter(self.charAt(i))),
      'char',
    );
  }),
  method<string>('getBytes(): byte[]', (self, _args, run) => {
    run.allocateElements(self.length);
    return arrayOf(
      Array.from(encodeUtf8AsJava(self), (byte) => (byte << 24) >> 24),
      'byte',
    );
  }),
  method<string>('formatted(Object[] args): String', (self, args, run) =>
    formatText(self, variable(args.rest(0)), run),
  ),
  method('static valueOf(Object value): String', (_self, args, run) => run.text(args.get(0))),
  method('static valueOf(boolean value): String', (_self, args, run) => run.text(args.get(0))),
  method('static valueOf(char value): String', (_self, args, run) => run.text(args.get(0))),
  method('static valueOf(int value): String', (_self, args, run) => run.text(args.get(0))),
  method('static valueOf(long value): String', (_self, args, run) => run.text(args.get(0))),
  method('static valueOf(float value): String', (_self, args, run) => run.textOfFloat(args.get(0))),
  method('static valueOf(double value): String', (_self, args, run) => run.textOfDouble(args.get(0))),
  method('static valueOf(char[] value): String', (_self, args, run) => charactersText(args.get(0), run)),
  method('static copyValueOf(char[] value): String', (_self, args, run) => charactersText(args.get(0), run)),
  method('static format(String format, Object[] args): String', (_self, args, run) =>
    formatText(args.text(0), variable(args.rest(1)), run),
  ),
  // A template has no Locale to give; null fits, and stands for the same texts.
  method('static format(Locale locale, String format, Object[] args): String', (_self, args, run) =>
    formatText(args.text(1), variable(args.rest(2)), run),
  ),
  method('static join(CharSequence delimiter, CharSequence[] elements): String', (_self, args, run) =>
    joinTexts(args.get(0), variable(args.rest(1)), run),
  ),
  method('static join(CharSequence delimiter, Iterable elements): String', (_self, args, run) =>
    joinTexts(args.get(0), itemsOf(args.get(1)) ?? [], run),
  ),
];

function outOfBounds(type: string, message: string): JavaException {
  return new JavaException(type, message);
}

function notNull(value: JavaValue): string {
  if (typeof value === 'string') return value;
  throw new JavaException('NullPointerException', 'a text is null');
}

/** A variable number of arguments: one array stands for all of them. */
function variable(values: JavaValue[]): JavaValue[] {
  const [only] = values;
  return values.length === 1 && only instanceof JavaList && only.kind === 'Array' ? only.items : values;
}

function checkRange(type: string, from: number, to: number, length: number): [number, number] {
  if (from < 0 || from > to || to > length)
    throw outOfBounds(type, `begin ${from}, end ${to}, length ${length}`);
  return [from, to];
}

function part(self: string, begin: number, end: number): string {
  const [from, to] = checkRange('StringIndexOutOfBoundsException', begin, end, self.length);
  return self.slice(from, to);
}

function offsetByCodePoints(self: string, index: number, count: number): number {
  if (index < 0 || index > self.length) throw outOfBounds('IndexOutOfBoundsException', '');
  let at = index;
  for (let left = Math.abs(count); left > 0; left--) {
    if (count > 0 ? at >= self.length : at <= 0) throw outOfBounds('IndexOutOfBoundsException', '');
    const pair = (self.codePointAt(count > 0 ? at : at - 2) ?? 0) > 0xffff;
    at += Math.sign(count) * (pair ? 2 : 1);
  }
  return at;
}

function ofCodePoint(c: number): string {
  // No text holds a number that is no character.
  return c >= 0 && c <= 0x10ffff ? String.fromCodePoint(c) : '\uffff\uffff\uffff';
}

export function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = a.charCodeAt(i) - b.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Characters one by one, first as capitals, then as small letters: Java's rule. */
function compareIgnoringCase(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = foldUnit(a.charAt(i)) - foldUnit(b.charAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function foldUnit(character: string): number {
  return singleCase(singleCase(character, 'toUpperCase'), 'toLowerCase').charCodeAt(0);
}

/** Unlike a text, a single character keeps its case when that would take several. */
export function singleCase(character: string, direction: 'toUpperCase' | 'toLowerCase'): string {
  const changed = character[direction]();
  return changed.length === character.length ? changed : character;
}

function trim(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (from < to && text.charCodeAt(to - 1) <= 32) to--;
  return text.slice(from, to);
}

const BLANKS = '\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000';
const LEADING = new RegExp(`^[${BLANKS}]+`);
const BLANK = new RegExp(`[${BLANKS}]`);

function stripEnd(text: string): string {
  let to = text.length;
  while (to > 0 && BLANK.test(text.charAt(to - 1))) to--;
  return text.slice(0, to);
}

function strip(text: string): string {
  return stripEnd(text.replace(LEADING, ''));
}

function replaceLiteral(self: string, target: string, replacement: string, run: Run): string {
  const pieces = self.split(target);
  // Java finds the empty text at both ends too.
  if (target === '') pieces.unshift('');
  if (target === '') pieces.push('');
  run.allocate(self.length + (pieces.length - 1) * replacement.length);
  return run.checkText(pieces.join(replacement));
}

function regionsMatch(
  self: string,
  ignoreCase: boolean,
  offset: number,
  other: string,
  otherOffset: number,
  length: number,
): boolean {
  if (offset < 0 || otherOffset < 0 || offset > self.length - length || otherOffset > other.length - length)
    return false;
  if (length <= 0) return true;
  const a = self.slice(offset, offset + length);
  const b = other.slice(otherOffset, otherOffset + length);
  return ignoreCase ? compareIgnoringCase(a, b) === 0 : a === b;
}

function charactersText(value: JavaValue, run: Run): string {
  if (value === null) throw new JavaException('NullPointerException');
  const items = value instanceof JavaList ? value.items : [value];
  return items.map((item) => run.text(item)).join('');
}

function joinTexts(delimiter: JavaValue, elements: JavaValue[], run: Run): string {
  const between = notNull(delimiter);
  let length = 0;
  for (const element of elements) {
    if (element !== null && typeof element !== 'string') {
      throw new JavaException('ClassCastException', 'an element of the list is no String');
    }
    length += between.length + (element ?? 'null').length;
  }
  run.allocate(length);
  return run.checkText(elements.map((element) => element ?? 'null').join(between));
}
