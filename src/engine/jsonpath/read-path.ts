import { type JsonError, type JsonResult, parseJson } from '../json/parse-json';
import { writeJson } from '../json/write-json';
import type { Span } from '../text/span';
import { TextOverflow } from '../values/nested-text';
import { toJavaString } from '../values/text';
import { JavaList, type JavaValue } from '../values/types';
import { compilePath } from './compile-path';
import { javaClassName } from './evaluate-filter';
import { evaluatePath, type Found, spanOfFound } from './evaluate-path';
import { compileNewerPath } from './newer/compile-path';
import { evaluateNewerPath } from './newer/evaluate-path';
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
  /**
   * What Jayway JsonPath 2.10 answers, where it is another answer or another message: AWS does not say which version
   * it runs.
   */
  newer?: PathAnswer;
};

/**
 * Reads a path from a body as Jayway JsonPath 2.0.0 with json-smart does, the library API Gateway is believed to run
 * (spec of JSONPath, section 1). Never throws.
 */
export function readPath(path: string, body: string): PathResult {
  const parsed = parseJson(body);
  const reading = readOlder(path, parsed);
  const newerReading = readNewer(path, parsed);
  const result = answerOf(reading);
  const newer = isSameReading(reading, newerReading) ? result : newerAnswerOf(newerReading);
  const span = reading.ok && result.ok ? spanOf(reading, parsed) : undefined;
  return {
    ...result,
    ...(span ? { span } : undefined),
    ...(isSameAnswer(result, newer) ? undefined : { newer }),
  };
}

/** What was read, not yet written out. */
type Reading =
  | { ok: true; definite: boolean; value: JavaValue; found?: Found[] }
  | Extract<PathAnswer, { ok: false }>;

function readOlder(path: string, parsed: JsonResult): Reading {
  const compiled = compilePath(path);
  if (!compiled.ok) return compiled;
  const { definite } = compiled.path;
  if (!parsed.ok) return { ok: false, definite, error: parseError(parsed.error) };
  const { ok, ...result } = evaluatePath(compiled.path, parsed.value);
  return 'error' in result ? { ok: false, definite, error: result.error } : { ok: true, definite, ...result };
}

function readNewer(path: string, parsed: JsonResult): Reading {
  const compiled = compileNewerPath(path);
  if (!compiled.ok) return compiled;
  const { definite } = compiled.path;
  if (!parsed.ok) return { ok: false, definite, error: parseError(parsed.error) };
  const outcome = evaluateNewerPath(compiled.path, parsed.value);
  if ('value' in outcome) return { ok: true, definite, value: outcome.value };
  return { ok: false, definite, error: { stage: 'read', ...outcome.failure } };
}

function spanOf(reading: Extract<Reading, { ok: true }>, parsed: JsonResult): Span | undefined {
  const [found] = reading.found ?? [];
  return reading.definite && found && parsed.ok ? spanOfFound(found, parsed.document) : undefined;
}

/** The very same values were found, so there is no need to write them out twice. */
function isSameReading(a: Reading, b: Reading): boolean {
  if (!a.ok || !b.ok || a.definite !== b.definite) return false;
  const [one, other] = [a.value, b.value];
  if (!(one instanceof JavaList && other instanceof JavaList)) return one === other;
  const { items } = other;
  return (
    one.kind === other.kind &&
    one.items.length === items.length &&
    one.items.every((item, i) => item === items[i])
  );
}

function newerAnswerOf(reading: Reading): PathAnswer {
  const answer = answerOf(reading);
  // The only list here that does not come from JSON is the set `keys()` makes.
  return answer.ok && answer.javaType === 'ArrayList' ? { ...answer, javaType: 'LinkedKeySet' } : answer;
}

function parseError({ type, message, offset }: JsonError): PathError {
  return type === 'ParseException'
    ? {
        stage: 'parse',
        type: 'InvalidJsonException',
        message: `net.minidev.json.parser.ParseException: ${message}`,
        offset,
      }
    : { stage: 'parse', type, message, offset };
}

function isSameAnswer(a: PathAnswer, b: PathAnswer): boolean {
  if (a.definite !== b.definite) return false;
  if (a.ok && b.ok) return a.json === b.json && a.text === b.text && a.javaType === b.javaType;
  return !a.ok && !b.ok && a.error.type === b.error.type && a.error.message === b.error.message;
}

function answerOf(reading: Reading): PathAnswer {
  if (!reading.ok) return reading;
  const { definite, value } = reading;
  try {
    const json = writeJson(value, 'LT_COMPRESS');
    const javaType = javaClassName(value).replace(/^.*\./, '');
    return { ok: true, definite, json, text: toJavaString(value), javaType };
  } catch (failure) {
    if (!(failure instanceof TextOverflow)) throw failure;
    return { ok: false, definite, error: { stage: 'read', type: 'TextOverflow', message: failure.message } };
  }
}
