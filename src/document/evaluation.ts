import type { Evidence, Outcome } from '../engine/outcome';
import type { Span } from '../engine/text/span';
import type { EditorPlace } from './editor-place';
import type { PatternReading } from './read-patterns';

/** What became of a document. */
export interface Evaluation {
  /** Absent when a text could not be read; the page then keeps showing the last one, marked as stale. */
  outcome?: Outcome;
  /** Everything to tell: unreadable input first, then the outcome's problems, each at its place in an editor. */
  problems: PlacedProblem[];
  /** Where the places named in the outcome stand in the editors, by `placeKey`. */
  places: Record<string, EditorPlace>;
  /** Span of each integration response in the rules text, in the order of `outcome.rules`. */
  ruleSpans: Span[];
  /** Selection patterns in plain words, at their places in the rules text. */
  patterns?: PatternReading[];
}

export interface PlacedProblem {
  id: string;
  /** What is wrong in at most 60 characters. */
  title?: string;
  severity: 'error' | 'warning' | 'info' | 'hint';
  when: 'configuration' | 'request' | 'input';
  message: string;
  evidence: Evidence;
  place?: EditorPlace;
  /** Ways out, the best first. */
  fixes?: PlacedFix[];
}

/** A fix as changes of the document's texts. */
export interface PlacedFix {
  /** What it does, as an imperative. */
  title: string;
  /** It cannot change anything but the problem: may be applied with others at once. */
  safe: boolean;
  edits: PlacedTextEdit[];
}

/** A change of one text: `text` is written over the span. Those of the answer belong to the active case. */
export interface PlacedTextEdit extends EditorPlace {
  text: string;
}
