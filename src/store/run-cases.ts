import type { PlaygroundDocument } from '../document/model';
import { createEngineClient, type WorkerLike } from '../worker/engine-client';
import { aloneCase, beginRun, type CasesSlice, endRun, receiveRow, sameCases } from './cases-slice';

/** Pause in typing before all cases are run anew, in ms. */
const PAUSE = 300;

interface CaseRunnerOptions {
  startWorker(): WorkerLike;
  change(change: (slice: CasesSlice) => CasesSlice): void;
}

export interface CaseRunner {
  /** Runs all cases of a document, at once the first time and after a pause from then on. */
  run(document: PlaygroundDocument): void;
  dispose(): void;
}

/**
 * Runs the cases of a document one after the other, in a worker of their own: the case that is being edited never
 * waits for them, and one that runs into the deadline costs the others no more than that.
 */
export function createCaseRunner({ startWorker, change }: CaseRunnerOptions): CaseRunner {
  let document: PlaygroundDocument | undefined;
  let index = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const client = createEngineClient({
    want: 'summary',
    startWorker,
    onAnswer: ({ summary }, { cases }) => done(cases[0]?.name, { state: 'done', summary }),
    onTrouble: (trouble, { cases }) => {
      done(cases[0]?.name, { state: 'trouble', trouble }, trouble.kind !== 'unavailable');
    },
  });

  function done(name: string | undefined, row: Parameters<typeof receiveRow>[2], goOn = true) {
    // Between a change of the document and the new run an answer to the old one still comes in.
    if (timer !== undefined || name === undefined) return;
    change((slice) => receiveRow(slice, name, row));
    index += 1;
    if (goOn) next();
  }

  function next() {
    const current = document;
    if (!current) return;
    if (index < current.cases.length) client.evaluate(aloneCase(current, index));
    else change((slice) => endRun(slice, current));
  }

  function begin(asked: PlaygroundDocument) {
    timer = undefined;
    index = 0;
    change((slice) => beginRun(slice, asked));
    next();
  }

  return {
    run(asked) {
      const before = document;
      document = asked;
      if (before && timer === undefined && sameCases(before, asked)) return;
      clearTimeout(timer);
      timer = setTimeout(() => begin(asked), before ? PAUSE : 0);
    },
    dispose() {
      clearTimeout(timer);
      document = undefined;
      client.dispose();
    },
  };
}
