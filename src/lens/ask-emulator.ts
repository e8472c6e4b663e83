import type { LensAnswer } from './emulate';
import type { LensRequest } from './protocol';

/** How long the emulator may render, in ms. */
const DEADLINE = 1000;

/** How long its code may take to load, in ms. */
const LOAD_DEADLINE = 15_000;

/** What is needed of a `Worker`. */
export interface LensWorker {
  postMessage(message: LensRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<LensAnswer | 'ready'>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/**
 * Asks what a local emulator would answer, in a worker of its own that is ended with the answer, when the deadline
 * passes, or when `signal` aborts (the promise then stays open). Never rejects.
 */
export function askEmulator(
  request: LensRequest,
  signal?: AbortSignal,
  start: () => LensWorker = startLensWorker,
): Promise<LensAnswer> {
  return new Promise((resolve) => {
    const worker = start();
    let timer = setTimeout(end, LOAD_DEADLINE, { kind: 'unknown', why: 'the emulator could not be loaded' });
    function end(answer?: LensAnswer) {
      clearTimeout(timer);
      worker.terminate();
      if (answer) resolve(answer);
    }
    signal?.addEventListener('abort', () => end(), { once: true });
    worker.onerror = () => end({ kind: 'unknown', why: 'the emulator could not be loaded' });
    worker.onmessage = ({ data }) => {
      if (data !== 'ready') return end(data);
      clearTimeout(timer);
      timer = setTimeout(end, DEADLINE, {
        kind: 'stopped',
        why: `it was still running after ${DEADLINE} ms`,
      });
    };
    worker.postMessage(request);
  });
}

function startLensWorker(): LensWorker {
  return new Worker(new URL('./lens.worker.ts', import.meta.url), { type: 'module' });
}
