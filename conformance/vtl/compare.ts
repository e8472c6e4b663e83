import type { JsonValue } from '../../src/engine/text/json-value';
import { renderTemplate, type TemplateVariables } from '../../src/engine/vtl/render-template';

/** A template and what it can read. */
export interface VtlQuestion extends TemplateVariables {
  template: string;
}

export interface VtlAnswer {
  output?: string;
  responseOverride?: JsonValue;
  requestOverride?: JsonValue;
  /** `parse`, `method` or `other`; 1-based, -1 where Velocity names no place. */
  error?: { kind: string; line: number | null; column: number | null; type?: string };
  failed?: string;
  /** Rendered, but an override has no text. */
  unprintable?: string;
}

/** Our answer in the oracle's form. */
export function answer({ template, ...variables }: VtlQuestion): VtlAnswer {
  const result = renderTemplate(template, variables);
  if (result.ok) {
    const { output, responseOverride, requestOverride } = result;
    return { output, responseOverride, requestOverride };
  }
  const { kind, line, column } = result.error;
  if (kind === 'limit') return { failed: result.error.message };
  if (kind === 'parse') return { error: { kind, line, column } };
  return { error: { kind: line < 0 ? 'other' : 'method', line, column } };
}

/** Says in what two answers differ; undefined when they agree. */
export function difference(ours: VtlAnswer, theirs: VtlAnswer): string | undefined {
  // What Java cannot end either is no difference.
  if (theirs.failed !== undefined) return theirs.failed;
  if (theirs.unprintable !== undefined || /^(StackOverflow|OutOfMemory)Error$/.test(theirs.error?.type ?? ''))
    return undefined;
  if (ours.failed !== undefined) return `ours gave up: ${ours.failed}`;
  if (ours.error || theirs.error) {
    const place = ({ error, output }: VtlAnswer) =>
      error ? `${error.kind} ${error.line ?? -1}:${error.column ?? -1}` : `output ${JSON.stringify(output)}`;
    return place(ours) === place(theirs)
      ? undefined
      : `ours ${place(ours)}, Java's ${place(theirs)} ${theirs.error?.type ?? ''}`;
  }
  for (const part of ['output', 'responseOverride', 'requestOverride'] as const) {
    if (theirs[part] === undefined) continue;
    const [a, b] = [sorted(mask(ours[part])), sorted(mask(theirs[part]))];
    if (a !== b) return `${part}: ours ${a}, Java's ${b}`;
  }
  return undefined;
}

/** An address in memory says nothing. */
function mask(value: JsonValue | undefined): JsonValue | undefined {
  return typeof value === 'string' ? value.replace(/(\[L?[\w.]+;?|\$\w+)@[0-9a-f]+/g, '@') : value;
}

/** JSON text with keys in one order: the order of overrides is not compared. */
function sorted(value: JsonValue | undefined): string {
  return JSON.stringify(value, (_key, member) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
