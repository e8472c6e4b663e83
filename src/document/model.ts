import type { GatewayResponseType } from '../engine/scenario';

/*
 * The document is what a person edits: a handful of texts, like a tiny project. The same document goes into the
 * share link, the download, the embed and local storage. It keeps what was typed, readable or not; reading it
 * into a Scenario is the business of the readers beside this file.
 */

/** Name of the file format. */
export const DOCUMENT_FORMAT = 'apigw-response-playground';

/** Version written by this code. Readers accept it and all before; a newer one is refused with a message. */
export const DOCUMENT_VERSION = 1;

export interface PlaygroundDocument {
  format: typeof DOCUMENT_FORMAT;
  version: typeof DOCUMENT_VERSION;
  /** Shown in the title bar and used for the file name. */
  title?: string;
  /** At least one. */
  cases: BackendCase[];
  /** Index into `cases`; the case shown and evaluated. */
  activeCase: number;
  /** YAML or JSON: the method as AWS writes it. A bare list is the integration responses. */
  rules: string;
  /** Mapping templates by name; a rule refers to one by that name. May be empty. */
  templates: NamedTemplate[];
  /** YAML or JSON: request, stage variables, `$context`. Empty: all defaults. */
  request: string;
}

/** One answer of the backend. */
export interface BackendCase {
  /** Unique within the document. */
  name: string;
  /**
   * What the backend answered, as the service would see it. Lambda: the payload. HTTP and other services: an HTTP
   * message (status line, headers, empty line, body), or a body alone, which counts as status 200. MOCK: unused.
   */
  answer: string;
  /** Lambda: the function threw. Absent: guessed from the payload. */
  functionError?: boolean;
  /** The body is written in base64 (binary content). */
  base64?: boolean;
  /** How long the backend takes, in ms. */
  latencyInMillis?: number;
  /** API Gateway itself answers, with this gateway response; `answer` is kept but unused. */
  gatewayFailure?: GatewayResponseType;
  /** What this case should come to; absent members are not compared. */
  expected?: Expectation;
}

export interface Expectation {
  statusCode?: number;
  /** Name (any case) to value. */
  headers?: Record<string, string>;
  /** Compared as JSON when both sides are JSON, else as text. */
  body?: string;
}

export interface NamedTemplate {
  /** Unique within the document, such as `error.vtl`. */
  name: string;
  text: string;
}
