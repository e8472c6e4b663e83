import { decodeBase64Lenient, encodeBase64 } from '../engine/bytes/base64';
import { decodeUtf8, encodeUtf8 } from '../engine/bytes/utf8';
import { readPlainPath } from './plain-path';
import type { LensQuestion } from './question';

/*
 * `$input`, `$util` and the rest as an emulator on velocityjs sets them up: plain JavaScript objects, and the few
 * Java methods of strings that emulators commonly add. It is a sketch of such emulators, not of any one of them.
 */

/** The variables of a template. */
export function emulatorVariables(question: LensQuestion): Record<string, unknown> {
  const { body, params, context, stageVariables } = question;
  const payload = parseOr(body);
  const path = (jsonPath: unknown) => readPlainPath(payload, String(jsonPath));
  return {
    input: {
      body,
      path,
      json: (jsonPath: unknown) => JSON.stringify(path(jsonPath)),
      params: (name: unknown) => (name === undefined ? params : findParam(params, String(name))),
    },
    util: {
      escapeJavaScript: (text: unknown) => escapeJavaScript(String(text)),
      parseJson: (text: unknown) => JSON.parse(String(text)),
      urlEncode: (text: unknown) => encodeURIComponent(String(text)),
      urlDecode: (text: unknown) => decodeURIComponent(String(text).replaceAll('+', ' ')),
      base64Encode: (text: unknown) => encodeBase64(encodeUtf8(String(text))),
      base64Decode: (text: unknown) => decodeUtf8(decodeBase64Lenient(String(text))),
    },
    context,
    stageVariables,
  };
}

type StringMethod = (self: string, ...args: string[]) => unknown;

/** Java methods of strings that emulators add; JavaScript's regular expressions stand for Java's. */
export const STRING_METHODS: ReadonlyMap<string, StringMethod> = new Map<string, StringMethod>([
  ['contains', (self, part = '') => self.includes(part)],
  ['equals', (self, other) => self === other],
  ['equalsIgnoreCase', (self, other = '') => self.toLowerCase() === other.toLowerCase()],
  ['matches', (self, regex = '') => new RegExp(`^(?:${regex})$`).test(self)],
  ['replaceAll', (self, regex = '', by = '') => self.replace(new RegExp(regex, 'g'), by)],
  ['replaceFirst', (self, regex = '', by = '') => self.replace(new RegExp(regex), by)],
]);

function findParam(params: LensQuestion['params'], name: string): string | undefined {
  return [params.path, params.querystring, params.header].find((group) => Object.hasOwn(group, name))?.[name];
}

function parseOr(body: string): unknown {
  try {
    return JSON.parse(body === '' ? '{}' : body);
  } catch {
    return body;
  }
}

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '"': '\\"',
  "'": "\\'",
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escapeJavaScript(text: string): string {
  return text.replace(/[\\"'\b\f\n\r\t]/g, (character) => ESCAPES[character] ?? character);
}
