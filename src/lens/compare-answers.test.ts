import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAnswers } from './compare-answers';

const rendered = (output: string) => ({ kind: 'rendered', output }) as const;

describe('compareAnswers', () => {
  test.each([
    ['{"a": ""}', '{"a": "$input.path(\'$.a\').b"}', 'nothing-printed'],
    ['{"a": ""}', '{"a": "$input.path(\'$.a\')"}', 'nothing-printed'],
    ['{"a": }', '{"a": null}', 'nothing-printed'],
    ['{"a": ""}', '{"a": "$x"}', 'nothing-printed'],
    ['n=3', 'n=$s.length()', 'java-method'],
    ['a\nb', 'a\n\nb', 'white-space'],
    ['a  b', 'a b', 'white-space'],
    ['half: 3', 'half: 3.5', 'integer-division'],
    ['half: 33!', 'half: 33.5!', 'integer-division'],
    ['{a=1}', '[object Object]', 'value-text'],
    ['["x"]', '[x]', 'value-text'],
    ['1.0E7', '10000000', 'value-text'],
    ['NotFound', 'Exception', 'other'],
  ])('%j, %j: %s', (ours, theirs, reason) =>
    expect(compareAnswers(ours, rendered(theirs))).toMatchObject({ kind: 'different', reason }),
  );

  test('names the stretch that differs', () => {
    const ours = '{"code": "", "message": "gone for good"}';
    const theirs = '{"code": "$e.code", "message": "gone for good"}';
    const comparison = compareAnswers(ours, rendered(theirs));
    if (comparison.kind !== 'different') throw new Error('they differ');
    expect(ours.slice(comparison.ours.from, comparison.ours.to)).toBe('');
    expect(theirs.slice(comparison.theirs.from, comparison.theirs.to)).toBe('$e.code');
  });

  test('a difference at the end goes to the ends', () => {
    expect(compareAnswers('ab', rendered('abcd'))).toMatchObject({
      ours: { from: 2, to: 2 },
      theirs: { from: 2, to: 4 },
    });
  });

  test('the same, and no answer', () => {
    expect(compareAnswers('a', rendered('a'))).toEqual({ kind: 'same' });
    expect(compareAnswers('a', { kind: 'failed', message: 'x' })).toEqual({ kind: 'no-answer' });
  });

  test('what stands before the difference is alike, and so is what follows it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '$', '{'), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (ours, theirs) => {
        const comparison = compareAnswers(ours, rendered(theirs));
        if (comparison.kind !== 'different') {
          expect(ours).toBe(theirs);
          return;
        }
        expect(ours.slice(0, comparison.ours.from)).toBe(theirs.slice(0, comparison.theirs.from));
        expect(ours.slice(comparison.ours.to).slice(0, 8)).toBe(
          theirs.slice(comparison.theirs.to).slice(0, 8),
        );
      }),
    );
  });
});
