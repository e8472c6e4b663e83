import { applyFix } from '../../document/apply-fix';
import type { EditorPlace } from '../../document/editor-place';
import type { PlacedFix, PlacedTextEdit } from '../../document/evaluation';
import { takeBack } from '../../document/fix-together';
import { isPlainScreen } from '../../editors/load-editors';
import { edit, goTo } from '../../store/session';
import { store, tell } from '../../store/store';

/**
 * Applies a fix and shows where it changed something. The change goes through the editors' texts, so undoing there
 * brings the old text back; where that does not reach, a notice offers it.
 */
export function runFix(fix: PlacedFix): void {
  const { outcome, work } = store.getState();
  const first = fix.edits[0];
  // Its places belong to the text it was found in, and a new answer is on its way.
  if (outcome.evaluated !== work.document || !first) return;
  const before = work.document;
  edit((document) => applyFix(document, fix));
  const after = store.getState().work.document;
  const oneText = fix.edits.every((other) => sameText(other, first));
  const plain = isPlainScreen();
  if (!plain) goTo(changedPlace(fix.edits, first));
  if (plain || !oneText) {
    tell({
      tone: 'info',
      text: `Done: ${fix.title}.`,
      action: { label: 'Undo', run: () => edit((document) => takeBack(document, before, after)) },
    });
  }
}

function sameText(a: PlacedTextEdit, b: PlacedTextEdit): boolean {
  return a.editor === b.editor && a.template === b.template;
}

/** Where the first edit stands when all edits before it in its text are made. */
function changedPlace(edits: readonly PlacedTextEdit[], first: PlacedTextEdit): EditorPlace {
  const { editor, template, span, text } = first;
  const moved = edits
    .filter((other) => other !== first && sameText(other, first) && other.span.to <= span.from)
    .reduce((sum, other) => sum + other.text.length - (other.span.to - other.span.from), 0);
  const from = span.from + moved;
  return { editor, span: { from, to: from + text.length }, ...(template === undefined ? {} : { template }) };
}
