import type { PlacedFix, PlacedProblem, PlacedTextEdit } from './evaluation';
import type { PlaygroundDocument } from './model';

/** The best safe way out of each problem that has one; the same edits are not listed twice. */
export function safeFixes(problems: readonly PlacedProblem[]): PlacedFix[] {
  const fixes = problems.flatMap(({ fixes }) => fixes?.find(({ safe }) => safe) ?? []);
  const seen = new Set<string>();
  return fixes.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    return !seen.has(key) && seen.add(key);
  });
}

/** Several fixes as one. Of two that touch the same stretch of text the later one is left for another time. */
export function fixTogether(fixes: readonly PlacedFix[]): PlacedFix {
  const taken: PlacedTextEdit[] = [];
  for (const { edits } of fixes) {
    if (!edits.some((edit) => taken.some((other) => collide(edit, other)))) taken.push(...edits);
  }
  return { title: 'Fix all safe', safe: true, edits: taken };
}

/** Two insertions at one place collide: which goes first would be left to chance. */
function collide(a: PlacedTextEdit, b: PlacedTextEdit): boolean {
  return (
    a.editor === b.editor && a.template === b.template && a.span.from <= b.span.to && b.span.from <= a.span.to
  );
}

/** Takes a change back in those texts that are still as the change left them. */
export function takeBack(
  current: PlaygroundDocument,
  before: PlaygroundDocument,
  after: PlaygroundDocument,
): PlaygroundDocument {
  const restored = (now: string, left: string | undefined, old: string | undefined) =>
    now === left && old !== undefined ? old : now;
  const caseOf = ({ cases }: PlaygroundDocument, name: string) => cases.find((one) => one.name === name);
  const templateOf = ({ templates }: PlaygroundDocument, name: string) =>
    templates.find((one) => one.name === name);
  return {
    ...current,
    rules: restored(current.rules, after.rules, before.rules),
    request: restored(current.request, after.request, before.request),
    cases: current.cases.map((one) => ({
      ...one,
      answer: restored(one.answer, caseOf(after, one.name)?.answer, caseOf(before, one.name)?.answer),
    })),
    templates: current.templates.map((one) => ({
      ...one,
      text: restored(one.text, templateOf(after, one.name)?.text, templateOf(before, one.name)?.text),
    })),
  };
}
