import { lineStarts } from '../../editor-text';
import { lineAt } from '../../plain-lines';
import { scanTemplate } from './scan';

/** Lines that fold away under the first of them. Lines are 1-based; `to` stays hidden with the rest. */
export interface FoldedLines {
  from: number;
  to: number;
  kind: 'block' | 'comment';
}

const OPENERS = new Set(['if', 'foreach', 'define', 'macro']);
const BRANCHES = new Set(['elseif', 'else']);

/**
 * What can be folded: `#if`, `#foreach`, `#define`, `#macro` to the line before their `#end`, each branch of an `#if`
 * on its own, comments and text blocks of several lines.
 */
export function foldTemplate(text: string): FoldedLines[] {
  const starts = lineStarts(text);
  const folds: FoldedLines[] = [];
  const open: number[] = [];
  const close = (at: number) => {
    const from = open.pop();
    const to = lineAt(starts, at);
    if (from !== undefined && to > from) folds.push({ from: from + 1, to, kind: 'block' });
  };
  for (const token of scanTemplate(text)) {
    if (token.kind === 'comment' || token.kind === 'textBlock') {
      const from = lineAt(starts, token.from) + 1;
      const to = lineAt(starts, token.to - 1) + 1;
      if (to > from) folds.push({ from, to, kind: token.kind === 'comment' ? 'comment' : 'block' });
    } else if (token.kind === 'directive') {
      if (BRANCHES.has(token.name) && open.length > 0) {
        close(token.from);
        open.push(lineAt(starts, token.from));
      } else if (token.name === 'end') close(token.from);
      else if (OPENERS.has(token.name)) open.push(lineAt(starts, token.from));
    }
  }
  return folds.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
}
