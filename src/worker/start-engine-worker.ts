import type { WorkerLike } from './engine-client';

/** Starts the module worker the engine runs in. */
export function startEngineWorker(): WorkerLike {
  return new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
}
