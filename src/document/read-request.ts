/*
 * The request text: what the client asked, stage variables and `$context` values. The names are those of the event
 * a Lambda proxy gets and of `test-invoke-method`, so either can be pasted.
 */
import type { ClientRequest, Scenario } from '../engine/scenario';
import type { JsonValue } from '../engine/text/json-value';
import { type Fault, hasError } from './fault';
import {
  entriesOf,
  isNull,
  type KnownMembers,
  kindOf,
  type Members,
  membersOf,
  type Origins,
  type Path,
  Reading,
  readJson,
  readMap,
  readText,
  readTexts,
  shortened,
} from './shape';
import { type MapEntry, type MapNode, parseTextTree } from './text-tree';

export interface RequestReading {
  /** Absent when the text could not be read. */
  request?: Pick<Scenario, 'request' | 'stageVariables' | 'context'>;
  faults: Fault[];
  /** Where the members of the scenario stand in the text. */
  origins: Origins;
}

/** Reads a request text. Never throws. A blank text is all defaults. */
export function readRequest(text: string): RequestReading {
  const { root, faults } = parseTextTree(text, 'request');
  const reading = new Reading(text, faults);
  let request: RequestReading['request'] = {};
  reading.run(() => {
    if (!root || isNull(root)) return;
    if (root.kind === 'map') request = readMembers(reading, root);
    else {
      reading.tell(
        'request-not-a-map',
        'error',
        root.span,
        `the request has to be a map such as “httpMethod: GET”, but is ${kindOf(root)}.`,
      );
    }
  }, 'request');
  const unreadable = hasError(faults);
  return { ...(!unreadable && { request }), faults, origins: reading.origins };
}

const REQUEST: KnownMembers = {
  read: [
    ...['httpMethod', 'method', 'path', 'resourcePath', 'resource', 'headers', 'multiValueHeaders'],
    ...['queryStringParameters', 'querystring', 'queryString', 'query', 'multiValueQueryStringParameters'],
    ...[
      'pathParameters',
      'params',
      'body',
      'stageVariables',
      'context',
      'requestContext',
      'pathWithQueryString',
    ],
  ],
  ignored: ['version', 'routeKey', 'isBase64Encoded', 'restApiId', 'resourceId', 'clientCertificateId'],
};

function readMembers(reading: Reading, root: MapNode): NonNullable<RequestReading['request']> {
  const members = membersOf(reading, root, REQUEST);
  const find = (...names: string[]) =>
    names.map((name) => members.get(name)).find((entry) => entry && !isNull(entry.value));
  const result: NonNullable<RequestReading['request']> = {
    request: readClientRequest(reading, members, find),
  };
  const stageVariables = readPairs(reading, find('stageVariables'), undefined, ['stageVariables']);
  if (stageVariables) result.stageVariables = stageVariables;
  const context = readMap(reading, find('context', 'requestContext'));
  if (context) {
    const values: Record<string, JsonValue> = Object.create(null);
    for (const { key, value } of entriesOf(reading, context)) {
      values[key.text] = readJson(reading, value, ['context', key.text]);
    }
    result.context = values;
  }
  return result;
}

type Find = (...names: string[]) => MapEntry | undefined;

function readClientRequest(reading: Reading, members: Members, find: Find): ClientRequest {
  const request: ClientRequest = {};
  const text = (entry: MapEntry | undefined, name: string) =>
    (entry && readText(reading, entry.value, `“${entry.key.text}”`, ['request', name])) ?? undefined;
  const httpMethod = text(find('httpMethod', 'method'), 'httpMethod');
  if (httpMethod !== undefined) request.httpMethod = httpMethod.toUpperCase();
  const resourcePath = text(find('resourcePath', 'resource'), 'resourcePath');
  if (resourcePath !== undefined) request.resourcePath = resourcePath;
  const path = text(find('path', 'pathWithQueryString'), 'path');
  if (path !== undefined) request.path = path.replace(/\?.*$/s, '');
  const headers = readPairs(reading, find('headers'), find('multiValueHeaders'), ['request', 'headers']);
  if (headers) request.headers = headers;
  const query = readPairs(
    reading,
    find('queryStringParameters', 'querystring', 'queryString', 'query'),
    find('multiValueQueryStringParameters'),
    ['request', 'queryStringParameters'],
  );
  const inPath = path === undefined ? undefined : queryOf(path);
  if (query || inPath) request.queryStringParameters = { ...inPath, ...query };
  const pathParameters = readPairs(reading, find('pathParameters', 'params'), undefined, [
    'request',
    'pathParameters',
  ]);
  if (pathParameters) request.pathParameters = pathParameters;
  const body = readBody(reading, members.get('body'));
  if (body !== undefined) request.body = body;
  return request;
}

/** A query string written into the path; of a repeated parameter the last value counts. */
function queryOf(path: string): Record<string, string> | undefined {
  const at = path.indexOf('?');
  if (at < 0) return undefined;
  const result: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(path.slice(at + 1))) result[name] = value;
  return result;
}

/** Names with one text each. A list of values is told of; the service hands templates the last one. */
function readPairs(
  reading: Reading,
  entry: MapEntry | undefined,
  multiple: MapEntry | undefined,
  path: Path,
): Record<string, string> | undefined {
  const map = readMap(reading, entry);
  const lists = readMap(reading, multiple);
  if (!map && !lists) return undefined;
  const result: Record<string, string> = Object.create(null);
  for (const { key, value } of lists ? entriesOf(reading, lists) : []) {
    const last = value.kind === 'list' ? value.items.at(-1) : undefined;
    const text = last && readText(reading, last, `“${shortened(key.text)}”`, [...path, key.text]);
    if (typeof text === 'string') result[key.text] = text;
  }
  for (const [name, text] of Object.entries(readTexts(reading, map, path) ?? {})) result[name] = text ?? '';
  return result;
}

/** A body written as a map or a list stands for its JSON. */
function readBody(reading: Reading, entry: MapEntry | undefined): string | undefined {
  if (!entry || isNull(entry.value)) return undefined;
  if (entry.value.kind !== 'scalar')
    return JSON.stringify(readJson(reading, entry.value, ['request', 'body']));
  return readText(reading, entry.value, '“body”', ['request', 'body']) ?? undefined;
}
