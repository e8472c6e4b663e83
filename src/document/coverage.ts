import type { PlaygroundDocument } from './model';
import type { CaseSummary } from './summarise-case';

/** Stretch of lines, 1-based, both ends included. */
export interface Lines {
  from: number;
  to: number;
}

export interface Coverage {
  /** Indexes of the rules that no case chose. */
  rules: number[];
  /** Templates of the document with lines that could run and never did. */
  templates: { name: string; lines: Lines[] }[];
  /** Names of the document's templates that no case ran. */
  unused: string[];
}

/**
 * What no case of a document reaches.
 *
 * @param rules How many rules there are.
 */
export function coverageOf(
  document: PlaygroundDocument,
  summaries: readonly CaseSummary[],
  rules: number,
): Coverage {
  const chosen = new Set(summaries.map(({ rule }) => rule?.index));
  const hits = new Map<string, Map<number, number>>();
  for (const { template } of summaries) {
    const name = template?.place?.template;
    if (!template || name === undefined) continue;
    const counts = hits.get(name) ?? new Map<number, number>();
    hits.set(name, counts);
    for (const [line, count] of Object.entries(template.lineHits)) {
      counts.set(Number(line), (counts.get(Number(line)) ?? 0) + count);
    }
  }
  return {
    rules: Array.from({ length: rules }, (_, index) => index).filter((index) => !chosen.has(index)),
    templates: document.templates.flatMap(({ name }) => {
      const lines = neverRun(hits.get(name));
      return lines.length === 0 ? [] : [{ name, lines }];
    }),
    unused: document.templates.flatMap(({ name }) => (hits.has(name) ? [] : [name])),
  };
}

/** Lines that have something to run and never did; those next to each other together. */
function neverRun(counts: ReadonlyMap<number, number> = new Map()): Lines[] {
  const stretches: Lines[] = [];
  const never = [...counts].flatMap(([line, count]) => (count === 0 ? [line] : []));
  for (const line of never.sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && line === last.to + 1) last.to = line;
    else stretches.push({ from: line, to: line });
  }
  return stretches;
}
