import { describe, expect, test } from 'vitest';
import { newDocument } from './changes';
import { evaluateDocument } from './evaluate-document';

function readings(rules: string, message: string): [string, string][] {
  const answer = JSON.stringify({ errorMessage: message });
  const { patterns = [] } = evaluateDocument({ ...newDocument(), cases: [{ name: 'a', answer }], rules });
  return patterns.map(({ span, words }) => [rules.slice(span.from, span.to), words]);
}

const rule = (pattern: string) => `- statusCode: 200\n- statusCode: 404\n  selectionPattern: ${pattern}\n`;

describe('a pattern is read', () => {
  test.each([
    ['plain', '.*404.*', '.*404.*'],
    ['in quotes with escapes', '".*\\\\d"', '.*\\\\d'],
  ])('%s, where it was typed', (_name, typed, at) => {
    const [first] = readings(rule(typed), 'no match\n');
    expect(first?.[0]).toBe(at);
    expect(first?.[1]).toMatch(/^Matches anything but line breaks, then .*\.$/);
  });

  test('and the chosen one piece by piece', () => {
    expect(readings(rule('.*404.*'), 'Error 404').slice(1)).toEqual([
      ['.*', '.* covered “Error ” here.'],
      ['404', '404 covered “404” here.'],
      ['.*', '.* covered nothing here.'],
    ]);
  });

  test.each([
    ['nothing for the default rule', '- statusCode: 200'],
    ['nothing for a pattern that is not valid', rule('"(404"')],
  ])('%s', (_name, rules) => {
    expect(readings(rules, '404')).toEqual([]);
  });
});

test('hundreds of patterns are not all read', () => {
  const many = Array.from(
    { length: 300 },
    (_, index) => `- statusCode: 4${index % 100}\n  selectionPattern: a${index}`,
  );
  expect(readings(many.join('\n'), 'x').length).toBeLessThanOrEqual(200);
});
