import type { EditorPlace } from '../document/editor-place';
import type { PlaygroundDocument } from '../document/model';
import { createEngineClient } from '../worker/engine-client';
import type { EvaluateAnswer } from '../worker/protocol';
import { startEngineWorker } from '../worker/start-engine-worker';
import { showStage } from './layout-slice';
import { receiveAnswer, receiveTrouble } from './outcome-slice';
import { changeLayout, changeOutcome, changeWork, store } from './store';
import { changeDocument, followTemplate, revealPlace } from './work-slice';

/*
 * Binds the store to the engine: every change of the document is sent to the worker, every answer comes back into
 * the outcome.
 */

/** Evaluates the present document and each one after it. Returns a function that ends this. */
export function startEvaluating(): () => void {
  const client = createEngineClient({
    want: 'answer',
    startWorker: startEngineWorker,
    onAnswer: take,
    onTrouble: (trouble) => changeOutcome((outcome) => receiveTrouble(outcome, trouble)),
  });
  client.evaluate(store.getState().work.document);
  const unsubscribe = store.subscribe((state, before) => {
    if (state.work.document !== before.work.document) client.evaluate(state.work.document);
  });
  return () => {
    unsubscribe();
    client.dispose();
  };
}

function take(answer: EvaluateAnswer, document: PlaygroundDocument) {
  const before = store.getState().outcome.shown?.outcome;
  const after = answer.evaluation.outcome;
  if (after) changeWork((work) => followTemplate(work, before, after));
  changeOutcome((outcome) => receiveAnswer(outcome, answer, document));
}

/** Changes the document. */
export function edit(change: (document: PlaygroundDocument) => PlaygroundDocument): void {
  changeWork((work) => changeDocument(work, change(work.document)));
}

/** Shows a place in its editor; on a phone also its stage. */
export function goTo(place: EditorPlace): void {
  changeLayout((layout) => {
    const shown = showStage(layout, place.editor === 'request' ? 'template' : place.editor);
    return place.editor === 'request' ? { ...shown, requestOpen: true } : shown;
  });
  changeWork((work) => revealPlace(work, place));
}
