import { describe, expect, test } from 'vitest';
import { completeTemplate } from './completion';
import { explainTemplate } from './hover';
import { membersOf } from './knowledge/members';
import type { ValueType } from './knowledge/types';

/** Completes at the bar. */
function complete(text: string) {
  const offset = text.indexOf('|');
  return completeTemplate(text.replace('|', ''), offset);
}

function labels(text: string): string[] {
  return complete(text).map(({ label }) => label);
}

describe('completeTemplate', () => {
  test.each([
    ['$|', ['input', 'util', 'context', 'stageVariables']],
    ['#set($a = 1)$a|', ['input', 'util', 'context', 'stageVariables']],
    ['#set($ab = 1)$a|', ['ab', 'input', 'util', 'context', 'stageVariables']],
    [
      '#foreach($i in [1])${|}#end',
      ['i', 'input', 'util', 'context', 'stageVariables', 'foreach', 'velocityCount', 'velocityHasNext'],
    ],
    ['#foreach($i in [1])#end$!{|', ['i', 'input', 'util', 'context', 'stageVariables']],
    ['$input.|', ['path', 'json', 'body', 'params']],
    ['$input.params().|', ['path', 'querystring', 'header']],
    ['$context.responseOverride.|', ['status', 'header']],
    ['$context.identity.clientCert.validity.|', ['notBefore', 'notAfter']],
    ["#set($e = {'a': 1})#foreach($x in $e.entrySet())$x.|#end", ['key', 'value', 'getKey', 'getValue']],
    ['$stageVariables.|', []],
    ['$unknown.|', []],
    ['## $|', []],
    ['#[[ $|', []],
    ['\\#|', []],
    ['no reference|', []],
    ['$ |', []],
  ])('%s', (text, expected) => expect(labels(text)).toEqual(expected));

  test.each([
    ['$input.json("$").|', 'length', 'size'],
    ["$input.path('$.a').b[0].|", 'size', 'index'],
    ['#set($s = "x")$s.toUpperCase().|', 'length', 'size'],
    ['#set($l = [1])\n#set($m = $l)\n$m.|', 'size', 'length'],
    ['#set($n = $util.parseJson($input.body))$n.|', 'keySet', 'status'],
    ["$util.urlEncode($input.params('a')).|", 'length', 'size'],
    ['#set($a = $b)#set($b = $a)$util.|', 'parseJson', 'length'],
    ['"$util.|"', 'parseJson', 'length'],
  ])('%j offers %s and not %s', (text, offered, notOffered) => {
    expect(labels(text)).toContain(offered);
    expect(labels(text)).not.toContain(notOffered);
  });

  test('variables bound in a ring have no type', () => {
    expect(labels('#set($a = $b)#set($b = $a)$a.|')).toEqual([]);
  });

  test('inserts snippets over what was typed', () => {
    expect(complete('x #fo|').find(({ label }) => label === '#foreach')).toMatchObject({
      insert: '#foreach(\\$${1:item} in ${2:\\$list})\n$0\n#end',
      replace: { from: 2, to: 5 },
    });
    expect(complete('$input.pa|').find(({ label }) => label === 'path')).toMatchObject({
      insert: "path('\\$${1}')",
      replace: { from: 7, to: 9 },
    });
    expect(complete('#{el|').find(({ label }) => label === '#else')?.insert).toBe('#{else\\}');
  });

  test('a long line takes no time', () => {
    const started = performance.now();
    complete(`${'$a.b(($c'.repeat(20_000)}.|`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('explainTemplate', () => {
  test.each([
    ['#f|oreach($i in $l)', '#foreach'],
    ['$in|put.body', '$input'],
    ["$input.pa|th('$')", 'path(jsonPath)'],
    ["#set($x = $input.path('$'))\n$|x", "#set($x = $input.path('$'))"],
    ["$input.path('$').a.si|ze()", 'size(): Number'],
    ["$util.urlEncode($input.par|ams('a'))", 'params(name): String'],
    ['$context.identity.source|Ip', 'sourceIp: String'],
  ])('%s → %s', (text, title) =>
    expect(explainTemplate(text.replace('|', ''), text.indexOf('|'))?.title).toBe(title),
  );

  test.each(['te|xt', '$unk|nown', '$input.no|pe', '## $in|put'])('%s: nothing', (text) =>
    expect(explainTemplate(text.replace('|', ''), text.indexOf('|'))).toBeUndefined(),
  );
});

test('every member of a Java type is read from its line', () => {
  const types: ValueType[] = ['String', 'List', 'Map', 'Number', 'Boolean', 'Entry'];
  const known = new Set<string>([...types, 'json', 'unknown']);
  for (const type of types) {
    expect(membersOf(type).length).toBeGreaterThan(2);
    for (const member of membersOf(type)) {
      expect(member.name, type).not.toBe('');
      expect(known, `${type}.${member.name}`).toContain(member.type);
      expect(member.doc, `${type}.${member.name}`).not.toBe('');
    }
  }
});
