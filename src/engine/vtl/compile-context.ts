import type { Span } from '../text/span';
import type { JavaValue } from '../values/types';
import { describeThrown, type Run } from './run';
import { TemplateFailure } from './template-error';
import { positionIn } from './template-position';
import type { Template } from './tree';

/** What a part of the tree becomes: something that runs, has a value, or is true or false. */
export type Code = (run: Run) => void;
export type Value = (run: Run) => JavaValue;
export type Test = (run: Run) => boolean;

/** Where compiling stands. */
export interface Context {
  /** The template, or the string in it, whose offsets the nodes carry. */
  template: Template;
  /** Slots of all variables named anywhere, shared with the strings inside. */
  slots: Map<string, number>;
  /** Whether the code also tells what it does. */
  observe: boolean;
}

export function slotOf(context: Context, name: string): number {
  let slot = context.slots.get(name);
  if (slot === undefined) {
    slot = context.slots.size;
    context.slots.set(name, slot);
  }
  return slot;
}

/** Thrown to leave loops and blocks: `#break`, `#stop`. */
export class Leave {
  /** The loop to leave; `nearest` for the innermost block or loop; null for the whole template. */
  readonly target: object | 'nearest' | null;
  constructor(target: Leave['target']) {
    this.target = target;
  }
}

/**
 * The failure for something thrown by a method or an operator; a `Leave` and failures that already have a place are
 * handed on.
 *
 * @param at offset of the place Velocity names; undefined where it names none
 */
export function failureAt(thrown: unknown, context: Context, span: Span, at: number | undefined): unknown {
  if (thrown instanceof Leave || thrown instanceof TemplateFailure) return thrown;
  const { kind, message, type } = describeThrown(thrown);
  const position =
    kind === 'render' && at !== undefined ? positionIn(context.template, at) : { line: -1, column: -1 };
  const place = kind === 'limit' ? positionIn(context.template, at ?? 0) : position;
  const { from, to } = span;
  return new TemplateFailure({ kind, message, ...place, span: { from, to }, hint: hintFor(kind, type) });
}

const HINTS: Record<string, string> = {
  StringIndexOutOfBoundsException: 'Check the length first: #if($s.length() > 3)…#end.',
  IndexOutOfBoundsException: 'Check the size first: #if($list.size() > 0)…#end.',
  ConcurrentModificationException: 'Collect the changes in another list and apply them after the loop.',
  PatternSyntaxException: 'The pattern is a Java regular expression; \\\\Q…\\\\E takes text as it is.',
  UnsupportedOperationException: 'This one cannot be changed; copy its elements into a list of your own.',
  NumberFormatException: 'The text has to be a number and nothing else.',
  ParseException: 'The text is no JSON.',
  InvalidPathException: 'Check the JSONPath expression.',
};

function hintFor(kind: 'render' | 'limit', type: string | undefined): string {
  if (kind === 'limit')
    return 'Such a template would not end in time in the service either; make it do less.';
  return HINTS[type ?? ''] ?? 'API Gateway answers 500 when this happens.';
}
