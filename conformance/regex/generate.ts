import type { RegexQuestion } from './compare';

/*
 * Questions for the comparison with Java: patterns from a grammar that knows every construct, and texts that have
 * a chance to match them. Some patterns are then damaged, to see the complaints. The same numbers from `random`
 * give the same question.
 */

/** A source of numbers from 0 up to, but not including, 1. */
export type Random = () => number;

export function generateCase(random: Random): RegexQuestion {
  const r = new Writer(random);
  const pattern = r.pattern();
  const input = r.text(pattern);
  const choice = random();
  if (choice < 0.9) return { pattern, input };
  if (choice < 0.94) return { op: 'split', pattern, input, limit: r.pick([0, 0, -1, 1, 2, 3]) };
  const op = r.pick(['replaceAll', 'replaceFirst'] as const);
  return { op, pattern, input, replacement: r.many(0, 3, () => r.pick(REPLACEMENTS)).join('') };
}

/** `${name}` in a replacement. */
const named = (name: string) => `$\{${name}}`;

const REPLACEMENTS = [
  '$1',
  '$0',
  '$2',
  '$12',
  '\\$',
  '\\',
  '$',
  'x',
  '<',
  '$'.concat('{'),
  '-',
  named('n'),
  named('1'),
  named('zz'),
  named(''),
];

/** Simpler questions, the most radical first. */
export function* shrink(question: RegexQuestion): Generator<RegexQuestion> {
  for (const pattern of shorter(question.pattern)) yield { ...question, pattern };
  if (question.input !== undefined) for (const input of shorter(question.input)) yield { ...question, input };
  if (question.replacement)
    for (const replacement of shorter(question.replacement)) yield { ...question, replacement };
}

function* shorter(text: string): Generator<string> {
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at + size <= text.length; at++) yield text.slice(0, at) + text.slice(at + size);
}

const LETTERS = ['a', 'b', 'c', 'a', 'b', 'a'];
const ODD_LETTERS = [
  'A',
  'B',
  'K',
  'k',
  's',
  'S',
  'i',
  'I',
  '1',
  '0',
  '_',
  ' ',
  '-',
  ',',
  ':',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u0085',
  '\u2028',
  'é',
  'É',
  'ß',
  'ẞ',
  'ſ',
  'İ',
  'ı',
  'K',
  'å',
  'Å',
  'σ',
  'ς',
  'Σ',
  'µ',
  'ÿ',
  'Ÿ',
  'ǅ',
  '\u0301',
  '\u0300',
  '😀',
  '💥',
  '\ud83d',
  '\ude00',
  '漢',
  '٥',
  '\u00a0',
  '\u200d',
  '\u{1f1e6}',
  '\u0903',
  '©',
  '\u1100',
  '\u1161',
  '가',
  '\0',
  'Ω',
  '𐐀',
  '𐐨',
];
const PROPERTIES = [
  'L',
  'Lu',
  'Ll',
  'N',
  'P',
  'Alpha',
  'Lower',
  'Upper',
  'Punct',
  'Space',
  'IsLatin',
  'IsGreek',
  'InGreek',
  'javaLetter',
  'IsAlphabetic',
  'javaLowerCase',
  'sc=Grek',
  'blk=BasicLatin',
  'gc=Lu',
  'Cn',
  'M',
  'IsUppercase',
  'all',
  'L1',
  'Nope',
];
const CLASS_ESCAPES = ['\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\h', '\\H', '\\v', '\\V'];
const CHARACTER_ESCAPES = [
  '\\n',
  '\\r',
  '\\t',
  '\\.',
  '\\*',
  '\\\\',
  '\\(',
  '\\x41',
  '\\u0061',
  '\\x{1F600}',
  '\\ud83d\\ude00',
  '\\061',
  '\\ca',
  '\\-',
  '\\ ',
  '\\#',
  '\\]',
  '\\[',
  '\\&',
  '\\^',
];
const ANCHORS = ['^', '$', '\\b', '\\B', '\\A', '\\z', '\\Z', '\\G', '\\b{g}'];
const FRAGMENTS = [
  '.*',
  '.*',
  '.*',
  '.+',
  '(?s)',
  '(?i)',
  'Error',
  'Bad Request',
  'Not Found',
  '\\[',
  '\\]',
  '\\{',
  '"',
  ':',
  '\\d{3}',
  '4\\d{2}',
  '[45]\\d\\d',
  '404',
  '(400|404)',
  '[\\s\\S]*',
  '(.|\\n)*',
  '(\\n|.)+',
  '^',
  '$',
  '[^4]',
  '.{0,10}',
  '\\b',
  '\\s*',
  '\\w+',
  '(Bad|Not)',
  '(?!.*OK)',
  '|',
  '{',
  '"statusCode":',
  '([A-Z][a-z]+)+',
  '[a-zA-Z ]*',
  '(?:Error|Exception)',
  '\\W',
  '.*?',
  '\\$',
  '\\.',
];
const MESSAGES = [
  'Error: Bad Request',
  'Not Found',
  '[404] Not Found: id 7',
  '{"statusCode":400,"message":"Bad Request"}',
  '400',
  '404',
  '502',
  'Task timed out after 3.00 seconds',
  'Error\nat line 3\n',
  'Bad Request\r\n',
  'java.lang.RuntimeException: Not Found',
  '',
  'Error',
  'ok',
];
const FLAGS = ['i', 'i', 'iu', 's', 'm', 'x', 'd', 'U', 'u', 'md', 'sm', 'c'];
const QUANTIFIERS = [
  '{,2}',
  '{2}{3}',
  '{2',
  '{99999999999}',
  '{1, 2}',
  '*',
  '*',
  '+',
  '+',
  '?',
  '?',
  '{2}',
  '{0,3}',
  '{3,}',
  '*',
  '+',
  '?',
  '*',
  '+',
  '{2}',
  '{0,2}',
  '{1,3}',
  '{2,}',
  '{0}',
  '{1}',
  '{0,1}',
  '{0,}',
];

class Writer {
  private readonly random: Random;
  private depth = 0;
  private groups = 0;
  /** Kind of pattern: plain ones resemble what people write. */
  private odd = false;

  constructor(random: Random) {
    this.random = random;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.random() * choices.length)] as T;
  }

  many<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: least + Math.floor(this.random() * (most - least + 1)) }, make);
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  pattern(): string {
    if (this.chance(0.08)) return this.realistic();
    this.odd = this.chance(0.5);
    let pattern = this.chance(0.2) ? `(?${this.pick(FLAGS)})${this.alternation()}` : this.alternation();
    if (this.chance(0.05))
      pattern = `(?x)${this.scattered(pattern, [' ', ' ', '\n', '#', '#c\n', '\t', '\\ '])}`;
    if (this.chance(0.03)) pattern = this.scattered(pattern, ['\\Q', '\\E']);
    if (this.chance(0.08)) pattern = this.damage(pattern);
    return pattern;
  }

  /** What people put into selection patterns. */
  private realistic(): string {
    return this.many(1, 4, () => this.pick(FRAGMENTS)).join('');
  }

  private scattered(pattern: string, what: readonly string[]): string {
    return [...pattern].map((c) => (this.chance(0.15) ? this.pick(what) + c : c)).join('');
  }

  private damage(pattern: string): string {
    const at = Math.floor(this.random() * (pattern.length + 1));
    if (this.chance(0.5)) return pattern.slice(0, at) + pattern.slice(at + 1);
    const noise = [
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '*',
      '+',
      '?',
      '\\',
      '|',
      '&&',
      '-',
      '^',
      '\\E',
      '\\Q',
      '#',
      ' ',
      '1',
      ',',
      '(?',
      '<',
      '\\k<n>',
      '\\p',
      '\\x',
      '\\u',
      '\\0',
      '\\c',
      ':',
      '\\N',
      '&',
    ];
    return pattern.slice(0, at) + this.pick(noise) + pattern.slice(at);
  }

  private alternation(): string {
    this.depth++;
    const parts = this.chance(0.25) ? this.many(2, 3, () => this.sequence()) : [this.sequence()];
    this.depth--;
    return parts.join('|');
  }

  private sequence(): string {
    const most = this.depth > 3 ? 2 : 4;
    return this.many(this.chance(0.1) ? 0 : 1, most, () => this.item()).join('');
  }

  private item(): string {
    let atom = this.atom();
    if (this.chance(0.4)) atom += this.pick(QUANTIFIERS) + this.pick(['', '', '', '?', '+']);
    return atom;
  }

  private letter(): string {
    return this.odd && this.chance(0.35) ? this.pick(ODD_LETTERS) : this.pick(LETTERS);
  }

  private atom(): string {
    const choice = this.random();
    if (choice < 0.35 || this.depth > 5) return this.literal();
    if (choice < 0.43) return '.';
    if (choice < 0.55) return this.bracket();
    if (choice < 0.75) return this.group();
    if (choice < 0.8) return this.pick(ANCHORS);
    if (choice < 0.85) return this.pick(CLASS_ESCAPES);
    if (choice < 0.88) return this.pick(CHARACTER_ESCAPES);
    if (choice < 0.92) return this.reference();
    if (choice < 0.94) return this.property();
    if (choice < 0.96) return this.pick(['\\R', '\\X', '\\X', '\\R']);
    if (choice < 0.975) return `(?${this.pick(['', '-', '', 'i-', 'iU-'])}${this.pick(FLAGS)})`;
    if (choice < 0.985) return `\\Q${this.literal()}${this.pick(['\\E', '\\E', ''])}`;
    return this.pick([
      '\\y',
      '\\v',
      '\\e',
      '\\08',
      '{',
      '}',
      ']',
      '#a\n',
      ' ',
      '\\p{',
      '\\xg',
      '(?i-s:a)',
      '\\k<n>',
    ]);
  }

  private literal(): string {
    return this.many(1, 3, () => this.letter())
      .join('')
      .replace(/[-\\[\](){}.*+?^$|]/g, '\\$&');
  }

  private property(): string {
    return `\\${this.pick(['p', 'p', 'P'])}{${this.pick(PROPERTIES)}}`;
  }

  private reference(): string {
    if (this.groups === 0 && this.chance(0.8)) return this.literal();
    return this.chance(0.1)
      ? '\\k<n>'
      : `\\${1 + Math.floor(this.random() * Math.max(this.groups, 1) * 1.2)}`;
  }

  private group(): string {
    const choice = this.random();
    let opening = '(';
    if (choice < 0.4) this.groups++;
    else if (choice < 0.45) {
      opening = '(?<n>';
      this.groups++;
    } else if (choice < 0.65) opening = '(?:';
    else if (choice < 0.71) opening = '(?=';
    else if (choice < 0.77) opening = '(?!';
    else if (choice < 0.83) opening = '(?<=';
    else if (choice < 0.88) opening = '(?<!';
    else if (choice < 0.95) opening = '(?>';
    else opening = `(?${this.pick(FLAGS)}:`;
    return `${opening}${this.alternation()})`;
  }

  private bracket(): string {
    this.depth++;
    let inside = '';
    for (const part of this.many(1, 4, () => this.member())) inside += part;
    this.depth--;
    return `[${this.chance(0.2) ? '^' : ''}${inside}]`;
  }

  private member(): string {
    const choice = this.random();
    const letter = () => {
      const one = this.letter();
      return /[\\[\]^&-]/.test(one) ? `\\${one}` : one;
    };
    if (choice < 0.5) return letter();
    if (choice < 0.65) {
      const [from, to] = [letter(), letter()].sort();
      return `${from}-${to}`;
    }
    if (choice < 0.75) return this.pick(CLASS_ESCAPES);
    if (choice < 0.8) return this.pick(CHARACTER_ESCAPES);
    if (choice < 0.85) return this.property();
    if (choice < 0.9 && this.depth < 5) return this.bracket();
    if (choice < 0.95) return `&&${this.chance(0.5) ? this.member() : ''}`;
    return this.pick(['-', '^', '&', ']', '.', '$', '|', '(', '#', ' ', '\\b', '\\v-\\r', '\\1']);
  }

  /** A text of letters the pattern uses, and some others. */
  text(pattern: string): string {
    if (this.chance(0.05) || /Error|Request|Found|4/.test(pattern)) return this.pick(MESSAGES);
    const used = [...pattern.replace(/\\[QE]/g, '')].filter((c) => !/[\\()[\]{}*+?|^$]/.test(c));
    const letters = [
      ...used,
      ...LETTERS,
      ...(this.odd ? [this.pick(ODD_LETTERS), this.pick(ODD_LETTERS)] : []),
    ];
    return this.many(0, this.chance(0.1) ? 14 : 6, () => this.pick(letters)).join('');
  }
}
