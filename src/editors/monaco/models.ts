import type { EditorId } from '../types';
import { monaco } from './monaco';

/** More than a document has texts; the least recently shown beyond this lose their undo history. */
const MOST_KEPT = 40;

/** Which editor shows each text, the least recently shown first. */
const shown = new Map<string, EditorId>();

/** Path under which the React wrapper keeps the text named `model`, with its undo history and view state. */
export function modelPath(model: string): string {
  return `inmemory://playground/${encodeURIComponent(model)}`;
}

/** Notes that a model is on the screen, and lets go of one that has not been for long. */
export function touchModel(uri: monaco.Uri, editor: EditorId): void {
  const key = uri.toString();
  shown.delete(key);
  shown.set(key, editor);
  if (shown.size <= MOST_KEPT) return;
  for (const old of shown.keys()) {
    const model = monaco.editor.getModel(monaco.Uri.parse(old));
    if (model?.isAttachedToEditor()) continue;
    model?.dispose();
    shown.delete(old);
    return;
  }
}

/** The editor that shows the model with that URI. */
export function editorOf(uri: monaco.Uri): EditorId | undefined {
  return shown.get(uri.toString());
}
