/*
 * Fixes from the scenario's coordinates to those of the texts as they were typed. A fix of which one edit finds no sure
 * place is not offered at all.
 */
import type { Fix, FixEdit } from '../engine/outcome';
import { removeMember, setMember, type TextEdit } from './edit-rules';
import { encodedLike } from './encode-value';
import type { PlacedFix, PlacedTextEdit } from './evaluation';
import type { Locate } from './locate';
import { type Origins, pathKey } from './shape';

export type PlaceFix = (fix: Fix) => PlacedFix | undefined;

/** Makes the function that puts fixes at their places in the rules text and, through `locate`, in the others. */
export function newFixPlacer(rules: string, origins: Origins, locate: Locate): PlaceFix {
  const placeEdit = (edit: FixEdit): PlacedTextEdit | undefined => {
    switch (edit.kind) {
      case 'set':
        return inRules(setMember(rules, origins, edit.path, edit.value));
      case 'remove':
        return inRules(removeMember(rules, origins, edit.path));
      case 'replace':
        return replaced(edit, rules, origins, locate);
    }
  };
  return ({ title, safe, edits }) => {
    const placed = edits.map(placeEdit);
    if (!placed.every((edit) => edit !== undefined) || overlap(placed)) return undefined;
    return { title, safe, edits: placed };
  };
}

function inRules(edit: TextEdit | undefined): PlacedTextEdit | undefined {
  return edit && { editor: 'rules', ...edit };
}

/** Text inside a quoted or indented scalar is written as that scalar needs it. */
function replaced(
  { place, text }: Extract<FixEdit, { kind: 'replace' }>,
  rules: string,
  origins: Origins,
  locate: Locate,
): PlacedTextEdit | undefined {
  const found = 'span' in place && place.span ? locate(place) : undefined;
  if (!found) return undefined;
  if (place.in !== 'rules') return { ...found, text };
  const node = origins.get(pathKey(place.path));
  if (node?.kind !== 'scalar' || !node.style) return undefined;
  const { span } = found;
  switch (node.style) {
    case 'literal': {
      const line = rules.slice(rules.lastIndexOf('\n', span.from - 1) + 1, span.from);
      const indent = /^ */.exec(line)?.[0] ?? '';
      return { ...found, text: text.replaceAll('\n', `\n${indent}`) };
    }
    case 'double':
      return { ...found, text: encodedLike('', 'double', text, '').slice(1, -1) };
    case 'single':
      return /[\n\r]/.test(text) ? undefined : { ...found, text: text.replaceAll("'", "''") };
    default:
      return /[\n\r#:]/.test(text) ? undefined : { ...found, text };
  }
}

function overlap(edits: PlacedTextEdit[]): boolean {
  const sorted = edits.toSorted((a, b) => a.span.from - b.span.from);
  return sorted.some((edit, index) => {
    const next = sorted[index + 1];
    return (
      next !== undefined &&
      next.editor === edit.editor &&
      next.template === edit.template &&
      next.span.from < edit.span.to
    );
  });
}
