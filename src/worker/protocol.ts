import type { Evaluation } from '../document/evaluation';
import type { PlaygroundDocument } from '../document/model';
import type { CaseSummary } from '../document/summarise-case';
import type { LensQuestion } from '../lens/question';

/** Page to worker. `id` grows with every request; the page drops answers to all but the newest. */
export interface EngineRequest {
  /** All about the active case, its short form for a table of many, or what to ask a local emulator. */
  want: Wanted;
  id: number;
  document: PlaygroundDocument;
}

/** What can be asked for, named as the answer to it. */
export type Wanted = 'answer' | 'summary' | 'question';

/** Worker to page. */
export interface EvaluateAnswer {
  kind: 'answer';
  id: number;
  evaluation: Evaluation;
  /** Time the worker spent, in ms. */
  took: number;
}

interface SummaryAnswer {
  kind: 'summary';
  id: number;
  summary: CaseSummary;
}

interface QuestionAnswer {
  kind: 'question';
  id: number;
  /** Absent when no template runs. */
  question?: LensQuestion;
}

/** What the worker says to the page. */
export type FromWorker =
  /** Its code is loaded; requests sent from now on are answered at once. */
  | { kind: 'ready' }
  | EvaluateAnswer
  | SummaryAnswer
  | QuestionAnswer
  /** The engine threw: a bug of ours. */
  | { kind: 'failed'; id: number; message: string };
