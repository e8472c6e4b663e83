import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPath } from '../../src/engine/jsonpath/read-path';
import { answer, difference, newerAnswer, type OracleAnswer } from './compare';

/*
 * Recorded answers of the Java libraries against ours: Jayway JsonPath 2.0.0 with json-smart 2.2 on JDK 17 for the
 * answer, and 2.10.0 for what newer versions say.
 */

interface Case {
  category: string;
  path: string;
  json: string;
  expect: OracleAnswer;
  expectNew?: OracleAnswer;
}

/** The form of the wider collection that lies beside some checkouts. */
interface WideCase {
  id: string;
  category: string;
  path: string;
  json: string;
  expect: WideAnswer;
  expectNew?: WideAnswer;
}

interface WideAnswer {
  definite?: boolean | null;
  default: {
    javaToString?: string;
    javaClass?: string | null;
    jsonString?: string;
    jsonStringLtCompress?: string;
    error?: { stage: string; type: string; message: string };
  };
}

const cases: Case[] = JSON.parse(readFileSync(join(import.meta.dirname, 'cases.json'), 'utf8'));

describe('recorded answers of Jayway JsonPath 2.0.0', () => {
  const categories = [...new Set(cases.map((one) => one.category))];
  test.each(categories)('%s', (category) => {
    const members = cases.filter((one) => one.category === category);
    const failures = members.flatMap((one) => {
      const found = difference(answer(one), one.expect);
      return found ? [`${one.path} in ${one.json}: ${found}`] : [];
    });
    console.log(`jsonpath ${category}: ${members.length - failures.length} of ${members.length} agree`);
    expect(failures).toEqual([]);
  });
});

test('recorded answers of Jayway JsonPath 2.10.0', () => {
  const failures = cases.flatMap((one) => {
    const found = difference(newerAnswer(one), one.expectNew ?? one.expect);
    return found ? [`${one.path} in ${one.json}: ${found}`] : [];
  });
  console.log(`jsonpath, newer family: ${cases.length - failures.length} of ${cases.length} agree`);
  expect(failures).toEqual([]);
});

test('a difference between the two families is always reported', () => {
  const unreported = cases.filter((one) => one.expectNew && !readPath(one.path, one.json).newer);
  expect(unreported).toEqual([]);
});

const shared = join(import.meta.dirname, '../../../shared/conformance');
const files = ['jsonpath.json', 'jsonpath-comparison.json']
  .map((name) => join(shared, name))
  .filter(existsSync);

describe.runIf(files.length > 0)('the wider collection, where it lies beside the checkout', () => {
  test.each(files)('%s', (file) => {
    const wide: WideCase[] = JSON.parse(readFileSync(file, 'utf8')).cases;
    const failures = wide.flatMap((one) => {
      const older = difference(answer(one), narrow(one.expect));
      const newer = difference(newerAnswer(one), narrow(one.expectNew ?? one.expect));
      return [older, newer].flatMap((found) => (found ? [`${one.id} ${one.path}: ${found}`] : []));
    });
    console.log(`${file}: ${wide.length - failures.length} of ${wide.length} agree`);
    expect(failures).toEqual([]);
  });
});

function narrow({ definite, default: given }: WideAnswer): OracleAnswer {
  const form: OracleAnswer = {};
  if (typeof definite === 'boolean') form.definite = definite;
  if (given.error) return { ...form, error: given.error };
  return {
    ...form,
    json: given.jsonStringLtCompress ?? given.jsonString ?? '',
    text: given.javaToString ?? '',
    javaType: given.javaClass ?? 'null',
  };
}
