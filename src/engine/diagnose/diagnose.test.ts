import { describe, expect, test } from 'vitest';
import { evaluate } from '../pipeline/evaluate';
import type { Scenario } from '../scenario';
import { CATALOGUE } from './catalogue';
import { diagnose } from './diagnose';

const ENTRIES = Object.entries(CATALOGUE);

describe('the catalogue', () => {
  test.each(ENTRIES)('%s is well written', (id, { title, help }) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(title.length).toBeLessThanOrEqual(60);
    expect(title).not.toMatch(/[.!]$/);
    for (const text of [help.symptom, help.cause, help.remedy]) expect(text).toMatch(/[.?`:]$/);
  });

  test('gives each section number once, in order', () => {
    const sections = ENTRIES.map(([, { section }]) => section);
    const inOrder = sections.toSorted((a, b) => order(a) - order(b));
    expect(sections).toEqual(inOrder);
  });
});

function order(section: string): number {
  return section.charCodeAt(0) * 1000 + Number(section.slice(1));
}

test('the gravest come first', () => {
  const scenario: Scenario = {
    integration: {
      type: 'AWS',
      integrationResponses: [
        { statusCode: '500', selectionPattern: 'a' },
        { statusCode: '500', selectionPattern: 'b' },
      ],
    },
    backend: { kind: 'lambda', payload: '{"errorMessage":"c"}', functionError: false },
  };
  const severities = diagnose(scenario, evaluate(scenario)).map(({ severity }) => severity);
  const order = ['error', 'warning', 'info', 'hint'];
  expect(severities).toEqual(severities.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(new Set(severities).size).toBeGreaterThan(1);
});
