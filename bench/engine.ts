import velocity from 'velocityjs';
import { matchPattern, renderTemplate } from '../src/engine';
import { parseJson } from '../src/engine/json/parse-json';
import { compileTemplate, render } from '../src/engine/vtl/render';
import { variablesOf } from '../src/engine/vtl/render-template';
import { jvmRates } from './jvm';
import { percentile, perSecond, printTable, rates, times } from './measure';
import { CATASTROPHIC, SELECTION_PATTERNS } from './patterns';
import { BENCH_TEMPLATES, type BenchTemplate } from './templates';

/*
 * How fast the engine is. Every figure is a rate or a time of this machine at this moment; what can be compared
 * between machines are the ratios, whose both sides are measured in this run.
 */

const CONTEXT = { requestId: 'c6af9ac6', stage: 'prod' };

await benchTemplates();
benchPatterns();
benchJson();

async function benchTemplates(): Promise<void> {
  const jvm = await jvmRates(BENCH_TEMPLATES, CONTEXT);
  const rows = BENCH_TEMPLATES.map((bench, index) => {
    const { name, template, body } = bench;
    const variables = { body, context: CONTEXT };
    const compiled = compileTemplate(template);
    if (!compiled.ok) throw new Error(`${name} does not parse`);
    const tree = velocity.parse(template);
    const result = renderTemplate(template, variables);
    check(bench, result.ok ? result.output : JSON.stringify(result));
    check(bench, velocity.render(template, velocityjsContext(body)));
    const { ours, theirs, oursParsed, theirsParsed } = rates({
      ours: () => renderTemplate(template, variables),
      theirs: () => velocity.render(template, velocityjsContext(body)),
      oursParsed: () => render(compiled.compiled, variablesOf(variables)),
      theirsParsed: () => new velocity.Compile(tree).render(velocityjsContext(body)),
    });
    const java = jvm?.[index];
    return [
      name,
      perSecond(ours),
      perSecond(theirs),
      times(ours / theirs),
      java ? perSecond(java) : '–',
      java ? times(ours / java) : '–',
      perSecond(oursParsed),
      times(oursParsed / theirsParsed),
    ];
  });
  printTable(
    'Templates a second: parse and render, then pre-parsed',
    [
      '',
      'ours',
      'velocityjs',
      'ratio',
      'Velocity 1.7, warm JVM',
      'ratio',
      'ours, pre-parsed',
      'of velocityjs',
    ],
    rows,
  );
  if (!jvm)
    console.log('  No JVM: javac, Velocity 1.7 or JsonPath is missing (see conformance/vtl/oracle.mjs)');
}

/** Fails the bench when an engine is fast because it did something else. */
function check({ name, startsWith }: BenchTemplate, output: string): void {
  const text = output.trimStart();
  if (!text.startsWith(startsWith)) throw new Error(`${name} came to ${JSON.stringify(text.slice(0, 200))}`);
}

/** What a local emulator gives velocityjs, with only what these templates call. */
function velocityjsContext(body: string) {
  return {
    input: { path: () => JSON.parse(body) },
    util: { escapeJavaScript: (text: string) => JSON.stringify(text).slice(1, -1).replaceAll("'", "\\'") },
    context: { ...CONTEXT, responseOverride: { header: {} } },
  };
}

function benchPatterns(): void {
  const rows = SELECTION_PATTERNS.map(([pattern, subject]) => {
    const { ours, native } = rates(
      {
        ours: () => matchPattern(pattern, subject),
        native: () => new RegExp(`^(?:${nativeSyntax(pattern)})$`, 's').test(subject),
      },
      350,
    );
    return [pattern, micros(1e6 / ours), micros(1e6 / native)];
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
  const orders = Array.from({ length: 6500 }, (_, i) => ({
    id: `item-${i}`,
    name: `Item "number" ${i} – ä€`,
    price: i * 1.25,
    tags: ['new', `group-${i % 7}`, null, true],
    nested: { a: { b: [i, -i, i / 8] } },
  }));
  const rows = [undefined, 2].map((indent) => {
    const text = JSON.stringify(orders, null, indent);
    const { ours, located, native } = rates(
      { ours: () => parseJson(text), located: () => parseJson(text, true), native: () => JSON.parse(text) },
      2800,
    );
    const size = `${(text.length / 1024 / 1024).toFixed(2)} MB`;
    const milliseconds = [ours, located, native].map((rate) => (1000 / rate).toFixed(1));
    return [
      `${size}, ${indent ? 'indented' : 'compact'}`,
      ...milliseconds,
      times(native / ours),
      times(native / located),
    ];
  });
  printTable(
    'JSON, ms',
    ['', 'ours', 'with every place noted', 'JSON.parse', 'ours, of it', 'with places, of it'],
    rows,
  );
}
