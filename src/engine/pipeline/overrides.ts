import type { Evidence, Override, Place, Problem, ResponseHeader, Step, ValueSource } from '../outcome';
import { TextOverflow, toJavaString } from '../values/text';
import { JavaBigInteger, JavaList, JavaLong, JavaMap, type JavaValue } from '../values/types';
import { itemsOf } from '../vtl/collections';
import { type Draft, isStatusCode } from './draft';
import { assumed, documented, emulatorSource } from './evidence';
import { shorten, type Told } from './stage';

/*
 * `$context.responseOverride` (§7), read when all templates have run. An override beats the rule; a status that is none
 * is ignored.
 */

const OVERRIDING = documented("Override your API's request and response parameters and status codes");

/**
 * Where the assignments that set overrides stand: `status`, `header.` and the name in lower case, or `other.` and a
 * name that overrides nothing.
 */
export type OverridePlaces = ReadonlyMap<string, { place: Place; times: number; source?: ValueSource }>;

export interface Overridden {
  draft: Draft;
  overrides: Override[];
}

/** Puts the overrides over status and headers. */
export function applyOverrides(draft: Draft, context: JavaMap, places: OverridePlaces): Told<Overridden> {
  const responseOverride = memberMap(context, 'responseOverride');
  const story: Story = { overrides: [], steps: [], problems: [], places };
  const statusCode = overrideStatus(draft, responseOverride, story);
  const headers = overrideHeaders(draft.headers, memberMap(responseOverride, 'header'), story);
  if (story.overrides.length === 0) story.steps.push(nothingOverrides(statusCode));
  warnOfRepeats(story);
  warnOfOtherNames(responseOverride, story);
  return {
    value: { draft: { ...draft, statusCode, headers }, overrides: story.overrides },
    steps: story.steps,
    problems: story.problems,
  };
}

interface Story {
  overrides: Override[];
  steps: Step[];
  problems: Problem[];
  places: OverridePlaces;
}

function nothingOverrides(statusCode: number): Step {
  return {
    stage: 'override',
    verdict: 'skipped',
    text: `Nothing overrides status or headers, so the client gets ${statusCode}.`,
    evidence: OVERRIDING,
  };
}

function memberMap(map: JavaMap | undefined, name: string): JavaMap | undefined {
  const value = map?.entries.get(name)?.value;
  return value instanceof JavaMap ? value : undefined;
}

function overrideStatus(draft: Draft, map: JavaMap | undefined, story: Story): number {
  const entry = map?.entries.get('status');
  if (!entry || entry.value === null) return draft.statusCode;
  const set = story.places.get('status');
  const place = set ? { place: set.place } : {};
  const value = shorten(print(entry.value), 1000);
  const status = wholeNumber(entry.value);
  const override: Override = { target: 'status', value, applied: false, ...place, ...sourceOf(set) };
  story.overrides.push(override);
  if (status !== undefined && isStatusCode(status)) {
    override.applied = true;
    story.steps.push({
      stage: 'override',
      verdict: 'ok',
      text:
        status === draft.statusCode
          ? `The override sets the status to ${status}, which it was already.`
          : `The override sets the status to ${status} instead of ${draft.statusCode}.`,
      evidence: OVERRIDING,
      ...place,
    });
    return status;
  }
  const digits = typeof entry.value === 'string' && /^[1-5]\d\d$/.test(entry.value);
  const evidence: Evidence = digits ? assumed('override-status-text') : emulatorSource('LocalStack');
  const why =
    typeof entry.value === 'string'
      ? `“${shorten(value, 40)}” is text`
      : status === undefined
        ? `${shorten(value, 40)} is no whole number`
        : `${status} is outside 100 to 599`;
  override.note = `ignored: ${why}`;
  story.steps.push({
    stage: 'override',
    verdict: 'skipped',
    text: `The status override is ignored, because ${why}; the status stays ${draft.statusCode}.`,
    evidence,
    ...place,
  });
  story.problems.push({
    id: 'override-status-invalid',
    severity: 'warning',
    when: 'request',
    message: `$context.responseOverride.status is ignored: ${why}. ${
      digits ? `Write ${value} without quotes.` : 'It has to be a whole number from 100 to 599.'
    }`,
    ...place,
    evidence,
  });
  return draft.statusCode;
}

/** The value when it is a whole number of one of Java's integer classes. */
function wholeNumber(value: JavaValue): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof JavaLong || value instanceof JavaBigInteger) return Number(value.value);
  return undefined;
}

/** The text a template would print for the value, cut to what an outcome should carry. */
function print(value: JavaValue): string {
  try {
    const items = typeof value === 'object' && value !== null && 'host' in value ? itemsOf(value) : undefined;
    return toJavaString(items ? new JavaList(items) : value, () => '');
  } catch (thrown) {
    // A value that holds itself or is too long to print; no header can carry it.
    if (thrown instanceof TextOverflow) return '';
    throw thrown;
  }
}

/** Overridden headers told one by one; a loop can set thousands. */
const TOLD = 50;

function overrideHeaders(
  headers: readonly ResponseHeader[],
  map: JavaMap | undefined,
  story: Story,
): ResponseHeader[] {
  const mapped = new Map(headers.map((header) => [header.name.toLowerCase(), header]));
  const overriding = new Map<string, ResponseHeader[]>();
  for (const { key, value } of map?.entries.values() ?? []) {
    if (value === null) continue;
    const name = print(key);
    const lower = name.toLowerCase();
    const replaced = mapped.get(lower);
    const set = story.places.get(`header.${lower}`);
    const place = set ? { place: set.place, ...sourceOf(set) } : {};
    const values = value instanceof JavaList ? value.items.map(print) : [print(value)];
    const origin = { kind: 'override', ...place, ...(replaced && { replaced: replaced.value }) } as const;
    // Of two names that differ only in case the last one counts, and it stands where the last one was put.
    overriding.delete(lower);
    overriding.set(
      lower,
      values.map((text) => ({ name, value: text, origin })),
    );
    if (story.overrides.length < TOLD) tellHeader({ name, value, values, replaced, place }, story);
  }
  const kept = headers.filter((header) => !overriding.has(header.name.toLowerCase()));
  return [...kept, ...[...overriding.values()].flat()];
}

function sourceOf(set: { source?: ValueSource } | undefined): { source?: ValueSource } {
  return set?.source ? { source: set.source } : {};
}

interface HeaderOverride {
  name: string;
  value: JavaValue;
  values: string[];
  replaced: ResponseHeader | undefined;
  place: { place?: Place; source?: ValueSource };
}

function tellHeader({ name, value, values, replaced, place: set }: HeaderOverride, story: Story): void {
  const place = set.place ? { place: set.place } : {};
  const shown = shorten(values.join(', '), 60);
  story.overrides.push({
    target: 'header',
    name: shorten(name, 200),
    value: shorten(print(value), 1000),
    applied: true,
    ...set,
    ...(replaced && { note: `replaces ${shorten(replaced.value, 60)}` }),
  });
  story.steps.push({
    stage: 'override',
    verdict: 'ok',
    text: `The override sets ${shorten(name, 60)} to ${shown}${
      replaced ? ` instead of ${shorten(replaced.value, 60)}` : ''
    }.`,
    evidence: evidenceFor(value),
    ...place,
  });
}

function evidenceFor(value: JavaValue): Evidence {
  if (typeof value === 'string') return OVERRIDING;
  return assumed(value instanceof JavaList ? 'override-header-list' : 'override-header-not-text');
}

function warnOfRepeats(story: Story): void {
  for (const [target, { place, times }] of story.places) {
    if (times < 2 || target.startsWith('other.')) continue;
    const name = target === 'status' ? 'status' : `the header ${target.slice('header.'.length)}`;
    story.problems.push({
      id: 'override-twice',
      severity: 'warning',
      when: 'request',
      message:
        `The override of ${name} was set ${times} times. The documentation allows one assignment and announces a 5XX for ` +
        'a second; here the last one counts. Collect the value in a variable and assign once.',
      place,
      evidence: assumed('override-twice'),
    });
  }
}

/** Names people write when they mean `status` and `header`. */
const MEANT: Readonly<Record<string, string>> = {
  statuscode: 'status',
  status: 'status',
  code: 'status',
  headers: 'header',
  header: 'header',
};

function warnOfOtherNames(map: JavaMap | undefined, story: Story): void {
  for (const { key } of map?.entries.values() ?? []) {
    if (typeof key !== 'string' || key === 'status' || key === 'header') continue;
    const meant = Object.hasOwn(MEANT, key.toLowerCase()) ? MEANT[key.toLowerCase()] : undefined;
    if (!meant) continue;
    const place = story.places.get(`other.${key}`)?.place;
    story.problems.push({
      id: 'override-misspelt',
      severity: 'error',
      when: 'request',
      message: `$context.responseOverride.${shorten(key, 40)} overrides nothing; the name is ${meant}.`,
      ...(place && { place }),
      evidence: OVERRIDING,
    });
  }
}
