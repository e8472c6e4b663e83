import type { EditorPlace } from '../document/editor-place';
import type { PlaygroundDocument } from '../document/model';
import type { Evidence, Outcome } from '../engine/outcome';
import type { Span } from '../engine/text/span';

/** Page to worker. `id` grows with every request; the page drops answers to all but the newest. */
export interface EvaluateRequest {
  id: number;
  document: PlaygroundDocument;
}

/** Worker to page. */
export interface EvaluateAnswer {
  kind: 'answer';
  id: number;
  evaluation: Evaluation;
  /** Time the worker spent, in ms. */
  took: number;
}

/** What the worker says to the page. */
export type FromWorker =
  /** Its code is loaded; requests sent from now on are answered at once. */
  | { kind: 'ready' }
  | EvaluateAnswer
  /** The engine threw: a bug of ours. */
  | { kind: 'failed'; id: number; message: string };

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
}

export interface PlacedProblem {
  id: string;
  severity: 'error' | 'warning' | 'info' | 'hint';
  when: 'configuration' | 'request' | 'input';
  message: string;
  evidence: Evidence;
  place?: EditorPlace;
}
