import type { PlaygroundDocument } from '../document/model';
import type { CaseSummary } from '../document/summarise-case';
import type { Trouble } from '../worker/engine-client';

/*
 * All cases of a document side by side. The rows are filled one after the other; while that goes on, rows of the
 * run before stand as they were.
 */

/** What is known of one case. */
export type CaseRow =
  | { state: 'waiting' }
  | { state: 'done'; summary: CaseSummary }
  | { state: 'trouble'; trouble: Trouble };

export interface CasesSlice {
  /** By the cases' names, as they were when they were asked for. */
  rows: Readonly<Record<string, CaseRow>>;
  /** The document all rows belong to; absent while some are missing or older. */
  complete?: PlaygroundDocument;
}

export const NO_CASES: CasesSlice = { rows: {} };

/** Begins a run: rows of cases that are gone go, those of others stay until their new one is there. */
export function beginRun(slice: CasesSlice, document: PlaygroundDocument): CasesSlice {
  const rows: Record<string, CaseRow> = Object.create(null);
  for (const { name } of document.cases) rows[name] = slice.rows[name] ?? { state: 'waiting' };
  return { rows };
}

export function receiveRow(slice: CasesSlice, name: string, row: CaseRow): CasesSlice {
  return { rows: { ...slice.rows, [name]: row } };
}

export function endRun(slice: CasesSlice, document: PlaygroundDocument): CasesSlice {
  return { ...slice, complete: document };
}

/** A document with one of its cases alone, which is all that case's evaluation needs. */
export function aloneCase(document: PlaygroundDocument, index: number): PlaygroundDocument {
  return { ...document, cases: document.cases.slice(index, index + 1), activeCase: 0 };
}

/** Whether two documents differ in nothing that any case's summary depends on. */
export function sameCases(a: PlaygroundDocument, b: PlaygroundDocument): boolean {
  return a.cases === b.cases && a.rules === b.rules && a.templates === b.templates && a.request === b.request;
}
