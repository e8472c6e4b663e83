import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_DEPTH, parseTextTree, type TextNode } from './text-tree';

/** What the tree says, as a plain value; a map is a list of pairs. */
function plain(node: TextNode | undefined, depth = 0): unknown {
  if (!node || depth > 5) return '…';
  if (node.kind === 'list') return node.items.map((item) => plain(item, depth + 1));
  if (node.kind === 'map') return node.entries.map(({ key, value }) => [key.text, plain(value, depth + 1)]);
  return node.tag ? [node.tag, node.text] : node.value;
}

describe('parseTextTree', () => {
  test.each<[text: string, expected: unknown]>([
    ['', '…'],
    ['# only a comment\n', '…'],
    [
      'a: 1\nb: [x, true, null]',
      [
        ['a', 1],
        ['b', ['x', true, null]],
      ],
    ],
    ['{"a": "\\ud83d\\ude00"}', [['a', '😀']]],
    ['\uFEFFa: 1', [['a', 1]]],
    ['\uFEFF- a: 1\r\n- 2', [[['a', 1]], 2]],
    [
      'a: 1\na: 2',
      [
        ['a', 1],
        ['a', 2],
      ],
    ],
    [
      '200: x\n"200": y',
      [
        ['200', 'x'],
        ['200', 'y'],
      ],
    ],
    [
      '__proto__: 1\nconstructor: 2',
      [
        ['__proto__', 1],
        ['constructor', 2],
      ],
    ],
    [
      'a: !Sub "x"\nb: !Ref Y',
      [
        ['a', ['!Sub', 'x']],
        ['b', ['!Ref', 'Y']],
      ],
    ],
    [
      'a: &x {b: 1}\nc: *x',
      [
        ['a', [['b', 1]]],
        ['c', [['b', 1]]],
      ],
    ],
    [
      'a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}',
      [
        [
          'a',
          [
            ['b', 1],
            ['c', 2],
          ],
        ],
        [
          'd',
          [
            ['c', 3],
            ['b', 1],
          ],
        ],
      ],
    ],
    [
      'd: {<<: [{a: 1}, {a: 2, b: 3}]}',
      [
        [
          'd',
          [
            ['a', 1],
            ['b', 3],
          ],
        ],
      ],
    ],
    ['"<<": 1', [['<<', 1]]],
    ['a: !!binary aGk=', [['a', 'aGk=']]],
  ])('%j', (text, expected) => {
    const { root, faults } = parseTextTree(text, 'rules');
    expect(plain(root)).toEqual(expected);
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('keeps a number as it was written', () => {
    const { root } = parseTextTree('[0404, 1e3, 0x1F]', 'rules');
    expect(root?.kind === 'list' && root.items.map((item) => item.kind === 'scalar' && item.text)).toEqual([
      '0404',
      '1e3',
      '0x1F',
    ]);
  });

  test.each<[text: string, at: number, message: RegExp]>([
    ['a: "\\d"', 4, /^Line 1: \\d is not an escape in double quotes\. Put a pattern in single quotes/],
    ['{"a": "\\d"}', 7, /^Line 1: this is not JSON: \\d is not an escape\. In JSON .* twice: \\\\d/],
    ['{"a": 1\n "b": 2}', 9, /^Line 2: this is not JSON: a comma or } is expected here/],
    ['{"a": 1', 7, /ends before a closing }/],
    ['a:\n\tb: 1\n', 3, /^Line 2: a tab cannot indent/],
    ['a: "x\nb: 1\n', 3, /^Line 1: the double quote that opens here is never closed/],
    ["x: 1\na: 'x\nb: 1\n", 8, /^Line 2: the single quote that opens here is never closed/],
    ['a: 1\nb\nc: 2\n', 5, /^Line 2: “name: value” is expected/],
    ['a: b: c\n', 3, /^Line 1: there is a second “: ”/],
    ['- - a\n  - b\n - c', 13, /^Line 3: the indentation fits nothing above/],
    ['a: [1, 2\nb: 3\n', 9, /^Line 2: a “\[” is not closed before this/],
    ['a: @x', 3, /^Line 1: a value cannot begin with “@”/],
    ['a: %x', 3, /cannot begin with “%”/],
    ['a: *x', 3, /^Line 1: “\*x” refers to an anchor “&x” that is not written above it/],
    ['a: "x" "y"', 7, /^Line 1: the value before this is complete/],
    ['a: }', 3, /this “}” closes nothing/],
    ['a: | x\n  y', 5, /begins on the next line, indented/],
    ['? [a]\n: 1', 2, /^Line 1: A name has to be text/],
    ['- a\nb: 1\n', 4, /^Line 2: /],
  ])('%j is told at offset %i', (text, at, message) => {
    const { root, faults } = parseTextTree(text, 'rules');
    expect(root).toBeUndefined();
    expect(faults[0]?.severity).toBe('error');
    expect(faults[0]?.message).toMatch(message);
    expect(faults[0]?.span.from).toBe(at);
  });

  test('reads the first of several documents and says so', () => {
    const { root, faults } = parseTextTree('a: 1\n---\nb: 2\n', 'rules');
    expect(plain(root)).toEqual([['a', 1]]);
    expect(faults).toMatchObject([
      { id: 'several-documents', severity: 'warning', span: { from: 5, to: 8 } },
    ]);
  });

  test.each<[name: string, text: string]>([
    ['brackets', '['.repeat(100_000)],
    ['maps', '{a: '.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['question marks', '? '.repeat(100_000)],
    ['closed brackets', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ])('refuses %s nested without end', (_, text) => {
    const { root, faults } = parseTextTree(text, 'rules');
    expect(root).toBeUndefined();
    expect(faults).toMatchObject([{ id: 'text-too-deep', severity: 'error' }]);
    expect(faults[0]?.message).toContain(`${MAX_DEPTH} is the most`);
  });

  test('shares what aliases repeat, so that nine levels of nine stay small', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) =>
        `l${level}: &l${level} [${Array(9)
          .fill(level === 0 ? 'ha' : `*l${level - 1}`)
          .join(', ')}]`,
    );
    const { root, faults } = parseTextTree(levels.join('\n'), 'rules');
    expect(faults).toEqual([]);
    expect(root?.kind === 'map' && root.entries.length).toBe(9);
  });

  test('ends a bomb of merge keys', () => {
    const fields = Array.from({ length: 1500 }, (_, index) => `k${index}: 1`).join(', ');
    const { faults } = parseTextTree(`a: &a {${fields}}\nb: {<<: *a}\nc: {<<: *a}\n`, 'rules');
    expect(faults).toMatchObject([{ id: 'too-many-merges', severity: 'error' }]);
  });

  test('takes a list that holds itself', () => {
    const { root } = parseTextTree('a: &a [*a, {<<: *a}]', 'rules');
    expect(plain(root)).toBeDefined();
  });

  test('never throws, and every place lies in the text', () => {
    const token = fc.constantFrom(
      ...[
        'a',
        ': ',
        '- ',
        '\n',
        '  ',
        '\t',
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        ',',
        '|',
        '>',
        '#',
        '&a ',
        '*a',
        '!Sub ',
      ],
      ...[
        '<<: ',
        '? ',
        '---\n',
        '\\d',
        '%',
        '@',
        '200',
        '\r\n',
        '!!map ',
        '!!omap ',
        '!!set ',
        '!!binary ',
        '…',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join('')),
        (text) => {
          const { root, faults } = parseTextTree(text, 'rules');
          for (const { span } of root ? [...faults, root] : faults) {
            expect(span.from).toBeGreaterThanOrEqual(0);
            expect(span.to).toBeGreaterThanOrEqual(span.from);
            expect(span.to).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

// About a second each on a quiet machine; a minute and more when errors are prettified or counted line by line.
test.each([
  ['commas', `[${','.repeat(500_000)}`],
  ['bad escapes', `"${'\\d'.repeat(250_000)}`],
  ['brackets that close nothing', 'a: }\n'.repeat(100_000)],
  ['unknown aliases', '- *a\n'.repeat(100_000)],
])(
  'is done soon with half a megabyte of %s',
  (_, text) => {
    expect(parseTextTree(text, 'rules').faults.length).toBeGreaterThan(0);
  },
  20_000,
);
