import { expect } from 'vitest';
import { applyFix } from '../apply-fix';
import { evaluateDocument } from '../evaluate-document';
import type { PlacedProblem } from '../evaluation';
import type { BackendCase, PlaygroundDocument } from '../model';

/** The texts of a document, as far as a test needs them. */
export interface Texts {
  rules: string;
  answer?: string;
  /** How the answer came about. */
  how?: Partial<BackendCase>;
  templates?: Record<string, string>;
  request?: string;
}

function documentOf({
  rules,
  answer = '',
  how = {},
  templates = {},
  request = '',
}: Texts): PlaygroundDocument {
  return {
    format: 'apigw-response-playground',
    version: 1,
    cases: [{ name: 'case', answer, ...how }],
    activeCase: 0,
    rules,
    templates: Object.entries(templates).map(([name, text]) => ({ name, text })),
    request,
  };
}

/** The payload of a function that threw. */
export function thrown(errorMessage: string, more: object = {}): Pick<Texts, 'answer' | 'how'> {
  return {
    answer: JSON.stringify({ errorMessage, errorType: 'Error', ...more }),
    how: { functionError: true },
  };
}

export function problemsOf(texts: Texts, id: string): PlacedProblem[] {
  return evaluateDocument(documentOf(texts)).problems.filter((problem) => problem.id === id);
}

/**
 * Applies each fix of each problem with an id: the problem has to be gone and no new error there.
 *
 * @returns titles of the fixes
 */
export function applyFixes(texts: Texts, id: string): string[] {
  const document = documentOf(texts);
  const before = evaluateDocument(document).problems;
  const titles: string[] = [];
  for (const problem of before.filter((one) => one.id === id)) {
    expect(problem.title).toBeTruthy();
    for (const fix of problem.fixes ?? []) {
      const fixed = applyFix(document, fix);
      const after = evaluateDocument(fixed).problems;
      expect(after.map(toldOf), `${fix.title}:\n${fixed.rules}`).not.toContain(toldOf(problem));
      expect(after.filter((one) => one.id === id).length).toBeLessThan(
        before.filter((one) => one.id === id).length,
      );
      expect(errorsOf(after).filter((one) => !errorsOf(before).includes(one))).toEqual([]);
      titles.push(fix.title);
    }
  }
  return titles;
}

function toldOf({ id, message }: PlacedProblem): string {
  return `${id}: ${message}`;
}

function errorsOf(problems: PlacedProblem[]): string[] {
  return problems.filter(({ severity }) => severity === 'error').map(({ id }) => id);
}
