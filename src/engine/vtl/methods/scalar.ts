import { JavaException } from '../../values/java-exception';
import { JavaCharacter, type JavaValue } from '../../values/types';
import { type Method, method } from './method';
import { singleCase } from './string';

const truth = (value: JavaValue) => value === true;

/** `java.lang.Boolean`. */
export const BOOLEAN_METHODS: Method[] = [
  method<boolean>('booleanValue(): boolean', (self) => self),
  method<boolean>('compareTo(Boolean other): int', (self, args) => {
    if (args.get(0) === null) throw new JavaException('NullPointerException');
    return Number(self) - Number(truth(args.get(0)));
  }),
  method('static parseBoolean(String text): boolean', (_self, args) => isTrue(args.get(0))),
  method('static valueOf(String text): Boolean', (_self, args) => isTrue(args.get(0))),
  method('static valueOf(boolean value): Boolean', (_self, args) => args.get(0)),
  method('static toString(boolean value): String', (_self, args) => String(args.get(0))),
  method('static hashCode(boolean value): int', (_self, args) => (truth(args.get(0)) ? 1231 : 1237)),
  method(
    'static compare(boolean a, boolean b): int',
    (_self, args) => Number(truth(args.get(0))) - Number(truth(args.get(1))),
  ),
  method(
    'static logicalAnd(boolean a, boolean b): boolean',
    (_self, args) => truth(args.get(0)) && truth(args.get(1)),
  ),
  method(
    'static logicalOr(boolean a, boolean b): boolean',
    (_self, args) => truth(args.get(0)) || truth(args.get(1)),
  ),
  method(
    'static logicalXor(boolean a, boolean b): boolean',
    (_self, args) => truth(args.get(0)) !== truth(args.get(1)),
  ),
];

function isTrue(text: JavaValue): boolean {
  return typeof text === 'string' && text.toLowerCase() === 'true' && text.length === 4;
}

const unit = (value: JavaValue) => (value as JavaCharacter).value;

/** A test or change of characters, for a character and for its number. */
function both(name: string, apply: (character: string) => boolean): Method[] {
  return [
    method(`static ${name}(char value): boolean`, (_self, args) => apply(unit(args.get(0)))),
    method(`static ${name}(int codePoint): boolean`, (_self, args) => apply(ofCodePoint(args.int(0)))),
  ];
}

/** `java.lang.Character`, which `charAt` gives. */
export const CHARACTER_METHODS: Method[] = [
  method<JavaCharacter>('charValue(): char', (self) => self),
  method<JavaCharacter>('compareTo(Character other): int', (self, args) => {
    if (args.get(0) === null) throw new JavaException('NullPointerException');
    return self.value.charCodeAt(0) - unit(args.get(0)).charCodeAt(0);
  }),
  method('static valueOf(char value): Character', (_self, args) => args.get(0)),
  method('static toString(char value): String', (_self, args) => unit(args.get(0))),
  method('static toString(int codePoint): String', (_self, args) => {
    const text = ofCodePoint(args.int(0));
    if (text !== '') return text;
    throw new JavaException('IllegalArgumentException', 'not a valid Unicode code point');
  }),
  ...both('isDigit', (character) => /^\p{Nd}$/u.test(character)),
  ...both('isLetter', (character) => /^\p{L}$/u.test(character)),
  ...both('isLetterOrDigit', (character) => /^[\p{L}\p{Nd}]$/u.test(character)),
  ...both('isUpperCase', (character) => /^\p{Uppercase}$/u.test(character)),
  ...both('isLowerCase', (character) => /^\p{Lowercase}$/u.test(character)),
  ...both('isWhitespace', (character) =>
    /^[\t-\r\x1c- \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]$/.test(character),
  ),
  method(
    'static toUpperCase(char value): char',
    (_self, args) => new JavaCharacter(singleCase(unit(args.get(0)), 'toUpperCase')),
  ),
  method(
    'static toLowerCase(char value): char',
    (_self, args) => new JavaCharacter(singleCase(unit(args.get(0)), 'toLowerCase')),
  ),
  method('static getNumericValue(char value): int', (_self, args) => {
    const value = Number.parseInt(unit(args.get(0)), 36);
    return Number.isNaN(value) ? -1 : value;
  }),
];

/** Empty for a number that is no character. */
function ofCodePoint(code: number): string {
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
