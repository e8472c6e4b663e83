import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldTemplate } from './folding';
import { scanTemplate } from './scan';
import { templateVariables } from './variables';

function found(text: string): string[] {
  return scanTemplate(text).map((token) => `${token.kind} ${text.slice(token.from, token.to)}`);
}

describe('scanTemplate', () => {
  test.each([
    ['$a ${b} $!{c}', ['reference $a', 'reference ${b', 'reference $!{c']],
    ['#if($a)x#end', ['directive #if', 'reference $a', 'directive #end']],
    ['#{else}x#elsewhere', ['directive #{else}', 'directive #elsewhere']],
    ['## #if $a\n#end', ['comment ## #if $a', 'directive #end']],
    ['#* #if\n*#$a', ['comment #* #if\n*#', 'reference $a']],
    ['#* open', ['comment #* open']],
    ['#[[ #if ]]#$a', ['textBlock #[[ #if ]]#', 'reference $a']],
    ["#set($x = '#if') #end", ['directive #set', 'reference $x', 'directive #end']],
    ['$a.b("#end").c $d', ['reference $a', 'reference $d']],
    ['$a.get($b.c(1))#end', ['reference $a', 'reference $b', 'directive #end']],
    ['\\$a \\\\$b \\#if', ['reference $b']],
    ['#if($a.x("', ['directive #if', 'reference $a']],
  ])('%j', (text, expected) => expect(found(text)).toEqual(expected));

  test('reads any text, and in order', () => {
    const piece = fc.constantFrom(
      '#if(',
      '$a',
      '"',
      "'",
      ')',
      '(',
      '#end',
      '\n',
      '\\',
      '#[[',
      '#*',
      '*#',
      '.b(',
      '${',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { from, to } of scanTemplate(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = from;
        }
      }),
    );
  });

  test.each(['#if(', '$a.b("', '#*', '#[[', '\\', '$a.b.c[', '"'])(
    'a long run of %j takes no time',
    (piece) => {
      const started = performance.now();
      scanTemplate(piece.repeat(50_000));
      expect(performance.now() - started).toBeLessThan(1000);
    },
  );
});

describe('foldTemplate', () => {
  test.each([
    ['#if($a)\nx\n#end', ['1-2']],
    ['#if($a)x#end', []],
    ['#if($a)\nx\n#else\ny\n#end', ['1-2', '3-4']],
    ['#foreach($i in $l)\n#if($i)\nx\n#end\n#end\n', ['1-4', '2-3']],
    ['#*\na\n*#\n## #if\n', ['1-3 comment']],
    ['#[[\n#if\n]]#', ['1-3']],
    ["#set($a = '#if')\nx\n#end", []],
    ['#if($a)\nx', []],
    ['#end\n#end\nx', []],
    ['\\#if\nx\n#end', []],
  ])('%j', (text, expected) =>
    expect(
      foldTemplate(text).map(({ from, to, kind }) => `${from}-${to}${kind === 'comment' ? ' comment' : ''}`),
    ).toEqual(expected),
  );
});

describe('templateVariables', () => {
  test.each([
    ['#set($a = 1)\n#set($a = 2)', ['set $a: #set($a = 1)']],
    ['#foreach( $i in [1..3] )x#end', ['foreach $i: #foreach( $i in [1..3] )']],
    ['#define($d)\nx#end', ['define $d: #define($d)']],
    ['#set($a.b = 1)#set($c[0] = 1)', []],
    ['## #set($a = 1)', []],
    ['#if($a)#end', []],
    ['#set() $a', []],
  ])('%j', (text, expected) =>
    expect(
      templateVariables(text).map(({ name, boundBy, binding }) => `${boundBy} $${name}: ${binding}`),
    ).toEqual(expected),
  );
});
