import { describe, expect, test } from 'vitest';
import { getFromMap } from '../values/maps';
import type { JavaMap } from '../values/types';
import { compileTemplate, type Rendered, render } from './render';
import { variablesOf } from './render-template';

const BODY = '{"name":"Ann","list":[1,{"k":"v"}],"text":"{\\"code\\":7}","n":3}';

function observe(template: string, context = {}): Rendered & { context: JavaMap } {
  const result = compileTemplate(template);
  if (!result.ok) throw new Error(result.error.message);
  const variables = variablesOf({
    body: BODY,
    context,
    params: { header: { Accept: 'a/b' }, path: { id: '5' } },
    stageVariables: { v: 'x' },
  });
  return { ...render(result.compiled, variables, { observe: true }), context: variables.context };
}

/** The source of the last value printed: where, its path, and what stands there in the body. */
function source(template: string): string {
  const { pieces = [] } = observe(template);
  const piece = pieces.findLast(({ kind }) => kind === 'value');
  if (!piece?.source) return 'none';
  const { in: where, path, span, derived, mixed } = piece.source;
  const text = where === 'answer' && span ? ` ${BODY.slice(span.from, span.to)}` : '';
  return `${where} ${path}${derived ? ' derived' : ''}${mixed ? ' mixed' : ''}${text}`;
}

describe('sources of values', () => {
  test.each([
    ["$input.path('$.name')", 'answer $.name "Ann"'],
    ["$input.path('$').name", 'answer $.name "Ann"'],
    ["$input.path('$.list')[1].k", 'answer $.list[1].k "v"'],
    ["$input.path('$.list')[-1].k", 'answer $.list[1].k "v"'],
    ["$input.path('$').get('name')", 'answer $.name "Ann"'],
    ["#set($x = $input.path('$.name'))$x", 'answer $.name "Ann"'],
    ["#set($x = $input.path('$.name').toUpperCase())$x", 'answer $.name derived "Ann"'],
    ["#set($x = $input.path('$.n') + 1)$x", 'answer $.n derived 3'],
    ['#set($x = "hi $input.path(\'$.name\')!")$x', 'answer $.name derived "Ann"'],
    ["#foreach($i in $input.path('$.list'))$i,#end", 'answer $.list[1] {"k":"v"}'],
    ["#foreach($i in $input.path('$'))$i,#end", 'answer $.n 3'],
    ["#foreach($e in $input.path('$').entrySet())$e.value,#end", 'answer $.n 3'],
    ["$util.escapeJavaScript($input.path('$.name'))", 'answer $.name derived "Ann"'],
    ["$util.parseJson($input.path('$.text')).code", 'answer $.text derived "{\\"code\\":7}"'],
    ["$input.json('$.list[0]')", 'answer $.list[0] 1'],
    ['$input.body', `answer $ ${BODY}`],
    ["$input.params('Accept')", 'request header.Accept'],
    ['$input.params().path.id', 'request path.id'],
    ['$stageVariables.v', 'stageVariables v'],
    ['$context.a.b', 'context a.b'],
    ["#set($r = $input.path('$'))#set($r.name = 'Bob')$r.name", 'template '],
    [
      "#set($r = $input.path('$'))#set($v = $r.list.remove(0))$r.list[0].k",
      'answer $.list derived [1,{"k":"v"}]',
    ],
    ["#define($d)$input.path('$.name')#end$d", 'answer $.name "Ann"'],
    ['#set($x = 5)$x', 'template '],
    [`#set($x = $util.parseJson('{"a": 1}'))$x.a`, 'template '],
    ["#set($m = {'a': $input.path('$.n'), 'b': $input.path('$.name')})$m.a", 'answer $.n 3'],
    ["#set($l = [$input.path('$.n'), $input.path('$.name')])$l[0]", 'answer $.n 3'],
    ["#foreach($i in [$input.path('$.n'), 'x'])$i#end", 'template '],
    ["#set($x = $input.path('$.n') + $input.path('$.name'))$x", 'answer $.n derived mixed 3'],
    ['#set($x = "$input.path(\'$.n\') of $stageVariables.v")$x', 'answer $.n derived mixed 3'],
    ["#set($x = \"$input.path('$.n'), $input.path('$.n')\")$x", 'answer $.n derived 3'],
  ])('%s', (template, expected) => {
    const shown = template.includes('$context') ? sourceWith(template, { a: { b: 1 } }) : source(template);
    expect(shown).toBe(expected);
  });

  function sourceWith(template: string, context: object): string {
    const piece = observe(template, context).pieces?.findLast(({ kind }) => kind === 'value');
    return `${piece?.source?.in} ${piece?.source?.path}`;
  }
});

test.each([
  [
    "#set($a = $input.path('$'))#set($b = $a.list)#foreach($i in $b)$i.k#end",
    ['#set($a', '#set($b', '#foreach($i'],
  ],
  ["#set($a = $input.path('$.name'))$a.length()", ['#set($a']],
  ["#set($a = $input.path('$.name'))#set($a = $input.path('$.n'))$a", ["#set($a = $input.path('$.n"]],
  ["$input.path('$.name')", []],
])('the way of a value through %s', (template, expected) => {
  const { source } = observe(template).pieces?.findLast(({ kind }) => kind === 'value') ?? {};
  const way = source?.via?.map(({ from, to }) => template.slice(from, to)) ?? [];
  expect(way).toEqual(expected.map((start) => expect.stringMatching(start.replace(/[$().]/g, '\\$&'))));
});

test('each piece of output names the part of the template that wrote it', () => {
  const template = "a $input.path('$.n')\n#foreach($i in [1,2])[$i]#end";
  const { output = '', pieces = [] } = observe(template);
  expect(
    pieces.map((piece) => [
      output.slice(piece.output.from, piece.output.to),
      template.slice(piece.template.from, piece.template.to),
    ]),
  ).toEqual([
    ['a ', 'a '],
    ['3', "$input.path('$.n')"],
    ['\n', '\n'],
    ['[', '['],
    ['1', '$i'],
    [']', ']'],
    ['[', '['],
    ['2', '$i'],
    [']', ']'],
  ]);
});

describe('lines', () => {
  test.each<[string, string, Record<number, number>]>([
    [
      'a line ran as often as the part of it that ran most',
      '#foreach($i in [1,2,3])\n#if($i == 2)\nx\n#else\ny\n#end\n#end\nz',
      { 1: 1, 2: 3, 3: 1, 4: 2, 5: 2, 8: 1 },
    ],
    ['several parts of a line are one run of it', '{"a": "$!x", "b": "$!y"}', { 1: 1 }],
    [
      'what could have run and did not has 0',
      '#if($x == 1)\na\n#elseif(false)\nb\n#end',
      { 1: 1, 2: 0, 3: 1, 4: 0 },
    ],
    [
      'conditions after the one that held are not asked',
      '#if(true)\na\n#elseif($x)\n#else\nb\n#end',
      { 1: 1, 2: 1, 3: 0, 4: 0, 5: 0 },
    ],
    ['blank lines and comments say nothing', 'a\n\n## b\n  \nc', { 1: 1, 5: 1 }],
    ['a block runs where it is used', '#define($d)\na\n#end\n$d$d', { 1: 1, 2: 2, 4: 1 }],
    ['after an error nothing runs', "a\n$util.parseJson('{')\nb", { 1: 1, 2: 1, 3: 0 }],
  ])('%s', (_, template, expected) => {
    expect(observe(template).lineHits).toEqual(expected);
  });
});

test('assignments, branches and rounds are told in order', () => {
  const { events } = observe(
    "#set($x = [1, 'a'])#foreach($i in $x)#if($i == 1)#set($m = {})#set($m.k = 2.5)#end#end",
  );
  expect(events?.kinds).toEqual(['set', 'round', 'branch', 'set', 'set', 'round', 'branch']);
  expect(events?.numbers).toEqual([0, 0, 0, 0, 0, 1, -1]);
  expect(events?.names).toEqual(['$x', '', '', '$m', '$m.k', '', '']);
  expect(events?.texts).toEqual(['[1, a]', '', '', '{}', '2.5', '', '']);
  expect(events?.types).toEqual(['ArrayList', '', '', 'LinkedHashMap', 'Double', '', '']);
});

test('an override names the assignment that set it last', () => {
  const template =
    "#set($context.responseOverride.status = 400)#set($context.responseOverride.status = 404)$context.responseOverride.header.put('A', 'b')";
  const { assignmentOf, context } = observe(template);
  const override = getFromMap(context, 'responseOverride') as JavaMap;
  const header = getFromMap(override, 'header') as JavaMap;
  const show = (map: JavaMap, key: string) => {
    const span = assignmentOf?.(map, key);
    return span && template.slice(span.from, span.to);
  };
  expect(show(override, 'status')).toBe('#set($context.responseOverride.status = 404)');
  expect(show(header, 'A')).toBe(".put('A', 'b')");
  expect(show(header, 'B')).toBeUndefined();
});

test('what fails keeps its output and pieces', () => {
  const { output, error, pieces } = observe("ab#set($s = 'x')c$s.substring(5)d");
  expect(output).toBe('abc');
  expect(error?.kind).toBe('render');
  expect(pieces?.at(-1)?.output).toEqual({ from: 2, to: 3 });
});
