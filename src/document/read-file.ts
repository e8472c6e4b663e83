/*
 * Reading a stored document: a file, a link, the browser's storage. What comes in may be anything, so each member
 * has its own reader and nothing is taken over that the format does not know.
 *
 * A text of the wrong kind refuses the whole document, because opening it emptied would be silently wrong. What
 * only adorns (title, latency, expectation, ...) is left out with a note.
 */
import { GATEWAY_RESPONSE_TYPES, type GatewayResponseType } from '../engine/scenario';
import {
  type BackendCase,
  DOCUMENT_FORMAT,
  DOCUMENT_VERSION,
  type Expectation,
  type NamedTemplate,
  type PlaygroundDocument,
} from './model';
import {
  freeName,
  MAX_CASES,
  MAX_EXPECTED_HEADERS,
  MAX_FILE_DEPTH,
  MAX_LATENCY,
  MAX_NAME_LENGTH,
  MAX_TEMPLATES,
  MAX_TEXT_LENGTH,
  MAX_TITLE_LENGTH,
  nameProblem,
} from './schema';

export type FileReading =
  /** `notes`: what was left out or changed on the way, one sentence each. */
  | { ok: true; document: PlaygroundDocument; notes: string[] }
  /** `message`: why it can't be opened and what to do. */
  | { ok: false; message: string };

/** Reads the text of a file. Never throws. `what` names it in sentences. */
export function readDocumentFile(text: string, what = 'file'): FileReading {
  // Escapes make JSON longer than what it holds: up to six characters for one.
  if (text.length > 6 * MAX_TEXT_LENGTH) return refuse(tooLarge());
  if (text.trim() === '') return refuse(`The ${what} is empty.`);
  if (isTooDeep(text)) {
    return refuse(
      `The ${what} is nested more than ${MAX_FILE_DEPTH} levels deep. It is not a playground document.`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(`The ${what} is not JSON, so it is not a document of this playground.`);
  }
  return readDocumentValue(value);
}

/** Reads an already parsed value of unknown shape. Never throws. */
export function readDocumentValue(value: unknown): FileReading {
  try {
    const notes: string[] = [];
    return { ok: true, document: readDocument(value, notes), notes };
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.message);
    throw error;
  }
}

function refuse(message: string): FileReading {
  return { ok: false, message };
}

/** Carries a refusal up from a member's reader; never leaves this file. */
class Refusal extends Error {}

type Members = ReadonlyMap<string, unknown>;

function readDocument(value: unknown, notes: string[]): PlaygroundDocument {
  const members = membersOf(value, 'The document');
  const format = members.get('format');
  if (format !== DOCUMENT_FORMAT) {
    throw new Refusal(
      format === undefined
        ? `This is not a playground document: it has no “format”: “${DOCUMENT_FORMAT}”.`
        : `This is not a playground document: its format is ${shown(format)}, expected “${DOCUMENT_FORMAT}”.`,
    );
  }
  checkVersion(members.get('version'));
  reportUnknown(members, DOCUMENT_MEMBERS, '', notes);
  const templates = list(members.get('templates'), 'templates', MAX_TEMPLATES, []);
  const cases = list(members.get('cases'), 'cases', MAX_CASES);
  if (cases.length === 0)
    throw new Refusal('The document has no cases. It needs at least one backend answer.');
  const document: PlaygroundDocument = {
    format: DOCUMENT_FORMAT,
    version: DOCUMENT_VERSION,
    ...readTitle(members.get('title'), notes),
    cases: uniqueNames(
      cases.map((item, index) => readCase(item, index, notes)),
      'case',
      notes,
    ),
    activeCase: readActiveCase(members.get('activeCase'), cases.length, notes),
    rules: text(members.get('rules'), 'rules'),
    templates: uniqueNames(
      templates.map((item, index) => readTemplate(item, index, notes)),
      'template',
      notes,
    ),
    request: text(members.get('request'), 'request'),
  };
  if (textLength(document) > MAX_TEXT_LENGTH) throw new Refusal(tooLarge());
  return document;
}

function checkVersion(version: unknown): void {
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new Refusal(
      `The document's version is ${shown(version)}, expected a number such as ${DOCUMENT_VERSION}.`,
    );
  }
  if (version > DOCUMENT_VERSION) {
    throw new Refusal(
      `The document was written by a newer playground (version ${version}; this page reads up to version ` +
        `${DOCUMENT_VERSION}). Reload the page to get the newest one, then open it again.`,
    );
  }
}

const DOCUMENT_MEMBERS = [
  'format',
  'version',
  'title',
  'cases',
  'activeCase',
  'rules',
  'templates',
  'request',
  '$schema',
];

function readTitle(value: unknown, notes: string[]): { title?: string } {
  if (value === undefined) return {};
  if (typeof value !== 'string') {
    notes.push(`The title was left out: it has to be text, but is ${kindOf(value)}.`);
    return {};
  }
  const title = value.slice(0, MAX_TITLE_LENGTH).replace(/[\u0000-\u001f\u007f]+/g, ' ');
  if (value.length > MAX_TITLE_LENGTH) notes.push(`The title was cut to ${MAX_TITLE_LENGTH} characters.`);
  return title.trim() === '' ? {} : { title };
}

function readActiveCase(value: unknown, count: number, notes: string[]): number {
  if (value === undefined) return 0;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < count) return value;
  notes.push('The first case is shown: the document names an active case that does not exist.');
  return 0;
}

const CASE_MEMBERS = [
  'name',
  'answer',
  'functionError',
  'base64',
  'latencyInMillis',
  'gatewayFailure',
  'expected',
];

function readCase(value: unknown, index: number, notes: string[]): BackendCase {
  const where = `cases[${index}]`;
  const members = membersOf(value, where);
  reportUnknown(members, CASE_MEMBERS, where, notes);
  const result: BackendCase = {
    name: readName(members.get('name'), `case-${index + 1}`, where, notes),
    answer: text(members.get('answer'), `${where}.answer`),
  };
  const functionError = optional(members, 'functionError', isBoolean, 'true or false', where, notes);
  if (functionError !== undefined) result.functionError = functionError;
  const base64 = optional(members, 'base64', isBoolean, 'true or false', where, notes);
  if (base64 !== undefined) result.base64 = base64;
  const latency = optional(members, 'latencyInMillis', isLatency, `0 to ${MAX_LATENCY} ms`, where, notes);
  if (latency !== undefined) result.latencyInMillis = latency;
  const failure = optional(
    members,
    'gatewayFailure',
    isResponseType,
    'a gateway response type',
    where,
    notes,
  );
  if (failure !== undefined) result.gatewayFailure = failure;
  const expected = members.get('expected');
  if (expected !== undefined) result.expected = readExpectation(expected, `${where}.expected`, notes);
  return result;
}

const EXPECTATION_MEMBERS = ['statusCode', 'headers', 'body'];

function readExpectation(value: unknown, where: string, notes: string[]): Expectation {
  if (!isPlainObject(value)) {
    notes.push(`${where} was left out: it has to be an object, but is ${kindOf(value)}.`);
    return {};
  }
  const members = membersOf(value, where);
  reportUnknown(members, EXPECTATION_MEMBERS, where, notes);
  const result: Expectation = {};
  const statusCode = optional(members, 'statusCode', isStatus, 'a status from 100 to 599', where, notes);
  if (statusCode !== undefined) result.statusCode = statusCode;
  const body = optional(members, 'body', isString, 'text', where, notes);
  if (body !== undefined) result.body = body;
  const headers = optional(members, 'headers', isHeaders, 'a map from name to text', where, notes);
  if (headers !== undefined) result.headers = nullPrototype(Object.entries(headers));
  return result;
}

const TEMPLATE_MEMBERS = ['name', 'text'];

function readTemplate(value: unknown, index: number, notes: string[]): NamedTemplate {
  const where = `templates[${index}]`;
  const members = membersOf(value, where);
  reportUnknown(members, TEMPLATE_MEMBERS, where, notes);
  return {
    name: readName(members.get('name'), `template-${index + 1}.vtl`, where, notes),
    text: text(members.get('text'), `${where}.text`),
  };
}

function readName(value: unknown, fallback: string, where: string, notes: string[]): string {
  if (typeof value === 'string' && nameProblem(value, []) === undefined) return value;
  if (value !== undefined) notes.push(`${where} was named “${fallback}”: ${nameReason(value)}`);
  return fallback;
}

function nameReason(value: unknown): string {
  return typeof value === 'string'
    ? `its name is empty, longer than ${MAX_NAME_LENGTH} characters or has control characters.`
    : `its name has to be text, but is ${kindOf(value)}.`;
}

function uniqueNames<Named extends { name: string }>(items: Named[], what: string, notes: string[]): Named[] {
  const taken: string[] = [];
  return items.map((item) => {
    const name = freeName(item.name, taken);
    if (name !== item.name) notes.push(`A second ${what} “${item.name}” was renamed to “${name}”.`);
    taken.push(name);
    return { ...item, name };
  });
}

// ### Readers of single values

/** A missing text is an empty one. */
function text(value: unknown, where: string): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  throw new Refusal(`The document is damaged: ${where} has to be text, but is ${kindOf(value)}.`);
}

function list(value: unknown, where: string, most: number, fallback?: unknown[]): unknown[] {
  if (value === undefined && fallback) return fallback;
  if (!Array.isArray(value)) {
    throw new Refusal(`The document is damaged: ${where} has to be a list, but is ${kindOf(value)}.`);
  }
  if (value.length > most) {
    throw new Refusal(`The document has ${value.length} ${where}; ${most} is the most that can be opened.`);
  }
  return value;
}

/** The own members of an object, so that no look-up can reach a prototype. */
function membersOf(value: unknown, where: string): Members {
  if (isPlainObject(value)) return new Map(Object.entries(value));
  throw new Refusal(`${where} has to be an object, but is ${kindOf(value)}.`);
}

function optional<Value>(
  members: Members,
  name: string,
  accepts: (value: unknown) => value is Value,
  expected: string,
  where: string,
  notes: string[],
): Value | undefined {
  const value = members.get(name);
  if (value === undefined || accepts(value)) return value;
  notes.push(`${where}.${name} was left out: expected ${expected}, found ${shown(value)}.`);
  return undefined;
}

function reportUnknown(members: Members, known: readonly string[], where: string, notes: string[]): void {
  const unknown = [...members.keys()].filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const named = unknown.slice(0, 3).map(shown).join(', ');
  const rest = unknown.length > 3 ? ` and ${unknown.length - 3} more` : '';
  notes.push(`Left out what is not part of the format: ${named}${rest}${where ? ` in ${where}` : ''}.`);
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isStatus(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 599;
}

function isLatency(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MAX_LATENCY;
}

function isResponseType(value: unknown): value is GatewayResponseType {
  return GATEWAY_RESPONSE_TYPES.some((type) => type === value);
}

function isHeaders(value: unknown): value is Record<string, string> {
  if (!isPlainObject(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= MAX_EXPECTED_HEADERS && entries.every(([, header]) => typeof header === 'string');
}

function nullPrototype<Value>(entries: [string, Value][]): Record<string, Value> {
  const result: Record<string, Value> = Object.create(null);
  for (const [name, value] of entries) result[name] = value;
  return result;
}

function textLength(document: PlaygroundDocument): number {
  const texts = [
    document.rules,
    document.request,
    ...document.templates.map((template) => template.text),
    ...document.cases.flatMap(({ answer, expected }) => [
      answer,
      expected?.body ?? '',
      ...Object.entries(expected?.headers ?? {}).flat(),
    ]),
  ];
  return texts.reduce((sum, { length }) => sum + length, 0);
}

function tooLarge(): string {
  return `The document holds more than ${MAX_TEXT_LENGTH / 1024 / 1024} MB of text, the most the playground opens.`;
}

/** Whether brackets outside strings are nested too deeply; looked at before parsing, in linear time. */
function isTooDeep(source: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > MAX_FILE_DEPTH) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'text' : `a ${typeof value}`;
}

/** A foreign value as it may stand in a sentence: short, one line. */
function shown(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return kindOf(value);
  const line = value.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  return line.length > 40 ? `“${line.slice(0, 40)}…”` : `“${line}”`;
}
