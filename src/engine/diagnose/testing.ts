import type { Fix, FixEdit, Place, Problem } from '../outcome';
import { evaluate } from '../pipeline/evaluate';
import type { Scenario } from '../scenario';
import type { JsonValue } from '../text/json-value';
import { diagnose } from './diagnose';

/* What the tests of diagnostics share: scenarios in short, and fixes put to work on the scenario itself. */

/** A Lambda function behind one default rule with a template for JSON. */
export function withTemplate(template: string, answer: string, changes: Partial<Scenario> = {}): Scenario {
  return {
    integration: {
      type: 'AWS',
      integrationResponses: [{ statusCode: '200', responseTemplates: { 'application/json': template } }],
    },
    backend: { kind: 'lambda', payload: answer },
    ...changes,
  };
}

export function problemsOf(scenario: Scenario): Problem[] {
  return diagnose(scenario, evaluate(scenario));
}

export function idsOf(scenario: Scenario): string[] {
  return problemsOf(scenario).map(({ id }) => id);
}

/** The scenario after a fix. The edits of a fix do not overlap; the last one in a text is made first. */
export function fixed(scenario: Scenario, { edits }: Fix): Scenario {
  const copy = structuredClone(scenario);
  const start = (edit: FixEdit) => (edit.kind === 'replace' ? (spanOf(edit.place)?.from ?? 0) : 0);
  for (const edit of edits.toSorted((a, b) => start(b) - start(a))) {
    if (edit.kind === 'replace') replaceIn(copy, edit.place, edit.text);
    else put(copy, edit.path, edit.kind === 'set' ? edit.value : undefined);
  }
  return copy;
}

function spanOf(place: Place) {
  return 'span' in place ? place.span : undefined;
}

function replaceIn(scenario: Scenario, place: Place, text: string): void {
  const span = spanOf(place);
  const path =
    place.in === 'template' ? ['templates', place.name] : place.in === 'rules' ? place.path : undefined;
  if (!span || !path) throw new Error('a place without a text');
  const before = get(scenario, path);
  put(scenario, path, before.slice(0, span.from) + text + before.slice(span.to));
}

type Members = Record<string | number, unknown>;

function get(scenario: Scenario, path: readonly (string | number)[]): string {
  return path.reduce<unknown>((value, key) => (value as Members)[key], scenario) as string;
}

function put(scenario: Scenario, path: readonly (string | number)[], value: JsonValue | undefined): void {
  let holder = scenario as unknown as Members;
  for (const key of path.slice(0, -1)) {
    holder[key] ??= {};
    holder = holder[key] as Members;
  }
  const last = path.at(-1)!;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}
