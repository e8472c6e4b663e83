import type { EditorPlace } from '../../document/editor-place';
import type { EditorId, Highlight } from '../../editors/types';
import type { Outcome, OutputPiece, Place } from '../../engine/outcome';
import { findPlace, type Shown } from '../../store/outcome-slice';

/** The part of the message the chosen rule's pattern covers, in the backend's answer. */
export function coveredHighlights({ outcome, evaluation }: Shown): Highlight[] {
  const rule = outcome.chosenRule === undefined ? undefined : outcome.rules[outcome.chosenRule];
  const { subject } = outcome;
  if (!rule || rule.selectionPattern === '' || subject?.what !== 'errorMessage' || !subject.span) return [];
  const place = findPlace(evaluation, { in: 'answer', span: subject.span });
  if (!place) return [];
  // The pattern sees what is between the quotes.
  const span = { from: place.span.from + 1, to: place.span.to - 1 };
  return [{ span, kind: 'covered', hover: `Covered by the pattern of rule ${rule.statusCode}` }];
}

/** Which lines of the template ran, by the counts of the outcome; for a template with a text of its own. */
export function lineHighlights(text: string, hits: Record<number, number>): Highlight[] {
  let from = 0;
  return text.split('\n').flatMap((line, index): Highlight[] => {
    const span = { from, to: from + line.length };
    from = span.to + 1;
    const count = hits[index + 1];
    if (count === undefined) return [];
    return [
      { span, kind: count > 0 ? 'ran' : 'skipped', ...(count > 1 ? { hover: `Ran ${count} times` } : {}) },
    ];
  });
}

/** Where a piece of the body comes from: the template text that wrote it and the value it was read from. */
function pieceOrigins(shown: Shown, piece: OutputPiece): { place: EditorPlace; hover?: string }[] {
  const { outcome, evaluation } = shown;
  const written = findPlace(evaluation, pieceTemplate(outcome, piece));
  const read =
    piece.source?.in === 'answer' && piece.source.span
      ? findPlace(evaluation, { in: 'answer', span: piece.source.span })
      : undefined;
  return [
    ...(written ? [{ place: written }] : []),
    ...(read ? [{ place: read, hover: `Read with ${piece.source?.path}` }] : []),
  ];
}

/** The template text that wrote a piece. */
export function pieceTemplate(outcome: Outcome, piece: OutputPiece): Place | undefined {
  const place = outcome.template?.place;
  return place && { ...place, span: piece.template };
}

/** The origins of the piece pointed at that lie in one editor. */
export function originHighlights(
  shown: Shown,
  pointed: number | undefined,
  editor: EditorId,
  template?: string,
): Highlight[] {
  const piece = pointed === undefined ? undefined : shown.outcome.response.body.pieces?.[pointed];
  if (!piece) return [];
  return pieceOrigins(shown, piece)
    .filter(({ place }) => place.editor === editor && place.template === template)
    .map(({ place, hover }) => ({ span: place.span, kind: 'origin', ...(hover ? { hover } : {}) }));
}
