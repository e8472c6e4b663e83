import type { OutputPiece, TemplateFacts, ValueSource } from '../outcome';
import type { Span } from '../text/span';
import type { JavaMap, JavaValue } from '../values/types';
import type { Code, Context } from './compile-context';
import { Leave } from './compile-context';
import { compileItems } from './compile-item';
import { type Input, Util } from './host-objects';
import { countLines, type RunnableLines, runnableLines } from './line-counts';
import { type Events, Observation } from './observation';
import { parseTemplate } from './parser';
import { ObservedRun, Run } from './run';
import { type TemplateError, TemplateFailure } from './template-error';
import type { Template } from './tree';

/** A template ready to run, as often as one likes. */
export interface CompiledTemplate {
  template: Template;
  /** Runs and tells nothing. */
  code: Code;
  slots: Map<string, number>;
  /** The same, observed; made when first asked for. */
  observed?: { code: Code; slots: Map<string, number>; lines: RunnableLines };
}

export type CompileResult = { ok: true; compiled: CompiledTemplate } | { ok: false; error: TemplateError };

/** The four variables API Gateway provides. */
export interface Variables {
  input: Input;
  /** Changed by the template: `responseOverride` and `requestOverride` are in it, and outlive the run. */
  context: JavaMap;
  stageVariables: JavaMap;
}

export interface RenderOptions {
  /** Also tell which part of the template wrote what, from which source, and what it did on the way. */
  observe?: boolean;
}

export interface Rendered {
  /** Up to the error, when there is one. */
  output: string;
  error?: TemplateError;
  /** What follows is there only when observed. */
  pieces?: OutputPiece[];
  lineHits?: Record<number, number>;
  events?: Events;
  facts?: TemplateFacts;
  /** The part of the template that set a member of `$context`, or of a map in it, last. */
  assignmentOf?: (map: JavaMap, key: string) => Span | undefined;
  /** Where the value came from that the template gave such a member. */
  sourceOf?: (map: JavaMap, key: string) => ValueSource | undefined;
}

/** Parses a template and prepares it to run. */
export function compileTemplate(text: string): CompileResult {
  try {
    const template = parseTemplate(text);
    return { ok: true, compiled: { template, ...compile(template, false) } };
  } catch (failure) {
    if (failure instanceof TemplateFailure) return { ok: false, error: failure.error };
    throw failure;
  }
}

function compile(template: Template, observe: boolean): { code: Code; slots: Map<string, number> } {
  const slots = new Map(PROVIDED.map((name, slot) => [name, slot]));
  const context: Context = { template, slots, observe };
  return { code: compileItems(template.items, context), slots };
}

const PROVIDED = ['input', 'util', 'context', 'stageVariables'];

const UTIL = new Util();

/**
 * Runs a template. The user's mistakes come back as `error`, with the output so far.
 *
 * `variables.context` is changed in place, so that what a request template sets is there for the response template
 * (recorded on the service; spec of the template language, section 11).
 */
export function render(
  compiled: CompiledTemplate,
  variables: Variables,
  options: RenderOptions = {},
): Rendered {
  const { input, context, stageVariables } = variables;
  const provided: JavaValue[] = [input, UTIL, context, stageVariables];
  if (!options.observe) {
    const run = new Run(slotsFor(compiled.slots, provided));
    const error = execute(compiled.code, run);
    return error ? { output: run.out, error } : { output: run.out };
  }
  const { template } = compiled;
  compiled.observed ??= { ...compile(template, true), lines: runnableLines(template) };
  const observation = new Observation();
  const run = new ObservedRun(slotsFor(compiled.observed.slots, provided), observation);
  run.provided = { input, stageVariables };
  const error = execute(compiled.observed.code, run);
  return {
    output: run.out,
    ...(error ? { error } : {}),
    pieces: observation.pieces,
    lineHits: countLines(compiled.observed.lines, observation.hits),
    events: observation.events,
    facts: observation.collector.facts,
    assignmentOf: (map, key) => observation.assignmentOf(map, key),
    sourceOf: (map, key) => observation.storedOrigin(map, key) ?? undefined,
  };
}

function slotsFor(slots: Map<string, number>, provided: JavaValue[]): (JavaValue | undefined)[] {
  const values: (JavaValue | undefined)[] = provided;
  for (let slot = values.length; slot < slots.size; slot++) values.push(undefined);
  return values;
}

function execute(code: Code, run: Run): TemplateError | undefined {
  try {
    code(run);
  } catch (thrown) {
    if (thrown instanceof TemplateFailure) return thrown.error;
    if (!(thrown instanceof Leave)) throw thrown;
    // #break outside a loop ends the template, as #stop does; a loop that is over cannot be left.
    if (thrown.target !== null && thrown.target !== 'nearest') {
      return {
        kind: 'render',
        message: '#break names a loop that is not running.',
        line: -1,
        column: -1,
        hint: 'Use it inside the loop it names.',
      };
    }
  }
  return undefined;
}
