import { describe, expect, test } from 'vitest';
import { type LensAnswer, renderAsEmulator } from './emulate';
import type { LensQuestion } from './question';

const QUESTION: Omit<LensQuestion, 'template'> = {
  body: '{"errorMessage":"NotFound: it\'s gone","list":[1,{"a":"b"}],"nothing":null}',
  params: { path: { id: '7' }, querystring: { id: '8', q: 'x' }, header: { Accept: 'text/html' } },
  context: { stage: 'prod', responseOverride: { header: {} } },
  stageVariables: { url: 'example.com' },
};

function render(template: string, question: Partial<LensQuestion> = {}): LensAnswer {
  return renderAsEmulator({ ...QUESTION, ...question, template });
}

describe('renderAsEmulator', () => {
  test.each([
    ['$input.path("$.errorMessage")', "NotFound: it's gone"],
    ["$input.path('$.list[1].a')", 'b'],
    ["$input.json('$.list')", '[1,{"a":"b"}]'],
    ["$input.params('id') $input.params('q') $input.params().header.Accept", '7 x text/html'],
    ['$context.stage $stageVariables.url', 'prod example.com'],
    ["$util.escapeJavaScript($input.path('$.errorMessage'))", "NotFound: it\\'s gone"],
    ["$util.base64Decode($util.base64Encode('é'))", 'é'],
    ["$util.urlDecode($util.urlEncode('a b+c'))", 'a b+c'],
    ['$util.parseJson(\'{"a":[1]}\').a', '[1]'],
    ["$input.path('$.errorMessage').replaceAll('[a-z]+', '_')", "N_F_: _'_ _"],
    ["#if($input.path('$.errorMessage').matches('Not'))y#{else}n#end", 'n'],
    ['#set($context.responseOverride.status = 404)$context.responseOverride.status', '404'],
    // What the library does and the service does not.
    ['#set($a = 7 / 2)$a', '3.5'],
    ["$input.path('$.errorMessage').length()", "$input.path('$.errorMessage').length()"],
    ["$input.path('$.no')", "$input.path('$.no')"],
    ["$input.path('$.nothing')", 'null'],
  ])('%s → %s', (template, output) => expect(render(template)).toEqual({ kind: 'rendered', output }));

  test.each(['#if(', '$util.parseJson("{")', "$input.path('$').errorMessage.matches('[')"])(
    '%s fails',
    (template) => expect(render(template).kind).toBe('failed'),
  );

  test.each(["$input.path('$..a')", "$input.json('$.list[*]')", "$input.path('a')"])(
    '%s is more than this reads, and said to be',
    (template) => expect(render(template).kind).toBe('unknown'),
  );

  test.each([
    '#foreach($i in [1..999999999])x#end',
    '#set($a = 1)#set($b = 99999999)#set($c = [$a..$b])x',
    '$x'.repeat(200_000),
  ])('%.40s is stopped', (template) => expect(render(template).kind).toBe('stopped'));

  test('deep nesting does not end in an exception', () => {
    const deep = render(`${'#if(true)'.repeat(3000)}x${'#end'.repeat(3000)}`);
    expect(['rendered', 'failed']).toContain(deep.kind);
  });

  test.each([
    '$input.constructor.name',
    "$input.get('constructor')",
    '$input.path.constructor("return 1")',
    "$input.__lookupGetter__('__proto__')",
    '$input.__proto__',
    "$input.path.call($input, '$')",
    "$context['__proto__']",
    '#set($context.__proto__.leak = 1)$util.leak',
    "$util.put('__proto__', $context)",
  ])('%s reaches nothing', (template) => {
    const answer = render(template);
    expect(JSON.stringify(answer)).not.toMatch(/native code|\[object|Function/);
    expect(Object.hasOwn(Object.prototype, 'leak')).toBe(false);
  });
});
