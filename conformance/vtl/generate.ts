import type { VtlQuestion } from './compare';

/*
 * Templates for the comparison with Java: real ones, nearly right ones and noise, with every method and the corners
 * of the lexer. The same numbers from `random` give the same question.
 */

/** A source of numbers from 0 up to, but not including, 1. */
export type Random = () => number;

function pick<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)] as T;
}

function repeat(random: Random, least: number, most: number, make: () => string): string[] {
  return Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, make);
}

const BODY = JSON.stringify({
  s: 'Hello, World',
  e: '',
  n: 3,
  big: 12345678901,
  huge: 0.2,
  f: 2.5,
  neg: -7,
  t: true,
  z: null,
  u: 'Grüße €/ß',
  q: 'it\'s "x" / y',
  list: [1, 2, 3],
  items: [
    { id: 1, tag: 'a' },
    { id: 2, tag: 'b', n: null },
  ],
  obj: { k: 'v', m: { x: 1, list: ['a/b'] } },
  nested: '{"code":404,"m":"x"}',
  dec: 0.1,
})
  .replace('0.1', '1.12345678901234567890')
  .replace('0.2', '123456789012345678901');

const PRELUDE =
  "#set($s='a,b;c')#set($l=[1,'x',2.5,true])#set($m={'a':1,'b':'two',3:[1]})#set($i=7)#set($d=2.5)" +
  "#set($g=9223372036854775808)#set($w=3000000000)#set($j=$input.path('$'))#set($c=$s.charAt(0))#set($arr=$s.split(','))";

const NAMES = ['s', 'l', 'm', 'i', 'd', 'g', 'w', 'j', 'c', 'arr', 'nope', 'x', 'y', 'b'];

export function generateCase(random: Random): VtlQuestion {
  const kind = random();
  const question: VtlQuestion = { template: '', body: BODY };
  if (random() < 0.2)
    question.context = { a: 'A', stage: 'dev', identity: { sourceIp: '1.2.3.4', user: null } };
  if (random() < 0.1) question.stageVariables = { v: 'SV' };
  if (random() < 0.1)
    question.params = { path: { p: 'P1' }, querystring: { q: 'Q1' }, header: { 'X-H': 'H1' } };
  if (kind < 0.25) question.template = noise(random);
  else if (kind < 0.5) question.template = PRELUDE + items(random, 0);
  else if (kind < 0.75)
    question.template = `${PRELUDE}[${methodCall(random)}]${random() < 0.5 ? `[${methodCall(random)}]` : ''}$l $m`;
  else if (kind < 0.9)
    question.template = `${PRELUDE}#set($r=${expression(random, 0)})[$r]#if(${expression(random, 0)})T#{else}F#end`;
  else question.template = mutated(random, PRELUDE + items(random, 0));
  return question;
}

/** Simpler templates: with a stretch left out. */
export function* shrink(question: VtlQuestion): Generator<VtlQuestion> {
  const { template } = question;
  for (let length = Math.ceil(template.length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let at = 0; at + length <= template.length; at += Math.max(1, Math.floor(length / 2))) {
      yield { ...question, template: template.slice(0, at) + template.slice(at + length) };
    }
  }
}

// ### Noise

const FRAGMENTS = [
  '$',
  '$!',
  '#',
  '##',
  '#*',
  '*#',
  '#**',
  '#[[',
  ']]#',
  '\\',
  '\\\\',
  'a',
  'b1',
  'x-y',
  '_q',
  '.',
  '..',
  '.a',
  '(',
  ')',
  '()',
  '[',
  ']',
  '[0]',
  '{',
  '}',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '"',
  "'",
  '#set($x=1)',
  '#set(',
  '#set (',
  '#{set}(',
  ' #set($x=2)',
  '#if(',
  '#if(true)',
  '#else',
  '#end',
  '#{end}',
  '#elseif(',
  '#elseif(true)',
  'true',
  'false',
  'and',
  'or',
  'not',
  '1',
  '12',
  '-',
  '-1',
  '1.',
  '1e3',
  '+',
  '*',
  '/',
  '%',
  '&&',
  '||',
  '<=',
  '<',
  '==',
  '=',
  '!=',
  '!',
  ',',
  ':',
  'é',
  '@',
  '#foo',
  '#foo(',
  '#@b',
  '#@b(',
  '$x',
  '$x.y',
  '$x.y(',
  '${',
  '$!{',
  '${x}',
  '$!{x}',
  '$x.y()',
  '?',
  ';',
  '"s"',
  "'t'",
  '"$x"',
  '#foreach($i in [1,2])',
  '#foreach(',
  '$i',
  '#define($d)',
  '$d',
  '#macro(m)',
  '#m',
  '#stop',
  '#break',
  '#literal()',
  '$foreach',
  '.index',
  '#parse(',
  '#include(',
  '\\$x',
  '\\#if',
  '\\#set(',
  '\\\\#if',
  '[1,2]',
  '{"a":1}',
  '[1..3]',
  '\\u0041',
  '"#if(true)x#end"',
  '"##"',
  '"$x #"',
  '$x[0]',
  '$x["a"]',
  'in',
  '"a""b"',
  "'c''d'",
  '=1)',
  '=$x)',
  'null',
] as const;

function noise(random: Random): string {
  const start = random() < 0.4 ? '#set($x={"y":[1,2]})' : '';
  return start + repeat(random, 1, 9, () => pick(random, FRAGMENTS)).join('');
}

function mutated(random: Random, text: string): string {
  let result = text;
  for (let count = 1 + Math.floor(random() * 2); count > 0; count--) {
    const at = Math.floor(random() * result.length);
    const choice = random();
    if (choice < 0.4) result = result.slice(0, at) + result.slice(at + 1 + Math.floor(random() * 3));
    else result = result.slice(0, at) + pick(random, FRAGMENTS) + result.slice(at);
  }
  return result;
}

// ### Templates

function items(random: Random, depth: number): string {
  return repeat(random, 1, depth > 2 ? 2 : 4, () => item(random, depth)).join('');
}

function item(random: Random, depth: number): string {
  const blank = () => pick(random, ['', '', '', ' ', '\n', ' \n', '  ', '\r\n', '\t']);
  const end = pick(random, ['#end', '#end', '#{end}']) + blank();
  const choice = random();
  if (choice < 0.2)
    return pick(random, [
      'text',
      '\n',
      '  ',
      ' $ ',
      '{',
      '}',
      '\\',
      '##c\n',
      '#*c*#',
      '#[[ $x ]]#',
      '"',
      ',',
      '#1',
      '$1',
      '#fff;',
      '\\$x',
      '\\\\$i',
      '\\#if',
      '\\#foo',
      '#foo($x)',
      '$5.00',
      '$a{x}',
      '50%',
    ]);
  if (choice < 0.45) return reference(random, depth, true);
  if (choice < 0.6)
    return `${blank()}#set(${pick(random, ['', ' '])}${target(random)}${pick(random, ['=', ' = '])}${expression(random, 0)})${blank()}`;
  if (depth > 3) return 'z';
  if (choice < 0.75) {
    const other =
      random() < 0.3 ? `#elseif(${expression(random, 1)})${blank()}${items(random, depth + 1)}` : '';
    const last =
      random() < 0.5 ? `${pick(random, ['#else', '#{else}'])}${blank()}${items(random, depth + 1)}` : '';
    return `#if${pick(random, ['', ' '])}(${expression(random, 0)})${blank()}${items(random, depth + 1)}${other}${last}${end}`;
  }
  if (choice < 0.9) {
    const extra = random() < 0.15 ? `#if($foreach.count > 1)#break#end` : '';
    const loop =
      random() < 0.3
        ? `$foreach.${pick(random, ['index', 'count', 'hasNext', 'first', 'last', 'parent.index', 'topmost.count', 'x'])}`
        : '';
    return `#foreach($${pick(random, ['x', 'y', 'i', 'e'])} in ${iterable(random)})${blank()}${items(random, depth + 1)}${loop}${extra}${end}`;
  }
  if (choice < 0.96)
    return `#define($${pick(random, ['b', 'x'])})${blank()}${items(random, depth + 1)}${end}`;
  return pick(random, [
    '#stop',
    '#break',
    '#macro(m $a)q#end',
    '#literal()$x#if(1)#end#end',
    '#m(1)',
    '#evaluate("$x")',
    "#parse('a')",
    '#include("b")',
  ]);
}

function iterable(random: Random): string {
  return pick(random, [
    '[1..3]',
    '[3..1]',
    '$l',
    '$m',
    '$j.items',
    '$j.list',
    '$m.keySet()',
    '$m.entrySet()',
    '$m.values()',
    '$arr',
    '$s',
    '5',
    "'ab'",
    '[]',
    '[[1,2],[3]]',
    '{"p":1}',
    '$nope',
    '$l.iterator()',
    '$l.subList(1,3)',
    '$j.obj',
    '$i',
    '[$i..9]',
    'true',
    '[$s..2]',
    '$j.items[0]',
    '$context.keySet()',
  ]);
}

function target(random: Random): string {
  return pick(random, [
    '$x',
    '$y',
    '$x',
    '$i',
    '$m.k',
    '$m["k"]',
    '$m[$i]',
    '$l[0]',
    '$l[-1]',
    '$l[9]',
    '$j.s',
    '$j.obj.k',
    '${x}',
    '$!x',
    '$nope.a',
    '$context.responseOverride.status',
    "$context.responseOverride.header['X-A']",
    '$context.q',
    '$m.a.b',
    '$x.y',
    '$s.z',
    '$arr[0]',
    '$x.y()',
    '$b',
    '$foreach.x',
  ]);
}

function expression(random: Random, depth: number): string {
  const choice = random();
  if (depth > 3 || choice < 0.45) return parameter(random, depth);
  const blank = pick(random, ['', ' ', ' ']);
  if (choice < 0.8) {
    const operator = pick(random, [
      '+',
      '-',
      '*',
      '/',
      '%',
      '==',
      '!=',
      '<',
      '<=',
      '>',
      '>=',
      '&&',
      '||',
      'and',
      'or',
      'eq',
      'ne',
      'lt',
      'ge',
      '+',
      '==',
    ]);
    const around = /[a-z-]/.test(operator) ? ' ' : blank;
    return `${expression(random, depth + 1)}${around}${operator}${around}${expression(random, depth + 1)}`;
  }
  if (choice < 0.88) return `${pick(random, ['!', 'not '])}${expression(random, depth + 1)}`;
  return `(${blank}${expression(random, depth + 1)}${blank})`;
}

const NUMBERS = [
  '0',
  '1',
  '2',
  '-3',
  '7',
  '10',
  '255',
  '2147483647',
  '-2147483648',
  '2147483648',
  '9223372036854775807',
  '-9223372036854775808',
  '9223372036854775808',
  '-1',
  '0.0',
  '1.5',
  '-2.5',
  '1e3',
  '.5',
  '5.',
  '1e-5',
  '123456789.125',
  '1e30',
  '0.1',
];

const TEXTS = [
  "''",
  "'a'",
  "'b'",
  "','",
  "'abc'",
  "'A'",
  "'1'",
  "'true'",
  "'it''s'",
  '"x"',
  '"$s"',
  '"${i}0"',
  '"a""b"',
  '"#if($i > 3)y#end"',
  '"\\u0041"',
  "'$x'",
  "'[a-c]'",
  "'é'",
  "'%s-%s'",
  "'.'",
  "'k'",
  "'a b/c'",
  '"$"',
  '"#"',
  '"[1, x, 2.5, true]"',
  "'x,y'",
  "'12'",
  "'-7'",
  "'ff'",
  "'2.50'",
  "'SGk='",
  "'%41+'",
  '\'{"a":[1,{"b":null}]}\'',
];

function parameter(random: Random, depth: number): string {
  const choice = random();
  if (choice < 0.25) return pick(random, NUMBERS);
  if (choice < 0.5) return pick(random, TEXTS);
  if (choice < 0.56) return pick(random, ['true', 'false']);
  if (choice < 0.85 || depth > 2) return reference(random, depth, false);
  if (choice < 0.93)
    return `[${repeat(random, 0, 3, () => parameter(random, depth + 1)).join(pick(random, [',', ', ', ' ,']))}]`;
  if (choice < 0.96)
    return pick(random, ['[1..3]', '[2..$i]', '[$x..3]', '[ 0 .. -2 ]', '[1..1]', '[$d..4]']);
  return `{${repeat(random, 0, 2, () => `${parameter(random, depth + 1)}:${parameter(random, depth + 1)}`).join(',')}}`;
}

function reference(random: Random, depth: number, printed: boolean): string {
  const name = pick(random, NAMES);
  const choice = random();
  let parts = '';
  if (choice < 0.15) {
    const path = pick(random, [
      '$',
      '$.s',
      '$.n',
      '$.items',
      '$.items[0]',
      '$.items[*].id',
      '$.obj',
      '$.z',
      '$.nope',
      '$.f',
      '$.u',
      '$.q',
      '$.dec',
      '$.huge',
      '$.list',
      '$..id',
      '$.obj.m',
    ]);
    return `$input.${pick(random, ['path', 'path', 'json'])}('${path}')${part(random, depth)}`;
  }
  if (choice < 0.2)
    return pick(random, [
      '$input.body.length()',
      '$context.a',
      '$context.identity.sourceIp',
      '$context.identity',
      '$stageVariables.v',
      "$input.params('q')",
      '$input.params().path.p',
      "$input.params('zz')",
      '$context.responseOverride.header',
      '$foreach.index',
      '$velocityCount',
      '$velocityHasNext',
      '$input',
      '$util',
      '$foreach',
    ]);
  for (let count = Math.floor(random() * 3); count > 0; count--) parts += part(random, depth);
  if (!printed) return `$${name}${parts}`;
  return pick(random, [
    `$${name}${parts}`,
    `$${name}${parts}`,
    `$!${name}${parts}`,
    `\${${name}${parts}}`,
    `$!{${name}${parts}}`,
  ]);
}

function part(random: Random, depth: number): string {
  const choice = random();
  if (choice < 0.35)
    return pick(random, [
      '.a',
      '.b',
      '.k',
      '.s',
      '.items',
      '.obj',
      '.size',
      '.empty',
      '.length',
      '.key',
      '.value',
      '.m',
      '.x',
      '.list',
      '.bytes.size()',
      '.Empty',
      '.blank',
      '.nested',
    ]);
  if (choice < 0.6)
    return `[${pick(random, ['0', '1', '-1', '9', "'a'", "'k'", '$i', '"b"', '$nope', 'true', '3'])}]`;
  return depth > 2 ? '.size()' : `.${anyMethod(random, depth + 1)}`;
}

// ### Methods

const STRING_METHODS = [
  'length()',
  'isEmpty()',
  'charAt(#)',
  'substring(#)',
  'substring(#,#)',
  'indexOf(@)',
  'indexOf(@,#)',
  'indexOf(#)',
  'lastIndexOf(@)',
  'lastIndexOf(@,#)',
  'contains(@)',
  'startsWith(@)',
  'startsWith(@,#)',
  'endsWith(@)',
  'equals(@)',
  'equalsIgnoreCase(@)',
  'compareTo(@)',
  'compareToIgnoreCase(@)',
  'concat(@)',
  'replace(@,@)',
  'replaceAll(@,@)',
  'replaceFirst(@,@)',
  'matches(@)',
  'split(@).size()',
  'split(@,#).size()',
  'toUpperCase()',
  'toLowerCase()',
  'trim()',
  'toString()',
  'hashCode()',
  'intern()',
  'codePointAt(#)',
  'contentEquals(@)',
  'regionMatches(#,@,#,#)',
  'regionMatches(true,#,@,#,#)',
  'subSequence(#,#)',
  'valueOf(@)',
  'format(@,@)',
  "format('%5s|%-4s|%05d|%x',@,@,#,#)",
  "format('%.2f|%e|%,d',2.345,1.5,#)",
  "format('%s %<s %2$s %n%%',@,@)",
  "join(',',$arr)",
  'join(@,$l)',
  "join('-','a','b')",
  'strip()',
  'repeat(2)',
  'isBlank()',
  'codePointCount(#,#)',
  'toCharArray().size()',
  'getBytes().size()',
  'offsetByCodePoints(#,#)',
  'stripLeading()',
  'stripTrailing()',
  'copyValueOf($s.toCharArray())',
  'codePointBefore(#)',
];
const LIST_METHODS = [
  'size()',
  'isEmpty()',
  'get(#)',
  'contains(@)',
  'indexOf(@)',
  'lastIndexOf(@)',
  'add(@)',
  'add(#,@)',
  'addAll($l)',
  'addAll(#,[1,2])',
  'set(#,@)',
  'remove(#)',
  'remove(@)',
  'clear()',
  'subList(#,#)',
  'containsAll([1])',
  'removeAll([1,2.5])',
  'retainAll([1])',
  'equals($l)',
  'hashCode()',
  'toString()',
  'iterator().next()',
  'toArray().size()',
  'subList(0,2).add(5)',
  'subList(1,2).set(0,9)',
  'clone()',
  'subList(0,2).hashCode()',
  'subList(0,1).clear()',
  'toArray()[0]',
];
const MAP_METHODS = [
  'size()',
  'isEmpty()',
  'get(@)',
  'get(#)',
  'put(@,@)',
  'putAll($m)',
  'containsKey(@)',
  'containsValue(@)',
  'remove(@)',
  'keySet()',
  'values()',
  'entrySet()',
  'clear()',
  'equals($m)',
  'hashCode()',
  'toString()',
  'getOrDefault(@,@)',
  'putIfAbsent(@,@)',
  'keySet().contains(@)',
  'keySet().remove(@)',
  'values().contains(@)',
  'entrySet().iterator().next().key',
  'replace(@,@)',
  'keySet().size()',
  'values().size()',
  'keySet().hashCode()',
  'entrySet().hashCode()',
  'remove(@,@)',
  'replace(@,@,@)',
  'keySet().toArray().size()',
  'keySet().equals($m.keySet())',
  'entrySet().equals($m.entrySet())',
  'keySet().retainAll(["a"])',
  'values().removeAll([1])',
  'clone()',
];
const NUMBER_METHODS = [
  'toString()',
  'intValue()',
  'longValue()',
  'doubleValue()',
  'floatValue()',
  'byteValue()',
  'shortValue()',
  'equals(@)',
  'compareTo(#)',
  'compareTo(@)',
  'hashCode()',
  "parseInt('12')",
  'parseInt(@)',
  "parseInt('ff',16)",
  "valueOf('7')",
  'valueOf(@)',
  'valueOf(#)',
  'toHexString(#)',
  'toBinaryString(#)',
  'toOctalString(#)',
  'max(#,#)',
  'min(#,#)',
  'sum(#,#)',
  'compare(#,#)',
  'toString(#,2)',
  'signum(#)',
  'isNaN()',
  'parseDouble(@)',
  'parseLong(@)',
  'MAX_VALUE',
  'isInfinite()',
  'add($g)',
  'pow(2)',
  'mod($g)',
  'negate()',
  'decode(@)',
  'bitCount(#)',
  'toPlainString()',
  'scale()',
  'abs()',
];
const OTHER_METHODS = [
  'booleanValue()',
  'charValue()',
  'isDigit($c)',
  'isLetter($c)',
  'toUpperCase($c)',
  'parseBoolean(@)',
  'logicalAnd(true,false)',
  'next()',
  'hasNext()',
  'foo()',
  'foo(@)',
  'getClass().foo',
  'length(@)',
  'toString(@)',
  'equals()',
  'getKey()',
  'setValue(@)',
  'substring(@)',
  'get()',
  'notify()',
];
const UTIL_METHODS = [
  'escapeJavaScript(@)',
  'urlEncode(@)',
  'urlDecode(@)',
  'base64Encode(@)',
  'base64Decode(@)',
  'parseJson(@)',
  'parseJson($j.nested).code',
  'escapeJavaScript($l)',
  'escapeJavaScript(#)',
  'parseJson(@).a',
];

const BY_RECEIVER: [receiver: string, methods: readonly string[]][] = [
  ['$s', STRING_METHODS],
  ['$s', STRING_METHODS],
  ['$j.u', STRING_METHODS],
  ['$l', LIST_METHODS],
  ['$j.list', LIST_METHODS],
  ['$j.items', LIST_METHODS],
  ['$arr', LIST_METHODS.filter((name) => !/hashCode|equals|clone/.test(name))],
  ['$m', MAP_METHODS],
  ['$j.obj', MAP_METHODS],
  ['$context', MAP_METHODS],
  ['$i', NUMBER_METHODS],
  ['$d', NUMBER_METHODS],
  ['$w', NUMBER_METHODS],
  ['$g', NUMBER_METHODS],
  ['$j.dec', NUMBER_METHODS],
  ['$c', OTHER_METHODS],
  ['$j.t', OTHER_METHODS],
  ['$util', UTIL_METHODS],
];

// Hash codes of what has no content are addresses.
const ALL_METHODS = [
  ...STRING_METHODS,
  ...LIST_METHODS,
  ...MAP_METHODS,
  ...NUMBER_METHODS,
  ...OTHER_METHODS,
].filter((name) => name !== 'hashCode()');

function methodCall(random: Random): string {
  const [receiver, methods] = pick(random, BY_RECEIVER);
  const name = random() < 0.9 ? pick(random, methods) : pick(random, ALL_METHODS);
  return `${receiver}.${filled(random, name, 1)}`;
}

function anyMethod(random: Random, depth: number): string {
  return filled(random, pick(random, ALL_METHODS), depth);
}

/** `#` stands for a number, `@` for anything, mostly a text. */
function filled(random: Random, method: string, depth: number): string {
  return method.replace(/[#@]/g, (hole) => {
    if (random() < 0.1) return parameter(random, depth);
    if (hole === '#') return pick(random, ['0', '1', '2', '3', '-1', '5', '12', '98', '255', '$i']);
    return random() < 0.75 ? pick(random, TEXTS) : parameter(random, depth);
  });
}
