/*
 * Questions for the comparison with Java: a path and a body each, from real ones over nearly right ones to noise. The
 * same numbers from `random` give the same question.
 */

export interface PathCase {
  path: string;
  json: string;
}

/** A source of numbers from 0 up to, but not including, 1. */
export type Random = () => number;

function pick<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)] as T;
}

function repeat(random: Random, least: number, most: number, make: () => string): string[] {
  return Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, make);
}

const NAMES = ['a', 'b', 'c', 'items', 'id', 'a-b', 'x y', '1', 'length()', "it's", 'é', 'null', ''];
const COMMON = ['a', 'a', 'b', 'id'];

export function generateCase(random: Random): PathCase {
  const json = random() < 0.9 ? value(random, 0) : mutated(random, value(random, 0));
  const path = random() < 0.85 ? pathText(random) : mutated(random, pathText(random));
  return { path, json };
}

// ### Bodies

function value(random: Random, depth: number): string {
  const choice = depth === 0 && random() < 0.9 ? 0.5 + random() / 2 : random() * (depth > 3 ? 0.5 : 1);
  if (choice < 0.22) return number(random);
  if (choice < 0.4) return text(random);
  if (choice < 0.45) return pick(random, ['true', 'false', 'null', 'null']);
  if (choice < 0.5 && random() < 0.3) return pick(random, ODD_VALUES);
  if (choice < 0.72) {
    const items = repeat(random, 0, 4, () => value(random, depth + 1));
    return `[${items.join(pick(random, [',', ',', ', ', ' ,\n', ',,']))}${pick(random, ['', '', '', ','])}]`;
  }
  const members = repeat(
    random,
    0,
    4,
    () => `${key(random)}${pick(random, [':', ':', ': ', ' : '])}${value(random, depth + 1)}`,
  );
  return `{${members.join(pick(random, [',', ',', ', ', ',\n']))}${pick(random, ['', '', '', ','])}}`;
}

const ODD_VALUES = [
  'undefined',
  'NaN',
  'TRUE',
  'nul',
  '+1',
  '.5',
  '0x1',
  '1e',
  'b c',
  '-',
  '--1',
  '1 2',
  'é',
  '1é',
  '1~',
  "'q'",
  '',
];

function key(random: Random): string {
  const name = pick(random, random() < 0.7 ? COMMON : NAMES);
  return pick(random, [`"${name}"`, `"${name}"`, `"${name}"`, `'${name}'`, name, ` ${name} `]);
}

const TEXTS = [
  'x',
  'true',
  'null',
  '1',
  '2.5',
  'a/b',
  '<b>',
  'é',
  '\\u2028',
  '\\n',
  "it's",
  '\\"',
  '\\x41',
  '\\q',
  '&&',
  '\t',
  '\\t\t',
  '\u007f',
  '\u0085',
  '\\\\',
  '😀',
  '',
];

function text(random: Random): string {
  const content = repeat(random, 0, 2, () => pick(random, TEXTS)).join('');
  return random() < 0.9 ? `"${content}"` : `'${content}'`;
}

const NUMBERS = [
  '0',
  '1',
  '2',
  '-1',
  '10',
  '1.0',
  '-0',
  '-0.0',
  '01',
  '5.',
  '1e3',
  '1E-7',
  '1e400',
  '1e-400',
  '2147483647',
  '2147483648',
  '-2147483649',
  '9223372036854775807',
  '9223372036854775808',
  '123456789012345678901234567890',
  '00000000000000000001',
  '0.12345678901234567',
  '1e5e5',
  '1.5e+',
  '-.5',
  '1.7976931348623157e308',
  '12345678901234567e-10',
];

function number(random: Random): string {
  const choice = random();
  if (choice < 0.5) return pick(random, NUMBERS);
  if (choice < 0.7) return String(Math.floor(random() * 1000));
  if (choice < 0.85)
    return (random() * 10 ** Math.floor(random() * 12 - 3)).toFixed(Math.floor(random() * 8));
  return `${random() < 0.2 ? '-' : ''}${Math.floor(random() * 1e6)}${pick(random, ['', '.5', '.25'])}e${Math.floor(random() * 60 - 30)}`;
}

// ### Paths

function pathText(random: Random): string {
  const start = pick(random, ['$', '$', '$', '$', '$', '$', '$', '$', '', '@', '$.', ' $']);
  return start + repeat(random, 0, 3, () => step(random)).join('');
}

function step(random: Random): string {
  const choice = random();
  if (choice < 0.35) return `.${pick(random, random() < 0.8 ? COMMON : NAMES)}`;
  if (choice < 0.45) return `['${pick(random, NAMES)}']`;
  if (choice < 0.5)
    return `[${repeat(random, 1, 3, () => `'${pick(random, COMMON)}'`).join(pick(random, [',', ', ']))}]`;
  if (choice < 0.62) return `[${index(random)}]`;
  if (choice < 0.72) return pick(random, ['[*]', '.*', '.*', '[*]', '[*]', '[ * ]']);
  if (choice < 0.84)
    return `..${pick(random, ['*', 'a', 'b', 'id', '[0]', '[*]', "['a']", "['a','b']", `[${filter(random)}]`, ''])}`;
  if (choice < 0.97) return `[${filter(random)}]`;
  return pick(random, [
    '["a"]',
    '.length()',
    '.min()',
    '[?]',
    '[?,?]',
    '[a]',
    '$',
    '*',
    'x',
    ' ',
    '[(@.length-1)]',
    '[(@.size() - 2)]',
    '[-1]',
    '.',
    '[]',
    "['a'",
    '.@',
    '[$.a]',
  ]);
}

function index(random: Random): string {
  const n = (): string => String(Math.floor(random() * 6) - 2);
  return pick(random, [
    () => String(Math.floor(random() * 4)),
    () => String(Math.floor(random() * 4)),
    n,
    () => `${n()}:`,
    () => `:${n()}`,
    () => `${n()}:${n()}`,
    () => `${n()},${n()}`,
    () => `${n()} , ${n()},${n()}`,
    () => `${n()}:${n()}:${n()}`,
    () => ':',
    () => '::2',
    () => '9999999999',
    () => '-',
  ])();
}

function filter(random: Random): string {
  const parts = repeat(random, 1, 3, () => condition(random));
  const joined = parts.join(pick(random, [' && ', ' || ', '&&', '||', ' and ']));
  return pick(random, [
    `?(${joined})`,
    `?(${joined})`,
    `?(${joined})`,
    `? ( ${joined} )`,
    `?((${joined}))`,
    `?(!(${joined}))`,
    `?${joined}`,
  ]);
}

function condition(random: Random): string {
  const path = pick(random, [
    '@',
    '@.a',
    '@.a',
    '@.b',
    '@.id',
    "@['a']",
    '@.a.b',
    '@[0]',
    '$.a',
    '@..a',
    '@.*',
    '@.length()',
    '!@.a',
    '1',
    "'x'",
    '@.a-b',
  ]);
  if (random() < 0.25) return path;
  const operator = pick(random, [
    '==',
    '==',
    '==',
    '==',
    '!=',
    '<',
    '>',
    '>=',
    '<=',
    '=~',
    '!=',
    '<',
    '>',
    '<=',
    '>=',
    '=~',
    '=',
    '===',
    '<>',
    ' in ',
    ' nin ',
    ' size ',
    ' contains ',
    ' empty ',
  ]);
  const blank = pick(random, ['', ' ']);
  return `${path}${blank}${operator}${blank}${operand(random)}`;
}

function operand(random: Random): string {
  return pick(random, [
    '1',
    '2',
    '1',
    '1.0',
    "'x'",
    "'x'",
    "'1'",
    '"x"',
    'true',
    'false',
    'null',
    "'null'",
    '@.b',
    '$.a',
    '@.c',
    '/x.*/',
    '/X/i',
    '/(/',
    "''",
    '[1]',
    "['x']",
    'x',
    '{}',
    "'it\\'s'",
    '-1',
    '1e0',
    '',
  ]);
}

// ### Slips

const SLIPS = [
  '[',
  ']',
  '(',
  ')',
  "'",
  '"',
  '.',
  '$',
  '@',
  '*',
  '?',
  ':',
  ',',
  '{',
  '}',
  ' ',
  '\\',
  '&',
  '|',
  '=',
  '!',
  '\n',
  '0',
  '-',
  '\u001a',
  'u',
  '\u0001',
];

function mutated(random: Random, source: string): string {
  let result = source;
  for (let i = random() * 3; i > 0; i--) {
    const at = Math.floor(random() * (result.length + 1));
    const choice = random();
    if (choice < 0.4) result = result.slice(0, at) + pick(random, SLIPS) + result.slice(at);
    else if (choice < 0.8) result = result.slice(0, at) + result.slice(at + 1);
    else result = result.slice(0, at);
  }
  return result;
}
