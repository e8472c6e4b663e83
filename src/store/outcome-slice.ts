import { type EditorPlace, placeKey } from '../document/editor-place';
import type { Evaluation } from '../document/evaluation';
import type { PlaygroundDocument } from '../document/model';
import type { Outcome, Place } from '../engine/outcome';
import type { Trouble } from '../worker/engine-client';
import type { EvaluateAnswer } from '../worker/protocol';

/** A result on the screen, with the document it belongs to. */
export interface Shown {
  outcome: Outcome;
  evaluation: Evaluation;
  document: PlaygroundDocument;
}

export interface OutcomeSlice {
  /** The newest evaluation, readable or not. */
  evaluation: Evaluation;
  /** The document the newest evaluation is of; its places hold only there. */
  evaluated?: PlaygroundDocument;
  /** The newest evaluation that came to a response. */
  shown?: Shown;
  /** `shown` is older than what stands in the editors, and why. */
  stale?: 'unreadable' | 'trouble';
  trouble?: Trouble;
  /** Time the worker took for the newest evaluation, in ms. */
  took?: number;
}

export const NO_EVALUATION: Evaluation = { problems: [], places: {}, ruleSpans: [] };

/** Takes an evaluation in. One without an outcome leaves the last response standing, marked as stale. */
export function receiveEvaluation(
  slice: OutcomeSlice,
  document: PlaygroundDocument,
  evaluation: Evaluation,
  took?: number,
): OutcomeSlice {
  const time = took === undefined ? {} : { took };
  const { outcome } = evaluation;
  const newest = { evaluation, evaluated: document };
  if (outcome) return { ...newest, shown: { outcome, evaluation, document }, ...time };
  const kept = slice.shown ? { shown: slice.shown } : {};
  return { ...newest, ...kept, stale: 'unreadable', ...time };
}

export function receiveAnswer(
  slice: OutcomeSlice,
  answer: EvaluateAnswer,
  document: PlaygroundDocument,
): OutcomeSlice {
  return receiveEvaluation(slice, document, answer.evaluation, answer.took);
}

/** The engine gave no answer: the last response stays, marked, and the reason is told. */
export function receiveTrouble(slice: OutcomeSlice, trouble: Trouble): OutcomeSlice {
  return { ...slice, stale: 'trouble', trouble };
}

/** Where a place of the outcome stands in the editors, if it stands there at all. */
export function findPlace(evaluation: Evaluation, place: Place | undefined): EditorPlace | undefined {
  return place && evaluation.places[placeKey(place)];
}

/** A sentence for the person, about an answer that did not come. */
export function describeTrouble(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'stopped':
      return `Stopped after ${trouble.afterMillis / 1000} s without a result. A pattern or template that runs this long would not answer in the service either. The engine was started again.`;
    case 'bug':
      return `The playground's engine failed on this input. That is a bug of the playground, not of your document: ${trouble.message}`;
    case 'unavailable':
      return 'The engine could not be loaded, so nothing is evaluated. Check the connection; the next change tries again.';
  }
}
