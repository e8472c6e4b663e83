import type { EditorId, EditorPlace } from '../document/editor-place';
import type { PlaygroundDocument } from '../document/model';
import type { Outcome } from '../engine/outcome';
import type { Span } from '../engine/text/span';
import { EARLIER_LIMIT, type EarlierWork } from './persistence';

/*
 * What is open, and what was open before it. A document is never dropped: one that was edited and then replaced
 * goes to the list of earlier work.
 */

export interface WorkSlice {
  document: PlaygroundDocument;
  /** Name of the template shown in the editor; undefined when there is none. */
  template?: string;
  /** The document as it was opened; while both are equal nothing is lost by replacing it. */
  opened: PlaygroundDocument;
  /** Set while a link's document is shown beside the person's own work, which stays untouched. */
  visit?: Visit;
  /** Replaced documents, newest first. */
  earlier: EarlierWork[];
  /** The newest request of each editor to show a place. */
  reveals: Partial<Record<EditorId, { span: Span }>>;
}

interface Visit {
  /** The address fragment the document came from. */
  link: string;
  /** The work to go back to. */
  own: PlaygroundDocument;
}

/**
 * The state a page starts with.
 *
 * @param opened What nothing is lost by replacing. Default: the document itself; for stored work an example, since
 * nobody knows any more what the work began with.
 */
export function startWork(
  document: PlaygroundDocument,
  earlier: EarlierWork[] = [],
  opened: PlaygroundDocument = document,
): WorkSlice {
  return { document, opened, earlier, reveals: {}, ...firstTemplate(document) };
}

/** Puts a changed document in place; the shown template follows when it was renamed or removed. */
export function changeDocument(work: WorkSlice, document: PlaygroundDocument): WorkSlice {
  if (document === work.document) return work;
  const { template, ...rest } = work;
  const names = document.templates.map(({ name }) => name);
  if (template !== undefined && names.includes(template)) return { ...work, document };
  const index = work.document.templates.findIndex(({ name }) => name === template);
  const next = names[Math.min(Math.max(index, 0), names.length - 1)];
  return { ...rest, document, ...(next === undefined ? {} : { template: next }) };
}

/** Opens another document in place of the present one, which can be had back if it was edited. */
export function openDocument(work: WorkSlice, document: PlaygroundDocument, now: number): WorkSlice {
  return startWork(document, keepAll(work, now));
}

/** Shows a link's document beside the person's own work. */
export function visitLink(
  work: WorkSlice,
  visited: { link: string; document: PlaygroundDocument; edited?: PlaygroundDocument | undefined },
  now: number,
): WorkSlice {
  const { link, document, edited = document } = visited;
  const own = work.visit?.own ?? work.document;
  const earlier = work.visit ? keepEdited(work, now) : work.earlier;
  return { ...startWork(edited, earlier, document), visit: { link, own } };
}

/** Makes the visited document the person's own; the former one goes to the earlier work. */
export function keepVisit(work: WorkSlice, now: number): WorkSlice {
  if (!work.visit) return work;
  const { visit, ...rest } = work;
  return { ...rest, earlier: addEarlier(work.earlier, visit.own, now) };
}

/** Goes back from a visit to the person's own work; edits to the visited document go to the earlier work. */
export function endVisit(work: WorkSlice, now: number): WorkSlice {
  if (!work.visit) return work;
  const { own } = work.visit;
  return startWork(own, keepEdited(work, now), work.opened);
}

/** Brings an earlier document back; the present one takes its place in the list. */
export function restoreEarlier(work: WorkSlice, index: number, now: number): WorkSlice {
  const entry = work.earlier[index];
  if (!entry) return work;
  const rest = { ...work, earlier: work.earlier.toSpliced(index, 1) };
  return openDocument(rest, entry.document, now);
}

export function showTemplate(work: WorkSlice, template: string): WorkSlice {
  return work.document.templates.some(({ name }) => name === template) ? { ...work, template } : work;
}

/** Brings the template that ran to the front when it is another one than before; otherwise people choose. */
export function followTemplate(work: WorkSlice, before: Outcome | undefined, after: Outcome): WorkSlice {
  const name = ranTemplate(after);
  return name === undefined || name === ranTemplate(before) ? work : showTemplate(work, name);
}

/** Name of the template an outcome ran; undefined for none and for one written inside the rules. */
export function ranTemplate(outcome: Outcome | undefined): string | undefined {
  const place = outcome?.template?.place;
  return place?.in === 'template' ? place.name : undefined;
}

/** Asks an editor to show a place; for a template it is brought to the front first. */
export function revealPlace(work: WorkSlice, place: EditorPlace): WorkSlice {
  const shown = place.template === undefined ? work : showTemplate(work, place.template);
  return { ...shown, reveals: { ...shown.reveals, [place.editor]: { span: place.span } } };
}

/** Whether anything was typed since the document was opened. */
export function isEdited(work: WorkSlice): boolean {
  return work.document !== work.opened && !sameDocument(work.document, work.opened);
}

export function sameDocument(a: PlaygroundDocument, b: PlaygroundDocument): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function keepAll(work: WorkSlice, now: number): EarlierWork[] {
  const earlier = keepEdited(work, now);
  return work.visit ? addEarlier(earlier, work.visit.own, now) : earlier;
}

function keepEdited(work: WorkSlice, now: number): EarlierWork[] {
  return isEdited(work) ? addEarlier(work.earlier, work.document, now) : work.earlier;
}

function addEarlier(earlier: EarlierWork[], document: PlaygroundDocument, now: number): EarlierWork[] {
  const others = earlier.filter((entry) => !sameDocument(entry.document, document));
  return [{ document, replacedAt: now }, ...others].slice(0, EARLIER_LIMIT);
}

function firstTemplate(document: PlaygroundDocument): { template?: string } {
  const first = document.templates[0];
  return first ? { template: first.name } : {};
}
