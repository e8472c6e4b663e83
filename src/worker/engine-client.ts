import type { PlaygroundDocument } from '../document/model';
import type { EngineRequest, FromWorker, Wanted } from './protocol';

/*
 * The page's side of the engine worker. At most one document is being evaluated and at most one waits: while
 * somebody types, the newest text replaces the waiting one. A running regular expression or template can be
 * stopped in no other way than by ending its worker, so every run has a deadline, and passing it starts a new one.
 */

/** How long a document may be evaluated, in ms. Several times what the engine's own budgets allow. */
const DEADLINE = 1500;

/** How long the worker's code may take to load, in ms: a slow network is not a slow document. */
const LOAD_DEADLINE = 30_000;

/** Why there is no answer. */
export type Trouble =
  /** The deadline passed; the worker was ended and started again. */
  | { kind: 'stopped'; afterMillis: number }
  /** The engine threw: a bug of ours, with its message. */
  | { kind: 'bug'; message: string }
  /** The worker's code could not be loaded or started. */
  | { kind: 'unavailable' };

/** What the client needs of a `Worker`. */
export interface WorkerLike {
  postMessage(message: EngineRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface EngineClientOptions<Want extends Wanted> {
  /** What is asked for each document. */
  want: Want;
  startWorker(): WorkerLike;
  /** Called for the newest document only. */
  onAnswer(answer: AnswerTo<Want>, document: PlaygroundDocument): void;
  onTrouble(trouble: Trouble, document: PlaygroundDocument): void;
  /** In ms. Default: `DEADLINE`. */
  deadline?: number;
}

type AnswerTo<Want extends Wanted> = Extract<FromWorker, { kind: Want }>;

export interface EngineClient {
  /** Asks for a document's evaluation; answers to earlier documents are dropped from now on. */
  evaluate(document: PlaygroundDocument): void;
  dispose(): void;
}

interface Job {
  id: number;
  document: PlaygroundDocument;
}

/** Starts the engine worker and keeps it going. */
export function createEngineClient<Want extends Wanted>(options: EngineClientOptions<Want>): EngineClient {
  const deadline = options.deadline ?? DEADLINE;
  let worker: WorkerLike | undefined;
  let ready = false;
  let lastId = 0;
  let running: Job | undefined;
  let waiting: Job | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function start() {
    ready = false;
    worker = options.startWorker();
    worker.onmessage = (event) => receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      fail(ready ? { kind: 'bug', message: event.message } : { kind: 'unavailable' });
    };
    worker.onmessageerror = () => fail({ kind: 'bug', message: 'The answer could not be read.' });
    arm(LOAD_DEADLINE, { kind: 'unavailable' });
  }

  function arm(millis: number, trouble: Trouble) {
    clearTimeout(timer);
    timer = setTimeout(() => fail(trouble), millis);
  }

  function stop() {
    clearTimeout(timer);
    worker?.terminate();
    worker = undefined;
    ready = false;
    running = undefined;
  }

  function next() {
    clearTimeout(timer);
    running = waiting;
    waiting = undefined;
    if (!running) return;
    worker?.postMessage({ want: options.want, id: running.id, document: running.document });
    arm(deadline, { kind: 'stopped', afterMillis: deadline });
  }

  function receive(message: FromWorker) {
    if (message.kind === 'ready') {
      ready = true;
      next();
      return;
    }
    const job = running;
    if (!job || message.id !== job.id) return;
    next();
    if (job.id !== lastId) return;
    if (message.kind === 'failed') options.onTrouble({ kind: 'bug', message: message.message }, job.document);
    else if (answers(message, options.want)) options.onAnswer(message, job.document);
  }

  // What failed is not tried again by itself: the same document would fail the same way. A document that waited
  // gets a fresh worker; otherwise the next change starts one.
  function fail(trouble: Trouble) {
    const loaded = ready;
    const culprit = running ?? waiting;
    stop();
    if (!loaded) waiting = undefined;
    if (waiting || trouble.kind === 'stopped') start();
    if (culprit && culprit.id === lastId) options.onTrouble(trouble, culprit.document);
  }

  start();
  return {
    evaluate(document) {
      lastId += 1;
      waiting = { id: lastId, document };
      if (!worker) start();
      else if (ready && !running) next();
    },
    dispose() {
      waiting = undefined;
      stop();
    },
  };
}

function answers<Want extends Wanted>(message: FromWorker, want: Want): message is AnswerTo<Want> {
  return message.kind === want;
}
