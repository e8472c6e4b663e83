import { describe, expect, test } from 'vitest';
import { renderTemplate } from './render-template';

/*
 * Attempts to get from a template to a JavaScript object, prototype or global. Each one prints what Java, without
 * classes, would: nothing, or a value of the template itself.
 */

const VARIABLES = {
  body: '{"a":"x","constructor":"c","__proto__":{"p":1},"list":[1,2]}',
  context: { stage: 'dev', identity: { sourceIp: '1.2.3.4' } },
};

const PRELUDE =
  "#set($s='abc')#set($l=[1,2])#set($m={'a':1})#set($n=5)#set($d=1.5)#set($b=true)#set($j=$input.path('$'))";

/** Template to output. */
const ATTEMPTS: [template: string, output: string][] = [
  ["$s.class.forName('java.lang.Runtime')", ''],
  ['$s.class.classLoader', ''],
  ['$s.getClass().getName()', ''],
  ["$s.class.getMethod('exec').invoke()", ''],
  ['$s.constructor', ''],
  ["$s.constructor('return globalThis')", ''],
  ["$s.constructor.constructor('return this')()", '()'],
  ['$s.__proto__', 'abc.__proto__'],
  ['$s.prototype', ''],
  ['$s.length', ''],
  ['$s.at(0)', ''],
  ['$s.toLocaleString()', ''],
  ["$s.replaceAll('a', $s.constructor)", 'bc'],
  ['$s.big()', ''],
  ['$s.__defineGetter__', 'abc.__defineGetter__'],
  ["$s.__lookupGetter__('length')", "abc.__lookupGetter__('length')"],
  ['$l.constructor', ''],
  ['$l.__proto__', '[1, 2].__proto__'],
  ['$l.length', ''],
  ['$l.items', ''],
  ['$l.push(3)$l', '[1, 2]'],
  ['$l.map($s)', ''],
  ["$l.join(',')", ''],
  ['$l.modCount', ''],
  ['$l.source', ''],
  ['$l.kind', ''],
  ["$l['constructor']", ''],
  ["$l['__proto__']", ''],
  ["$l['length']", ''],
  ['$m.constructor', ''],
  ['$m.__proto__', '{a=1}.__proto__'],
  ["$m['__proto__']", ''],
  ["$m['constructor']", ''],
  ["$m.get('constructor')", ''],
  ["$m.get('__proto__')", ''],
  ["$m.get('toString')", ''],
  ["$m.containsKey('hasOwnProperty')", 'false'],
  ['$m.entries', ''],
  ['$m.table', ''],
  ['$m.valueOf()', ''],
  ["#set($m['__proto__'] = {'x':1})$m.x|$m", '|{a=1, __proto__={x=1}}'],
  ["$m.put('__proto__', {'x':1})$m.x|$m['__proto__'].x", '|1'],
  ["#set($m.constructor = 'k')$m.constructor|$s.constructor", 'k|'],
  ['$j.constructor', 'c'],
  ["$j.get('__proto__').p", '1'],
  ['$j.list.__proto__', '[1,2].__proto__'],
  ['$j.toString.call', ''],
  ['$n.constructor', ''],
  ['$n.toFixed(2)', ''],
  ['$n.__proto__', '5.__proto__'],
  ['$d.value', ''],
  ['$d.javaType', ''],
  ['$b.constructor', ''],
  ['$b.valueOf()', ''],
  ['$util.constructor', ''],
  ["$util.constructor.constructor('return process')", ''],
  ['$util.__proto__', '.__proto__'],
  ['$util.javaType', ''],
  ['$util.host', ''],
  ["$util.get('constructor')", ''],
  ['$input.path.apply', ''],
  ['$input.path.constructor', ''],
  ['$input.constructor', ''],
  ['$input.__proto__', '.__proto__'],
  ['$input.document', ''],
  ["$input.params('__proto__')", ''],
  ["$input.params('constructor')", ''],
  ["$input.params().get('__proto__')", ''],
  ["$input.path('$.__proto__.p')", '1'],
  ["$input.path('$.list.constructor')", ''],
  ["$input.path('$.list.length')", ''],
  ["#set($context['__proto__'].polluted = 'x')$context.polluted", ''],
  ["#set($context.constructor.prototype.polluted = 'x')$s.polluted", ''],
  ["$context.put('constructor', 'x')$context.constructor", 'x'],
  ['$context.entries', ''],
  ["$stageVariables['__proto__']", ''],
  ['$stageVariables.constructor', ''],
  ['$foreach.constructor', ''],
  ['#foreach($i in $l)$foreach.owner$foreach.storage$foreach.scope#end', ''],
  ['#foreach($i in $s.constructor)x#{end}y', 'y'],
  ['#foreach($i in $m.entrySet())$i.constructor$i.javaType#end', ''],
  ['$globalThis|$window|$process|$self|$this|$undefined', '|||||'],
  ['#set($constructor = 1)$constructor', '1'],
  ['#set($toString = 1)$toString$hasOwnProperty', '1'],
  ['#define($block)x#end$block.render()$block.name', ''],
  ["#set($f = $l.iterator())$f.next.constructor('return 1')", ''],
  ["$s.split('').constructor", ''],
  ["$s.split('').length", ''],
  ['$s.charAt(0).value$s.charAt(0).constructor', ''],
  ["$s.format('%s', $util)", ''],
  [
    '$util.parseJson(\'{"__proto__":{"y":2}}\').y|$util.parseJson(\'{"__proto__":{"y":2}}\')',
    '|{__proto__={y=2}}',
  ],
];

/** A name after a dot starts with a letter, so these are no templates at all. */
const REFUSED = [
  "#set($m.__proto__ = {'x':1})",
  "#set($context.__proto__.polluted = 'x')",
  '#if($s.__proto__)x#end',
];

describe('nothing leads out of a template', () => {
  test.each(REFUSED)('%s is refused', (template) => {
    const result = renderTemplate(template, VARIABLES);
    expect(!result.ok && result.error.kind).toBe('parse');
  });

  test('there are enough attempts', () => {
    expect(ATTEMPTS.length).toBeGreaterThanOrEqual(60);
  });

  test.each(ATTEMPTS)('%s', (template, output) => {
    const result = renderTemplate(PRELUDE + template, VARIABLES);
    expect(result.ok ? result.output : result.error).toBe(output);
  });

  test('no attempt has changed a prototype', () => {
    for (const [template] of ATTEMPTS) renderTemplate(PRELUDE + template, VARIABLES);
    const own = [{}, [], '', 0, new Map(), () => {}].flatMap((value) => {
      const names: string[] = [];
      for (const name in value as object) names.push(name);
      return names;
    });
    expect(own).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'an override named %s is a member like any other',
    (name) => {
      const result = renderTemplate(`#set($context.responseOverride.header['${name}'] = 'x')`, {});
      const header = result.ok ? (result.responseOverride as { header: object }).header : {};
      expect(Object.getOwnPropertyDescriptor(header, name)?.value).toBe('x');
      expect(Object.getPrototypeOf(header)).toBe(Object.prototype);
    },
  );

  test.each(['__proto__', 'constructor'])('a stage variable named %s is read', (name) => {
    const stageVariables = JSON.parse(`{"${name}":"x"}`);
    const result = renderTemplate(`$stageVariables['${name}']`, { stageVariables });
    expect(result.ok && result.output).toBe('x');
  });
});
