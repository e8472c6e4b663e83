import { type ContextValues, contextText } from './context-values';
import type { Endpoint } from './endpoint';
import { fillStageVariables } from './endpoint';
import type { Setup } from './setup';

/*
 * The execution log in the shape of the console's test feature (§13), without its timestamps.
 */

export interface LogFacts {
  setup: Setup;
  context: ContextValues;
  /** Undefined: the backend did not answer. */
  endpoint: Endpoint | undefined;
  /** The backend was called. */
  called: boolean;
  /** The line that tells of the failure. */
  failureLine: string | undefined;
  failed: boolean;
  /** Headers the rule, the backend or the template set, after renaming. */
  headers: readonly { name: string; value: string }[];
  /** Value of `X-Amzn-Trace-Id`, when the response has one. */
  traceId: string | undefined;
  /** The body as text; undefined for binary content. */
  body: string | undefined;
  statusCode: number;
}

/** Header maps are cut here (an emulator's number). */
const HEADER_TEXT_LIMIT = 998;

/** Log events are cut after 1024 bytes; this is counted in UTF-16 units. */
const BODY_LIMIT = 1024;

/** The lines of the log. */
export function writeLog(facts: LogFacts): string[] {
  const { setup, context } = facts;
  const { request } = setup;
  const id = contextText(context, 'requestId');
  const lines = [
    `Execution log for request ${id}`,
    `Starting execution for request: ${id}`,
    `HTTP Method: ${request.httpMethod}, Resource Path: ${shown(request.path)}`,
    `Method request path: ${mapText(request.pathParameters)}`,
    `Method request query string: ${mapText(request.queryStringParameters)}`,
    `Method request headers: ${mapText(masked(request.headers))}`,
    `Method request body before transformations: ${shown(request.body)}`,
  ];
  if (setup.type !== 'MOCK' && facts.called) lines.push(...endpointLines(facts));
  if (facts.failed) {
    if (facts.failureLine) lines.push(facts.failureLine);
  } else {
    const trace: [string, string][] = facts.traceId ? [['X-Amzn-Trace-Id', facts.traceId]] : [];
    const headers = facts.headers.map(({ name, value }): [string, string] => [name, value]);
    lines.push(
      `Method response body after transformations: ${shown(facts.body ?? '[Binary Data]')}`,
      `Method response headers: ${mapText([...trace, ...headers])}`,
      'Successfully completed execution',
    );
  }
  lines.push(`Method completed with status: ${facts.statusCode}`);
  return lines;
}

function endpointLines({ setup, context, endpoint }: LogFacts): string[] {
  const uri = endpointUri(setup);
  const lines = [
    `Endpoint request URI: ${uri}`,
    `Endpoint request headers: ${mapText(endpointRequestHeaders(setup, context))}`,
    `Endpoint request body after transformations: ${shown(setup.request.body)}`,
    `Sending request to ${uri}`,
  ];
  if (endpoint) {
    lines.push(
      `Received response. Status: ${endpoint.statusCode ?? 200}, Integration latency: ${endpoint.latencyInMillis} ms`,
      `Endpoint response headers: ${mapText(endpoint.headers)}`,
      `Endpoint response body before transformations: ${shown(endpoint.payload.text)}`,
    );
  }
  return lines;
}

/** Samples of what the gateway sends along, in the recorded order. */
function endpointRequestHeaders(setup: Setup, context: ContextValues): [string, string][] {
  const api = contextText(context, 'apiId');
  const signed: [string, string][] = setup.lambda
    ? [
        ['x-amzn-lambda-integration-tag', contextText(context, 'requestId')],
        ['Authorization', '*'.repeat(60)],
        ['X-Amz-Date', '20260701T120000Z'],
      ]
    : [];
  return [
    ...signed,
    ['x-amzn-apigateway-api-id', api],
    ['Accept', 'application/json'],
    ['User-Agent', `AmazonAPIGateway_${api}`],
  ];
}

/** Invocations go to Lambda's own host; HTTP endpoints are called at their address. */
function endpointUri(setup: Setup): string {
  const uri = fillStageVariables(setup.uri ?? SAMPLE_FUNCTION, setup.stageVariables);
  const service = /^arn:[^:]*:apigateway:([^:]+):([^:]+):(?:path|action)\/(.*)$/s.exec(uri);
  if (!service) return uri;
  const [, region, name, path] = service;
  return `https://${name}.${region}.amazonaws.com/${path?.replace(/^\/+/, '')}`;
}

const SAMPLE_FUNCTION =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/' +
  'arn:aws:lambda:us-east-1:123456789012:function:function/invocations';

/** A map as Java prints it: `{a=b, c=d}`. */
function mapText(entries: Iterable<readonly [string, string]>): string {
  const text = `{${Array.from(entries, ([name, value]) => `${name}=${value}`).join(', ')}}`;
  return text.length > HEADER_TEXT_LIMIT ? `${text.slice(0, HEADER_TEXT_LIMIT)} [TRUNCATED]` : text;
}

/** The log never shows credentials. */
function masked(headers: Map<string, string>): Iterable<readonly [string, string]> {
  return Array.from(headers, ([name, value]) => {
    const secret = /^(authorization|x-api-key|x-amz-security-token)$/i.test(name);
    return [name, secret ? '*'.repeat(Math.min(value.length, 60)) : value] as const;
  });
}

/** A body as the log shows it: a log event has a limit, and the log should not carry megabytes twice. */
function shown(body: string): string {
  return body.length > BODY_LIMIT ? `${body.slice(0, BODY_LIMIT)} [TRUNCATED]` : body;
}
