import { expect, test } from 'vitest';
import { Lexer, LexicalError } from './lexer';
import { lexicalPosition, positionAt } from './position';
import { T } from './tokens';

const NAMES = new Map<number, string>(Object.entries(T).map(([name, kind]) => [kind, name]));

/** Kinds and images as the token manager of Velocity 1.7 gives them, or the position of its error. */
function tokens(text: string): string {
  const lexer = new Lexer(text);
  const found: string[] = [];
  try {
    for (let token = lexer.next(); token.kind !== T.EOF; token = lexer.next()) {
      found.push(`${NAMES.get(token.kind)}:${text.slice(token.from, token.to)}`);
    }
  } catch (error) {
    if (!(error instanceof LexicalError)) throw error;
    const { line, column } = lexicalPosition(text, error.offset);
    found.push(`error ${line}:${column}`);
  }
  return found.join(' ');
}

test.each([
  ['abc', 'TEXT:abc'],
  ['$x', 'IDENTIFIER:$x'],
  ['$!x', 'IDENTIFIER:$!x'],
  ['\\\\$x', 'IDENTIFIER:\\\\$x'],
  ['#$x', 'IDENTIFIER:#$x'],
  ['$x.y', 'IDENTIFIER:$x DOT:. IDENTIFIER:y'],
  ['$x.', 'IDENTIFIER:$x TEXT:.'],
  ['$x._y', 'IDENTIFIER:$x TEXT:._y'],
  ['$a-b', 'IDENTIFIER:$a-b'],
  ['${x}', 'LCURLY:${ IDENTIFIER:x RCURLY:}'],
  ['$a{x}', 'IDENTIFIER:$a LCURLY:{ IDENTIFIER:x RCURLY:}'],
  ['$[', 'EMPTY_INDEX:$['],
  ['$.a', 'EMPTY_INDEX:$. TEXT:a'],
  ['$![', 'EMPTY_INDEX:$!['],
  ['$x[0]', 'IDENTIFIER:$x INDEX_LBRACKET:[ INTEGER_LITERAL:0 INDEX_RBRACKET:]'],
  [
    '$x.y(1..2)',
    'IDENTIFIER:$x DOT:. IDENTIFIER:y LPAREN:( INTEGER_LITERAL:1 DOUBLEDOT:.. INTEGER_LITERAL:2 REFMOD2_RPAREN:)',
  ],
  ['$x #set($y=1)', 'IDENTIFIER:$x SET_DIRECTIVE: #set( IDENTIFIER:$y EQUALS:= INTEGER_LITERAL:1 RPAREN:)'],
  [
    'a #set($y=-1) \nb',
    'TEXT:a  SET_DIRECTIVE:#set( IDENTIFIER:$y EQUALS:= INTEGER_LITERAL:-1 RPAREN:) \n TEXT:b',
  ],
  ['$ #set($y=1)', 'SET_DIRECTIVE:$ #set( IDENTIFIER:$y EQUALS:= INTEGER_LITERAL:1 RPAREN:)'],
  [
    '#if(true && $x)a#end \nb',
    'IF_DIRECTIVE:#if LPAREN:( TRUE:true WHITESPACE:  LOGICAL_AND:&& WHITESPACE:  IDENTIFIER:$x RPAREN:) TEXT:a END:#end \n TEXT:b',
  ],
  ['#{else}x', 'ELSE_DIRECTIVE:#{else} TEXT:x'],
  ['#ifx', 'WORD:#ifx'],
  ['#end@', 'WORD:#end@'],
  ['#foo-bar', 'WORD:#foo TEXT:-bar'],
  ['#{foo}', 'BRACKETED_WORD:#{foo}'],
  ['#1', 'INTEGER_LITERAL:#1'],
  ['\\#if', 'ESCAPE_DIRECTIVE:\\#if'],
  ['\\\\#if', 'DOUBLE_ESCAPE:\\\\ IF_DIRECTIVE:#if'],
  ['\\x', 'ESCAPE:\\ TEXT:x'],
  ['a##b\nc', 'TEXT:a SINGLE_LINE_COMMENT_START:## SINGLE_LINE_COMMENT:\n TEXT:c'],
  ['#*a*#b', 'MULTI_LINE_COMMENT:*# TEXT:b'],
  ['#**a*#b', 'FORMAL_COMMENT:*# TEXT:b'],
  ['#*a#*#b*#c', 'MULTI_LINE_COMMENT:*# TEXT:c'],
  ['#[[$x]]#', 'TEXTBLOCK:#[[$x]]#'],
  ['##a#', 'SINGLE_LINE_COMMENT_START:## error 1:5'],
  ['$', 'error 1:2'],
  ['a\n#', 'TEXT:a\n error 2:2'],
  ['#[[ x', 'error 1:6'],
  ["#if('a", 'IF_DIRECTIVE:#if LPAREN:( error 1:7'],
  ["#if('a''b')", "IF_DIRECTIVE:#if LPAREN:( STRING_LITERAL:'a''b' RPAREN:)"],
  ["#if(''')", "IF_DIRECTIVE:#if LPAREN:( STRING_LITERAL:'' error 1:9"],
  ['#if(a.b)', 'IF_DIRECTIVE:#if LPAREN:( WORD:a error 1:7'],
  ['#if(&x)', 'IF_DIRECTIVE:#if LPAREN:( error 1:6'],
  [
    '#if(1.5e3 -.5 1e)',
    'IF_DIRECTIVE:#if LPAREN:( FLOATING_POINT_LITERAL:1.5e3 WHITESPACE:  FLOATING_POINT_LITERAL:-.5 WHITESPACE:  INTEGER_LITERAL:1 WORD:e RPAREN:)',
  ],
])('%j', (text, expected) => {
  expect(tokens(text)).toBe(expected);
});

test.each([
  ['ab', 1, { line: 1, column: 2 }],
  ['a\nb', 1, { line: 1, column: 2 }],
  ['a\nb', 2, { line: 2, column: 1 }],
  ['a\r\nb', 2, { line: 1, column: 3 }],
  ['a\r\nb', 3, { line: 2, column: 1 }],
  ['a\rb', 2, { line: 2, column: 1 }],
  ['\tb', 0, { line: 1, column: 8 }],
  ['\tb', 1, { line: 1, column: 9 }],
  ['abc\tb', 4, { line: 1, column: 9 }],
])('the unit of %j at %i', (text, offset, expected) => {
  expect(positionAt(text, offset)).toEqual(expected);
});
