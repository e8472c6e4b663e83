import { describe, expect, test } from 'vitest';
import { renderTemplate } from './render-template';

/** Renders and gives the output, or the kind of error. */
function out(template: string): string {
  const result = renderTemplate(template, {});
  return result.ok ? result.output : result.error.message.replace(/:.*/, '');
}

describe('String.format, as java.util.Formatter', () => {
  test.each([
    ["'%s|%S|%5s|%-5s|%.2s', 'a', 'b', 'c', 'd', 'efg'", 'a|B|    c|d    |ef'],
    ["'%d|%5d|%-5d|%05d|%+d|%,d|%(d', 1, 2, 3, -4, 5, 1234567, -8", '1|    2|3    |-0004|+5|1,234,567|(8)'],
    ["'%x|%X|%o|%#x|%08x', 255, 255, 8, 255, 255", 'ff|FF|10|0xff|000000ff'],
    ["'%x|%o', -1, -1", 'ffffffff|37777777777'],
    [
      "'%f|%.1f|%8.2f|%,.2f|%.0f', 1.5, 2.25, 3.14159, 1234567.891, 2.5",
      '1.500000|2.3|    3.14|1,234,567.89|3',
    ],
    ["'%e|%.2E', 12345.678, 0.00012", '1.234568e+04|1.20E-04'],
    ["'%g|%g|%.3g', 12345.678, 0.00001, 123.0", '12345.7|1.00000e-05|123'],
    ["'%b|%b|%B', true, 'x', false", 'true|true|FALSE'],
    ["'%c|%c', 97, 66", 'a|B'],
    ["'%2$s %1$s %<s', 'a', 'b'", 'b a a'],
    ["'%%|%5%|%n.'", '%|    %|\n.'],
    ["'%d', 'x'", 'IllegalFormatConversionException'],
    ["'%s %s', 'x'", 'MissingFormatArgumentException'],
    ["'%d', 1.5", 'IllegalFormatConversionException'],
    ["'%y', 1", 'UnknownFormatConversionException'],
    ["'%-d', 1", 'MissingFormatWidthException'],
    ["'%.2d', 1", 'IllegalFormatPrecisionException'],
  ])('%s', (args, expected) => {
    expect(out(`#set($s='')$s.format(${args})`)).toBe(expected);
  });
});

describe('$util', () => {
  test.each([
    ["$util.escapeJavaScript('it''s \"x\" / \\ é')", 'it\\\'s \\"x\\" \\/ \\\\ \\u00E9'],
    ["$util.urlEncode('a b&c=é~*-._')", 'a+b%26c%3D%C3%A9%7E*-._'],
    ["$util.urlDecode('a+b%26%C3%A9')", 'a b&é'],
    ["$util.urlDecode('%zz')", 'IllegalArgumentException'],
    ["$util.urlDecode('%4')", 'IllegalArgumentException'],
    ["$util.base64Encode('hé')", 'aMOp'],
    ["$util.base64Decode('aMOp')", 'hé'],
    ["$util.base64Decode('*')", 'IllegalArgumentException'],
    ['$util.parseJson(\'{"a":[1,"x/y"]}\')', '{a=[1,"x\\/y"]}'],
  ])('%s', (template, expected) => {
    expect(out(template)).toBe(expected);
  });
});

describe('which method a call means', () => {
  test.each([
    ["#set($l=['a','b'])$l.remove(0)$l", 'a[b]'],
    ["#set($l=['a','b'])$l.remove('b')$l", 'true[a]'],
    ["#set($s='abc')$s.substring('1')|$s.foo()|$s.contains(5)", '||'],
    ["#set($s='abc')$s.length(1)", 'IllegalArgumentException'],
    ["#set($s='abcb')$s.indexOf('b')$s.indexOf(99)", '12'],
    ['#set($n=5)$n.compareTo(7)', '-1'],
    ["#set($n=5)$n.compareTo('7')", 'ClassCastException'],
    ["#set($s='x')$s.valueOf(5)$s.valueOf(1.5)$s.valueOf(true)", '51.5true'],
    ["#set($s='x')$s.join('-','a','b')|$s.join('-',['c','d'])", 'a-b|c-d'],
    ["#set($n=5)$n.equals(5.0)$n.equals('5')$n.equals(5)", 'falsefalsetrue'],
  ])('%s', (template, expected) => {
    expect(out(template)).toBe(expected);
  });
});
