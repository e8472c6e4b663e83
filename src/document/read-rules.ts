/*
 * The rules text: the method as AWS writes it. Every shape in which people have it at hand is taken:
 *
 * - a bare list of integration responses, a single one, or a map of them by status (`aws apigateway get-…`)
 * - the integration, or the whole method around it (`get-method`, CloudFormation, an OpenAPI operation)
 * - a template or an OpenAPI document with one method in it
 *
 * Names may begin with a capital, as in CloudFormation. Members keep their order and their place.
 */
import type {
  ContentHandling,
  GatewayResponse,
  GatewayResponseType,
  Integration,
  IntegrationResponse,
  IntegrationType,
  MethodResponse,
} from '../engine/scenario';
import type { Span } from '../engine/text/span';
import { type Fault, hasError } from './fault';
import { findMethod } from './find-method';
import { findRules, type RuleSource } from './find-rules';
import { readExtras, readMethodResponses } from './read-declarations';
import {
  isNull,
  type KnownMembers,
  type Members,
  membersOf,
  type Origins,
  type Path,
  pathKey,
  Reading,
  readMap,
  readText,
  readTexts,
  shortened,
  withoutNulls,
} from './shape';
import { type MapEntry, type MapNode, parseTextTree, type TextNode } from './text-tree';

export interface RulesReading {
  /** Absent when the text could not be read. */
  method?: MethodConfiguration;
  faults: Fault[];
  /** Where the members of the scenario stand in the text. */
  origins: Origins;
  /** Span of each integration response, in the order of `integrationResponses`. */
  ruleSpans: Span[];
}

/** The part of a scenario that the rules text holds. */
export interface MethodConfiguration {
  integration: Integration;
  methodResponses?: Record<string, MethodResponse>;
  binaryMediaTypes?: string[];
  gatewayResponses?: Partial<Record<GatewayResponseType, GatewayResponse>>;
}

/** Reads a rules text. Never throws. A blank text is a Lambda integration without rules. */
export function readRules(text: string): RulesReading {
  const { root, faults } = parseTextTree(text, 'rules');
  const reading = new Reading(text, faults);
  const ruleSpans: Span[] = [];
  let method: MethodConfiguration | undefined;
  reading.run(() => {
    if (root) method = readMethod(reading, root, ruleSpans);
    else method = { integration: { type: 'AWS' } };
  }, 'rules');
  const unreadable = hasError(faults);
  return { ...(method && !unreadable && { method }), faults, origins: reading.origins, ruleSpans };
}

const INTEGRATION: readonly string[] = [
  'type',
  'uri',
  'httpMethod',
  'integrationHttpMethod',
  'integrationResponses',
  'responses',
  'requestTemplates',
  'contentHandling',
  'passthroughBehavior',
  'timeoutInMillis',
];

const METHOD: readonly string[] = [
  'methodResponses',
  'binaryMediaTypes',
  'gatewayResponses',
  'x-amazon-apigateway-binary-media-types',
  'x-amazon-apigateway-gateway-responses',
];

/** What else stands around a nested integration. */
const AROUND: readonly string[] = [
  ...['httpMethod', 'methodIntegration', 'integration', 'responses'],
  ...['deprecated', 'servers', 'callbacks', 'externalDocs', 'schemes'],
];

/** They bear on the request, on permissions or on deployment, not on the response. */
const NOT_ABOUT_RESPONSES: readonly string[] = [
  ...['credentials', 'connectionType', 'connectionId', 'cacheNamespace', 'cacheKeyParameters', 'tlsConfig'],
  ...[
    'requestParameters',
    'responseTransferMode',
    'integrationTarget',
    'apiKeyRequired',
    'authorizationType',
  ],
  ...[
    'authorizationScopes',
    'authorizerId',
    'operationName',
    'requestModels',
    'requestValidatorId',
    'resourceId',
  ],
  ...['restApiId', 'description', 'summary', 'operationId', 'parameters', 'requestBody', 'tags', 'security'],
  ...['consumes', 'produces', 'format', '$schema'],
];

function readMethod(reading: Reading, root: TextNode, ruleSpans: Span[]): MethodConfiguration | undefined {
  if (root.kind === 'scalar') {
    if (isNull(root)) return { integration: { type: 'AWS' } };
    reading.tell('rules-not-a-map', 'error', root.span, whatIsText(root.text));
    return undefined;
  }
  if (root.kind === 'list') {
    const integrationResponses = readIntegrationResponses(reading, findRules(reading, root), ruleSpans);
    return { integration: { type: 'AWS', integrationResponses } };
  }
  const found = findMethod(reading, root);
  if (!found) return undefined;
  const { method, integration, extras } = found;
  if (method !== integration) {
    membersOf(reading, method, { read: METHOD, ignored: [...AROUND, ...NOT_ABOUT_RESPONSES] });
  }
  return {
    integration: readIntegration(reading, integration, method === integration, ruleSpans),
    ...readMethodResponses(reading, method, integration),
    ...readExtras(reading, extras),
  };
}

function whatIsText(text: string): string {
  if (/#set\s*\(|#if\s*\(|\$input\b/.test(text)) {
    return 'this looks like a mapping template. Put it under Templates, and name it in responseTemplates.';
  }
  if (/resource\s+"aws_/.test(text)) {
    return 'this looks like Terraform, which is not read here. Write the rules as YAML, or paste what “aws apigateway get-method” prints.';
  }
  return 'rules are expected: a list of integration responses, or a map such as “type: AWS”.';
}

// ### Integration

function readIntegration(
  reading: Reading,
  map: MapNode,
  isWholeText: boolean,
  ruleSpans: Span[],
): Integration {
  const path: Path = ['integration'];
  reading.origins.set(pathKey(path), map);
  const rules = findRules(reading, map);
  const members = membersOf(reading, map, integrationMembers(rules, isWholeText));
  const text = (name: string): string | undefined => {
    const entry = members.get(name);
    return (entry && readText(reading, entry.value, `“${name}”`, [...path, name])) ?? undefined;
  };
  const integration: Integration = { type: readType(reading, members.get('type')) };
  const uri = text('uri');
  // A reference that is filled in later says nothing yet about the kind of backend.
  if (uri !== undefined && !/^(?:!|\{?\s*["']?(?:Ref|Fn::))/.test(uri)) integration.uri = uri;
  const httpMethod = text('integrationHttpMethod') ?? text('httpMethod');
  if (httpMethod !== undefined) integration.httpMethod = httpMethod;
  const requestTemplates = readTemplates(reading, members.get('requestTemplates'), [
    ...path,
    'requestTemplates',
  ]);
  if (requestTemplates) integration.requestTemplates = requestTemplates;
  const contentHandling = readContentHandling(reading, members.get('contentHandling'), path);
  if (contentHandling) integration.contentHandling = contentHandling;
  const passthrough = readWord(reading, members.get('passthroughBehavior'), PASSTHROUGH, path);
  if (passthrough) integration.passthroughBehavior = passthrough;
  const timeout = readTimeout(reading, members.get('timeoutInMillis'), path);
  if (timeout !== undefined) integration.timeoutInMillis = timeout;
  if (rules.given) integration.integrationResponses = readIntegrationResponses(reading, rules, ruleSpans);
  return integration;
}

/** A single rule or rules by status may stand beside the integration's own members. */
function integrationMembers(rules: RuleSource, isWholeText: boolean): KnownMembers {
  return {
    read: INTEGRATION,
    ignored: [...NOT_ABOUT_RESPONSES, ...rules.names, ...(isWholeText ? METHOD : [])],
  };
}

const TYPES = ['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK'] as const satisfies IntegrationType[];
const PASSTHROUGH = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const;
const CONTENT_HANDLING = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const satisfies ContentHandling[];

function readType(reading: Reading, entry: MapEntry | undefined): IntegrationType {
  if (!entry || isNull(entry.value)) return 'AWS';
  const text = readText(reading, entry.value, '“type”', ['integration', 'type']);
  const written = text?.toUpperCase().replaceAll('-', '_');
  const type = TYPES.find((known) => known === written);
  if (type) return type;
  if (typeof text === 'string') {
    reading.tell(
      'unknown-integration-type',
      'error',
      entry.value.span,
      `“${shortened(text)}” is not an integration type. Use AWS (Lambda or another service), AWS_PROXY, HTTP, ` +
        'HTTP_PROXY or MOCK.',
    );
  }
  return 'AWS';
}

function readContentHandling(
  reading: Reading,
  entry: MapEntry | undefined,
  path: Path,
): ContentHandling | undefined {
  return readWord(reading, entry, CONTENT_HANDLING, path);
}

/** One of a few words, in any letter case as in OpenAPI; another one is told of and left out. */
function readWord<Word extends string>(
  reading: Reading,
  entry: MapEntry | undefined,
  words: readonly Word[],
  path: Path,
): Word | undefined {
  if (!entry || isNull(entry.value)) return undefined;
  const name = entry.key.text;
  const text = readText(reading, entry.value, `“${name}”`, [
    ...path,
    name.charAt(0).toLowerCase() + name.slice(1),
  ]);
  const word = words.find((known) => known === text?.toUpperCase());
  if (!word && typeof text === 'string' && text !== '') {
    reading.tell(
      'unknown-value',
      'warning',
      entry.value.span,
      `“${shortened(text)}” is left out: “${name}” can be ${words.join(', ')}.`,
    );
  }
  return word;
}

function readTimeout(reading: Reading, entry: MapEntry | undefined, path: Path): number | undefined {
  if (!entry || isNull(entry.value)) return undefined;
  const text = readText(reading, entry.value, '“timeoutInMillis”', [...path, 'timeoutInMillis']);
  const number = text ? Number(text) : Number.NaN;
  if (Number.isFinite(number) && number >= 0) return number;
  reading.tell(
    'unknown-value',
    'warning',
    entry.value.span,
    'the time-out is left out: it has to be a number of ms.',
  );
  return undefined;
}

/** Templates by content type. A template that YAML took for a comment is told of. */
function readTemplates(
  reading: Reading,
  entry: MapEntry | undefined,
  path: Path,
): Record<string, string | null> | undefined {
  const map = readMap(reading, entry);
  for (const { key, value } of map?.entries ?? []) {
    reading.spend();
    if (value.kind !== 'scalar' || value.style) continue;
    const lineEnd = reading.text.indexOf('\n', key.span.to);
    const rest = reading.text.slice(key.span.to, lineEnd < 0 ? undefined : lineEnd);
    const comment = /^\s*:\s+(#.*?)\s*$/.exec(rest)?.[1];
    if (comment === undefined || !/^#\{?[a-z]|^##|^#\*/.test(comment)) continue;
    const from = key.span.to + rest.indexOf(comment);
    reading.tell(
      'yaml-comment-swallowed-template',
      'warning',
      { from, to: from + comment.length },
      `YAML takes “${shortened(comment)}” for a comment, so there is no template here. ` +
        'Write “|” after the colon and the template on the next line, indented.',
    );
  }
  return readTexts(reading, map, path);
}

// ### Integration responses

function readIntegrationResponses(
  reading: Reading,
  rules: RuleSource,
  ruleSpans: Span[],
): IntegrationResponse[] {
  const result: IntegrationResponse[] = [];
  for (const found of rules.found) {
    const path: Path = ['integration', 'integrationResponses', result.length];
    const from = found.key?.span.from ?? found.node.span.from;
    const end = Math.max(found.node.span.to, from);
    ruleSpans.push({ from, to: from + reading.text.slice(from, end).trimEnd().length });
    result.push(readRule(reading, found, path));
  }
  if (rules.node) reading.origins.set(pathKey(['integration', 'integrationResponses']), rules.node);
  return result;
}

const RULE: KnownMembers = {
  read: ['statusCode', 'selectionPattern', 'responseParameters', 'responseTemplates', 'contentHandling'],
};

function readRule(reading: Reading, found: RuleSource['found'][number], path: Path): IntegrationResponse {
  reading.origins.set(pathKey(path), found.node);
  const known: KnownMembers = { ...RULE, ignored: found.alongside ?? [] };
  const members: Members =
    found.node.kind === 'map' ? membersOf(reading, found.node, known) : new Map<string, MapEntry>();
  const rule: IntegrationResponse = { statusCode: readStatusCode(reading, found, members, path) };
  const pattern = found.pattern ?? members.get('selectionPattern')?.value;
  if (pattern) {
    const text = readText(reading, pattern, '“selectionPattern”', [...path, 'selectionPattern']);
    if (text !== undefined) rule.selectionPattern = text;
  }
  const parameterPath: Path = [...path, 'responseParameters'];
  const parameters = readTexts(reading, readMap(reading, members.get('responseParameters')), parameterPath);
  if (parameters) rule.responseParameters = withoutNulls(parameters);
  const templates = readTemplates(reading, members.get('responseTemplates'), [...path, 'responseTemplates']);
  if (templates) rule.responseTemplates = templates;
  const contentHandling = readContentHandling(reading, members.get('contentHandling'), path);
  if (contentHandling) rule.contentHandling = contentHandling;
  return rule;
}

function readStatusCode(
  reading: Reading,
  { node, status }: RuleSource['found'][number],
  members: Members,
  path: Path,
): string {
  const written = members.get('statusCode')?.value ?? status;
  if (!written || isNull(written)) {
    reading.tell(
      'rule-without-status',
      'error',
      node.span,
      'this integration response has no statusCode. Add one, such as “statusCode: 200”.',
    );
    return '';
  }
  const text = readText(reading, written, '“statusCode”', [...path, 'statusCode']) ?? '';
  if (status && written !== status && status.text !== text) {
    reading.tell(
      'status-and-key-differ',
      'warning',
      status.span,
      `the rule is listed under ${shortened(status.text)} but its statusCode is ${shortened(text)}, which counts.`,
    );
  }
  return text;
}
