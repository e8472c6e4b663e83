import type { Span } from '../text/span';
import { headOf } from './observation';
import type { Item, Template } from './tree';

/*
 * How often the lines of a template ran. A line holds several parts; it ran as often as the one of them that ran
 * most. Parts that only white space stands for say nothing about a line.
 */

/** The parts of a template that count for a line, and the lines (1-based) of each. */
export type RunnableLines = Map<Span, number[]>;

/** The lines on which something can run. */
export function runnableLines({ source, items }: Template): RunnableLines {
  const lines: RunnableLines = new Map();
  const text = source.split('\n');
  const starts = [0];
  for (const line of text) starts.push((starts.at(-1) as number) + line.length + 1);
  let line = 0;
  const add = (part: Span) => {
    while (line > 0 && (starts[line] as number) > part.from) line--;
    while (line + 1 < text.length && (starts[line + 1] as number) <= part.from) line++;
    const numbers: number[] = [];
    for (let at = line; at < text.length && (starts[at] as number) < part.to; at++) {
      const start = starts[at] as number;
      const from = Math.max(0, part.from - start);
      if ((text[at] as string).slice(from, part.to - start).trim() !== '') numbers.push(at + 1);
    }
    if (numbers.length > 0) lines.set(part, numbers);
  };
  addParts(items, add);
  return lines;
}

function addParts(items: readonly Item[], add: (part: Span) => void): void {
  const open: Item[][] = [[...items].reverse()];
  for (let rest = open.at(-1); rest; rest = open.at(-1)) {
    const item = rest.pop();
    if (!item) {
      open.pop();
      continue;
    }
    if (item.type === 'macro' || (item.type === 'comment' && item.text === '')) continue;
    add(headOf(item));
    if (item.type === 'if') {
      for (const { head } of item.branches.slice(1)) add(head);
      if (item.otherwise) add(item.otherwise.head);
      for (const { body } of item.branches) open.push([...body.items].reverse());
      if (item.otherwise) open.push([...item.otherwise.body.items].reverse());
    } else if ('body' in item) open.push([...item.body.items].reverse());
  }
}

/** Line (1-based) to how often it ran, from how often its parts did; 0 for those that could have. */
export function countLines(lines: RunnableLines, hits: ReadonlyMap<Span, number>): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const [part, numbers] of lines) {
    const count = hits.get(part) ?? 0;
    for (const line of numbers) counts[line] = Math.max(counts[line] ?? 0, count);
  }
  return counts;
}
