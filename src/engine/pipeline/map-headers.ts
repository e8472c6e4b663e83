import { writeJson } from '../json/write-json';
import type { Problem, ResponseHeader, ValueSource } from '../outcome';
import type { JavaValue } from '../values/types';
import { type ContextValues, lookUp } from './context-values';
import type { Endpoint } from './endpoint';
import { documented, emulatorSource } from './evidence';
import { readBodyPath, spanOfBodyPath, toJsonPath } from './read-body-path';
import { rulePlace } from './rule-place';
import { configurationError, type Staged, shorten } from './stage';
import type { HeaderMapping, StoredRule } from './store-rules';

/*
 * Header mappings of the chosen rule (§4). What the backend sent reaches the client only through them, and a source
 * that has no value leaves the header out.
 */

export interface MappingSources {
  endpoint: Endpoint;
  context: ContextValues;
  stageVariables: Map<string, string>;
}

const REFERENCE = documented('Amazon API Gateway API request and response data mapping reference');

/** The headers a rule's mappings give, or the failure of a body that is broken JSON. */
export function mapHeaders(stored: StoredRule, sources: MappingSources): Staged<ResponseHeader[]> {
  const { rule, mappings } = stored;
  if (mappings.length === 0) return { ok: true, value: [], steps: [], problems: [] };
  const body = readBody(mappings, sources.endpoint);
  if (!body.ok) return brokenBody(stored, body.message);
  const byName = new Map<string, ResponseHeader>();
  const problems: Problem[] = [];
  for (const mapping of mappings) {
    const { parameter, name, text } = mapping;
    const place = rulePlace(rule, 'responseParameters', parameter);
    const value = mappedValue(mapping, sources, body.value);
    if (!value) {
      problems.push(noValue(mapping, sources, place, value === ''));
      continue;
    }
    // Of two names that differ only in case the last one counts.
    byName.set(name.toLowerCase(), {
      name,
      value,
      origin: { kind: 'mapping', parameter, expression: text, place, ...sourceOf(mapping, sources.endpoint) },
    });
  }
  const headers = [...byName.values()];
  return {
    ok: true,
    value: headers,
    steps: [
      { stage: 'header-mapping', verdict: 'ok', text: tell(headers, mappings.length), evidence: REFERENCE },
    ],
    problems,
  };
}

function tell(headers: readonly ResponseHeader[], mapped: number): string {
  const set = headers.slice(0, 4).map(({ name, value }) => `${name}: ${shorten(value, 40)}`);
  const more = headers.length > 4 ? ` and ${headers.length - 4} more` : '';
  if (set.length === 0) return `None of the ${mapped} header mappings of the rule finds a value.`;
  return `The rule's header mappings set ${set.join(', ')}${more}.`;
}

/** The text a mapping gives; undefined when its source has nothing, `''` when the source is empty. */
function mappedValue(
  mapping: HeaderMapping,
  sources: MappingSources,
  body: BodyValue | undefined,
): string | undefined {
  const { expression } = mapping;
  const { endpoint } = sources;
  switch (expression.kind) {
    case 'static':
      return expression.value;
    case 'header':
      return valuesOf(endpoint, expression.name).at(-1);
    case 'multivalueheader': {
      const values = valuesOf(endpoint, expression.name);
      return values.length > 0 ? values.join(',') : undefined;
    }
    case 'body':
      if (expression.path === undefined) return endpoint.payload.text.trim() || '{}';
      return textOf(readBodyPath(expression.path, body?.json, endpoint.lambda));
    case 'context': {
      const value = lookUp(sources.context, expression.path);
      return typeof value === 'string' ? value : undefined;
    }
    case 'stageVariable':
      return sources.stageVariables.get(expression.name);
    case 'request':
      return undefined;
  }
}

/** Where a mapping reads, in the words of a template's sources; a constant is read nowhere. */
function sourceOf({ expression }: HeaderMapping, endpoint: Endpoint): { source?: ValueSource } {
  switch (expression.kind) {
    case 'header':
    case 'multivalueheader':
      return { source: { in: 'answer', path: `header.${expression.name}` } };
    case 'body': {
      const { path } = expression;
      if (path === undefined) {
        return { source: { in: 'answer', path: '$', span: { from: 0, to: endpoint.payload.text.length } } };
      }
      const span = spanOfBodyPath(path, endpoint.payload.json);
      return { source: { in: 'answer', path: toJsonPath(path), ...(span && { span }) } };
    }
    case 'context':
      return { source: { in: 'context', path: expression.path.join('.') } };
    case 'stageVariable':
      return { source: { in: 'stageVariables', path: expression.name } };
  }
  return {};
}

/** Values of a backend header. Names have to be written exactly as the backend sends them. */
function valuesOf(endpoint: Endpoint, name: string): string[] {
  return endpoint.headers.filter(([sent]) => sent === name).map(([, value]) => value);
}

function textOf(value: JavaValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : writeJson(value, 'LT_COMPRESS');
}

interface BodyValue {
  /** Undefined: the body is no JSON and has no members. */
  json: JavaValue | undefined;
}

type ReadBody = { ok: true; value: BodyValue | undefined } | { ok: false; message: string };

/** Parses the body when a mapping asks for it. Only what begins like JSON is parsed, and then it has to be JSON. */
function readBody(mappings: readonly HeaderMapping[], endpoint: Endpoint): ReadBody {
  if (!mappings.some(({ expression }) => expression.kind === 'body')) return { ok: true, value: undefined };
  const parsed = endpoint.payload.json;
  if (!parsed) return { ok: true, value: { json: undefined } };
  if (!parsed.ok) return { ok: false, message: parsed.error.message };
  return { ok: true, value: { json: parsed.value } };
}

function brokenBody({ rule }: StoredRule, message: string): Staged<ResponseHeader[]> {
  const evidence = emulatorSource('LocalStack: a body that begins like JSON has to be JSON');
  return {
    ok: false,
    failure: configurationError('Unable to transform response'),
    steps: [
      {
        stage: 'header-mapping',
        verdict: 'failed',
        text: 'A header mapping reads the body, which begins like JSON and is broken, so API Gateway answers 500.',
        evidence,
        place: rulePlace(rule, 'responseParameters'),
      },
    ],
    problems: [
      {
        id: 'header-body-not-json',
        severity: 'error',
        when: 'request',
        message: `A header mapping reads the backend's body, which is no valid JSON: ${shorten(message)}.`,
        place: { in: 'answer' },
        evidence,
      },
    ],
  };
}

function noValue(
  mapping: HeaderMapping,
  sources: MappingSources,
  place: NonNullable<Problem['place']>,
  empty: boolean,
): Problem {
  const { expression, name, text } = mapping;
  const problem = { severity: 'warning', when: 'request', place } as const;
  if (expression.kind === 'header') {
    const near = sources.endpoint.headers.find(
      ([sent]) => sent.toLowerCase() === expression.name.toLowerCase(),
    );
    if (near && near[0] !== expression.name) {
      return {
        ...problem,
        id: 'header-source-case',
        message: `The backend sends ${near[0]}, and the mapping of ${name} asks for ${expression.name}: header names of the backend are looked up with their exact capitals. The header is not sent.`,
        evidence: documented('Amazon API Gateway important notes'),
      };
    }
  }
  const why = empty ? 'gives an empty value' : 'finds nothing';
  const hint =
    expression.kind === 'header' && sources.endpoint.lambda
      ? ' A Lambda result has no headers of its own; map from integration.response.body instead.'
      : '';
  return {
    ...problem,
    id: 'header-source-missing',
    message: `${shorten(text)} ${why}, so the header ${name} is not sent.${hint}`,
    evidence: emulatorSource('LocalStack'),
  };
}
