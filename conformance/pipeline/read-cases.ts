import { readdirSync, readFileSync } from 'node:fs';
import type { Evidence, RuleVerdict, TemplateVerdict } from '../../src/engine/outcome';
import type { GatewayResponseType, Scenario } from '../../src/engine/scenario';

/** A case: a scenario and what is known of its outcome. Members that are absent are not compared. */
export interface Case {
  id: string;
  title: string;
  /** Name of the recording, or of what the expectation is derived from. */
  source: string;
  evidence: Evidence['kind'];
  /** As the engine takes it, except that a binary body of the backend is `bodyBase64`. */
  scenario: Scenario;
  expected: Expected;
}

export interface Expected {
  status?: number;
  /** The body, byte for byte, as UTF-8 text. */
  body?: string;
  /** The body, byte for byte. */
  bodyBase64?: string;
  /** The body as JSON, where only the parsed value was recorded. */
  bodyJson?: unknown;
  bodyStart?: string;
  bodyContains?: string;
  /** Name (with its capitals) to value, or to the values of several lines in order. */
  headers?: Record<string, string | string[]>;
  headersContain?: Record<string, string>;
  /** Headers that must not be sent, in any capitals. */
  absent?: string[];
  /** Index of the rule that answers. */
  chosen?: number;
  verdicts?: RuleVerdict['verdict'][];
  /** Lines that are in the log. */
  log?: string[];
  /** The last lines of the log. */
  logEnd?: string[];
  /** The log from end to end. */
  wholeLog?: string[];
  /** Ids of problems that are told, among others. */
  problems?: string[];
  /** A problem's message begins so. */
  problemText?: string;
  responseType?: GatewayResponseType;
  customisedBy?: 'type' | 'default' | 'none';
  /** What the request template of a MOCK integration rendered. */
  requestOutput?: string;
  template?: TemplateVerdict['verdict'];
}

/** All cases of the files beside this one, by file name. */
export function readCases(): [file: string, cases: Case[]][] {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => {
    const cases = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case[];
    for (const { scenario } of cases) decodeBody(scenario.backend);
    return [file, cases];
  });
}

function decodeBody(backend: Scenario['backend'] & { bodyBase64?: string }): void {
  if (backend.kind !== 'http' || backend.bodyBase64 === undefined) return;
  backend.body = new Uint8Array(Buffer.from(backend.bodyBase64, 'base64'));
  delete backend.bodyBase64;
}
