import { toEditorOffset } from '../editor-text';
import { NOTE_GAP } from '../plain-lines';
import type { EditorMark, Highlight, LineNote } from '../types';
import { monaco } from './monaco';
import { plainMarkdown } from './plain-markdown';

const OWNER = 'playground';

const SEVERITY: Record<EditorMark['severity'], monaco.MarkerSeverity> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
  hint: monaco.MarkerSeverity.Hint,
};

/** Range in a model of a span in the document's text. */
export function rangeOf(model: monaco.editor.ITextModel, text: string, span: { from: number; to: number }) {
  return monaco.Range.fromPositions(
    model.getPositionAt(toEditorOffset(text, span.from)),
    model.getPositionAt(toEditorOffset(text, span.to)),
  );
}

/** Shows the marks of a text, in place of those shown before. Monaco shows their messages as plain text. */
export function showMarks(model: monaco.editor.ITextModel, text: string, marks: readonly EditorMark[]): void {
  const markers = marks.map(({ span, severity, message }): monaco.editor.IMarkerData => {
    const range = widen(model, rangeOf(model, text, span));
    return { ...plainRange(range), severity: SEVERITY[severity], message };
  });
  monaco.editor.setModelMarkers(model, OWNER, markers);
}

/** Decorations for notes after lines and for highlights. */
export function decorations(
  model: monaco.editor.ITextModel,
  text: string,
  notes: readonly LineNote[],
  highlights: readonly Highlight[],
): monaco.editor.IModelDeltaDecoration[] {
  return [
    ...notes.map((note) => noteDecoration(model, text, note)),
    ...highlights.map((highlight) => highlightDecoration(model, text, highlight)),
  ];
}

function noteDecoration(model: monaco.editor.ITextModel, text: string, note: LineNote) {
  const { lineNumber } = model.getPositionAt(toEditorOffset(text, note.offset));
  const column = model.getLineMaxColumn(lineNumber);
  return {
    range: new monaco.Range(lineNumber, column, lineNumber, column),
    options: {
      description: 'note',
      showIfCollapsed: true,
      after: {
        // A line feed in injected text would break the line model.
        content: NOTE_GAP + note.text.replace(/\s+/g, ' '),
        inlineClassName: `line-note line-note-${note.tone}`,
        cursorStops: monaco.editor.InjectedTextCursorStops.None,
      },
    },
  };
}

function highlightDecoration(model: monaco.editor.ITextModel, text: string, highlight: Highlight) {
  return {
    range: rangeOf(model, text, highlight.span),
    options: {
      description: highlight.kind,
      inlineClassName: `text-${highlight.kind}`,
      ...(highlight.kind === 'ran' ? { linesDecorationsClassName: 'line-ran' } : {}),
      stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
      ...(highlight.hover === undefined ? {} : { hoverMessage: { value: plainMarkdown(highlight.hover) } }),
    },
  };
}

/** An empty range is invisible: it takes in the character after it, or before it at the end of a line. */
function widen(model: monaco.editor.ITextModel, range: monaco.Range): monaco.Range {
  if (!range.isEmpty()) return range;
  const { startLineNumber: line, startColumn: column } = range;
  const atEnd = column >= model.getLineMaxColumn(line);
  return new monaco.Range(line, atEnd ? Math.max(1, column - 1) : column, line, atEnd ? column : column + 1);
}

function plainRange(range: monaco.Range): monaco.IRange {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = range;
  return { startLineNumber, startColumn, endLineNumber, endColumn };
}
