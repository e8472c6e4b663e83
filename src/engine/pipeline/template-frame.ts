import type { OutputPiece, Place, TemplateVerdict, ValueSource } from '../outcome';
import { mapOf } from '../values/maps';
import { JavaMap } from '../values/types';
import { Input } from '../vtl/host-objects';
import { type CompileResult, compileTemplate, type Rendered, render } from '../vtl/render';
import type { TemplateError } from '../vtl/template-error';
import type { ChosenTemplate } from './choose-template';
import type { ContextValues } from './context-values';
import { toJavaContext } from './java-context';
import type { OverridePlaces } from './overrides';
import type { Payload } from './payload';
import type { Setup } from './setup';

/** What running a template came to. */
export interface TemplateRun {
  verdict: TemplateVerdict;
  /** Up to the error, when there is one. */
  output: string;
  pieces: OutputPiece[];
  error?: TemplateError;
  /** The error comes from a body that begins like JSON and is broken. */
  brokenJson: boolean;
}

/**
 * What a scenario's templates share (§6): the client's request, the stage variables, and one `$context`, so that what a
 * request template writes into it is there for the response template.
 */
export class TemplateFrame {
  readonly context: JavaMap;
  private readonly params: JavaMap;
  private readonly stageVariables: JavaMap;
  private readonly places = new Map<string, { place: Place; times: number; source?: ValueSource }>();

  constructor({ request, stageVariables }: Setup, context: ContextValues) {
    this.context = toJavaContext(context);
    this.stageVariables = mapOf(stageVariables);
    this.params = mapOf([
      ['path', mapOf(request.pathParameters)],
      ['querystring', mapOf(request.queryStringParameters)],
      ['header', mapOf(request.headers)],
    ]);
  }

  /** Where the templates run so far have set overrides. */
  get overridePlaces(): OverridePlaces {
    return this.places;
  }

  /** Runs a template on a body. An empty body reads as `{}` (recorded, §6.2). */
  run(template: ChosenTemplate, body: Payload): TemplateRun {
    const compiled = compileCached(template.text);
    if (!compiled.ok) return failure(template, compiled.error, { output: '' }, body);
    const input = new Input(body.text || '{}', this.params);
    if (body.known?.ok) input.document = { value: body.known.value, map: body.known.document };
    const { context, stageVariables } = this;
    const rendered = render(compiled.compiled, { input, context, stageVariables }, { observe: true });
    this.notePlaces(template, rendered);
    if (rendered.error) return failure(template, rendered.error, rendered, body);
    return {
      verdict: { verdict: 'rendered', place: template.place, ...told(rendered) },
      output: rendered.output,
      pieces: rendered.pieces ?? [],
      brokenJson: false,
    };
  }

  /** Notes the assignments that stand behind the overrides, and how often each target was written to. */
  private notePlaces(template: ChosenTemplate, { assignmentOf, sourceOf, events }: Rendered): void {
    const override = this.context.entries.get('responseOverride')?.value;
    if (!assignmentOf || !(override instanceof JavaMap)) return;
    const times = countAssignments(events);
    const note = (map: JavaMap, key: string, target: string) => {
      const span = assignmentOf(map, key);
      if (!span) return;
      const before = this.places.get(target)?.times ?? 0;
      const source = sourceOf?.(map, key);
      this.places.set(target, {
        place: { ...template.place, span },
        times: before + Math.max(1, times.get(target) ?? 0),
        ...(source && { source }),
      });
    };
    note(override, 'status', 'status');
    for (const { key } of override.entries.values()) {
      if (typeof key === 'string' && key !== 'status' && key !== 'header')
        note(override, key, `other.${key}`);
    }
    const header = override.entries.get('header')?.value;
    if (!(header instanceof JavaMap)) return;
    for (const { key } of header.entries.values()) {
      if (typeof key === 'string') note(header, key, `header.${key.toLowerCase()}`);
    }
  }
}

function told({ output, pieces, lineHits, facts }: Rendered): Partial<TemplateVerdict> {
  return { output, ...(pieces && { pieces }), ...(lineHits && { lineHits }), ...(facts && { facts }) };
}

function failure(
  template: ChosenTemplate,
  error: TemplateError,
  rendered: Rendered,
  body: Payload,
): TemplateRun {
  return {
    verdict: { verdict: 'failed', place: template.place, ...told(rendered) },
    output: rendered.output,
    pieces: rendered.pieces ?? [],
    error,
    brokenJson: error.kind === 'render' && body.json?.ok === false,
  };
}

/**
 * How often overrides were assigned under names that can be read off the template. An assignment through another
 * variable or through `put` is not among them; `notePlaces` counts such a target once.
 */
function countAssignments(events: Rendered['events']): Map<string, number> {
  const times = new Map<string, number>();
  events?.kinds.forEach((kind, i) => {
    if (kind !== 'set') return;
    const name = (events.names[i] ?? '')
      .replace(/^\$!?\{?|\}$/g, '')
      .replace(/\[\s*['"]?([^'"\]]*)['"]?\s*\]/g, '.$1');
    const target = /^context\.responseOverride\.(status|header\.[^$]+)$/.exec(name)?.[1]?.toLowerCase();
    if (target) times.set(target, (times.get(target) ?? 0) + 1);
  });
  return times;
}

/** Templates are evaluated at every key press, mostly unchanged. */
const CACHE_SIZE = 16;

/** Longer templates than the service stores are not kept. */
const CACHED_LENGTH = 300 * 1024;

const cache = new Map<string, CompileResult>();

function compileCached(text: string): CompileResult {
  const known = cache.get(text);
  if (known) return known;
  const compiled = compileTemplate(text);
  const oldest = cache.size >= CACHE_SIZE ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  if (text.length <= CACHED_LENGTH) cache.set(text, compiled);
  return compiled;
}
