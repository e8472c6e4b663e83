import type { PlaygroundDocument } from '../document/model';
import { askEmulator } from '../lens/ask-emulator';
import type { LensAnswer } from '../lens/emulate';
import type { LensQuestion } from '../lens/question';
import { createEngineClient, type WorkerLike } from '../worker/engine-client';

/**
 * What a local emulator would make of the template a document runs. The engine's worker reads the document, so that
 * the emulator's own worker carries nothing but the emulator. Never rejects; when `signal` aborts, both workers are
 * ended and the promise stays open.
 */
export async function askLens(
  document: PlaygroundDocument,
  signal: AbortSignal,
  startWorker: () => WorkerLike,
  ask: typeof askEmulator = askEmulator,
): Promise<LensAnswer> {
  const read = await questionFor(document, signal, startWorker);
  return 'why' in read ? { kind: 'unknown', why: read.why } : ask({ question: read }, signal);
}

function questionFor(
  document: PlaygroundDocument,
  signal: AbortSignal,
  startWorker: () => WorkerLike,
): Promise<LensQuestion | { why: string }> {
  return new Promise((resolve) => {
    const client = createEngineClient({
      want: 'question',
      startWorker,
      onAnswer: ({ question }) => end(question ?? { why: 'there is no template to render' }),
      onTrouble: () => end({ why: 'the document could not be read in time' }),
    });
    function end(read: LensQuestion | { why: string }) {
      client.dispose();
      resolve(read);
    }
    signal.addEventListener('abort', () => client.dispose(), { once: true });
    client.evaluate(document);
  });
}
