/** Runs `work` for about `budget` ms after a warm-up and tells how often a second it ran: the median of five rounds. */
export function rate(work: () => unknown, budget = 1000): number {
  const round = (time: number): number => {
    const start = performance.now();
    let runs = 0;
    let passed = 0;
    // The clock is asked in batches that double, so that quick work is not measured together with the clock.
    for (let batch = 1; passed < time; batch = Math.min(batch * 2, 1024)) {
      for (let i = 0; i < batch; i++) sink = work();
      runs += batch;
      passed = performance.now() - start;
    }
    return (runs * 1000) / passed;
  };
  round(budget / 2);
  const rates = Array.from({ length: 5 }, () => round(budget / 5));
  return percentile(rates, 0.5);
}

/** Keeps the optimiser from dropping work whose result nobody reads. */
let sink: unknown;
export const lastResult = () => sink;

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
