import type { EditorPlace } from '../../document/editor-place';
import type { PlacedProblem } from '../../document/evaluation';
import type { PlaygroundDocument } from '../../document/model';
import type { EditorId, EditorMark } from '../../editors/types';

/** The text an editor place lies in. */
function textAt(document: PlaygroundDocument, place: EditorPlace): string {
  switch (place.editor) {
    case 'answer':
      return document.cases[document.activeCase]?.answer ?? '';
    case 'rules':
      return document.rules;
    case 'request':
      return document.request;
    case 'template':
      return document.templates.find(({ name }) => name === place.template)?.text ?? '';
  }
}

const EDITOR_NAMES: Record<EditorId, string> = {
  answer: 'backend answer',
  rules: 'rules',
  template: 'template',
  request: 'request',
};

/** A place in words: `rules, line 4, column 7`. */
export function describePlace(document: PlaygroundDocument, place: EditorPlace): string {
  const before = textAt(document, place).slice(0, place.span.from).split('\n');
  const name = place.template ?? EDITOR_NAMES[place.editor];
  return `${name}, line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

/** Line, 1-based, of the first error in a template's text. */
export function errorLine(
  problems: readonly PlacedProblem[],
  document: PlaygroundDocument,
  template: string | undefined,
): number | undefined {
  const place = problems.find(
    ({ severity, place }) =>
      severity === 'error' && place?.template !== undefined && place.template === template,
  )?.place;
  return place && textAt(document, place).slice(0, place.span.from).split('\n').length;
}

/** The problems of one editor as marks in its text. */
export function marksFor(
  problems: readonly PlacedProblem[],
  editor: EditorId,
  template?: string,
): EditorMark[] {
  return problems.flatMap(({ id, place, severity, message, fixes }) =>
    place && place.editor === editor && (editor !== 'template' || place.template === template)
      ? [{ id, span: place.span, severity, message, ...(fixes && { fixes }) }]
      : [],
  );
}

const ORDER = ['error', 'warning', 'info', 'hint'] as const;

/** Problems with the gravest first; within one severity as they came. */
export function bySeverity(problems: readonly PlacedProblem[]): PlacedProblem[] {
  return ORDER.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
}
