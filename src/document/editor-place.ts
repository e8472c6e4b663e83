import type { Place } from '../engine/outcome';
import type { Span } from '../engine/text/span';

/** Which of the document's texts. */
export type EditorId = 'answer' | 'rules' | 'template' | 'request';

/** A place in one of the texts of a document, in UTF-16 units of that text as it was typed. */
export interface EditorPlace {
  editor: EditorId;
  /** Name of the template, when `editor` is `template`. */
  template?: string;
  span: Span;
}

/** Key under which a place is looked up after it crossed from the worker. */
export function placeKey(place: Place): string {
  return JSON.stringify(place);
}
