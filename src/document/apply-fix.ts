import type { PlacedFix, PlacedTextEdit } from './evaluation';
import type { PlaygroundDocument } from './model';

/** The document with a fix applied. Edits of one text must not overlap; those at one place go in their order. */
export function applyFix(document: PlaygroundDocument, { edits }: PlacedFix): PlaygroundDocument {
  const changed = (text: string, mine: PlacedTextEdit[]) =>
    mine
      .toSorted((a, b) => a.span.from - b.span.from)
      .reduceRight(
        (result, { span, text: written }) => result.slice(0, span.from) + written + result.slice(span.to),
        text,
      );
  const of = (editor: PlacedTextEdit['editor']) => edits.filter((edit) => edit.editor === editor);
  const answers = of('answer');
  const templates = of('template');
  return {
    ...document,
    rules: changed(document.rules, of('rules')),
    request: changed(document.request, of('request')),
    cases:
      answers.length === 0
        ? document.cases
        : document.cases.map((one, index) =>
            index === document.activeCase ? { ...one, answer: changed(one.answer, answers) } : one,
          ),
    templates:
      templates.length === 0
        ? document.templates
        : document.templates.map((one) => ({
            ...one,
            text: changed(
              one.text,
              templates.filter(({ template }) => template === one.name),
            ),
          })),
  };
}
