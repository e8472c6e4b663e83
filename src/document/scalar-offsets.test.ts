import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Scalar, stringify } from 'yaml';
import { type ScalarStyle, scalarOffsets } from './scalar-offsets';
import { parseTextTree } from './text-tree';

/** For each character of the value, the stretch of source from its offset to the next one's. */
function pieces(source: string, style: ScalarStyle, value: string): string[] {
  const offsets = scalarOffsets(source, style, value)!;
  return [...value].map((_, index) => source.slice(offsets[index], offsets[index + 1]));
}

describe('scalarOffsets', () => {
  test.each<[style: ScalarStyle, source: string, value: string, expected: string[]]>([
    ['plain', 'ab c', 'ab c', ['a', 'b', ' ', 'c']],
    ['plain', 'ab\n   c', 'ab c', ['a', 'b', '\n   ', 'c']],
    ['plain', 'a\n\n  b', 'a\nb', ['a', '\n\n  ', 'b']],
    ['single', "'it''s'", "it's", ['i', 't', "''", 's']],
    ['double', '"a\\"b\\\\"', 'a"b\\', ['a', '\\"', 'b', '\\\\']],
    ['double', '"\\u00e9\\x41."', 'éA.', ['\\u00e9', '\\x41', '.']],
    ['double', '"a\\\n   b"', 'ab', ['a\\\n   ', 'b']],
    ['literal', '|\n  a\n   b\n', 'a\n b\n', ['a', '\n  ', ' ', 'b', '\n']],
    ['literal', '|-\n  a\r\n  b', 'a\nb', ['a', '\r\n  ', 'b']],
    ['literal', '|2\n    a\n', '  a\n', [' ', ' ', 'a', '\n']],
    ['folded', '>\n  a\n  b\n', 'a b\n', ['a', '\n  ', 'b', '\n']],
  ])('%s %j', (style, source, value, expected) => {
    expect(pieces(source, style, value)).toEqual(expected);
  });

  test('gives no answer where source and value do not fit', () => {
    expect(scalarOffsets('"abc"', 'double', 'abd')).toBeUndefined();
    expect(scalarOffsets('|\n  abc\n', 'literal', 'xbc\n')).toBeUndefined();
  });

  const text = fc.string({
    unit: fc.constantFrom(...'ab$#{}:\'"\\.*|>-é😀', ' ', '\n', '\t'),
    maxLength: 40,
  });

  test.each<Scalar.Type>(['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'])(
    'finds every visible character of a scalar written as %s',
    (type) => {
      fc.assert(
        fc.property(text, fc.boolean(), (value, windows) => {
          const scalar = new Scalar(value);
          scalar.type = type;
          const yaml = stringify({ some: { key: scalar } });
          const source = windows ? yaml.replaceAll('\n', '\r\n') : yaml;
          const { root } = parseTextTree(source, 'rules');
          const outer = root?.kind === 'map' ? root.entries[0]?.value : undefined;
          const node = outer?.kind === 'map' ? outer.entries[0]?.value : undefined;
          // Not every text can be written in every style, and the writer does not always notice.
          fc.pre(node?.kind === 'scalar' && node.style !== undefined);
          if (node?.kind !== 'scalar' || !node.style) return;
          const typed = source.slice(node.span.from, node.span.to);
          const offsets = scalarOffsets(typed, node.style, node.text);
          expect(offsets).toBeDefined();
          for (let index = 0; index < node.text.length; index += 1) {
            const char = node.text[index]!;
            if (/\s/.test(char) || typed[offsets![index]!] === '\\') continue;
            expect(typed[offsets![index]!]).toBe(char);
          }
        }),
        { numRuns: 500 },
      );
    },
  );
});
