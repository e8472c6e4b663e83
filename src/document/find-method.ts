/*
 * Where the method stands in a rules text: it may be the whole text, or lie inside a CloudFormation resource, a
 * template or an OpenAPI document.
 */
import { apiName, findMember, type Reading, shortened } from './shape';
import type { MapNode } from './text-tree';

export interface FoundMethod {
  /** The map that holds the method responses. */
  method: MapNode;
  /** The map that holds the integration; the same as `method` when it is not nested. */
  integration: MapNode;
  /** Maps in which settings of the whole API may stand, innermost first. */
  extras: MapNode[];
}

/** Finds the one method of a text. With several, or none in a document made of them, it tells what to do. */
export function findMethod(reading: Reading, root: MapNode): FoundMethod | undefined {
  const candidates = methodsIn(reading, root);
  if (candidates === undefined) return withIntegration(unwrapped(root), [root]);
  if (candidates.length === 1)
    return withIntegration(unwrapped(candidates[0]!.map), [candidates[0]!.map, root]);
  const names = candidates.slice(0, 5).map(({ name }) => shortened(name));
  reading.tell(
    candidates.length === 0 ? 'no-method' : 'several-methods',
    'error',
    { from: root.span.from, to: root.span.from + 1 },
    candidates.length === 0
      ? 'there is no method with an integration in this document. Paste one, or write the rules as a list.'
      : `there are ${candidates.length} methods in this document (${names.join(', ')}${candidates.length > 5 ? ', …' : ''}). Keep only the one to look at.`,
  );
  return undefined;
}

function withIntegration(method: MapNode, outer: MapNode[]): FoundMethod {
  const nested = findMember(
    method,
    'methodIntegration',
    'integration',
    'x-amazon-apigateway-integration',
  )?.value;
  const integration = nested?.kind === 'map' ? nested : method;
  return { method, integration, extras: [...new Set([method, integration, ...outer])] };
}

/** A CloudFormation resource without its wrapping, which may include its logical name. */
function unwrapped(map: MapNode): MapNode {
  const properties = findMember(map, 'properties')?.value;
  if (properties?.kind === 'map') return properties;
  const only = map.entries.length === 1 ? map.entries[0]!.value : undefined;
  const inner = only?.kind === 'map' ? findMember(only, 'properties')?.value : undefined;
  return inner?.kind === 'map' ? inner : map;
}

interface Candidate {
  name: string;
  map: MapNode;
}

/** The methods of a template or an OpenAPI document; undefined when the text is neither. */
function methodsIn(reading: Reading, root: MapNode): Candidate[] | undefined {
  const resources = findMember(root, 'resources')?.value;
  if (resources?.kind === 'map') return cloudFormationMethods(reading, resources);
  const paths = findMember(root, 'paths')?.value;
  if (paths?.kind === 'map') return openApiMethods(reading, paths);
  return undefined;
}

function cloudFormationMethods(reading: Reading, resources: MapNode): Candidate[] {
  const found: Candidate[] = [];
  for (const { key, value } of resources.entries) {
    reading.spend();
    const type = value.kind === 'map' ? findMember(value, 'type')?.value : undefined;
    if (value.kind === 'map' && type?.kind === 'scalar' && type.text === 'AWS::ApiGateway::Method') {
      found.push({ name: key.text, map: value });
    }
  }
  return found;
}

function openApiMethods(reading: Reading, paths: MapNode): Candidate[] {
  const found: Candidate[] = [];
  for (const { key: path, value: operations } of paths.entries) {
    reading.spend();
    for (const { key, value } of operations.kind === 'map' ? operations.entries : []) {
      reading.spend();
      if (value.kind === 'map' && value.entries.some((entry) => isIntegration(entry.key.text))) {
        found.push({ name: `${key.text.toUpperCase()} ${path.text}`, map: value });
      }
    }
  }
  return found;
}

function isIntegration(name: string): boolean {
  return apiName(name) === 'x-amazon-apigateway-integration';
}
