import { type JsonResult, looksLikeJson, parseJson } from '../json/parse-json';
import { compilePath } from '../jsonpath/compile-path';
import { evaluatePath, spanOfFound } from '../jsonpath/evaluate-path';
import type { CompiledPath, Step } from '../jsonpath/path-model';
import type { Span } from '../text/span';
import { JavaMap, type JavaValue } from '../values/types';

/**
 * The value at the path of a mapping `integration.response.body.PATH`; undefined when there is none.
 *
 * In the payload of a Lambda function the path may lead on into a string that holds a JSON object: API Gateway parses
 * the errorMessage of a custom error for header mappings, though not for templates (§4).
 */
export function readBodyPath(
  path: string,
  body: JavaValue | undefined,
  lambda: boolean,
): JavaValue | undefined {
  const compiled = compilePath(toJsonPath(path));
  if (!compiled.ok || body === undefined) return undefined;
  const { steps, definite } = compiled.path;
  const found = read(steps, definite, body);
  return found === undefined && lambda && definite ? readEmbedded(steps, body) : found;
}

/** The path of a mapping as a JSONPath. */
export function toJsonPath(path: string): string {
  return path.startsWith('$') ? path : `$.${path}`;
}

/**
 * Where the one value at a mapping's path stands in the body. A value inside a string of JSON has no place of its own
 * there: the place is that of the string.
 */
export function spanOfBodyPath(path: string, body: JsonResult | undefined): Span | undefined {
  const compiled = compilePath(toJsonPath(path));
  if (!compiled.ok || !body?.ok) return undefined;
  const { steps, definite } = compiled.path;
  for (let taken = steps.length; taken > 1; taken--) {
    const result = evaluatePath({ steps: steps.slice(0, taken), definite, fromRoot: true }, body.value);
    if (!result.ok) continue;
    const [only] = result.found.length === 1 ? result.found : [];
    const inside = taken === steps.length || typeof only?.value === 'string';
    return only && inside ? spanOfFound(only, body.document) : undefined;
  }
  return undefined;
}

/** Follows the steps of a definite path until they stand on a string with JSON in it, and on inside that. */
function readEmbedded(steps: readonly Step[], body: JavaValue): JavaValue | undefined {
  let rest = steps;
  let inside: JavaValue = body;
  for (let taken = 2; taken < rest.length; taken++) {
    const text = read(rest.slice(0, taken), true, inside);
    if (text === undefined) return undefined;
    if (typeof text !== 'string' || !looksLikeJson(text)) continue;
    const parsed = parseJson(text);
    if (!parsed.ok || !(parsed.value instanceof JavaMap)) return undefined;
    inside = parsed.value;
    rest = [rest[0]!, ...rest.slice(taken)];
    const found = read(rest, true, inside);
    if (found !== undefined) return found;
    taken = 1;
  }
  return undefined;
}

function read(steps: readonly Step[], definite: boolean, body: JavaValue): JavaValue | undefined {
  const path: CompiledPath = { steps: [...steps], definite, fromRoot: true };
  const result = evaluatePath(path, body);
  return result.ok ? result.value : undefined;
}
