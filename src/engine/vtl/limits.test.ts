import { expect, test } from 'vitest';
import { renderTemplate } from './render-template';

/** Templates that would run, grow or nest without end. */
const HOSTILE: Record<string, string> = {
  'a range of two thousand million': '#foreach($i in [1..2000000000])x#end',
  'ranges in ranges':
    '#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])x#end#end#end',
  'loops that print nothing':
    '#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])#set($x=1)#end#end#end',
  'parentheses in parentheses': `#set($x=${'('.repeat(100_000)}1${')'.repeat(100_000)})`,
  'negation upon negation': `#if(${'!'.repeat(100_000)}true)x#end`,
  'lists in lists': `#set($x=${'['.repeat(100_000)}${']'.repeat(100_000)})`,
  'maps in maps': `#set($x=${'{1:'.repeat(50_000)}1${'}'.repeat(50_000)})`,
  'calls in calls': `#set($x=${'$a.b('.repeat(50_000)}1${')'.repeat(50_000)})`,
  'indexes in indexes': `${'$a['.repeat(50_000)}1${']'.repeat(50_000)}`,
  'lists that might be ranges': `#set($x=${'[$a.b('.repeat(60)}1${')]'.repeat(60)})`,
  'blocks in blocks': `${'#if(true)'.repeat(50_000)}x${'#end'.repeat(50_000)}`,
  'a sum without end': `#set($x=1${' + 1'.repeat(100_000)})`,
  'a text that doubles': "#set($s='ab')#foreach($i in [1..60])#set($s=$s+$s)#end$s",
  'a text that doubles in quotes': '#set($s="ab")#foreach($i in [1..60])#set($s="$s$s")#end$s',
  'a text repeated': "#set($s='x')$s.repeat(2000000000)",
  'a list that doubles': '#set($l=[1,2])#foreach($i in [1..60])#set($x=$l.addAll($l))#end$l.size()',
  'a list in itself':
    '#set($l=[1])#set($x=$l.add($l.subList(0,1)))#foreach($i in [1..50])#set($x=$l.add([$l,$l,$l]))#end$l',
  'a block in itself': '#define($d)$d$d$d#end$d#define($e)"$e$e"#set($y="$e$e")$e#end$e$y',
  'blocks that call one another': `#foreach($i in [1..30])#end${Array.from({ length: 60 }, (_, i) => `#define($d${i})$d${i + 1}$d${i + 1}#end`).join('')}$d0`,
  'a pattern that backtracks': `#set($s='${'a'.repeat(40)}')$s.replaceAll('(a+)+b','')`,
  'such a pattern in a loop': `#set($s='${'a'.repeat(40)}')#foreach($i in [1..1000])$s.matches('(a+)+b')#end`,
  'a replacement that grows':
    "#set($s='aaaaaaaaaa')#foreach($i in [1..30])#set($s=$s.replaceAll('a','$0$0$0$0'))#end",
  'a replacement of nothing':
    "#set($s='aaaaaaaaaa')#foreach($i in [1..30])#set($s=$s.replace('','xxxxxxxxxx'))#end",
  'a wide format': "#set($s='')$s.format('%999999999d',1)",
  'a precise format': "#set($s='')$s.format('%.999999999f',1.5)",
  'a wide format too wide for Java': "#set($s='')$s.format('%99999999999d',1)",
  'a number that grows': '#set($x=9223372036854775808)#foreach($i in [1..60])#set($x=$x*$x)#end$x',
  'a power': '#set($x=9223372036854775808)$x.pow(2000000000)',
  'a decimal with a huge exponent':
    "#set($x=$util.parseJson('1.123456789012345678E999999999'))#set($y=$x+1)$y $x.toPlainString()",
  'a decimal with a tiny exponent':
    "#set($x=$util.parseJson('1.123456789012345678E-999999999'))#set($y=$x+1)$y",
  'such a decimal as an index':
    "#set($x=$util.parseJson('1.123456789012345678E999999999'))$x.intValue() $x.longValue() #foreach($i in [1..$x])x#end",
  'deep JSON': `$util.parseJson('${'['.repeat(100_000)}')`,
  'an output without end': "#set($s='0123456789')#set($s=$s.repeat(100000))#foreach($i in [1..1000])$s#end",
  'a long path': `$input.path('$${'.a'.repeat(20_000)}')`,
  'a long chain': `$a${'.b'.repeat(100_000)}`,
  'escapes without end': '\\'.repeat(100_000),
  'dollars without end': '$'.repeat(50_000),
  'hashes without end': `${'#'.repeat(50_001)}x`,
};

test.each(Object.entries(HOSTILE))('%s ends in time', (_name, template) => {
  const start = performance.now();
  const result = renderTemplate(template, { body: '{}' });
  expect(performance.now() - start).toBeLessThan(4000);
  if (!result.ok) {
    expect(['limit', 'parse', 'render']).toContain(result.error.kind);
    expect(result.error.hint).not.toBe('');
  }
});

test.each([
  ['#foreach($i in [1..2000000000])x#end', 1, 15],
  [`x\n#set($x=${'('.repeat(1000)}1${')'.repeat(1000)})`, 2, undefined],
  ["\n  $x.y#set($s='x')$s.repeat(2000000000)", 2, undefined],
])('a limit names the place: %s', (template, line, from) => {
  const result = renderTemplate(template, {});
  if (result.ok) throw new Error('no limit struck');
  expect(result.error.kind).toBe('limit');
  expect(result.error.line).toBe(line);
  if (from !== undefined) expect(result.error.span?.from).toBe(from);
});

test('a loop does a thousand rounds and no more', () => {
  const result = renderTemplate('#foreach($i in [1..3000])#set($n=$i)#end$n', {});
  expect(result.ok && result.output).toBe('1000');
});
