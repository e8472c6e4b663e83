import { describe, expect, test } from 'vitest';
import { tokensOf } from '../testing/tokens-of';
import { VTL_GRAMMAR } from './grammar';

const DOLLAR = '$ → delimiter.reference';
const OPEN = '( → delimiter.parenthesis';
const CLOSE = ') → delimiter.parenthesis';

function tokens(text: string): string[] {
  return tokensOf(VTL_GRAMMAR, text).flat();
}

describe('references', () => {
  test.each([
    ['$a', [DOLLAR, 'a → variable']],
    ['$!a', ['$! → delimiter.reference', 'a → variable']],
    ['$a-b', [DOLLAR, 'a-b → variable']],
    ['$input', [DOLLAR, 'input → variable.predefined']],
    ['$inputs', [DOLLAR, 'inputs → variable']],
    [
      '$foreach.index',
      [DOLLAR, 'foreach → variable.predefined', '. → delimiter', 'index → variable.property'],
    ],
    ['$a.b', [DOLLAR, 'a → variable', '. → delimiter', 'b → variable.property']],
    ['$a.', [DOLLAR, 'a → variable']],
    ['$a._b', [DOLLAR, 'a → variable']],
    ['${a}.b', ['${ → delimiter.reference', 'a → variable', '} → delimiter.reference']],
    [
      '$!{a.b}',
      [
        '$!{ → delimiter.reference',
        'a → variable',
        '. → delimiter',
        'b → variable.property',
        '} → delimiter.reference',
      ],
    ],
    [
      "$a.get('x')[0].y",
      [
        DOLLAR,
        'a → variable',
        '. → delimiter',
        'get → function',
        OPEN,
        "'x' → string",
        CLOSE,
        '[ → delimiter.square',
        '0 → number',
        '] → delimiter.square',
        '. → delimiter',
        'y → variable.property',
      ],
    ],
    ['$ x', []],
    ['$.x', []],
  ])('%s', (text, expected) => expect(tokens(text)).toEqual(expected));

  test('end with their line', () => {
    expect(tokens('$a\n.b [c')).toEqual([DOLLAR, 'a → variable', '[ → delimiter.square']);
  });
});

describe('directives', () => {
  test.each([
    ['#end', ['#end → keyword']],
    ['#{else}', ['#{else} → keyword']],
    ['#endless', []],
    ['#END', []],
    ['#foo', []],
    ['#else if', ['#else → keyword']],
    [
      '#set( $a = -1.5 )',
      ['#set → keyword', OPEN, DOLLAR, 'a → variable', '= → operator', '-1.5 → number', CLOSE],
    ],
    [
      '#foreach ($i in [1..3])',
      [
        '#foreach → keyword',
        OPEN,
        DOLLAR,
        'i → variable',
        'in → keyword',
        '[ → delimiter.square',
        '1 → number',
        '.. → operator',
        '3 → number',
        '] → delimiter.square',
        CLOSE,
      ],
    ],
    [
      '#if(!$a.isEmpty() && true)',
      [
        '#if → keyword',
        OPEN,
        '! → operator',
        DOLLAR,
        'a → variable',
        '. → delimiter',
        'isEmpty → function',
        '() → delimiter.parenthesis',
        '&& → operator',
        'true → keyword.json',
        CLOSE,
      ],
    ],
    // There is no null in Velocity.
    ['#if(null)', ['#if → keyword', OPEN, 'null → invalid', CLOSE]],
    ['#if(\n$a\n)x', ['#if → keyword', OPEN, DOLLAR, 'a → variable', CLOSE]],
  ])('%j', (text, expected) => expect(tokens(text)).toEqual(expected));
});

describe('strings in directives', () => {
  test.each([
    ["'it''s $a'", ["'it → string", "'' → string.escape", "s $a' → string"]],
    ['"a""b"', ['"a → string', '"" → string.escape', 'b" → string']],
    ['"x $a.b(1)"', ['"x  → string', '$a.b → variable', '(1)" → string']],
    ['"${a}\\u00e9"', ['" → string', '${a} → variable', '\\u00e9 → string.escape', '" → string']],
    // A backslash does not keep the quote from ending the string.
    ['"a\\"', ['"a\\" → string']],
    ["'a\nb'", ["'a → string", "b' → string"]],
  ])('%j', (text, expected) =>
    expect(tokens(`#set(${text})`)).toEqual(['#set → keyword', OPEN, ...expected, CLOSE]),
  );
});

describe('comments, text blocks, escapes', () => {
  test.each([
    ['a ## $b #if\n$c', ['## $b #if → comment', DOLLAR, 'c → variable']],
    ['#* $a\n#if *#$b', ['#* $a → comment', '#if *# → comment', DOLLAR, 'b → variable']],
    ['#[[$a ]] #if]]#$b', ['#[[ → tag', '$a ]] #if → string.raw', ']]# → tag', DOLLAR, 'b → variable']],
    ['\\$a', ['\\$a → string.escape']],
    ['\\${a}', ['\\${a} → string.escape']],
    ['\\\\$a', ['\\\\ → string.escape', DOLLAR, 'a → variable']],
    ['\\\\\\$a', ['\\\\\\$a → string.escape']],
    ['\\$1', ['1 → number']],
    ['\\#if', ['\\#if → string.escape']],
    ['\\#foo', []],
    ['\\##x', ['##x → comment']],
  ])('%j', (text, expected) => expect(tokens(text)).toEqual(expected));
});

describe('text around', () => {
  test.each([
    [
      '{"a": "$b", "c": [-1.5e3, true]}',
      [
        '{ → delimiter.curly',
        '"a" → string.key',
        ': → delimiter',
        '" → string',
        DOLLAR,
        'b → variable',
        '" → string',
        ', → delimiter',
        '"c" → string.key',
        ': → delimiter',
        '[ → delimiter.square',
        '-1.5e3 → number',
        ', → delimiter',
        'true → keyword.json',
        '] → delimiter.square',
        '} → delimiter.curly',
      ],
    ],
    ['"a\\"b"', ['"a → string', '\\" → string.escape', 'b" → string']],
    ["a1 it's", []],
    [
      '"#if($a)x#end"',
      [
        '" → string',
        '#if → keyword',
        OPEN,
        DOLLAR,
        'a → variable',
        CLOSE,
        'x → string',
        '#end → keyword',
        '" → string',
      ],
    ],
    // A string left open ends with its line.
    ['say "x\n"y"', ['"x → string', '"y" → string']],
  ])('%j', (text, expected) => expect(tokens(text)).toEqual(expected));
});

// Monaco colours lines of up to 20,000 characters, in the page's own thread.
test.each(['#if(', '\\', '"\\', '$a.b(', '"', "'", '{', '$a', '#'])(
  'a long line of %j takes no time',
  (piece) => {
    const started = performance.now();
    for (const before of ['', '"', '#set(', '#set("']) {
      expect(tokens((before + piece.repeat(20_000)).slice(0, 20_000))).toBeDefined();
    }
    expect(performance.now() - started).toBeLessThan(4000);
  },
);
