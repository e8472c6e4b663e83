/*
 * What a case should come to, held against what it comes to. Only what an expectation names is compared.
 */
import type { ClientResponse } from '../engine/outcome';
import type { Expectation } from './model';

/** One point in which a response is not what was expected; the texts are shortened for reading. */
export interface Difference {
  /** `status`, `header x-error`, `body`, or `body at $.items[0].id`. */
  where: string;
  expected: string;
  /** Absent: there is no such header or member. */
  actual?: string;
}

/** Characters of a value that are shown. */
const SHOWN = 80;

/** Characters of two texts shown before their first difference. */
const LEAD = 16;

/** Every expected point the response misses, in the order status, headers, body; empty when all are met. */
export function differencesFrom(expected: Expectation, response: ClientResponse): Difference[] {
  const found: Difference[] = [];
  const { statusCode, headers = {}, body } = expected;
  if (statusCode !== undefined && statusCode !== response.statusCode) {
    found.push({ where: 'status', expected: String(statusCode), actual: String(response.statusCode) });
  }
  for (const [name, value] of Object.entries(headers)) {
    const actual = headerValue(response, name);
    if (actual === value) continue;
    const where = `header ${name}`;
    found.push({ where, ...(actual === undefined ? { expected: shortened(value) } : apart(value, actual)) });
  }
  const difference = body === undefined ? undefined : bodyDifference(body, response.body.text);
  return difference ? [...found, difference] : found;
}

/**
 * The present response as an expectation. Headers that API Gateway adds by itself are left out but for the content
 * type, because ids and dates differ from call to call; a binary body is left out too.
 */
export function expectationOf(response: ClientResponse): Expectation {
  const headers: Record<string, string> = {};
  for (const { name, origin } of response.headers) {
    if (origin.kind === 'service' && name.toLowerCase() !== 'content-type') continue;
    headers[name] = headerValue(response, name) ?? '';
  }
  const { text } = response.body;
  return {
    statusCode: response.statusCode,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(text !== undefined && { body: text }),
  };
}

/** The lines of one header as one value, as RFC 9110 joins them. */
function headerValue({ headers }: ClientResponse, name: string): string | undefined {
  const values = headers.filter((header) => header.name.toLowerCase() === name.toLowerCase());
  return values.length === 0 ? undefined : values.map(({ value }) => value).join(', ');
}

function bodyDifference(expected: string, actual: string | undefined): Difference | undefined {
  if (actual === undefined) return { where: 'body', expected: shortened(expected), actual: 'binary' };
  if (actual === expected) return undefined;
  const [left, right] = [parsed(expected), parsed(actual)];
  return left && right
    ? jsonDifference(left.value, right.value)
    : { where: 'body', ...apart(expected, actual) };
}

/** A string, or a number with more digits than JavaScript keeps. */
const STRING_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.]{15,}(?:[eE][+-]?\d+)?/g;

/** JSON's value, with long numbers as they are written: two that differ in the last digit are not the same. */
function parsed(text: string): { value: unknown } | undefined {
  try {
    return {
      value: JSON.parse(
        text.replace(STRING_OR_LONG_NUMBER, (token) => (token[0] === '"' ? token : `"${token}"`)),
      ),
    };
  } catch {
    return undefined;
  }
}

/** The first difference of two JSON values; the order of an object's members does not count. */
function jsonDifference(expected: unknown, actual: unknown): Difference | undefined {
  // A stack of its own: JSON can be nested deeper than calls can.
  const open: { path: Path | undefined; left: unknown; right: unknown }[] = [
    { path: undefined, left: expected, right: actual },
  ];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const { path, left, right } = pair;
    if (left === right) continue;
    const [ours, theirs] = [entriesOf(left), entriesOf(right)];
    if (!ours || !theirs || Array.isArray(left) !== Array.isArray(right)) return told(path, left, right);
    for (const [key] of theirs)
      if (!ours.has(key)) return told({ key, parent: path }, undefined, theirs.get(key));
    // Backwards, because the stack turns them round.
    for (const [key, value] of [...ours].reverse()) {
      if (!theirs.has(key)) return told({ key, parent: path }, value, undefined);
      open.push({ path: { key, parent: path }, left: value, right: theirs.get(key) });
    }
  }
  return undefined;
}

/** Where a value stands, from the inside outwards. */
interface Path {
  key: string | number;
  parent: Path | undefined;
}

function entriesOf(value: unknown): Map<string | number, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map<string | number, unknown>(Array.isArray(value) ? value.entries() : Object.entries(value));
}

function told(path: Path | undefined, expected: unknown, actual: unknown): Difference {
  return {
    where: path ? `body at ${written(path)}` : 'body',
    expected: expected === undefined ? 'no such member' : shownValue(expected),
    ...(actual !== undefined && { actual: shownValue(actual) }),
  };
}

function written(path: Path): string {
  const keys: string[] = [];
  for (let at: Path | undefined = path; at && keys.length < 12; at = at.parent) {
    const { key } = at;
    keys.unshift(
      typeof key === 'number' ? `[${key}]` : /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `['${key}']`,
    );
  }
  return shortened(`$${keys.join('')}`);
}

function shownValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return shortened(JSON.stringify(value));
}

/** Two texts from a little before their first difference on. */
function apart(expected: string, actual: string): { expected: string; actual: string } {
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at += 1;
  const from = Math.max(0, at - LEAD);
  const cut = (text: string) => (from > 0 ? '…' : '') + shortened(text.slice(from));
  return { expected: cut(expected), actual: cut(actual) };
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
