import { expect } from 'vitest';
import type { ClientResponse, Outcome } from '../../src/engine/outcome';
import { evaluate } from '../../src/engine/pipeline/evaluate';
import type { Case, Expected } from './read-cases';

/** Fails, as a test does, unless the case comes to what is expected of it. */
export function checkCase({ scenario, expected }: Case): void {
  const outcome = evaluate(scenario);
  const { response } = outcome;
  if (expected.status !== undefined) expect(response.statusCode).toBe(expected.status);
  checkBody(response, expected);
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    expect(valuesOf(response, name), name).toEqual([value].flat());
  }
  for (const [name, part] of Object.entries(expected.headersContain ?? {})) {
    expect(valuesOf(response, name).join()).toContain(part);
  }
  const sent = response.headers.map(({ name }) => name.toLowerCase());
  for (const name of expected.absent ?? []) expect(sent).not.toContain(name.toLowerCase());
  checkExplanation(outcome, expected);
}

function valuesOf(response: ClientResponse, name: string): string[] {
  return response.headers.filter((header) => header.name === name).map(({ value }) => value);
}

function checkBody({ body }: ClientResponse, expected: Expected): void {
  const text = Buffer.from(body.bytes).toString('utf8');
  if (expected.body !== undefined) {
    expect(text).toBe(expected.body);
    expect(Buffer.from(body.bytes).equals(Buffer.from(expected.body, 'utf8'))).toBe(true);
  }
  if (expected.bodyBase64 !== undefined) {
    expect(Buffer.from(body.bytes).toString('base64')).toBe(expected.bodyBase64);
  }
  if ('bodyJson' in expected) expect(JSON.parse(text)).toEqual(expected.bodyJson);
  if (expected.bodyStart !== undefined) expect(text.startsWith(expected.bodyStart), text).toBe(true);
  if (expected.bodyContains !== undefined) expect(text).toContain(expected.bodyContains);
}

function checkExplanation(outcome: Outcome, expected: Expected): void {
  if (expected.chosen !== undefined) expect(outcome.chosenRule).toBe(expected.chosen);
  if (expected.verdicts) expect(outcome.rules.map(({ verdict }) => verdict)).toEqual(expected.verdicts);
  if (expected.log) expect(outcome.log).toEqual(expect.arrayContaining(expected.log));
  if (expected.logEnd) expect(outcome.log.slice(-expected.logEnd.length)).toEqual(expected.logEnd);
  if (expected.wholeLog) expect(outcome.log).toEqual(expected.wholeLog);
  const ids = outcome.problems.map(({ id }) => id);
  if (expected.problems) expect(ids).toEqual(expect.arrayContaining(expected.problems));
  if (expected.problemText) {
    const { problemText } = expected;
    expect(outcome.problems.some(({ message }) => message.startsWith(problemText))).toBe(true);
  }
  const { answeredBy } = outcome;
  if (expected.responseType) expect(answeredBy).toMatchObject({ responseType: expected.responseType });
  if (expected.customisedBy) expect(answeredBy).toMatchObject({ customisedBy: expected.customisedBy });
  if (expected.requestOutput !== undefined) {
    expect(outcome.requestTemplate?.output).toBe(expected.requestOutput);
  }
  if (expected.template) expect(outcome.template?.verdict).toBe(expected.template);
}
