import { expect, test, vi } from 'vitest';
import { newDocument } from '../document/changes';
import type { LensQuestion } from '../lens/question';
import type { WorkerLike } from '../worker/engine-client';
import type { FromWorker } from '../worker/protocol';
import { askLens } from './ask-lens';

const QUESTION = { template: 'a', body: '{}' } as LensQuestion;
const RENDERED = { kind: 'rendered', output: 'b' } as const;

function startFake() {
  const worker: WorkerLike = {
    postMessage: vi.fn(),
    terminate: vi.fn(),
    onmessage: null,
    onerror: null,
    onmessageerror: null,
  };
  const say = (data: FromWorker) => worker.onmessage?.({ data } as MessageEvent<FromWorker>);
  return { worker, say };
}

test('asks the engine what to ask, then the emulator', async () => {
  const { worker, say } = startFake();
  const ask = vi.fn(async () => RENDERED);
  const answer = askLens(newDocument(), new AbortController().signal, () => worker, ask);
  say({ kind: 'ready' });
  expect(worker.postMessage).toHaveBeenCalledWith(expect.objectContaining({ want: 'question', id: 1 }));
  say({ kind: 'question', id: 1, question: QUESTION });
  expect(await answer).toEqual(RENDERED);
  expect(ask).toHaveBeenCalledWith({ question: QUESTION }, expect.anything());
  expect(worker.terminate).toHaveBeenCalled();
});

test('without a template there is nothing to ask', async () => {
  const { worker, say } = startFake();
  const ask = vi.fn(async () => RENDERED);
  const answer = askLens(newDocument(), new AbortController().signal, () => worker, ask);
  say({ kind: 'ready' });
  say({ kind: 'question', id: 1 });
  expect(await answer).toEqual({ kind: 'unknown', why: 'there is no template to render' });
  expect(ask).not.toHaveBeenCalled();
});

test('an abort ends the worker', () => {
  const { worker } = startFake();
  const stop = new AbortController();
  void askLens(newDocument(), stop.signal, () => worker);
  stop.abort();
  expect(worker.terminate).toHaveBeenCalled();
});
