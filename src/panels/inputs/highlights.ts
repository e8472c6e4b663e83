import type { EditorPlace } from '../../document/editor-place';
import type { EditorId, Highlight, LineNote } from '../../editors/types';
import { findPlace, type Shown } from '../../store/outcome-slice';
import type { ResponsePart } from '../../store/trace';
import { originOf } from '../trace/part-origin';

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

/** Each pattern in plain words, and what each piece of the chosen one covered, to be read by pointing at it. */
export function patternHighlights({ evaluation }: Shown): Highlight[] {
  return (evaluation.patterns ?? []).map(({ span, words }) => ({ span, kind: 'reading', hover: words }));
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

/** How often lines ran that did so more than once, said at the first of lines with the same count. */
export function lineCounts(text: string, hits: Record<number, number>): LineNote[] {
  const notes: LineNote[] = [];
  let offset = 0;
  let before = 1;
  for (const [index, line] of text.split('\n').entries()) {
    const count = hits[index + 1];
    if (count !== undefined && count !== before && count > 1) {
      notes.push({ offset, text: `${count.toLocaleString('en-US')} times`, tone: 'quiet' });
    }
    before = count ?? before;
    offset += line.length + 1;
  }
  return notes;
}

/** The origins of the part of the response pointed at that lie in one editor. */
export function originHighlights(
  shown: Shown,
  pointed: ResponsePart | undefined,
  editor: EditorId,
  template?: string,
): Highlight[] {
  const origin = pointed && originOf(shown, pointed);
  if (!origin) return [];
  const { written, read, way } = origin;
  const here = (place: EditorPlace) => place.editor === editor && place.template === template;
  return [
    ...way
      .filter(here)
      .map(({ span }): Highlight => ({ span, kind: 'way', hover: 'The value came this way' })),
    ...(written && here(written) ? [{ span: written.span, kind: 'origin' } as const] : []),
    ...(read && here(read.place)
      ? [{ span: read.place.span, kind: 'origin', hover: read.hover } as const]
      : []),
  ];
}
