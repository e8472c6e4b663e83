import type { Evaluation } from '../document/evaluation';
import type { PlaygroundDocument } from '../document/model';

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
