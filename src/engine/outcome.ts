import type { GatewayResponseType } from './scenario';
import type { JsonValue } from './text/json-value';
import type { Span } from './text/span';

/*
 * An outcome is what a scenario comes to, and why: the response the client gets, the verdict of every stage on
 * the way, and everything worth saying about it, each with its place. Plain data throughout.
 */

export interface Outcome {
  /** The response the client gets. Always complete, also when API Gateway answers with an error of its own. */
  response: ClientResponse;
  /** Who wrote the response: the backend's answer through the mapping, or API Gateway itself. */
  answeredBy: AnsweredBy;
  /** What the patterns were compared with; absent for proxy integrations and when the backend never answered. */
  subject?: MatchSubject;
  /** One verdict per integration response, in the order they were written. Empty for proxy integrations. */
  rules: RuleVerdict[];
  /** Index into `rules` of the integration response that was chosen. */
  chosenRule?: number;
  /** The response template's part; absent when the pipeline ended before it. */
  template?: TemplateVerdict;
  /** For MOCK: what the request template rendered. */
  requestTemplate?: TemplateVerdict;
  /** Overrides as they stood when rendering ended, and what became of each. */
  overrides: Override[];
  /** The stages in the order the answer travelled, the failing one last. */
  steps: Step[];
  /** What the person should know; places point into the scenario. */
  problems: Problem[];
  /** The execution log in the shape of the console's test feature, one entry a line, without timestamps. */
  log: string[];
}

export type AnsweredBy =
  | { kind: 'integration' }
  | {
      kind: 'gateway';
      responseType: GatewayResponseType;
      /** Whose customisation applies: the type's own, its DEFAULT_4XX/5XX, or none. */
      customisedBy: 'type' | 'default' | 'none';
      /** The reason as the execution log words it, where the failure happened in the pipeline. */
      reason?: string;
    };

export interface ClientResponse {
  statusCode: number;
  /** Standard reason phrase; empty for an unregistered status. */
  reason: string;
  headers: ResponseHeader[];
  body: ResponseBody;
}

/** One header line. A header with several values is several lines of one name. */
export interface ResponseHeader {
  name: string;
  value: string;
  origin: HeaderOrigin;
}

export type HeaderOrigin =
  /** `responseParameters` of the chosen rule or gateway response. */
  | { kind: 'mapping'; parameter: string; expression: string; place?: Place; source?: ValueSource }
  /** `$context.responseOverride.header`. */
  | { kind: 'override'; place?: Place; replaced?: string; source?: ValueSource }
  /** Passed on from the backend (proxy integrations). */
  | { kind: 'backend' }
  /** Put there by API Gateway. */
  | { kind: 'service'; why: string }
  /** Any of the above, sent under another name because the name is reserved. */
  | { kind: 'remapped'; from: string; origin: HeaderOrigin };

export interface ResponseBody {
  bytes: Uint8Array;
  /** The bytes as UTF-8 text; undefined when they are not valid UTF-8. */
  text?: string;
  /**
   * Which piece of the template wrote which stretch of the text, in order and without gaps; absent when no
   * template ran.
   */
  pieces?: OutputPiece[];
}

/** A stretch of rendered output and where it came from. */
export interface OutputPiece {
  /** Offsets in the rendered output, UTF-16 units. */
  output: Span;
  /** What wrote it, in the template named by the outcome's `template`. */
  template: Span;
  /** Text stands in the template as it is; a value was printed by a reference. */
  kind: 'text' | 'value';
  /** Where the value was read from, as far as known. */
  source?: ValueSource;
}

/** Where a value was read from. */
export interface ValueSource {
  in: 'answer' | 'request' | 'stageVariables' | 'context' | 'template';
  /** JSONPath-like reading path, for people: `$.errorMessage`, `header.Accept`. */
  path: string;
  /** Place in the text it was read from, when there is one. */
  span?: Span;
  /** The value went through methods or arithmetic: the whole source is named, not the exact stretch. */
  derived?: boolean;
  /** Values from other places went into it as well; this is the first of them. */
  mixed?: boolean;
  /** Assignments and loops of the template that handed the value on, in order. */
  via?: Span[];
}

export interface MatchSubject {
  text: string;
  /** What it is: the Lambda result's `errorMessage`, or a status as text. */
  what: 'errorMessage' | 'status';
  /** For `errorMessage`: where the string stands in the payload (its quotes included). Absent: there was none. */
  span?: Span;
}

export interface RuleVerdict {
  statusCode: string;
  selectionPattern: string;
  /**
   * - `chosen`: this rule answers
   * - `default`: the rule has no pattern and something else was chosen
   * - `also-matched`: matches too, but another one goes first (that order is assumed)
   * - `no-match`: the pattern does not cover the whole subject
   * - `invalid`: the pattern does not compile; the service refuses to store it
   * - `gave-up`: matching went over the step budget
   * - `replaced`: a later rule has the same status and overwrote this one
   * - `refused`: the service does not store the rule for a reason other than its pattern's syntax, such as a
   *   status that is none or a second default; the problems say which
   * - `not-tried`: the pipeline ended before selection
   */
  verdict:
    | 'chosen'
    | 'default'
    | 'also-matched'
    | 'no-match'
    | 'invalid'
    | 'gave-up'
    | 'replaced'
    | 'refused'
    | 'not-tried';
  /** For `chosen` by a pattern: what each piece of the pattern took of the subject, in the pattern's order. */
  covered?: { pattern: Span; text: Span }[];
  /** For `no-match`: how near it came. */
  nearMiss?: NearMiss;
  /** For `invalid`: Java's description and index. */
  error?: { description: string; index: number };
}

/** How far a pattern got before it failed. */
export interface NearMiss {
  /** Offset in the subject of the first character no attempt got past. */
  reached: number;
  /** The part of the pattern that refused it. */
  refusedBy?: Span;
  /** The pattern occurs inside the subject, though it does not cover it. */
  found?: Span;
}

export interface TemplateVerdict {
  /**
   * - `rendered`: it ran to its end
   * - `passthrough`: no template applies, the body goes on unchanged
   * - `failed`: it stopped with an error
   */
  verdict: 'rendered' | 'passthrough' | 'failed';
  /** Content type key it was chosen by. */
  contentType?: string;
  /** Where its text stands. */
  place?: Place;
  /** The request's media type the choice was made with. */
  accept?: string;
  /** Every output piece in order; present when rendered (and up to the error when failed). */
  pieces?: OutputPiece[];
  /** Rendered text (up to the error when failed). */
  output?: string;
  /** Line (1-based) to how often it ran; 0 for a line that could have. Blank lines are left out. */
  lineHits?: Record<number, number>;
  /** What it met on the way that tends to surprise. */
  facts?: TemplateFacts;
}

/** What a run of a template met. Each list ends after some hundred entries, and names a part of the template once. */
export interface TemplateFacts {
  /** References that came to nothing, wherever they stand, with what the first of them met. */
  missing: MissingReference[];
  /** References whose value was there and empty. */
  empty: { template: Span; what: 'text' | 'list' | 'map' }[];
  /** Where a reference printed nothing; one reference may do so often. */
  blanks: { template: Span /** Offset in the output. */; output: number }[];
  /** References that printed a map, which is in Java's form. */
  maps: Span[];
  /** Every `#set` that ran. */
  sets: Span[];
  /** A `#set` whose calculation had no result, so that the variable kept its value. */
  kept: Span[];
  /** Heads of loops that were cut off after the most rounds there may be. */
  cutLoops: Span[];
}

/** A reference that came to nothing. */
export interface MissingReference {
  template: Span;
  /** Index of the part that gave nothing; -1 for the variable itself. */
  part: number;
  /** Java class of the value that part was asked of. */
  of?: string;
  /** When that value is a map: some of its keys. */
  keys?: string[];
  /** The map has the member, and it is null. */
  isNull?: true;
  /** The first argument, when the part is a call with a text. */
  argument?: string;
}

export interface Override {
  target: 'status' | 'header';
  /** Header name. */
  name?: string;
  /** As the template printed it. */
  value: string;
  applied: boolean;
  /** Why not, or a remark. */
  note?: string;
  /** The assignment that set it. */
  place?: Place;
  /** Where the assigned value was read from, as far as known. */
  source?: ValueSource;
}

/** One stage of the pipeline. */
export interface Step {
  stage: Stage;
  verdict: 'ok' | 'skipped' | 'failed';
  /** One plain sentence with the user's own values. */
  text: string;
  evidence: Evidence;
  place?: Place;
}

export type Stage =
  | 'request'
  | 'backend'
  | 'subject'
  | 'selection'
  | 'method-response'
  | 'header-mapping'
  | 'template-choice'
  | 'content-handling'
  | 'template'
  | 'override'
  | 'content-type'
  | 'reserved-headers'
  | 'service-headers'
  | 'proxy'
  | 'gateway-response'
  | 'limits';

/** How a behaviour is known. */
export type Evidence = {
  kind:
    | 'documented'
    | 'recorded'
    /** Measured on the Java library the service runs. */
    | 'java-library'
    | 'emulator-source'
    | 'community'
    | 'assumed';
  /** Title of the page, name of the recording, or what is assumed. */
  source?: string;
  /** For `assumed`: key of the entry in the list of assumptions (`ASSUMPTIONS`). */
  assumption?: string;
};

/** Something to tell the person. Never an exception: those are our own bugs. */
export interface Problem {
  /** Stable, kebab-case; names the help page. */
  id: string;
  /** What is wrong in at most 60 characters, not what to do. */
  title?: string;
  severity: 'error' | 'warning' | 'info' | 'hint';
  /**
   * When the service notices: storing or deploying the configuration, or answering this request. `input` marks
   * text that could not be read at all.
   */
  when: 'configuration' | 'request' | 'input';
  /** What is wrong and what to do, with the user's own values; plain text. */
  message: string;
  place?: Place;
  evidence: Evidence;
  /** Ways out, the best first. */
  fixes?: Fix[];
}

/** An edit that removes a problem. */
export interface Fix {
  /** What the edit does, as an imperative: `Add .* to the pattern`. */
  title: string;
  /** It cannot change anything but the problem: may be applied with others at once. */
  safe: boolean;
  edits: FixEdit[];
}

export type FixEdit =
  /** Gives a member of the configuration a value, adding it when it is missing. */
  | { kind: 'set'; path: (string | number)[]; value: JsonValue }
  /** Takes a member of the configuration away. */
  | { kind: 'remove'; path: (string | number)[] }
  /** Writes `text` over the span of a place; an empty span inserts. */
  | { kind: 'replace'; place: Place; text: string };

/** A place in what the person wrote. Spans count UTF-16 units inside the text named. */
export type Place =
  /** In the backend's answer: the Lambda payload, or the HTTP body. */
  | { in: 'answer'; span?: Span }
  /** In the configuration: the path of a scenario member; `span` lies inside that member's string value. */
  | { in: 'rules'; path: (string | number)[]; span?: Span }
  /** In the template with that name. */
  | { in: 'template'; name: string; span?: Span }
  /** In the request, stage variables or context: path of the scenario member. */
  | { in: 'request'; path: (string | number)[]; span?: Span };
