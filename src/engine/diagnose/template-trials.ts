import type { Scenario } from '../scenario';

/* Templates that trigger each diagnostic of a template's output, with their near misses. */

interface Trial {
  id: string;
  template: string;
  answer: string;
  /** Further circumstances. */
  given?: Partial<Scenario>;
  /** What the problem points at. */
  at?: string;
  severity?: string;
  /** The template after the first fix. */
  fixed?: string;
  /** A template that is nearly the same and has no such problem; by default the same with another answer. */
  near: { template?: string; answer?: string; given?: Partial<Scenario> };
}

const REQUEST = { request: { httpMethod: 'POST', body: '{"order":7}' } };
export const TRIALS: Trial[] = [
  {
    id: 'json-inside-quotes',
    template: `{"name": "$input.json('$.name')"}`,
    answer: '{"name":"Ann"}',
    at: `$input.json('$.name')`,
    severity: 'error',
    fixed: `{"name": $input.json('$.name')}`,
    near: { answer: '{"name":5}' },
  },
  {
    id: 'path-without-escape',
    template: `{"m": "$input.path('$.errorMessage')"}`,
    answer: '{"errorMessage":"a \\"b\\""}',
    at: `$input.path('$.errorMessage')`,
    severity: 'error',
    fixed: `{"m": $input.json('$.errorMessage')}`,
    near: { template: `{"m": $input.json('$.errorMessage')}` },
  },
  {
    id: 'path-without-escape',
    template: `#set($e = $input.path('$'))\n{"m": "Error: $e.errorMessage"}`,
    answer: '{"errorMessage":"two\\nlines"}',
    at: '$e.errorMessage',
    severity: 'error',
    fixed:
      `#set($e = $input.path('$'))\n{"m": "Error: ` +
      `$util.escapeJavaScript($e.errorMessage).replaceAll("\\\\'","'")"}`,
    near: { answer: '{"errorMessage":"one line"}' },
  },
  {
    id: 'path-without-escape',
    template: `{"m": "$input.path('$.name')"}`,
    answer: '{"name":"Ann"}',
    severity: 'hint',
    fixed: `{"m": $input.json('$.name')}`,
    near: { answer: '{"name":5}' },
  },
  {
    id: 'escape-single-quote',
    template: `{"m": "$util.escapeJavaScript($input.path('$.m'))"}`,
    answer: `{"m":"it's"}`,
    severity: 'error',
    fixed: `{"m": "$util.escapeJavaScript($input.path('$.m')).replaceAll("\\\\'","'")"}`,
    near: { template: `{"m": "$util.escapeJavaScript($input.path('$.m')).replaceAll("\\\\'","'")"}` },
  },
  {
    id: 'escape-single-quote',
    template: `#set($m = $util.escapeJavaScript($input.path('$.m')))\n{"m": "$m"}`,
    answer: '{"m":"its"}',
    at: `$util.escapeJavaScript($input.path('$.m'))`,
    severity: 'warning',
    fixed: `#set($m = $util.escapeJavaScript($input.path('$.m')).replaceAll("\\\\'","'"))\n{"m": "$m"}`,
    near: {
      template: `#set($m = $util.escapeJavaScript($input.path('$.m')))\n{"m": "$m.replaceAll("\\\\'","'")"}`,
    },
  },
  {
    id: 'map-printed-java-style',
    template: `{"user": $input.path('$.user')}`,
    answer: '{"user":{"name":"Ann"}}',
    at: `$input.path('$.user')`,
    severity: 'warning',
    fixed: `{"user": $input.json('$.user')}`,
    near: { answer: '{"user":[{"name":"Ann"}]}' },
  },
  {
    id: 'missing-path-renders-empty',
    template: `{"id": $input.path('$.id'), "a": 1}`,
    answer: '{}',
    at: `$input.path('$.id')`,
    fixed: `{"id": #if($input.path('$.id') == "")null#{else}$input.path('$.id')#end, "a": 1}`,
    near: { template: `{"id": "$input.path('$.id')", "a": 1}` },
  },
  {
    id: 'unresolved-reference',
    template: `#set($items = $input.path('$.items'))\n{"n": "$itmes.size()"}`,
    answer: '{"items":[1]}',
    at: '$itmes.size()',
    fixed: `#set($items = $input.path('$.items'))\n{"n": "$items.size()"}`,
    near: { template: `#set($items = $input.path('$.items'))\n{"n": "$items.size()"}` },
  },
  {
    id: 'unresolved-reference',
    template: `#set($o = $input.path('$'))\n{"m": "$o.mesage"}`,
    answer: '{"message":"x"}',
    at: '.mesage',
    fixed: `#set($o = $input.path('$'))\n{"m": "$o.message"}`,
    near: { answer: '{"total":"x"}' },
  },
  {
    id: 'unresolved-reference',
    template: `{"m": "$input.path('$.errormessage')"}`,
    answer: '{"errorMessage":"x"}',
    fixed: `{"m": "$input.path('$.errorMessage')"}`,
    near: { answer: '{"other":"x"}' },
  },
  {
    id: 'unresolved-reference',
    template: `{"n": $input.path('$.s').length}`,
    answer: '{"s":"abc"}',
    at: 'length',
    fixed: `{"n": $input.path('$.s').length()}`,
    near: { template: `{"n": $input.path('$.s').length()}` },
  },
  {
    id: 'unresolved-reference',
    template: `{"n": "$input.path('$.s').substring('1')"}`,
    answer: '{"s":"abc"}',
    near: { template: `{"n": "$input.path('$.s').substring(1)"}` },
  },
  {
    id: 'output-not-json',
    template: '{\n  "a": 1\n  "b": 2\n}',
    answer: '{}',
    at: '"',
    severity: 'error',
    near: { template: '{\n  "a": 1,\n  "b": 2\n}' },
  },
  {
    id: 'trailing-comma-in-loop',
    template: `[#foreach($i in $input.path('$')) $i,\n#end]`,
    answer: '[1,2]',
    at: ',',
    severity: 'error',
    fixed: `[#foreach($i in $input.path('$')) $i#if($foreach.hasNext),#end\n#end]`,
    near: { template: `[#foreach($i in $input.path('$')) $i,#end 0]` },
  },
  {
    id: 'trailing-comma-in-loop',
    template: `[#foreach($i in $input.path('$')) $i,#end]`,
    answer: '[]',
    severity: 'warning',
    near: { template: `[#foreach($i in $input.path('$')) $i#if($foreach.hasNext),#end#end]` },
  },
  {
    id: 'loop-variable-missing',
    template: `[#foreach($i in [1,2])$i#if($foreach.hasnext),#end#end]`,
    answer: '{}',
    at: 'hasnext',
    fixed: `[#foreach($i in [1,2])$i#if($foreach.hasNext),#end#end]`,
    near: { template: `[#foreach($i in [1,2])$i#if($velocityHasNext),#end#end]` },
  },
  {
    id: 'loop-variable-missing',
    template: `#foreach($i in [1,2])#end{"n": "$velocityCount"}`,
    answer: '{}',
    at: '$velocityCount',
    near: { template: `{"n": [#foreach($i in [1])$velocityCount#end]}` },
  },
  {
    id: 'path-on-text-message',
    template: `{"code": "$input.path('$.errorMessage.code')"}`,
    answer: '{"errorMessage":"{\\"code\\":5}"}',
    severity: 'error',
    fixed: `#set($error = $util.parseJson($input.path('$.errorMessage')))\n` + '{"code": "$error.code"}',
    near: { answer: '{"errorMessage":{"code":5}}' },
  },
  {
    id: 'input-body-is-the-lambda-value',
    template: `{"order": "$input.path('$.order')"}`,
    answer: '{"ok":true}',
    given: REQUEST,
    near: { answer: '{"order":8}', given: REQUEST },
  },
  {
    id: 'stage-variables-missing',
    template: '{"t": "$stageVariables.tabel"}',
    answer: '{}',
    given: { stageVariables: { table: 'a' } },
    fixed: '{"t": "$stageVariables.table"}',
    near: { template: '{"t": "$stageVariables.table"}', given: { stageVariables: { table: 'a' } } },
  },
  {
    id: 'context-name-unknown',
    template: '{"ip": "$context.identity.sourceIP"}',
    answer: '{}',
    at: 'sourceIP',
    fixed: '{"ip": "$context.identity.sourceIp"}',
    near: { template: '{"key": "$context.identity.apiKey", "who": "$context.authorizer.claims.sub"}' },
  },
  {
    id: 'util-method-unknown',
    template: `{"a": "$util.parseJSON('{}')"}`,
    answer: '{}',
    at: 'parseJSON',
    fixed: `{"a": "$util.parseJson('{}')"}`,
    near: { template: `{"a": "$util.urlEncode('x')"}` },
  },
  {
    id: 'util-method-unknown',
    template: `{"a": "$util.toJson($ctx.result)"}`,
    answer: '{}',
    near: { template: `#set($ctx = {'result': 1})\n{"a": "$ctx.result"}` },
  },
  {
    id: 'java-method-unsupported-here',
    template: `#set($x = $input.path('$.s').chars())\n{"a": 1}`,
    answer: '{"s":"abc"}',
    severity: 'info',
    near: { template: `#set($x = $input.path('$.s').isEmpty())\n{"a": 1}` },
  },
  {
    id: 'if-empty-and-null',
    template: `{"a": #if($input.path('$.a'))1#{else}2#end}`,
    answer: '{"a":""}',
    at: `$input.path('$.a')`,
    fixed: `{"a": #if($input.path('$.a') && $input.path('$.a') != "")1#{else}2#end}`,
    near: { answer: '{"a":"x"}' },
  },
  {
    id: 'if-empty-and-null',
    template: `#set($l = $input.path('$.l'))\n{"a": #if(!\${l})1#{else}2#end}`,
    answer: '{"l":[]}',
    fixed: `#set($l = $input.path('$.l'))\n{"a": #if($l.size() == 0)1#{else}2#end}`,
    near: { answer: '{"l":false}' },
  },
  {
    id: 'if-empty-and-null',
    template: `#set($r = $input.path('$'))\n{"a": #if($r.ok && !$r.name)1#{else}2#end}`,
    answer: '{"ok":true,"name":""}',
    at: '!$r.name',
    fixed: `#set($r = $input.path('$'))\n{"a": #if($r.ok && (!$r.name || $r.name == ""))1#{else}2#end}`,
    near: {
      template: `#set($r = $input.path('$'))\n{"a": #if($r.ok && $r.name && $r.name != "")1#{else}2#end}`,
    },
  },
  {
    id: 'equality-types',
    template: `#set($n = $input.path('$.n'))\n{"a": #if($n > 3)1#{else}2#end}`,
    answer: '{"n":"5"}',
    at: '$n > 3',
    near: { answer: '{"n":5}' },
  },
  {
    id: 'equality-types',
    template: `{"a": #if($input.path('$.n') > "3")1#{else}2#end}`,
    answer: '{"n":5}',
    fixed: `{"a": #if($input.path('$.n') > 3)1#{else}2#end}`,
    near: { template: `{"a": #if($input.path('$.n') == "3")1#{else}2#end}` },
  },
  {
    id: 'set-null-keeps-old',
    template: `#set($a = 1)#set($a = $input.path('$.n') * 2)\n{"a": $a}`,
    answer: '{"n":"x"}',
    at: `#set($a = $input.path('$.n') * 2)\n`,
    near: { answer: '{"n":4}' },
  },
  {
    id: 'number-precision',
    template: `{"price": $input.path('$.price')}`,
    answer: '{"price": 10.00}',
    near: { answer: '{"price": 10.5}' },
  },
  {
    id: 'number-precision',
    template: `$input.json('$')`,
    answer: '{"a": "10.00", "b": 1e2}',
    near: { answer: '{"a": "10.00", "b": 12345678901234567890}' },
  },
  {
    id: 'comment-hash-eats-text',
    template: '{\n"color": "##fff",\n"a": 1 }',
    answer: '{}',
    at: '##fff",',
    fixed: '{\n"color": "#[[##]]#fff",\n"a": 1 }',
    near: { template: '{\n"color": "fff", ## the "colour"\n"a": 1 }' },
  },
  {
    id: 'dollar-literal',
    template: '{"m": "costs $total"}',
    answer: '{}',
    at: '$total',
    fixed: '{"m": "costs #[[$total]]#"}',
    near: { template: '{"m": "costs $5"}' },
  },
  {
    id: 'quotes-in-directive-argument',
    template: `#set($key = 'a')\n{"m": "$input.path('$.$key')"}`,
    answer: '{"a":1}',
    at: `'$.$key'`,
    severity: 'error',
    fixed: `#set($key = 'a')\n{"m": "$input.path("$.$key")"}`,
    near: { template: `#set($key = 'a')\n{"m": "$input.path('$.key')$key"}` },
  },
  {
    id: 'jsonpath-key-needs-brackets',
    template: `{"v": "$input.path('$.a.app.version.b')"}`,
    answer: '{"a":{"app.version":{"b":1}}}',
    fixed: `{"v": "$input.path("$.a['app.version'].b")"}`,
    near: { answer: '{"a":{"app":{}}}' },
  },
  {
    id: 'jsonpath-filter-returns-list',
    template: `{"id": $input.path('$..id')}`,
    answer: '{"a":{"id":7}}',
    fixed: `{"id": $input.path('$..id')[0]}`,
    near: { answer: '{"id":1,"a":{"id":7}}' },
  },
  {
    id: 'template-error-gives-500',
    template: '#if(true)',
    answer: '{}',
    severity: 'error',
    near: { template: '#if(true)#end' },
  },
  {
    id: 'loop-limit',
    template: '#foreach($i in [1..1001])#end',
    answer: '{}',
    near: { template: '#foreach($i in [1..1000])#end' },
  },
  {
    id: 'template-too-large',
    template: '#**#'.repeat(80_000),
    answer: '{}',
    near: { template: '#**#'.repeat(10) },
  },
];
