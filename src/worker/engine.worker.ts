import { evaluateDocument } from '../document/evaluate-document';
import { summariseCase } from '../document/summarise-case';
import { questionOf } from '../lens/question';
import type { EngineRequest, FromWorker } from './protocol';

/** The part of a worker's global scope used here; the DOM's types do not know workers. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<EngineRequest>) => void) | null;
  postMessage(message: FromWorker): void;
};

scope.onmessage = ({ data }) => {
  try {
    scope.postMessage(answer(data));
  } catch (error) {
    scope.postMessage({ kind: 'failed', id: data.id, message: String(error) });
  }
};

function answer({ want, id, document }: EngineRequest): FromWorker {
  if (want === 'summary') {
    return { kind: 'summary', id, summary: summariseCase(document, document.activeCase) };
  }
  if (want === 'question') {
    const place = evaluateDocument(document).outcome?.template?.place;
    const question = place && questionOf(document, place);
    return question ? { kind: 'question', id, question } : { kind: 'question', id };
  }
  const start = performance.now();
  const evaluation = evaluateDocument(document);
  return { kind: 'answer', id, evaluation, took: performance.now() - start };
}

scope.postMessage({ kind: 'ready' });
