import { lazy } from './code-point-ranges';
import { BLOCKS } from './unicode/blocks';

interface Block {
  from: number;
  /** One past the last. */
  to: number;
}

const table = lazy(() => {
  const blocks: Block[] = [];
  const byName = new Map<string, number>();
  let at = 0;
  for (const entry of BLOCKS.split(';')) {
    const [gap, sixteens, names] = entry.split(',') as [string, string, string];
    const from = at + Number.parseInt(gap || '0', 36);
    at = from + 16 * Number.parseInt(sixteens, 36);
    for (const name of names.split('|'))
      for (const spelling of [name, name.replaceAll(' ', ''), name.replace(/[ -]/g, '_')])
        byName.set(spelling, blocks.length);
    blocks.push({ from, to: at });
  }
  return { blocks, byName };
});

/** Number of a block by any name `Character.UnicodeBlock.forName` takes. */
export function blockNumber(name: string): number | undefined {
  return table().byName.get(name.toUpperCase());
}

/** Extent of a block. */
export function blockAt(number: number): Block {
  return table().blocks[number]!;
}
