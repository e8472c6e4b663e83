import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newDocument, setAnswer, setTitle } from '../document/changes';
import type { PlaygroundDocument } from '../document/model';
import type { WorkerLike } from '../worker/engine-client';
import type { EngineRequest } from '../worker/protocol';
import { type CasesSlice, NO_CASES } from './cases-slice';
import { createCaseRunner } from './run-cases';

const DEADLINE = 1500;

/** Answers every request but those for an answer of the text `slow`. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  asked: EngineRequest[] = [];

  constructor(loads: boolean) {
    setTimeout(() => {
      if (loads) this.onmessage?.({ data: { kind: 'ready' } } as MessageEvent);
      else this.onerror?.({ message: '' } as ErrorEvent);
    });
  }

  postMessage(request: EngineRequest) {
    this.asked.push(request);
    const [only] = request.document.cases;
    if (only?.answer === 'slow') return;
    const summary = { subject: only?.answer ?? '' };
    setTimeout(
      () => this.onmessage?.({ data: { kind: 'summary', id: request.id, summary } } as MessageEvent),
      1,
    );
  }

  terminate() {}
}

let workers: FakeWorker[];
let slice: CasesSlice;

function start(loads = true) {
  return createCaseRunner({
    startWorker: () => {
      const worker = new FakeWorker(loads);
      workers.push(worker);
      return worker;
    },
    change: (change) => {
      slice = change(slice);
    },
  });
}

function documentOf(...answers: string[]): PlaygroundDocument {
  return { ...newDocument(), cases: answers.map((answer, index) => ({ name: `${index}`, answer })) };
}

function shown(): string[] {
  return Object.values(slice.rows).map((row) =>
    row.state === 'done' ? (row.summary.subject ?? '') : row.state === 'trouble' ? row.trouble.kind : '…',
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  slice = NO_CASES;
});

afterEach(() => {
  vi.useRealTimers();
});

test('every case is run alone, one after the other', () => {
  const document = documentOf('a', 'b', 'c');
  start().run(document);
  vi.advanceTimersByTime(0);
  expect([shown(), slice.complete]).toEqual([['…', '…', '…'], undefined]);
  vi.advanceTimersByTime(10);
  expect([shown(), slice.complete]).toEqual([['a', 'b', 'c'], document]);
  expect(workers[0]?.asked.map(({ want, document: { cases } }) => [want, cases.length])).toEqual(
    Array(3).fill(['summary', 1]),
  );
});

test('a case that does not end is stopped, and the others are still run', () => {
  start().run(documentOf('a', 'slow', 'c'));
  vi.advanceTimersByTime(100);
  expect(shown()).toEqual(['a', '…', '…']);
  vi.advanceTimersByTime(DEADLINE);
  expect(shown()).toEqual(['a', 'stopped', 'c']);
  expect(workers).toHaveLength(2);
});

test('typing waits for a pause, and old rows stand until the new ones are there', () => {
  const runner = start();
  runner.run(documentOf('a', 'b'));
  vi.advanceTimersByTime(10);
  for (const text of ['x', 'xy', 'xyz']) {
    runner.run(documentOf(text, 'b'));
    vi.advanceTimersByTime(100);
  }
  expect([shown(), workers[0]?.asked.length]).toEqual([['a', 'b'], 2]);
  vi.advanceTimersByTime(400);
  expect([shown(), workers[0]?.asked.length]).toEqual([['xyz', 'b'], 4]);
});

test('another active case or title runs nothing anew', () => {
  const runner = start();
  const document = documentOf('a', 'b');
  runner.run(document);
  vi.advanceTimersByTime(10);
  runner.run(setTitle({ ...document, activeCase: 1 }, 'new'));
  vi.advanceTimersByTime(1000);
  expect(workers[0]?.asked).toHaveLength(2);
  runner.run(setAnswer(document, 'c', 1));
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual(['a', 'c']);
});

test('after dispose nothing is heard', () => {
  const runner = start();
  runner.run(documentOf('a', 'b'));
  runner.dispose();
  vi.advanceTimersByTime(5000);
  expect(slice).toBe(NO_CASES);
});

test('without the engine’s code the run ends instead of failing case by case', () => {
  start(false).run(documentOf('a', 'b'));
  vi.advanceTimersByTime(30_000);
  expect([shown(), workers.length]).toEqual([['unavailable', '…'], 2]);
});
