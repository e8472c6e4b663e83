import type { EditorPlace } from '../document/editor-place';

/** A part of the response. */
export type ResponsePart =
  | { kind: 'status' }
  /** Index into the response's headers. */
  | { kind: 'header'; index: number }
  /** Index into the body's pieces. */
  | { kind: 'piece'; index: number };

/**
 * What is being followed at present: a part of the response back to its origin, or the text at the cursor of an editor
 * on to where it went.
 */
export interface TraceSlice {
  /** The part pointed at, with the mouse or the keyboard. */
  pointed?: ResponsePart;
  /** What is selected in the editor that has the focus; an empty span is the cursor. */
  cursor?: EditorPlace;
}

export function pointAt(trace: TraceSlice, pointed: ResponsePart | undefined): TraceSlice {
  if (samePart(trace.pointed, pointed)) return trace;
  const { pointed: _, ...rest } = trace;
  return pointed ? { ...rest, pointed } : rest;
}

/** A cursor that is set ends the following of a part: the person is elsewhere now. */
export function placeCursor(trace: TraceSlice, cursor: EditorPlace | undefined): TraceSlice {
  if (cursor) return { cursor };
  const { cursor: before, ...rest } = trace;
  return before ? rest : trace;
}

function samePart(a: ResponsePart | undefined, b: ResponsePart | undefined): boolean {
  const index = (part: ResponsePart | undefined) => (part && 'index' in part ? part.index : -1);
  return a?.kind === b?.kind && index(a) === index(b);
}
