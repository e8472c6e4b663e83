import { editorText, lineStarts, toEditorOffset } from './editor-text';
import type { EditorMark, Highlight, LineNote } from './types';

/** Between a line and its note: two em spaces. */
export const NOTE_GAP = '\u2003\u2003';

/** A line of the mirror behind a text area. */
export interface PlainLine {
  /** 1-based. */
  number: number;
  /** The text of the line in stretches of one look. */
  pieces: { column: number; text: string; classes: string }[];
  note?: { text: string; tone: LineNote['tone'] };
}

interface Stretch {
  from: number;
  to: number;
  name: string;
}

/** Cuts a document's text into lines, each with the looks that marks and highlights give it and its note. */
export function plainLines(
  text: string,
  marks: readonly EditorMark[] = [],
  notes: readonly LineNote[] = [],
  highlights: readonly Highlight[] = [],
): PlainLine[] {
  const shown = editorText(text);
  const starts = lineStarts(shown);
  const stretches: Stretch[] = [
    ...highlights.map(({ span, kind }) => ({ ...span, name: `text-${kind}` })),
    ...marks.map(({ span, severity }) => ({ ...span, name: `text-mark-${severity}` })),
  ].map(({ from, to, name }) => ({ from: toEditorOffset(text, from), to: toEditorOffset(text, to), name }));
  const lines = starts.map((start, index): PlainLine => {
    const end = (starts[index + 1] ?? shown.length + 1) - 1;
    return { number: index + 1, pieces: cutLine(shown, start, end, stretches) };
  });
  for (const { offset, text: words, tone } of notes) {
    const line = lines[lineAt(starts, toEditorOffset(text, offset))];
    if (line) line.note = { text: words, tone };
  }
  return lines;
}

/** Index of the line an offset is on. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function cutLine(text: string, start: number, end: number, stretches: readonly Stretch[]) {
  const here = stretches.filter(({ from, to }) => from < end && to > start);
  const cuts = new Set([start, end]);
  for (const { from, to } of here) {
    cuts.add(Math.max(start, from));
    cuts.add(Math.min(end, to));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => {
    const from = sorted[index] ?? start;
    const names = here.filter((stretch) => stretch.from <= from && stretch.to >= to);
    return {
      column: from - start,
      text: text.slice(from, to),
      classes: names.map(({ name }) => name).join(' '),
    };
  });
}
