const ROUNDS = 7;

/**
 * How often a second each piece of work runs. They take turns, and the best of seven rounds counts: whatever else
 * the machine does slows a round down, nothing speeds one up.
 *
 * @param budget Time for one piece of work in all, in ms
 */
export function rates<Name extends string>(
  works: Record<Name, () => unknown>,
  budget = 1400,
): Record<Name, number> {
  const names = Object.keys(works) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) best[name] = Math.max(best[name], rateOf(works[name], budget / ROUNDS));
  }
  return best;
}

function rateOf(work: () => unknown, time: number): number {
  const start = performance.now();
  let runs = 0;
  let passed = 0;
  // The clock is asked in batches that double, so that quick work is not measured together with the clock.
  for (let batch = 1; passed < time; batch = Math.min(batch * 2, 1024)) {
    for (let i = 0; i < batch; i++) sink.value = work();
    runs += batch;
    passed = performance.now() - start;
  }
  return (runs * 1000) / passed;
}

/** Keeps the optimiser from dropping work whose result nobody reads. */
const sink: { value: unknown } = { value: undefined };
/** The value below which the given share of the values lies. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Prints rows under a head in aligned columns: the first to the left, the rest to the right. */
export function printTable(title: string, head: string[], rows: string[][]): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  console.log(`\n${title}`);
  for (const row of all) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('   ')}`);
  }
}

export function perSecond(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

export function times(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ×`;
}
