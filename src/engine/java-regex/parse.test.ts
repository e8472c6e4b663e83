import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../text/span';
import { parsePattern } from './parse';
import type { PatternNode } from './syntax-tree';

function tree(pattern: string): PatternNode {
  const result = parsePattern(pattern);
  if (!result.ok) throw new Error(result.error.message);
  return result.tree.root;
}

/** The tree in brief: kind, source, members. */
function brief(node: PatternNode, pattern: string): unknown {
  const source = pattern.slice(node.span.from, node.span.to);
  const below = children(node);
  return below.length === 0
    ? `${node.kind} ${source}`
    : [`${node.kind} ${source}`, ...below.map((n) => brief(n, pattern))];
}

function children(node: PatternNode): PatternNode[] {
  switch (node.kind) {
    case 'alternation':
      return node.alternatives;
    case 'sequence':
      return node.items;
    case 'group':
    case 'atomic':
    case 'look':
      return [node.body];
    case 'repeat':
      return [node.of];
    default:
      return [];
  }
}

describe('spans', { timeout: 60_000 }, () => {
  test.each([
    ['ab*', ['sequence ab*', 'literal a', ['repeat b*', 'literal b']]],
    ['a|', ['alternation a|', ['sequence a', 'literal a'], 'sequence ']],
    [
      '(?<n>x)\\1',
      ['sequence (?<n>x)\\1', ['group (?<n>x)', ['sequence x', 'literal x']], 'back-reference \\1'],
    ],
    ['[a-z]+?.', ['sequence [a-z]+?.', ['repeat [a-z]+?', 'one-of [a-z]'], 'one-of .']],
    ['\\Qa.b\\E+', ['sequence a.b\\E+', 'literal a.', ['repeat b\\E+', 'literal b']]],
    ['(?x) a # c\n b', ['sequence (?x) a # c\n b', 'flag-switch (?x)', 'literal a # c\n b']],
    [
      '(?i:a){2,3}+',
      ['sequence (?i:a){2,3}+', ['repeat (?i:a){2,3}+', ['group (?i:a)', ['sequence a', 'literal a']]]],
    ],
    ['😀(?=^)', ['sequence 😀(?=^)', 'literal 😀', ['look (?=^)', ['sequence ^', 'anchor ^']]]],
  ])('%s', (pattern, expected) => {
    const root = tree(pattern);
    expect(brief(root, pattern)).toEqual(expected);
  });

  test('every node lies inside its parent', () => {
    const piece = fc.constantFrom(
      ...'ab|()[]{}?*+.^$\\-&:=!<>,12xiQEdpL# \n😀'.split(''),
      '(?',
      '(?:',
      '(?i)',
      '(?x)',
      '\\Q',
      '\\E',
      '\\p{L}',
      '[^',
      '&&',
      '{2}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const pattern = pieces.join('');
        const result = parsePattern(pattern);
        if (!result.ok) {
          const { span } = result.error;
          expect(span.from >= 0 && span.from <= span.to && span.to <= pattern.length).toBe(true);
          return;
        }
        const check = (node: PatternNode, parent: Span) => {
          expect(
            node.span.from >= parent.from && node.span.from <= node.span.to && node.span.to <= parent.to,
          ).toBe(true);
          for (const child of children(node)) check(child, node.span);
        };
        check(result.tree.root, { from: 0, to: pattern.length });
      }),
      // Found by this test: an empty alternative behind a quote.
      {
        numRuns: 1000,
        examples: [[['|', '\\Q']], [['a', '|', '\\Q', '\\E']], [['(', '|', '\\Q', '\\E', ')']]],
      },
    );
  });
});

test('groups are numbered by their opening brackets', () => {
  const result = parsePattern('(a)(?<x>(b))(?:c)');
  if (!result.ok) throw new Error(result.error.message);
  expect(result.tree.groupCount).toBe(3);
  expect([...result.tree.groupNames]).toEqual([['x', 2]]);
});

/** Pattern, description, index. */
test.each([
  ['{', 'Illegal repetition', 1],
  ['a{,3}', 'Illegal repetition', 2],
  ['a{2', 'Unclosed counted closure', 3],
  ['a{3,2}', 'Illegal repetition range', 5],
  ['a**', "Dangling meta character '*'", 2],
  ['(?i)*', "Dangling meta character '*'", 4],
  ['(a', 'Unclosed group', 2],
  ['a)', "Unmatched closing ')'", 0],
  [')', "Unmatched closing ')'", -1],
  ['[^]', 'Unclosed character class', 2],
  ['\\', 'Unexpected internal error', 1],
  ['\\y', 'Illegal/unsupported escape sequence', 1],
  ['(?z)', 'Unknown inline modifier', 2],
  ['(?<1>a)', 'capturing group name does not start with a Latin letter', 3],
  ['(?<n>a)(?<n>b)', 'Named capturing group <n> is already defined', 11],
  ['\\k<m>', 'named capturing group <m> does not exist', 4],
  ['\\p{Nope}', 'Unknown character property name {Nope}', 7],
  ['\\p{sc=Foo}', 'Unknown Unicode property {name=<sc>, value=<Foo>}', 9],
  ['[z-a]', 'Illegal character range', 3],
  ['\\x{110000}', 'Hexadecimal codepoint is too big', 8],
  ['(?<=\\1)', 'Look-behind group does not have an obvious maximum length', 5],
])('%s is refused: %s', (pattern, description, index) => {
  const result = parsePattern(pattern);
  expect(result.ok ? undefined : [result.error.description, result.error.index]).toEqual([
    description,
    index,
  ]);
});
