import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askEmulator, type LensWorker } from './ask-emulator';
import type { LensRequest } from './protocol';

const REQUEST = { question: { template: 'a' } } as LensRequest;

function startFake() {
  const worker: LensWorker = {
    postMessage: vi.fn(),
    terminate: vi.fn(),
    onmessage: null,
    onerror: null,
  };
  const say = (data: unknown) => worker.onmessage?.({ data } as never);
  return { worker, say };
}

describe('askEmulator', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('gives the answer and ends the worker', async () => {
    const { worker, say } = startFake();
    const answer = askEmulator(REQUEST, undefined, () => worker);
    say('ready');
    say({ kind: 'rendered', output: 'x' });
    expect(await answer).toEqual({ kind: 'rendered', output: 'x' });
    expect(worker.terminate).toHaveBeenCalled();
  });

  test('ends a template that runs too long', async () => {
    const { worker, say } = startFake();
    const answer = askEmulator(REQUEST, undefined, () => worker);
    say('ready');
    vi.advanceTimersByTime(1001);
    expect(await answer).toEqual({ kind: 'stopped', why: 'it was still running after 1000 ms' });
    expect(worker.terminate).toHaveBeenCalled();
  });

  test('a slow network is no slow template', async () => {
    const { worker, say } = startFake();
    const answer = askEmulator(REQUEST, undefined, () => worker);
    vi.advanceTimersByTime(5000);
    say('ready');
    say({ kind: 'failed', message: 'm' });
    expect(await answer).toEqual({ kind: 'failed', message: 'm' });
  });

  test('code that cannot be loaded', async () => {
    const { worker } = startFake();
    const answer = askEmulator(REQUEST, undefined, () => worker);
    worker.onerror?.({} as never);
    expect((await answer).kind).toBe('unknown');
  });

  test('aborting ends the worker without an answer', () => {
    const { worker } = startFake();
    const abort = new AbortController();
    askEmulator(REQUEST, abort.signal, () => worker);
    abort.abort();
    expect(worker.terminate).toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
