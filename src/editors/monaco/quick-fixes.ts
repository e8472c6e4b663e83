import type { PlacedFix } from '../../document/evaluation';
import type { EditorMark } from '../types';
import { monaco } from './monaco';

/*
 * The ways out of a mark as Monaco's quick fixes. What a fix changes may lie in several texts, so Monaco only says
 * which one was chosen.
 */

type Model = monaco.editor.ITextModel;

interface Offer {
  marks: readonly EditorMark[];
  onFix(fix: PlacedFix): void;
}

const offers = new WeakMap<Model, Offer>();

/** Offers the fixes of a text's marks, in place of those offered before. */
export function offerFixes(
  model: Model,
  marks: readonly EditorMark[],
  onFix: Offer['onFix'] | undefined,
): void {
  if (onFix) offers.set(model, { marks, onFix });
  else offers.delete(model);
}

const COMMAND = 'playground.fix';

monaco.editor.registerCommand(COMMAND, (_accessor, uri: monaco.Uri, fix: PlacedFix) => {
  const model = monaco.editor.getModel(uri);
  if (model) offers.get(model)?.onFix(fix);
});

monaco.languages.registerCodeActionProvider(['json', 'yaml', 'vtl', 'http', 'plaintext'], {
  provideCodeActions(model, _range, { markers }) {
    const actions = (offers.get(model)?.marks ?? []).flatMap(({ message, fixes = [] }) => {
      // The marker is the mark as Monaco keeps it, moved along with what was typed since.
      const diagnostics = markers.filter((marker) => marker.message === message);
      return diagnostics.length === 0
        ? []
        : fixes.map((fix, index) => action(model, fix, diagnostics, index === 0));
    });
    return { actions, dispose() {} };
  },
});

function action(
  model: Model,
  fix: PlacedFix,
  diagnostics: monaco.editor.IMarkerData[],
  first: boolean,
): monaco.languages.CodeAction {
  const { title, safe } = fix;
  return {
    title,
    kind: 'quickfix',
    diagnostics,
    isPreferred: first && safe,
    command: { id: COMMAND, title, arguments: [model.uri, fix] },
  };
}
