/*
 * What the rules text says besides the integration: method responses, binary media types, gateway responses.
 */
import {
  GATEWAY_RESPONSE_TYPES,
  type GatewayResponse,
  type GatewayResponseType,
  type MethodResponse,
} from '../engine/scenario';
import type { MethodConfiguration } from './read-rules';
import {
  entriesOf,
  findMember,
  isNull,
  type KnownMembers,
  membersOf,
  type Path,
  pathKey,
  type Reading,
  readMap,
  readText,
  readTexts,
  shortened,
  withoutNulls,
} from './shape';
import type { MapEntry, MapNode, TextNode } from './text-tree';

// ### Method responses

/** Method responses: a list (CloudFormation), a map by status (`get-method`), or an OpenAPI operation's `responses`. */
export function readMethodResponses(
  reading: Reading,
  method: MapNode,
  integration: MapNode,
): Pick<MethodConfiguration, 'methodResponses'> {
  // Beside `x-amazon-apigateway-integration`, OpenAPI's `responses` are the method responses.
  const entry =
    findMember(method, 'methodResponses') ??
    (method === integration ? undefined : findMember(method, 'responses'));
  if (!entry || isNull(entry.value)) return {};
  const path: Path = ['methodResponses'];
  reading.origins.set(pathKey(path), entry.value);
  const result: Record<string, MethodResponse> = Object.create(null);
  for (const { status, node } of methodResponseSources(reading, entry)) {
    const at = [...path, status];
    reading.origins.set(pathKey(at), node);
    result[status] = node.kind === 'map' ? readMethodResponse(reading, node, at) : {};
  }
  return { methodResponses: result };
}

function methodResponseSources(reading: Reading, entry: MapEntry): { status: string; node: TextNode }[] {
  const { value } = entry;
  if (value.kind === 'map') {
    return entriesOf(reading, value).map(({ key, value: node }) => ({ status: key.text, node }));
  }
  if (value.kind === 'scalar') {
    reading.tell('not-a-map', 'error', value.span, '“methodResponses” has to be a list or a map by status.');
    return [];
  }
  const result: { status: string; node: TextNode }[] = [];
  for (const node of value.items) {
    reading.spend();
    // `- 404` declares a status and nothing else.
    const status = node.kind === 'map' ? findMember(node, 'statusCode')?.value : node;
    if (status?.kind === 'scalar' && !isNull(status)) result.push({ status: status.text, node });
    else {
      reading.tell(
        'rule-without-status',
        'error',
        node.span,
        'this method response has no statusCode. Add one.',
      );
    }
  }
  return result;
}

const METHOD_RESPONSE: KnownMembers = {
  read: ['statusCode', 'responseParameters', 'responseModels', 'headers'],
  ignored: ['description', 'content', 'schema', 'examples', 'links', '$ref'],
};

function readMethodResponse(reading: Reading, map: MapNode, path: Path): MethodResponse {
  const members = membersOf(reading, map, METHOD_RESPONSE);
  const result: MethodResponse = {};
  const declared: Record<string, boolean> = Object.create(null);
  const parameters = readMap(reading, members.get('responseParameters'));
  for (const { key, value } of parameters ? entriesOf(reading, parameters) : []) {
    declared[key.text] = value.kind === 'scalar' && value.value === true;
    reading.origins.set(pathKey([...path, 'responseParameters', key.text]), key);
  }
  // OpenAPI declares a header by describing it.
  const headers = readMap(reading, members.get('headers'));
  for (const { key } of headers ? entriesOf(reading, headers) : []) {
    declared[`method.response.header.${key.text}`] = false;
  }
  if (parameters || headers) result.responseParameters = declared;
  const models = readTexts(reading, readMap(reading, members.get('responseModels')), [
    ...path,
    'responseModels',
  ]);
  if (models) result.responseModels = withoutNulls(models);
  return result;
}

// ### What the API says for all its methods

/** `binaryMediaTypes` and `gatewayResponses`, from the innermost map that has them. */
export function readExtras(
  reading: Reading,
  maps: MapNode[],
): Pick<MethodConfiguration, 'binaryMediaTypes' | 'gatewayResponses'> {
  const find = (...names: string[]) =>
    maps.map((map) => findMember(map, ...names)).find((entry) => entry !== undefined && !isNull(entry.value));
  const mediaTypes = find('binaryMediaTypes', 'x-amazon-apigateway-binary-media-types');
  const responses = find('gatewayResponses', 'x-amazon-apigateway-gateway-responses');
  return {
    ...(mediaTypes && { binaryMediaTypes: readMediaTypes(reading, mediaTypes) }),
    ...(responses && { gatewayResponses: readGatewayResponses(reading, responses) }),
  };
}

function readMediaTypes(reading: Reading, entry: MapEntry): string[] {
  const path: Path = ['binaryMediaTypes'];
  reading.origins.set(pathKey(path), entry.value);
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  const result: string[] = [];
  for (const item of items) {
    const text = readText(reading, item, 'A binary media type', [...path, result.length]);
    // The spelling of patch paths, where a slash divides.
    if (typeof text === 'string') result.push(text.replaceAll('~1', '/'));
  }
  return result;
}

const GATEWAY_RESPONSE: KnownMembers = {
  read: ['responseType', 'statusCode', 'responseParameters', 'responseTemplates'],
  ignored: ['defaultResponse', 'restApiId'],
};

function readGatewayResponses(
  reading: Reading,
  entry: MapEntry,
): Partial<Record<GatewayResponseType, GatewayResponse>> {
  const path: Path = ['gatewayResponses'];
  reading.origins.set(pathKey(path), entry.value);
  const result: Partial<Record<GatewayResponseType, GatewayResponse>> = Object.create(null);
  const { value } = entry;
  if (value.kind === 'scalar') {
    reading.tell('not-a-map', 'error', value.span, '“gatewayResponses” has to be a map by response type.');
    return result;
  }
  const sources =
    value.kind === 'map'
      ? entriesOf(reading, value).map(({ key, value: node }) => ({ name: key as TextNode, node }))
      : value.items.map((node) => ({
          name: (node.kind === 'map' && findMember(node, 'responseType')?.value) || node,
          node,
        }));
  for (const { name, node } of sources) {
    reading.spend();
    const type =
      name.kind === 'scalar' ? GATEWAY_RESPONSE_TYPES.find((known) => known === name.text) : undefined;
    if (!type) {
      const shown = name.kind === 'scalar' ? `“${shortened(name.text)}”` : 'this';
      reading.tell(
        'unknown-response-type',
        'warning',
        name.span,
        `${shown} is not a gateway response type; it is left out.`,
      );
    } else if (node.kind === 'map') {
      result[type] = readGatewayResponse(reading, node, [...path, type]);
    } else if (isNull(node)) {
      result[type] = {};
    } else {
      reading.tell('not-a-map', 'error', node.span, `“${type}” has to be a map.`);
    }
  }
  return result;
}

function readGatewayResponse(reading: Reading, map: MapNode, path: Path): GatewayResponse {
  reading.origins.set(pathKey(path), map);
  const members = membersOf(reading, map, GATEWAY_RESPONSE);
  const result: GatewayResponse = {};
  const status = members.get('statusCode');
  const statusCode = status && readText(reading, status.value, '“statusCode”', [...path, 'statusCode']);
  if (typeof statusCode === 'string') result.statusCode = statusCode;
  const parameters = readGatewayParameters(reading, members.get('responseParameters'), [
    ...path,
    'responseParameters',
  ]);
  if (parameters) result.responseParameters = parameters;
  const templatePath: Path = [...path, 'responseTemplates'];
  const templates = readTexts(reading, readMap(reading, members.get('responseTemplates')), templatePath);
  if (templates) result.responseTemplates = withoutNulls(templates);
  return result;
}

/** SAM writes `Headers: {Name: value}` for `gatewayresponse.header.Name: value`. */
function readGatewayParameters(
  reading: Reading,
  entry: MapEntry | undefined,
  path: Path,
): Record<string, string> | undefined {
  const map = readMap(reading, entry);
  if (!map) return undefined;
  const headers = findMember(map, 'headers');
  if (headers?.value.kind !== 'map') return withoutNulls(readTexts(reading, map, path)!);
  const result: Record<string, string> = Object.create(null);
  for (const { key, value } of entriesOf(reading, headers.value)) {
    const name = `gatewayresponse.header.${key.text}`;
    const text = readText(reading, value, `“${shortened(key.text)}”`, [...path, name]);
    if (typeof text === 'string') result[name] = text;
  }
  return result;
}
