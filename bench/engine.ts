import { spawnSync } from 'node:child_process';
import velocity from 'velocityjs';
import { matchPattern, renderTemplate } from '../src/engine';
import { parseJson } from '../src/engine/json/parse-json';
import { lastResult, percentile, perSecond, printTable, rate, times } from './measure';
import { CATASTROPHIC, SELECTION_PATTERNS } from './patterns';
import { BENCH_TEMPLATES, type BenchTemplate } from './templates';

/*
 * How fast the engine is. Every figure is a rate or a time of this machine at this moment; what can be compared
 * between machines are the ratios, whose both sides are measured in this run.
 */

const CONTEXT = { requestId: 'c6af9ac6', stage: 'prod' };

benchTemplates();
benchPatterns();
benchJson();

function benchTemplates(): void {
  const jvm = jvmRates();
  const rows = BENCH_TEMPLATES.map((bench) => {
    const variables = { body: bench.body, context: CONTEXT };
    const ours = rate(() => renderTemplate(bench.template, variables));
    const result = renderTemplate(bench.template, variables);
    check(bench, result.ok ? result.output : JSON.stringify(result));
    const theirs = rate(() => renderWithVelocityjs(bench));
    check(bench, String(lastResult()));
    const java = jvm.get(bench.name);
    return [
      bench.name,
      perSecond(ours),
      perSecond(theirs),
      times(ours / theirs),
      ...(java ? [perSecond(java.parseRender), times(ours / java.parseRender)] : ['', '']),
    ];
  });
  printTable(
    'Templates: parse and render, per second',
    ['', 'ours', 'velocityjs', 'ratio', 'Velocity 1.7, warm JVM', 'ratio'],
    rows,
  );
  if (jvm.size === 0)
    console.log('  No JVM oracle: set VELOCITY_ORACLE to a command that understands --bench');
}

/** Fails the bench when an engine is fast because it did something else. */
function check({ name, startsWith }: BenchTemplate, output: string): void {
  const text = output.trimStart();
  if (!text.startsWith(startsWith)) throw new Error(`${name} came to ${JSON.stringify(text.slice(0, 200))}`);
}

/** velocityjs as a local emulator sets it up, with only what these templates call. */
function renderWithVelocityjs({ template, body }: BenchTemplate): string {
  return velocity.render(template, {
    input: { path: () => JSON.parse(body) },
    util: { escapeJavaScript: (text: string) => JSON.stringify(text).slice(1, -1).replaceAll("'", "\\'") },
    context: { ...CONTEXT, responseOverride: { header: {} } },
  });
}

/** Asks the JVM oracle, where one is named, about the same templates. */
function jvmRates(): Map<string, { parseRender: number; render: number }> {
  const rates = new Map<string, { parseRender: number; render: number }>();
  const command = process.env.VELOCITY_ORACLE;
  if (!command) return rates;
  const input = BENCH_TEMPLATES.map(({ name, template, body }) =>
    JSON.stringify({ id: name, template, body, context: CONTEXT }),
  ).join('\n');
  const { stdout, status } = spawnSync(command, ['--bench'], { input: `${input}\n`, encoding: 'utf8' });
  if (status !== 0) return rates;
  for (const line of stdout.trim().split('\n')) {
    const { id, parseRender, render } = JSON.parse(line);
    rates.set(id, { parseRender, render });
  }
  return rates;
}

function benchPatterns(): void {
  const rows = SELECTION_PATTERNS.map(([pattern, subject]) => {
    const each = rate(() => matchPattern(pattern, subject), 500);
    const native = rate(() => new RegExp(`^(?:${nativeSyntax(pattern)})$`, 's').test(subject), 200);
    return [pattern, micros(1e6 / each), micros(1e6 / native)];
  });
  printTable('Selection patterns: compile and match, µs', ['', 'ours', 'native RegExp'], rows);

  const hard = CATASTROPHIC.map(([pattern, subject]) => {
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      matchPattern(pattern, subject);
      return performance.now() - start;
    });
    const result = matchPattern(pattern, subject);
    const verdict = !result.ok ? 'stopped by the budget' : result.matches ? 'matches' : 'no match';
    return [pattern, `${percentile(times, 0.5).toFixed(2)} ms`, verdict];
  });
  printTable('Catastrophic patterns', ['', 'time', 'answer'], hard);
}

/** RegExp knows no inline flags at the head; they only matter to the answer, not to the time. */
function nativeSyntax(pattern: string): string {
  return pattern.replace(/\(\?[is]\)/g, '');
}

function micros(value: number): string {
  return value.toFixed(2);
}

function benchJson(): void {
  const text = JSON.stringify(
    Array.from({ length: 6500 }, (_, i) => ({
      id: `item-${i}`,
      name: `Item "number" ${i} – ä€`,
      price: i * 1.25,
      tags: ['new', `group-${i % 7}`, null, true],
      nested: { a: { b: [i, -i, i / 8] } },
    })),
  );
  const ours = rate(() => parseJson(text), 2000);
  const native = rate(() => JSON.parse(text), 2000);
  const size = `${(text.length / 1024 / 1024).toFixed(2)} MB`;
  printTable(
    `JSON of ${size}, parsed with every position kept`,
    ['', 'ms', 'of JSON.parse'],
    [
      ['ours', (1000 / ours).toFixed(1), times(native / ours)],
      ['JSON.parse', (1000 / native).toFixed(1), times(1)],
    ],
  );
}
