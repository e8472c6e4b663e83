import type { PlaygroundDocument } from '../document/model';
import { readDocument } from '../document/read-document';
import type { Place } from '../engine/outcome';
import { buildContext, type ContextValue } from '../engine/pipeline/context-values';
import { readSetup } from '../engine/pipeline/setup';
import type { Scenario } from '../engine/scenario';
import type { JsonValue } from '../engine/text/json-value';

/** A template and all that it can read, as plain data. */
export interface LensQuestion {
  template: string;
  /** `$input.body`. */
  body: string;
  /** `$input.params()`. */
  params: Record<'path' | 'querystring' | 'header', Record<string, string>>;
  context: Record<string, JsonValue>;
  stageVariables: Record<string, string>;
}

/**
 * The question a document asks with the template at `place`, a place of its outcome. Undefined when the document
 * cannot be read or there is no template there.
 */
export function questionOf(document: PlaygroundDocument, place: Place): LensQuestion | undefined {
  const { scenario } = readDocument(document);
  const template = scenario && templateAt(scenario, place);
  if (scenario === undefined || template === undefined) return undefined;
  const { request, stageVariables, context, backend } = readSetup(scenario);
  return {
    template,
    body: backend.kind === 'lambda' ? backend.payload : backend.kind === 'http' ? (backend.text ?? '') : '',
    params: {
      path: Object.fromEntries(request.pathParameters),
      querystring: Object.fromEntries(request.queryStringParameters),
      header: Object.fromEntries(request.headers),
    },
    context: toObject(buildContext(request, context, () => false)),
    stageVariables: Object.fromEntries(stageVariables),
  };
}

function templateAt(scenario: Scenario, place: Place): string | undefined {
  if (place.in === 'template') return scenario.templates?.[place.name];
  if (place.in !== 'rules') return undefined;
  let value: unknown = scenario;
  for (const key of place.path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return typeof value === 'string' ? value : undefined;
}

function toJson(value: ContextValue): JsonValue {
  if (Array.isArray(value)) return value.map(toJson);
  return value instanceof Map ? toObject(value) : value;
}

function toObject(values: Map<string, ContextValue>): Record<string, JsonValue> {
  return Object.fromEntries(Array.from(values, ([name, value]) => [name, toJson(value)]));
}
