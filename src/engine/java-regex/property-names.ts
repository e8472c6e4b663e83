import { blockNumber } from './blocks';
import { expandCategory } from './characters';
import { scriptCode } from './scripts';

/*
 * From what stands in `\p{...}` to the name of a property in `properties.ts`. Which spellings Java takes depends
 * on the form: categories, POSIX classes and the `java...` names mind their case, all others do not.
 */

/** `\p{name=value}`; the name in lower case. Undefined: Java knows no such thing. */
export function resolveNamedProperty(name: string, value: string, anyCase: boolean): string | undefined {
  switch (name) {
    case 'sc':
    case 'script':
      return script(value);
    case 'blk':
    case 'block':
      return block(value);
    case 'gc':
    case 'general_category':
      return caseSensitiveName(value, anyCase);
    default:
      return undefined;
  }
}

/**
 * `\p{name}`
 *
 * @param anyCase under `(?i)`: what asks for upper, lower or title case takes all three
 * @param unicode under `(?U)`: POSIX names mean their Unicode counterparts
 */
export function resolveProperty(name: string, anyCase: boolean, unicode: boolean): string | undefined {
  if (name.startsWith('In')) return block(name.slice(2));
  if (name.startsWith('Is')) {
    const short = name.slice(2);
    return (
      binary(short, anyCase) ??
      unicodePosix(short, anyCase) ??
      caseSensitiveName(short, anyCase) ??
      script(short)
    );
  }
  return (unicode ? unicodePosix(name, anyCase) : undefined) ?? caseSensitiveName(name, anyCase);
}

function unicodePosix(name: string, anyCase: boolean): string | undefined {
  const posix = UNICODE_POSIX[name.toUpperCase()];
  return posix && binary(posix, anyCase);
}

function script(name: string): string | undefined {
  const code = scriptCode(name);
  return code && `script:${code}`;
}

function block(name: string): string | undefined {
  const number = blockNumber(name);
  return number === undefined ? undefined : `block:${number}`;
}

function binary(name: string, anyCase: boolean): string | undefined {
  const upper = name.toUpperCase();
  const full = BINARY_ALIASES[upper] ?? upper;
  if (!BINARY.has(full)) return undefined;
  return anyCase && CASED.has(full) ? 'binary:CASED' : `binary:${full}`;
}

function caseSensitiveName(name: string, anyCase: boolean): string | undefined {
  if (name === 'all') return 'all';
  if (name === 'L1') return 'ascii:latin-1';
  if (name === 'LC' || (anyCase && /^L[ult]$/.test(name))) return 'category:Lu,Ll,Lt';
  if (name === 'LD') return `category:${[...expandCategory('L'), 'Nd']}`;
  if (/^[A-Z][a-z]?$/.test(name)) {
    const categories = expandCategory(name);
    return categories.length > 0 ? `category:${categories}` : undefined;
  }
  if (POSIX.has(name))
    return anyCase && (name === 'Lower' || name === 'Upper') ? 'ascii:Alpha' : `ascii:${name}`;
  if (!name.startsWith('java')) return undefined;
  const method = name.slice(4);
  if (!JAVA.has(method)) return undefined;
  return anyCase && /^(Lower|Upper|Title)Case$/.test(method) ? 'binary:CASED' : `java:${method}`;
}

const words = (text: string) => new Set(text.split(' '));

const POSIX = words('ASCII Alnum Alpha Blank Cntrl Digit Graph Lower Print Punct Space Upper XDigit');

/** `Character.isXxx` */
const JAVA = words(
  'LowerCase UpperCase Alphabetic Ideographic TitleCase Digit Defined Letter LetterOrDigit JavaIdentifierStart ' +
    'JavaIdentifierPart UnicodeIdentifierStart UnicodeIdentifierPart IdentifierIgnorable SpaceChar Whitespace ' +
    'ISOControl Mirrored',
);

const BINARY = words(
  'ALPHABETIC LETTER IDEOGRAPHIC LOWERCASE UPPERCASE TITLECASE WHITE_SPACE CONTROL PUNCTUATION HEX_DIGIT ' +
    'ASSIGNED NONCHARACTER_CODE_POINT DIGIT ALNUM BLANK GRAPH PRINT WORD JOIN_CONTROL',
);

const BINARY_ALIASES: Record<string, string> = {
  WHITESPACE: 'WHITE_SPACE',
  HEXDIGIT: 'HEX_DIGIT',
  NONCHARACTERCODEPOINT: 'NONCHARACTER_CODE_POINT',
  JOINCONTROL: 'JOIN_CONTROL',
};

const CASED = words('LOWERCASE UPPERCASE TITLECASE');

const UNICODE_POSIX: Record<string, string> = {
  ALPHA: 'ALPHABETIC',
  LOWER: 'LOWERCASE',
  UPPER: 'UPPERCASE',
  SPACE: 'WHITE_SPACE',
  PUNCT: 'PUNCTUATION',
  XDIGIT: 'HEX_DIGIT',
  ALNUM: 'ALNUM',
  CNTRL: 'CONTROL',
  DIGIT: 'DIGIT',
  BLANK: 'BLANK',
  GRAPH: 'GRAPH',
  PRINT: 'PRINT',
};
