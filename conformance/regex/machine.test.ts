import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../src/engine/java-regex/compile-pattern';
import { Machine } from '../../src/engine/java-regex/machine';
import { matchPattern } from '../../src/engine/java-regex/match-pattern';
import { seeded } from '../oracle.mjs';
import { answer } from './compare';
import { generateCase } from './generate';

/*
 * What holds for every pattern and text, tried on the questions the comparison with Java is made of.
 */

const question = fc.nat({ max: 2 ** 31 }).map((seed) => generateCase(seeded(seed)));

describe('for every pattern and text', () => {
  test('asking twice gives the same answer', () => {
    fc.assert(
      fc.property(question, (one) => {
        expect(answer(one)).toEqual(answer(one));
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('matching ends within its budget', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 1, max: 3000 }), ({ pattern, input = '' }, budget) => {
        const result = matchPattern(pattern, input, { budget });
        if (result.ok) expect(result.steps).toBeLessThanOrEqual(2 * budget + 100);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('places lie inside the pattern and the text', () => {
    const within = (span: { from: number; to: number }, length: number) =>
      expect(span.from >= 0 && span.from <= span.to && span.to <= length).toBe(true);
    fc.assert(
      fc.property(question, ({ pattern, input = '' }) => {
        const result = matchPattern(pattern, input);
        if (!result.ok) {
          within(result.error.span, pattern.length);
          return;
        }
        for (const group of result.groups) if (group) within(group, input.length);
        for (const piece of result.covered ?? []) {
          within(piece.pattern, pattern.length);
          within(piece.text, input.length);
        }
        if (result.nearMiss) {
          within({ from: result.nearMiss.reached, to: input.length }, input.length);
          if (result.nearMiss.refusedBy) within(result.nearMiss.refusedBy, pattern.length);
        }
        expect(result.matches).toBe(result.covered !== undefined && !result.gaveUp);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('remembering failures changes nothing but the number of steps', () => {
    fc.assert(
      fc.property(question, ({ pattern, input = '' }) => {
        const compiled = compilePattern(pattern);
        if (!compiled.ok) return;
        const run = (rememberAfter: number) => {
          const options = { whole: true, budget: 200_000, lastMatch: 0, rememberAfter };
          return new Machine(compiled.program.program, input, options).run(0);
        };
        const plain = run(Number.POSITIVE_INFINITY);
        if (plain !== 'gave-up') expect(run(0)).toBe(plain);
      }),
      { numRuns: 1500 },
    );
  }, 60_000);
});
