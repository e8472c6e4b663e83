import { expect, test } from 'vitest';
import { evaluateDocument } from '../document/evaluate-document';
import { DEFAULT_EXAMPLE } from '../examples/default-example';
import { firstEvaluation } from './first-outcome';

test('the result of the first paint is what the worker answers', () => {
  // The answer crosses from the worker as a structured clone.
  const answer = structuredClone(evaluateDocument(DEFAULT_EXAMPLE.document));
  expect(firstEvaluation).toEqual(answer);
  expect(firstEvaluation.outcome?.response.body.bytes).toEqual(answer.outcome?.response.body.bytes);
  expect(firstEvaluation.outcome?.response.statusCode).toBe(
    DEFAULT_EXAMPLE.document.cases[0]?.expected?.statusCode,
  );
});
