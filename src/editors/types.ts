import type { EditorId } from '../document/editor-place';
import type { PlacedFix } from '../document/evaluation';
import type { Span } from '../engine/text/span';

/*
 * What the page says to an editor. The page knows nothing of Monaco and an editor nothing of the store: a
 * `CodeEditor` is a controlled text with marks.
 */

export type { EditorId };

export type EditorLanguage = 'json' | 'yaml' | 'vtl' | 'http' | 'plain';

export interface CodeEditorProps {
  editor: EditorId;
  /** Names the text, such as `template:error.vtl`. Undo history and view state are kept per name. */
  model: string;
  language: EditorLanguage;
  text: string;
  onChange(text: string): void;
  readOnly?: boolean;
  /** Accessible name. */
  label: string;
  marks?: EditorMark[];
  notes?: LineNote[];
  highlights?: Highlight[];
  /** A way out of a mark was chosen. Absent: none is offered. */
  onFix?(fix: PlacedFix): void;
  /** What is selected while the editor has the focus, an empty span for the cursor; undefined when it loses it. */
  onSelect?(span: Span | undefined): void;
  /** Move the cursor here and take the focus; a new object asks again. */
  reveal?: { span: Span };
}

/** A problem shown at its place. */
export interface EditorMark {
  id: string;
  span: Span;
  severity: 'error' | 'warning' | 'info' | 'hint';
  message: string;
  /** Ways out, the best first; what they change is the page's business. */
  fixes?: PlacedFix[];
}

/** Quiet text after the end of a line. */
export interface LineNote {
  /** Any offset on the line. */
  offset: number;
  text: string;
  tone: 'good' | 'bad' | 'quiet' | 'warn';
}

/** A stretch shown with a background. */
export interface Highlight {
  span: Span;
  /** A `reading` has no background, only its words. */
  kind: 'covered' | 'ran' | 'skipped' | 'origin' | 'way' | 'reading';
  /** Shown on hover, plain text. */
  hover?: string;
}
