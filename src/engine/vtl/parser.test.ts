import { describe, expect, test } from 'vitest';
import { parseTemplate } from './parser';
import { TemplateFailure } from './template-error';
import type { Call, Foreach, If, Reference, Set as SetDirective } from './tree';

function itemsOf(text: string): string[] {
  return parseTemplate(text).items.map(
    ({ type, from, to }) => `${type} ${JSON.stringify(text.slice(from, to))}`,
  );
}

function failureOf(text: string): TemplateFailure['error'] {
  try {
    parseTemplate(text);
  } catch (failure) {
    if (failure instanceof TemplateFailure) return failure.error;
    throw failure;
  }
  throw new Error(`${text} parses`);
}

describe('items', () => {
  test.each([
    ['a$b.c d', ['text "a"', 'reference "$b.c"', 'text " d"']],
    ['a\n#set($x = 1) \nb', ['text "a\\n"', 'set "#set($x = 1) \\n"', 'text "b"']],
    ['$a #set($x=1), b', ['reference "$a"', 'set " #set($x=1)"', 'text ", b"']],
    // After a reference the lexer is still looking for more of it: b is a name, which prints itself.
    ['$a #set($x=1)b', ['reference "$a"', 'set " #set($x=1)"', 'reference "b"']],
    ['a ## b\nc', ['text "a "', 'comment "## b\\n"', 'text "c"']],
    ['a #* b *# c', ['text "a "', 'comment "#* b *#"', 'text " c"']],
    ['a #* b', ['text "a "', 'comment "#* b"']],
    ['#if(true) \nx#end\ny', ['if "#if(true) \\nx#end\\n"', 'text "y"']],
    ['$ x', ['text "$ x"']],
    ['#[[$a]]#b', ['text "#[[$a]]#"', 'text "b"']],
    ['#foo($a)b', ['text "#foo($a)"', 'text "b"']],
    ['\\\\\\$a', ['reference "\\\\\\\\\\\\$a"']],
  ])('%j', (text, expected) => {
    expect(itemsOf(text)).toEqual(expected);
  });
});

describe('spans', () => {
  const show = (text: string, { from, to }: { from: number; to: number }) => text.slice(from, to);

  test('of the parts of a reference', () => {
    const text = 'x ${a.bc[0].d("q", 1)}';
    const reference = parseTemplate(text).items[1] as Reference;
    expect(show(text, reference.rootSpan)).toBe('a');
    expect(reference.parts.map((part) => show(text, part))).toEqual(['.bc', '[0]', '.d("q", 1)']);
    const call = reference.parts[2] as Call;
    expect(show(text, call.nameSpan)).toBe('d');
    expect(call.arguments.map((argument) => show(text, argument))).toEqual(['"q"', '1']);
  });

  test('of an assignment', () => {
    const text = '#set($x = ($a + 1) * 2)';
    const { target, value } = parseTemplate(text).items[0] as SetDirective;
    expect(show(text, target)).toBe('$x');
    expect(show(text, value)).toBe('($a + 1) * 2');
  });

  test('of blocks', () => {
    const text = '#if($a) \nb#elseif($c)d#{else}\ne#end\n#foreach($i in [1..2])f#end';
    const [choice, loop] = parseTemplate(text).items as [If, Foreach];
    expect(choice.branches.map(({ head }) => show(text, head))).toEqual(['#if($a) \n', '#elseif($c)']);
    expect(choice.branches.map(({ body }) => show(text, body))).toEqual(['b', 'd']);
    expect(choice.otherwise && show(text, choice.otherwise.head)).toBe('#{else}\n');
    expect(show(text, choice.end)).toBe('#end\n');
    expect(show(text, loop.body)).toBe('f');
  });

  test('inside strings count in the whole template, past escapes and doubled quotes', () => {
    const text = '#set($x = "a""b\\u0041 $c.d")';
    const { value } = parseTemplate(text).items[0] as SetDirective;
    if (value.type !== 'string' || !value.template) throw new Error('no template in the string');
    const reference = value.template.items.find(({ type }) => type === 'reference');
    expect(reference && show(text, reference)).toBe('$c.d');
  });
});

describe('errors', () => {
  test.each([
    ['#if(true)x', 'parse', 1, 10, 'Add #end.'],
    ['x\n#end', 'parse', 2, 1, 'Remove it'],
    ['#else', 'parse', 1, 1, 'between #if'],
    ['#if(1 = 2)x#end', 'parse', 1, 7, '=='],
    ['#set($x = null)', 'parse', 1, 11, 'never set'],
    ['#if($a == abc)x#end', 'parse', 1, 11, "'abc'"],
    ['#set($x = $a -1)', 'parse', 1, 14, '$a - 1'],
    ['#set($x = -$a)', 'parse', 1, 11, '0 - $a'],
    ['$a.b(1+2)', 'parse', 1, 7, '#set first'],
    ["#set($a='abc)", 'parse', 1, 14, 'doubled'],
    ['#set($a="a\\"b")', 'parse', 1, 13, ''],
    ['Hello $', 'parse', 1, 8, 'after it'],
    ['#[[ x', 'parse', 1, 6, ']]#'],
    ['#set($x="#if(")', 'parse', 1, 9, ''],
    ['#foreach(i in [1])x#end', 'parse', 1, 9, '#foreach($item in $list)'],
    ['#define()x#end', 'render', -1, -1, '#define($name)'],
    ['#foreach', 'render', -1, -1, '#end'],
    ['#set($x="\\uzz")', 'render', -1, -1, 'single quotes'],
  ])('%s', (text, kind, line, column, hint) => {
    const error = failureOf(text);
    expect({ kind: error.kind, line: error.line, column: error.column }).toEqual({ kind, line, column });
    expect(error.hint).toContain(hint);
    expect(error.span).toBeDefined();
  });

  test('the span of an error in a string lies inside the string', () => {
    const text = '#set($x = "abc #if(true)")';
    const { span } = failureOf(text);
    expect(span && span.from > text.indexOf('"') && span.to <= text.lastIndexOf('"') + 1).toBe(true);
  });
});
