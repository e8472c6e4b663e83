import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../src/engine/text/json-value';
import { answer, difference, type VtlAnswer, type VtlQuestion } from './compare';

/*
 * Every case here was asked of Velocity 1.7 (`node conformance/record.mjs vtl`). A case the engine is known to answer
 * otherwise is listed with the reason.
 */

type Case = VtlQuestion & { category: string; expect: VtlAnswer };

/** Template to reason. */
const KNOWN: Record<string, string> = {};

const cases: Case[] = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'));

describe('Velocity 1.7', () => {
  test.each([...new Set(cases.map((one) => one.category))])('%s', (category) => {
    const members = cases.filter((one) => one.category === category);
    const differing = members.flatMap(({ category: _category, expect: theirs, ...question }) => {
      if (question.template in KNOWN) return [];
      const what = difference(answer(question), theirs);
      return what === undefined ? [] : [`${JSON.stringify(question.template)}: ${what}`];
    });
    console.info(
      `${category}: ${members.length - differing.length} of ${members.length} agree with Velocity`,
    );
    expect(differing).toEqual([]);
  });

  test('every known difference is a case', () => {
    const templates = new Set(cases.map(({ template }) => template));
    expect(Object.keys(KNOWN).filter((template) => !templates.has(template))).toEqual([]);
  });

  test('no case was recorded from a failing oracle', () => {
    expect(cases.length).toBeGreaterThan(900);
    expect(cases.filter(({ expect: theirs }) => theirs.failed !== undefined)).toEqual([]);
  });
});

/** A case recorded elsewhere, by other hands or on the service itself. */
interface OtherCase {
  id: string;
  group: string;
  template: string;
  body: JsonValue;
  context: Record<string, JsonValue>;
  stageVariables: Record<string, string>;
  params: NonNullable<VtlQuestion['params']>;
  expected: {
    output?: string;
    /** The output as JSON, where only its value was recorded. */
    json?: JsonValue;
    normalizeWhitespace?: boolean;
    responseOverride?: JsonValue;
    requestOverride?: JsonValue;
    error?: { line: number | null; column: number | null };
  };
}

describe.each(['vtl.json', 'vtl-aws-recorded.json'])('%s', (name) => {
  const file = new URL(`../../../shared/conformance/${name}`, import.meta.url);

  // These files lie beside the checkout only on some machines.
  test.skipIf(!existsSync(file))('agrees', () => {
    const others: OtherCase[] = JSON.parse(readFileSync(file, 'utf8'));
    const differing = others.flatMap((one) => {
      const what = otherDifference(one);
      return what === undefined ? [] : [`${one.id}: ${what}`];
    });
    console.info(`${name}: ${others.length - differing.length} of ${others.length} agree`);
    expect(differing).toEqual([]);
  });
});

function otherDifference(one: OtherCase): string | undefined {
  const { template, body, context, stageVariables, params, expected } = one;
  const text = body === null || typeof body === 'string' ? body : JSON.stringify(body);
  const ours = answer({ template, body: text, context, stageVariables, params });
  const output = ours.output ?? '';
  if (expected.error) {
    const { line, column } = expected.error;
    const same = ours.error?.line === (line ?? -1) && ours.error.column === (column ?? -1);
    return same ? undefined : `expected ${JSON.stringify(expected.error)}, got ${JSON.stringify(ours)}`;
  }
  if (ours.error) return JSON.stringify(ours.error);
  if (expected.json !== undefined) {
    return difference(
      { output: JSON.stringify(JSON.parse(output)) },
      { output: JSON.stringify(expected.json) },
    );
  }
  const squeeze = (value: string) =>
    expected.normalizeWhitespace ? value.replace(/\s+/g, ' ').trim() : value;
  const theirs: VtlAnswer = { output: squeeze(expected.output ?? '') };
  if (expected.responseOverride !== undefined) theirs.responseOverride = expected.responseOverride;
  if (expected.requestOverride !== undefined) theirs.requestOverride = expected.requestOverride;
  return difference({ ...ours, output: squeeze(output) }, theirs);
}
