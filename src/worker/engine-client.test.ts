import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newDocument } from '../document/changes';
import type { PlaygroundDocument } from '../document/model';
import { createEngineClient, type Trouble, type WorkerLike } from './engine-client';
import type { EngineRequest, FromWorker } from './protocol';

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  requests: EngineRequest[] = [];
  ended = false;

  postMessage(message: EngineRequest) {
    this.requests.push(message);
  }

  terminate() {
    this.ended = true;
  }

  say(message: FromWorker) {
    this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  }

  answer(request = this.requests.at(-1)) {
    const evaluation = { problems: [], places: {}, ruleSpans: [] };
    this.say({ kind: 'answer', id: request?.id ?? 0, evaluation, took: 1 });
  }

  get asked() {
    return this.requests.map(({ document }) => document.rules);
  }
}

let workers: FakeWorker[];
let answered: string[];
let troubles: Trouble[];

function start() {
  return createEngineClient({
    want: 'answer',
    startWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    onAnswer: (_answer, document) => answered.push(document.rules),
    onTrouble: (trouble) => troubles.push(trouble),
    deadline: 100,
  });
}

function rules(text: string): PlaygroundDocument {
  return { ...newDocument(), rules: text };
}

function worker(index = -1): FakeWorker {
  const found = workers.at(index);
  if (!found) throw new Error('No worker was started.');
  return found;
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  answered = [];
  troubles = [];
});

afterEach(() => {
  vi.useRealTimers();
});

describe('in order', () => {
  test('a document waits until the worker is ready and is answered', () => {
    const client = start();
    client.evaluate(rules('a'));
    expect(worker().asked).toEqual([]);
    worker().say({ kind: 'ready' });
    expect(worker().asked).toEqual(['a']);
    worker().answer();
    expect(answered).toEqual(['a']);
  });

  test('while one runs, only the newest waits, and answers to older ones are dropped', () => {
    const client = start();
    worker().say({ kind: 'ready' });
    for (const text of ['a', 'b', 'c', 'd']) client.evaluate(rules(text));
    expect(worker().asked).toEqual(['a']);
    worker().answer();
    expect(worker().asked).toEqual(['a', 'd']);
    expect(answered).toEqual([]);
    worker().answer();
    expect(answered).toEqual(['d']);
  });

  test('an answer nobody waits for is ignored', () => {
    const client = start();
    worker().say({ kind: 'ready' });
    client.evaluate(rules('a'));
    worker().answer();
    worker().answer();
    expect(answered).toEqual(['a']);
  });
});

describe('the deadline', () => {
  test('ends the worker, says so and starts another', () => {
    const client = start();
    worker().say({ kind: 'ready' });
    client.evaluate(rules('slow'));
    vi.advanceTimersByTime(100);
    expect(worker(0).ended).toBe(true);
    expect(troubles).toEqual([{ kind: 'stopped', afterMillis: 100 }]);
    expect(workers).toHaveLength(2);
    client.evaluate(rules('quick'));
    worker().say({ kind: 'ready' });
    expect(worker().asked).toEqual(['quick']);
    worker().answer();
    expect(answered).toEqual(['quick']);
  });

  test('goes on with the document that waited, without telling of the one it replaced', () => {
    const client = start();
    worker().say({ kind: 'ready' });
    client.evaluate(rules('slow'));
    client.evaluate(rules('quick'));
    vi.advanceTimersByTime(100);
    expect(troubles).toEqual([]);
    worker().say({ kind: 'ready' });
    worker().answer();
    expect(answered).toEqual(['quick']);
  });

  test('does not run while the worker loads', () => {
    const client = start();
    client.evaluate(rules('a'));
    vi.advanceTimersByTime(5000);
    expect(troubles).toEqual([]);
    worker().say({ kind: 'ready' });
    worker().answer();
    expect(answered).toEqual(['a']);
  });

  test('a late message of an ended worker is not heard', () => {
    const client = start();
    worker().say({ kind: 'ready' });
    client.evaluate(rules('slow'));
    vi.advanceTimersByTime(100);
    worker(0).answer();
    expect(answered).toEqual([]);
  });
});

describe('our own bugs', () => {
  test('an exception of the engine is told and the worker goes on', () => {
    const client = start();
    worker().say({ kind: 'ready' });
    client.evaluate(rules('odd'));
    worker().say({ kind: 'failed', id: 1, message: 'RangeError' });
    expect(troubles).toEqual([{ kind: 'bug', message: 'RangeError' }]);
    client.evaluate(rules('fine'));
    worker().answer();
    expect(answered).toEqual(['fine']);
    expect(workers).toHaveLength(1);
  });

  test('a crash of the worker is told, and the next change starts another', () => {
    const client = start();
    worker().say({ kind: 'ready' });
    client.evaluate(rules('odd'));
    worker().onerror?.({ message: 'out of memory' } as ErrorEvent);
    expect(troubles).toEqual([{ kind: 'bug', message: 'out of memory' }]);
    client.evaluate(rules('fine'));
    expect(workers).toHaveLength(2);
    worker().say({ kind: 'ready' });
    worker().answer();
    expect(answered).toEqual(['fine']);
  });

  test('code that does not load is told; the next change tries again', () => {
    const client = start();
    client.evaluate(rules('a'));
    worker().onerror?.({ message: '' } as ErrorEvent);
    expect(troubles).toEqual([{ kind: 'unavailable' }]);
    client.evaluate(rules('b'));
    worker().say({ kind: 'ready' });
    worker().answer();
    expect(answered).toEqual(['b']);
  });
});

test('after dispose nothing is heard', () => {
  const client = start();
  worker().say({ kind: 'ready' });
  client.evaluate(rules('a'));
  client.dispose();
  worker(0).answer();
  vi.advanceTimersByTime(60_000);
  expect([answered, troubles, worker(0).ended]).toEqual([[], [], true]);
});
