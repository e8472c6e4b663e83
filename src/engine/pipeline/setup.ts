import { encodeUtf8 } from '../bytes/utf8';
import {
  type ContentHandling,
  GATEWAY_RESPONSE_TYPES,
  type GatewayResponseType,
  type IntegrationType,
  type Scenario,
} from '../scenario';
import { asList, asMembers, asNumber, asText, asTexts, asTextsOrNull, asWord } from './read-value';

/*
 * A scenario with its defaults filled in and its types made sure of. The stages work on this; nothing but this
 * file looks at a scenario.
 */

export interface Setup {
  type: IntegrationType;
  /** What was written as the type, when it is none. */
  unknownType: string | undefined;
  /** The integration calls a Lambda function (§1: the URI of `AWS` and `AWS_PROXY` tells). */
  lambda: boolean;
  uri: string | undefined;
  httpMethod: string;
  /** In ms. */
  timeoutInMillis: number;
  passthroughBehavior: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER';
  rules: Rule[];
  requestTemplates: Map<string, string | null>;
  /** Declared header names in lower case, by status. Undefined: the configuration does not say. */
  declared: Map<string, Set<string>> | undefined;
  binaryMediaTypes: string[];
  gatewayResponses: Map<GatewayResponseType, CustomGatewayResponse>;
  request: Request;
  stageVariables: Map<string, string>;
  /** Values to lay over the sample `$context`. */
  context: Map<string, unknown>;
  backend: Backend;
  /** Texts of named templates. */
  templates: Map<string, string>;
}

/** One integration response. */
export interface Rule {
  /** Index in the order written. */
  index: number;
  statusCode: string;
  /** Empty: the default rule. */
  selectionPattern: string;
  responseParameters: Map<string, string>;
  responseTemplates: Map<string, string | null>;
  contentHandling: ContentHandling | undefined;
}

export interface CustomGatewayResponse {
  statusCode: string | undefined;
  responseParameters: Map<string, string>;
  responseTemplates: Map<string, string>;
}

export interface Request {
  httpMethod: string;
  path: string;
  resourcePath: string;
  headers: Map<string, string>;
  queryStringParameters: Map<string, string>;
  pathParameters: Map<string, string>;
  body: string;
}

export type Backend =
  | { kind: 'lambda'; payload: string; functionError: boolean | undefined; latencyInMillis: number }
  | {
      kind: 'http';
      statusCode: number;
      headers: [name: string, value: string][];
      body: Uint8Array;
      /** The body as it was written, when it was written as text. */
      text: string | undefined;
      latencyInMillis: number;
    }
  | { kind: 'none' }
  | {
      kind: 'gateway-failure';
      responseType: GatewayResponseType;
      message: string | undefined;
      validationErrorString: string | undefined;
    };

const INTEGRATION_TYPES = ['HTTP', 'MOCK', 'AWS_PROXY', 'HTTP_PROXY', 'AWS'] as const;
const CONTENT_HANDLINGS = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const;
const PASSTHROUGH_BEHAVIORS = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const;

/** Reads a scenario. Whatever is in it, the result has the right types. */
export function readSetup(scenario: Scenario): Setup {
  const root = asMembers(scenario);
  const integration = asMembers(root.get('integration'));
  const written = asText(integration.get('type'));
  const known = asWord(written?.toUpperCase(), INTEGRATION_TYPES);
  const type = known ?? 'AWS';
  const uri = asText(integration.get('uri'));
  return {
    type,
    unknownType: known ? undefined : written,
    lambda: type === 'AWS_PROXY' || (type === 'AWS' && (uri === undefined || uri.includes(':lambda:path/'))),
    uri,
    httpMethod: (asText(integration.get('httpMethod')) ?? 'POST').toUpperCase(),
    timeoutInMillis: asNumber(integration.get('timeoutInMillis')) ?? 29_000,
    passthroughBehavior:
      asWord(integration.get('passthroughBehavior'), PASSTHROUGH_BEHAVIORS) ?? 'WHEN_NO_MATCH',
    rules: asList(integration.get('integrationResponses')).map(readRule),
    requestTemplates: asTextsOrNull(integration.get('requestTemplates')),
    declared: readDeclarations(root.get('methodResponses')),
    binaryMediaTypes: asList(root.get('binaryMediaTypes')).flatMap((entry) => asText(entry) ?? []),
    gatewayResponses: readGatewayResponses(root.get('gatewayResponses')),
    request: readRequest(root.get('request')),
    stageVariables: asTexts(root.get('stageVariables')),
    context: asMembers(root.get('context')),
    backend: readBackend(root.get('backend')),
    templates: asTexts(root.get('templates')),
  };
}

function readRule(value: unknown, index: number): Rule {
  const rule = asMembers(value);
  return {
    index,
    statusCode: asText(rule.get('statusCode')) ?? '',
    selectionPattern: asText(rule.get('selectionPattern')) ?? '',
    responseParameters: asTexts(rule.get('responseParameters')),
    responseTemplates: asTextsOrNull(rule.get('responseTemplates')),
    contentHandling: asWord(rule.get('contentHandling'), CONTENT_HANDLINGS),
  };
}

/** Prefix of a header as method responses and header mappings name it. */
export const METHOD_RESPONSE_HEADER = 'method.response.header.';

function readDeclarations(value: unknown): Setup['declared'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const declared = new Map<string, Set<string>>();
  for (const [statusCode, response] of asMembers(value)) {
    const parameters = asMembers(asMembers(response).get('responseParameters'));
    const names = Array.from(parameters.keys(), (parameter) =>
      parameter.startsWith(METHOD_RESPONSE_HEADER)
        ? parameter.slice(METHOD_RESPONSE_HEADER.length)
        : parameter,
    );
    declared.set(statusCode, new Set(names.map((name) => name.toLowerCase())));
  }
  return declared;
}

function readGatewayResponses(value: unknown): Setup['gatewayResponses'] {
  const responses = new Map<GatewayResponseType, CustomGatewayResponse>();
  for (const [type, response] of asMembers(value)) {
    const responseType = asWord(type, GATEWAY_RESPONSE_TYPES);
    if (!responseType || typeof response !== 'object' || response === null) continue;
    const members = asMembers(response);
    responses.set(responseType, {
      statusCode: asText(members.get('statusCode')),
      responseParameters: asTexts(members.get('responseParameters')),
      responseTemplates: asTexts(members.get('responseTemplates')),
    });
  }
  return responses;
}

function readRequest(value: unknown): Request {
  const request = asMembers(value);
  const resourcePath = asText(request.get('resourcePath'));
  const path = asText(request.get('path'));
  const pathParameters = request.has('pathParameters')
    ? asTexts(request.get('pathParameters'))
    : takeParameters(path ?? '', resourcePath ?? '');
  return {
    httpMethod: (asText(request.get('httpMethod')) || 'GET').toUpperCase(),
    path: path ?? fillIn(resourcePath ?? '/', pathParameters),
    resourcePath: resourcePath ?? path ?? '/',
    headers: asTexts(request.get('headers')),
    queryStringParameters: asTexts(request.get('queryStringParameters')),
    pathParameters,
    body: asText(request.get('body')) ?? '',
  };
}

/** A resource path with its parameters put in; `{name+}` is the greedy form. */
function fillIn(resourcePath: string, parameters: Map<string, string>): string {
  return resourcePath.replace(/\{([^{}+]+)\+?\}/g, (whole, name: string) => parameters.get(name) ?? whole);
}

/**
 * The path parameters a path has under a resource path. A path that does not fit has none (§13, recorded with the
 * console's test feature).
 */
function takeParameters(path: string, resourcePath: string): Map<string, string> {
  const parameters = new Map<string, string>();
  const wanted = resourcePath.split('/');
  const given = path.split('/');
  for (const [i, segment] of wanted.entries()) {
    const name = /^\{([^{}+]+)(\+?)\}$/.exec(segment);
    if (name?.[2] && i < given.length) {
      parameters.set(name[1]!, decodePath(given.slice(i).join('/')));
      return parameters;
    }
    const value = given[i];
    if (value === undefined || !(name ? value : value === segment)) return new Map();
    if (name) parameters.set(name[1]!, decodePath(value));
  }
  return given.length === wanted.length ? parameters : new Map();
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readBackend(value: unknown): Backend {
  const backend = asMembers(value);
  const latencyInMillis = Math.max(0, asNumber(backend.get('latencyInMillis')) ?? 0);
  switch (backend.get('kind')) {
    case 'lambda': {
      const functionError = backend.get('functionError');
      return {
        kind: 'lambda',
        payload: asText(backend.get('payload')) ?? '',
        functionError: typeof functionError === 'boolean' ? functionError : undefined,
        latencyInMillis,
      };
    }
    case 'http': {
      const body = backend.get('body');
      const text = body instanceof Uint8Array ? undefined : (asText(body) ?? '');
      return {
        kind: 'http',
        statusCode: Math.trunc(asNumber(backend.get('statusCode')) ?? 200),
        headers: readHeaderPairs(backend.get('headers')),
        body: text === undefined ? (body as Uint8Array) : encodeUtf8(text),
        text,
        latencyInMillis,
      };
    }
    case 'gateway-failure':
      return {
        kind: 'gateway-failure',
        responseType: asWord(backend.get('responseType'), GATEWAY_RESPONSE_TYPES) ?? 'DEFAULT_5XX',
        message: asText(backend.get('message')),
        validationErrorString: asText(backend.get('validationErrorString')),
      };
    default:
      return { kind: 'none' };
  }
}

function readHeaderPairs(value: unknown): [string, string][] {
  return asList(value).flatMap((pair) => {
    const name = asText(asList(pair)[0]);
    const text = asText(asList(pair)[1]);
    return name && text !== undefined ? [[name, text] as [string, string]] : [];
  });
}

/** The value of a request header, whatever its capitals; of several that differ in case the last. */
export function requestHeader(request: Request, name: string): string | undefined {
  const wanted = name.toLowerCase();
  let found: string | undefined;
  for (const [candidate, value] of request.headers) if (candidate.toLowerCase() === wanted) found = value;
  return found;
}
