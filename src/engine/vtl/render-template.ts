import type { JsonValue } from '../text/json-value';
import { getFromMap, mapOf, putIntoMap } from '../values/maps';
import { JavaMap, type JavaValue } from '../values/types';
import { Input } from './host-objects';
import { fromJsonValue, toJsonValue } from './json-values';
import { compileTemplate, render, type Variables } from './render';
import type { TemplateError } from './template-error';

/** What a template can read. */
export interface TemplateVariables {
  /** The payload, raw; `$input.body`. Default: empty, which reads as `{}`. */
  body?: string | null;
  /** `$context`; the maps for overrides are put in where they are missing. */
  context?: Record<string, JsonValue>;
  stageVariables?: Record<string, string>;
  /** `$input.params()`. */
  params?: {
    path?: Record<string, string>;
    querystring?: Record<string, string>;
    header?: Record<string, string>;
  };
}

export type RenderResult =
  | {
      ok: true;
      output: string;
      /** `$context.responseOverride` as it stands after the render. */
      responseOverride: JsonValue;
      requestOverride: JsonValue;
    }
  | {
      ok: false;
      error: TemplateError;
      /** What had been printed when it stopped. */
      output: string;
    };

/**
 * Renders a mapping template as API Gateway does: Apache Velocity 1.7 with the service's changes (spec of the
 * template language). Never throws for anything in the template or the variables.
 */
export function renderTemplate(template: string, variables: TemplateVariables = {}): RenderResult {
  const result = compileTemplate(template);
  if (!result.ok) return { ok: false, error: result.error, output: '' };
  const provided = variablesOf(variables);
  const { output, error } = render(result.compiled, provided);
  const { context } = provided;
  if (error) return { ok: false, error, output };
  return {
    ok: true,
    output,
    responseOverride: toJsonValue(getFromMap(context, 'responseOverride')),
    requestOverride: toJsonValue(getFromMap(context, 'requestOverride')),
  };
}

/** The variables as Java values. */
export function variablesOf({ body, context, stageVariables, params }: TemplateVariables): Variables {
  return {
    input: new Input(body || '{}', paramsMap(params ?? {})),
    context: contextMap(context ?? {}),
    stageVariables: stringMap(stageVariables ?? {}),
  };
}

/** `$context` with the empty maps the service provides. */
function contextMap(values: Record<string, JsonValue>): JavaMap {
  const context = fromJsonValue(values, 'ContextMap') as JavaMap;
  const request = mapIn(context, 'requestOverride');
  for (const group of ['path', 'header', 'querystring']) mapIn(request, group);
  mapIn(mapIn(context, 'responseOverride'), 'header');
  return context;
}

function mapIn(map: JavaMap, key: string): JavaMap {
  const present: JavaValue = getFromMap(map, key);
  if (present instanceof JavaMap) return present;
  const made = new JavaMap('ContextMap');
  putIntoMap(map, key, made);
  return made;
}

function paramsMap(params: NonNullable<TemplateVariables['params']>): JavaMap {
  return mapOf([
    ['path', stringMap(params.path ?? {})],
    ['querystring', stringMap(params.querystring ?? {})],
    ['header', stringMap(params.header ?? {})],
  ]);
}

function stringMap(values: Record<string, string>): JavaMap {
  return mapOf(Object.entries(values));
}
