import { parseJson } from '../json/parse-json';
import { writeJson } from '../json/write-json';
import type { Span } from '../text/span';
import { TextOverflow } from '../values/nested-text';
import { toJavaString } from '../values/text';
import type { JavaValue } from '../values/types';
import { compilePath } from './compile-path';
import { javaClassName } from './evaluate-filter';
import { evaluatePath, spanOfFound } from './evaluate-path';
import type { PathError } from './path-error';

/** What a path answers. */
export type PathAnswer =
  | {
      ok: true;
      /** The path names one value; otherwise the answer is a list, possibly empty. */
      definite: boolean;
      /** The answer as `$input.json` writes it. */
      json: string;
      /** The answer as it prints: `String.valueOf`. */
      text: string;
      /** Java class without its package; `null` for null. */
      javaType: string;
    }
  | {
      ok: false;
      /** Absent when the path does not compile. */
      definite?: boolean;
      error: PathError;
    };

export type PathResult = PathAnswer & {
  /** Where the answer stands in the body, when it is one value of it. UTF-16 units. */
  span?: Span;
};

/**
 * Reads a path from a body as Jayway JsonPath 2.0.0 with json-smart does, the library API Gateway is believed to run
 * (spec of JSONPath, section 1). Never throws.
 */
export function readPath(path: string, body: string): PathResult {
  const compiled = compilePath(path);
  if (!compiled.ok) return compiled;
  const { definite } = compiled.path;
  const parsed = parseJson(body);
  if (!parsed.ok) {
    const { type, message, offset } = parsed.error;
    const error: PathError =
      type === 'ParseException'
        ? {
            stage: 'parse',
            type: 'InvalidJsonException',
            message: `net.minidev.json.parser.ParseException: ${message}`,
            offset,
          }
        : { stage: 'parse', type, message, offset };
    return { ok: false, definite, error };
  }
  const result = evaluatePath(compiled.path, parsed.value);
  if (!result.ok) return { ok: false, definite, error: result.error };
  const answer = answerOf(definite, result.value);
  const [found] = result.found;
  const span = answer.ok && definite && found && spanOfFound(found, parsed.document);
  return span ? { ...answer, span } : answer;
}

function answerOf(definite: boolean, value: JavaValue): PathAnswer {
  try {
    const json = writeJson(value, 'LT_COMPRESS');
    const javaType = javaClassName(value).replace(/^.*\./, '');
    return { ok: true, definite, json, text: toJavaString(value), javaType };
  } catch (failure) {
    if (!(failure instanceof TextOverflow)) throw failure;
    return { ok: false, definite, error: { stage: 'read', type: 'TextOverflow', message: failure.message } };
  }
}
