import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXAMPLES } from '../../examples/catalogue';
import { applyFix } from '../apply-fix';
import { evaluateDocument } from '../evaluate-document';
import type { PlaygroundDocument } from '../model';

const PIECES = [
  ...[
    '.*',
    '[NotFound]',
    '\\\\d',
    '(?i)',
    '{',
    '404',
    '"',
    "'",
    '\n',
    '|',
    '^',
    '$',
    'timed out',
    '- ',
    ': ',
  ],
  ...[
    '$input.path("$.a")',
    '#set($e = 1)',
    '{"a": 1}',
    '"statusCode": 404',
    '${self:x}',
    '!Sub ',
    'type: HTTP\n',
  ],
];

/** A text with some pieces put in or taken out. */
function damaged(text: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat({ max: text.length }),
    drop: fc.nat({ max: 8 }),
    piece: fc.constantFrom('', ...PIECES),
  });
  return fc
    .array(edit, { maxLength: 3 })
    .map((edits) =>
      edits.reduce(
        (result, { at, drop, piece }) => result.slice(0, at) + piece + result.slice(at + drop),
        text,
      ),
    );
}

const anyDocument: fc.Arbitrary<PlaygroundDocument> = fc
  .constantFrom(...EXAMPLES.map(({ document }) => document))
  .chain((document) =>
    fc
      .record({
        rules: damaged(document.rules),
        answer: damaged(document.cases[0]!.answer),
        activeCase: fc.constant(0),
      })
      .map(({ rules, answer, activeCase }) => ({
        ...document,
        rules,
        activeCase,
        cases: [{ ...document.cases[0]!, answer }],
      })),
  );

test('whatever is typed, every fix leaves texts that can be read', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { problems, outcome } = evaluateDocument(document);
      for (const { fixes, id } of problems) {
        for (const fix of fixes ?? []) {
          const after = evaluateDocument(applyFix(document, fix));
          const unreadable = after.problems.filter(
            ({ when, severity }) => when === 'input' && severity === 'error',
          );
          if (outcome) expect(unreadable, `${id}: ${fix.title}`).toEqual([]);
        }
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
