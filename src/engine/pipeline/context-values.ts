import { asMembers } from './read-value';
import type { Request } from './setup';
import { requestHeader } from './setup';

/*
 * `$context` (§6.5): sample values for everything a template may read, with the person's own values laid over them.
 * The samples are fixed, so that the same scenario always gives the same response.
 */

export type ContextValue = null | boolean | number | string | ContextValue[] | ContextValues;

/** A map of `$context`, in the order its keys were put. */
export interface ContextValues extends Map<string, ContextValue> {}

/** Values nested deeper than this are left out: the service's `$context` has four levels. */
const MAX_DEPTH = 32;

const API_ID = 'a1b2c3d4e5';
const STAGE = 'prod';
const REQUEST_ID = '11111111-2222-4333-8444-555555555555';

/** Sample of the `X-Amzn-Trace-Id` header. */
export const SAMPLE_TRACE_ID = 'Root=1-6a450040-0123456789abcdef01234567';

/** 1 July 2026, noon UTC, in ms since 1970. */
const REQUEST_TIME = 1_782_907_200_000;

/**
 * The `$context` of a request. `named` tells whether a template names a variable: two variables can be read though
 * they are missing from the recorded list of keys, and are put in only for templates that name them, so that both
 * recordings hold.
 */
export function buildContext(
  request: Request,
  overlay: Map<string, unknown>,
  named: (variable: string) => boolean,
): ContextValues {
  // Keys that share a slot of the Java hash map come out as they were put in: this order gives the recorded one.
  const context: ContextValues = new Map<string, ContextValue>([
    ['path', `/${STAGE}${request.path.startsWith('/') ? '' : '/'}${request.path}`],
    ['accountId', '123456789012'],
    ['apiId', API_ID],
    ['domainName', `${API_ID}.execute-api.us-east-1.amazonaws.com`],
    ['deploymentId', 'd1e2f3'],
    ['domainPrefix', API_ID],
    ['extendedRequestId', 'ABCDEFGHIJKLMNO='],
    ['httpMethod', request.httpMethod],
    ['requestId', REQUEST_ID],
    ['identity', sampleIdentity(request)],
    ['protocol', 'HTTP/1.1'],
    [
      'requestOverride',
      new Map([
        ['path', new Map()],
        ['header', new Map()],
        ['querystring', new Map()],
      ]),
    ],
    ['requestTime', '01/Jul/2026:12:00:00 +0000'],
    ['requestTimeEpoch', REQUEST_TIME],
    ['resourceId', 'r1e2s3'],
    ['resourcePath', request.resourcePath],
    ['responseOverride', new Map([['header', new Map()]])],
    ['stage', STAGE],
  ]);
  if (named('isCanaryRequest')) context.set('isCanaryRequest', false);
  if (named('awsEndpointRequestId')) {
    context.set('awsEndpointRequestId', '66666666-7777-4888-8999-aaaaaaaaaaaa');
  }
  layOver(context, overlay, 0);
  const authorizer = context.get('authorizer');
  if (authorizer instanceof Map) context.set('authorizer', asTextValues(authorizer));
  return context;
}

/** What an authorizer hands over arrives as text: `1` as `"1"`, `true` as `"true"` (§6.5). */
function asTextValues(values: ContextValues): ContextValues {
  const text = (value: ContextValue): ContextValue => {
    if (value instanceof Map) return asTextValues(value);
    return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : value;
  };
  return new Map(Array.from(values, ([name, value]) => [name, text(value)]));
}

/** The members recorded for an open method; all but two are null there. */
function sampleIdentity(request: Request): ContextValues {
  return new Map<string, ContextValue>([
    ['cognitoIdentityPoolId', null],
    ['accountId', null],
    ['cognitoIdentityId', null],
    ['caller', null],
    ['sourceIp', '203.0.113.10'],
    ['principalOrgId', null],
    ['accessKey', null],
    ['cognitoAuthenticationType', null],
    ['cognitoAuthenticationProvider', null],
    ['userArn', null],
    ['userAgent', requestHeader(request, 'User-Agent') ?? null],
    ['user', null],
  ]);
}

function layOver(target: ContextValues, overlay: Map<string, unknown>, depth: number): void {
  for (const [name, value] of overlay) {
    const present = target.get(name);
    const members = asMembers(value);
    if (present instanceof Map && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      if (depth < MAX_DEPTH) layOver(present, members, depth + 1);
    } else target.set(name, toContextValue(value, depth + 1));
  }
}

function toContextValue(value: unknown, depth: number): ContextValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item) => toContextValue(item, depth + 1));
  return new Map(Array.from(asMembers(value), ([name, member]) => [name, toContextValue(member, depth + 1)]));
}

/** The value at a dotted name, such as `identity.sourceIp`; undefined when there is none. */
export function lookUp(context: ContextValues, path: readonly string[]): ContextValue | undefined {
  let value: ContextValue | undefined = context;
  for (const name of path) value = value instanceof Map ? value.get(name) : undefined;
  return value;
}

/** A text of `$context`, such as the request id; the fallback when the person put something else there. */
export function contextText(context: ContextValues, name: string, fallback = ''): string {
  const value = context.get(name);
  return typeof value === 'string' ? value : fallback;
}
