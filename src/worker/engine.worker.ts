import { evaluateDocument } from '../document/evaluate-document';
import type { EvaluateRequest, FromWorker } from './protocol';

/** The part of a worker's global scope used here; the DOM's types do not know workers. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<EvaluateRequest>) => void) | null;
  postMessage(message: FromWorker): void;
};

scope.onmessage = ({ data: { id, document } }) => {
  const start = performance.now();
  try {
    const evaluation = evaluateDocument(document);
    scope.postMessage({ kind: 'answer', id, evaluation, took: performance.now() - start });
  } catch (error) {
    scope.postMessage({ kind: 'failed', id, message: String(error) });
  }
};

scope.postMessage({ kind: 'ready' });
