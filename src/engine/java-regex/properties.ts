import { blockAt } from './blocks';
import {
  type CodePointTest,
  categoryTest,
  expandCategory,
  isUnassigned,
  knownTest,
  remembered,
} from './characters';
import { scriptTest } from './scripts';

/*
 * Named sets of characters, by the names `property-names.ts` and the escapes give them:
 *
 *   all, dot, unix-dot     script:Latn          block:7
 *   ascii:digit            category:Lu,Ll,Lt    binary:ALPHABETIC    java:LetterOrDigit
 */

const tests = new Map<string, CodePointTest>();

/** The test for a property. */
export function propertyTest(name: string): CodePointTest {
  let test = tests.get(name);
  if (!test) {
    test = makeTest(name);
    tests.set(name, test);
  }
  return test;
}

function makeTest(name: string): CodePointTest {
  const fixed = FIXED[name];
  if (fixed) return fixed;
  const colon = name.indexOf(':');
  const kind = name.slice(0, colon);
  const value = name.slice(colon + 1);
  if (kind === 'block') {
    const { from, to } = blockAt(Number(value));
    return (c) => c >= from && c < to;
  }
  if (kind === 'category') return remembered(categoryTest(value.split(',')));
  if (kind === 'script') return remembered(scriptTest(value));
  return remembered(DERIVED[name]!());
}

function ascii(expression: RegExp): CodePointTest {
  const members = new Set<number>();
  for (let c = 0; c < 128; c++) if (expression.test(String.fromCharCode(c))) members.add(c);
  return (c) => members.has(c);
}

const isBetween = (from: number, to: number) => (c: number) => c >= from && c <= to;

const FIXED: Record<string, CodePointTest> = {
  all: () => true,
  dot: (c) => c !== 10 && c !== 13 && c !== 0x85 && c !== 0x2028 && c !== 0x2029,
  'unix-dot': (c) => c !== 10,
  'ascii:digit': isBetween(48, 57),
  'ascii:word': (c) => (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95,
  'ascii:space': (c) => c === 32 || (c >= 9 && c <= 13),
  'ascii:horizontal-space': (c) =>
    c === 32 ||
    c === 9 ||
    c === 0xa0 ||
    c === 0x1680 ||
    c === 0x180e ||
    (c >= 0x2000 && c <= 0x200a) ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x3000,
  'ascii:vertical-space': (c) => (c >= 10 && c <= 13) || c === 0x85 || c === 0x2028 || c === 0x2029,
  'ascii:latin-1': isBetween(0, 0xff),
  'ascii:ASCII': isBetween(0, 0x7f),
  'ascii:Cntrl': (c) => c < 32 || c === 127,
  'ascii:Graph': isBetween(33, 126),
  'ascii:Print': isBetween(32, 126),
};

const category = (...names: string[]) => categoryTest(names.flatMap(expandCategory));

/** Combining letters that became alphabetic after Unicode 13. */
const NEW_ALPHABETICS = [
  0x363, 0x364, 0x365, 0x366, 0x367, 0x368, 0x369, 0x36a, 0x36b, 0x36c, 0x36d, 0x36e, 0x36f, 0xc04, 0xf82,
  0xf83, 0x1dd3, 0x1dd4, 0x1dd5, 0x1dd6, 0x1dd7, 0x1dd8, 0x1dd9, 0x1dda, 0x1ddb, 0x1ddc, 0x1ddd, 0x1dde,
  0x1ddf, 0x1de0, 0x1de1, 0x1de2, 0x1de3, 0x1de4, 0x1de5, 0x1de6, 0x11080, 0x11081,
];

const alphabetic = () => knownTest('\\p{Alphabetic}', NEW_ALPHABETICS);
const lowercase = () => knownTest('\\p{Lowercase}', [0x295, 0x10fc, 0xab69]);
const uppercase = () => knownTest('\\p{Uppercase}');
const whiteSpace = () => knownTest('\\p{White_Space}');
const ideographic = () => knownTest('\\p{Ideographic}');
const ignorable = () => knownTest('\\0-\\x08\\x0e-\\x1b\\x7f-\\x9f\\p{Cf}');
const graph = () => {
  const excluded = category('Z', 'Cc', 'Cs', 'Cn');
  return (c: number) => !excluded(c);
};
const blank = () => anyOf(category('Zs'), (c) => c === 9);

/** Blanks that do not keep words together, and some controls. */
const whitespace = () => {
  const separator = category('Z');
  return (c: number) =>
    (c >= 9 && c <= 13) ||
    (c >= 28 && c <= 31) ||
    (c !== 0xa0 && c !== 0x2007 && c !== 0x202f && separator(c));
};

const anyOf =
  (...alternatives: CodePointTest[]): CodePointTest =>
  (c) =>
    alternatives.some((test) => test(c));

const DERIVED: Record<string, () => CodePointTest> = {
  'binary:ALPHABETIC': alphabetic,
  'binary:LETTER': () => category('L'),
  'binary:IDEOGRAPHIC': ideographic,
  'binary:LOWERCASE': lowercase,
  'binary:UPPERCASE': uppercase,
  'binary:TITLECASE': () => category('Lt'),
  'binary:CASED': () => anyOf(lowercase(), uppercase(), category('Lt')),
  'binary:WHITE_SPACE': whiteSpace,
  'binary:CONTROL': () => category('Cc'),
  'binary:PUNCTUATION': () => category('P'),
  'binary:HEX_DIGIT': () => anyOf(category('Nd'), knownTest('\\p{Hex_Digit}')),
  'binary:ASSIGNED': () => (c) => !isUnassigned(c),
  'binary:NONCHARACTER_CODE_POINT': () => (c) => (c & 0xfffe) === 0xfffe || (c >= 0xfdd0 && c <= 0xfdef),
  'binary:DIGIT': () => category('Nd'),
  'binary:ALNUM': () => anyOf(alphabetic(), category('Nd')),
  'binary:BLANK': blank,
  'binary:GRAPH': graph,
  'binary:PRINT': () => anyOf(graph(), category('Zs')),
  'binary:WORD': () => anyOf(alphabetic(), category('M', 'Nd', 'Pc'), isBetween(0x200c, 0x200d)),
  'binary:JOIN_CONTROL': () => isBetween(0x200c, 0x200d),
  'java:LowerCase': lowercase,
  'java:UpperCase': uppercase,
  'java:TitleCase': () => category('Lt'),
  'java:Alphabetic': alphabetic,
  'java:Ideographic': ideographic,
  'java:Digit': () => category('Nd'),
  'java:Defined': () => (c) => !isUnassigned(c),
  'java:Letter': () => category('L'),
  'java:LetterOrDigit': () => category('L', 'Nd'),
  'java:JavaIdentifierStart': () => category('L', 'Nl', 'Sc', 'Pc'),
  'java:JavaIdentifierPart': () => anyOf(category('L', 'Nl', 'Sc', 'Pc', 'Nd', 'Mc', 'Mn'), ignorable()),
  // VERTICAL TILDE and two Katakana dots changed after Unicode 13.
  'java:UnicodeIdentifierStart': () => knownTest('\\p{ID_Start}', [0x2e2f]),
  'java:UnicodeIdentifierPart': () =>
    anyOf(knownTest('\\p{ID_Continue}', [0x2e2f, 0x30fb, 0xff65]), ignorable()),
  'java:IdentifierIgnorable': ignorable,
  'java:SpaceChar': () => category('Z'),
  'java:Whitespace': whitespace,
  'java:ISOControl': () => isBetweenControls,
  'java:Mirrored': () => knownTest('\\p{Bidi_Mirrored}', [0x226d]),
  'ascii:Alnum': () => ascii(/[0-9A-Za-z]/),
  'ascii:Alpha': () => ascii(/[A-Za-z]/),
  'ascii:Blank': () => ascii(/[ \t]/),
  'ascii:Digit': () => ascii(/[0-9]/),
  'ascii:Lower': () => ascii(/[a-z]/),
  'ascii:Punct': () => ascii(/[!-/:-@[-`{-~]/),
  'ascii:Space': () => ascii(/[ \t-\r]/),
  'ascii:Upper': () => ascii(/[A-Z]/),
  'ascii:XDigit': () => ascii(/[0-9A-Fa-f]/),
};

const isBetweenControls: CodePointTest = (c) => c < 32 || (c >= 127 && c < 160);
