import { Compile, parse } from 'velocityjs';
import { emulatorVariables, STRING_METHODS } from './emulator-objects';
import { UnreadPath } from './plain-path';
import type { LensQuestion } from './question';

/** What a local emulator would answer. */
export type LensAnswer =
  | { kind: 'rendered'; output: string }
  /** It stops with an error; the message is the library's. */
  | { kind: 'failed'; message: string }
  /** It was stopped: the template asks for too much. */
  | { kind: 'stopped'; why: string }
  /** There is nothing to say here. */
  | { kind: 'unknown'; why: string };

/** Longest output taken over, in UTF-16 units. */
const LONGEST_OUTPUT = 1_000_000;

/** Longest template given to the library, in UTF-16 units: its parser's time grows faster than the text. */
const LONGEST_TEMPLATE = 300_000;

/** Largest range built; `[1..1000000000]` would use up the memory before any deadline. */
const LARGEST_RANGE = 1_000_000;

class TooMuch extends Error {}

/** What the library's types leave out. */
interface Arrays {
  getArray(literal: { isRange?: boolean; value: unknown[] }): unknown[];
  getReferences(reference: unknown): unknown;
}
const library = Compile.prototype as unknown as Arrays;

/** velocityjs, but for ranges that would fill the memory. */
class BoundedCompile extends Compile {
  getArray(literal: Parameters<Arrays['getArray']>[0]): unknown[] {
    if (literal.isRange) {
      const side = (value: unknown) =>
        Number(typeof value === 'object' ? library.getReferences.call(this, value) : value);
      const length = Math.abs(side(literal.value[1]) - side(literal.value[0]));
      if (length > LARGEST_RANGE) throw new TooMuch('a range of over a million numbers');
    }
    return library.getArray.call(this, literal);
  }
}

/**
 * Renders as an emulator on velocityjs would. May take any time: run it where it can be ended. What comes back is
 * text only.
 */
export function renderAsEmulator(question: LensQuestion): LensAnswer {
  if (question.template.length > LONGEST_TEMPLATE)
    return { kind: 'stopped', why: 'the template is too long' };
  try {
    const template = new BoundedCompile(parse(question.template), { customMethodHandlers: METHOD_HANDLERS });
    const output = String(template.render(emulatorVariables(question)));
    if (output.length > LONGEST_OUTPUT)
      return { kind: 'stopped', why: 'the output is over a million characters' };
    return { kind: 'rendered', output };
  } catch (thrown) {
    if (thrown instanceof TooMuch) return { kind: 'stopped', why: thrown.message };
    if (thrown instanceof UnreadPath) {
      return { kind: 'unknown', why: `only plain paths such as $.a.b[0] are read here, not ${thrown.path}` };
    }
    return {
      kind: 'failed',
      message: String(thrown instanceof Error ? thrown.message : thrown).slice(0, 1000),
    };
  }
}

interface Call {
  property: string;
  context: unknown;
  params: unknown[];
}

const METHOD_HANDLERS = [
  {
    uid: 'out of reach',
    // Functions can be called with any `this`, and accessors read prototypes: neither is for templates.
    match: ({ property, context }: Call) => property.startsWith('__') || typeof context === 'function',
    resolve: () => undefined,
  },
  {
    uid: 'java strings',
    match: ({ property, context }: Call) => typeof context === 'string' && STRING_METHODS.has(property),
    resolve: ({ property, context, params }: Call) =>
      STRING_METHODS.get(property)?.(String(context), ...params.map(String)),
  },
];
