import { JavaMap, type JavaValue } from '../values/types';
import { type Code, type Context, failureAt, slotOf, type Value } from './compile-context';
import { compileValue } from './compile-expression';
import { Block } from './host-objects';
import { CallSite, fromEnd, getAt, PropertyAccess, setAt } from './member';
import { noteSet, type Observation } from './observation';
import { noteCall, observeReference } from './observe-reference';
import type { Run } from './run';
import type { Call, Index, Part, Property, Reference } from './tree';

/** One step of a reference; null ends it. */
export type Step = (value: JavaValue, run: Run) => JavaValue;

/**
 * A reference's value. What is null on the way makes it the empty string (recorded on the service; spec of the
 * template language, section 4); only a name without `$` has no value at all.
 */
export function compileReference(node: Reference, context: Context): Value {
  if (node.form === 'runt') return () => null;
  const slot = slotOf(context, node.root);
  const steps = node.parts.map((part) => compilePart(part, context));
  if (context.observe) return observeReference(node, slot, steps);
  const [first, second] = steps;
  if (first === undefined) return (run) => run.slots[slot] ?? '';
  if (steps.length === 1) {
    return (run) => {
      const value = run.slots[slot] ?? null;
      return value === null ? '' : (first(value, run) ?? '');
    };
  }
  if (steps.length === 2 && second !== undefined) {
    return (run) => {
      const value = run.slots[slot] ?? null;
      if (value === null) return '';
      const next = first(value, run);
      return next === null ? '' : (second(next, run) ?? '');
    };
  }
  return (run) => {
    let value = run.slots[slot] ?? null;
    for (const step of steps) {
      if (value === null) return '';
      value = step(value, run);
    }
    return value ?? '';
  };
}

function compilePart(part: Part, context: Context): Step {
  switch (part.type) {
    case 'property':
      return compileProperty(part, context);
    case 'call':
      return compileCall(part, context);
    case 'index':
      return compileIndex(part, context);
  }
}

function compileProperty(part: Property, context: Context): Step {
  const access = new PropertyAccess(part.name);
  return (value, run) => {
    try {
      return access.get(value, run);
    } catch (thrown) {
      throw failureAt(thrown, context, part.nameSpan, part.at);
    }
  };
}

function compileCall(part: Call, context: Context): Step {
  const site = new CallSite(part.name);
  const values = part.arguments.map((argument) => compileValue(argument, context));
  const [only] = values;
  const evaluate: (run: Run) => JavaValue[] =
    values.length === 1 && only ? (run) => [only(run)] : (run) => values.map((value) => value(run));
  const { observe } = context;
  return (value, run) => {
    const args = evaluate(run);
    try {
      run.step();
      if (!observe) return site.call(value, args, run);
      const { origin } = run;
      run.lastArgument = args[0] ?? null;
      const result = site.call(value, args, run);
      noteCall(run, value, part, args, origin);
      return result;
    } catch (thrown) {
      throw failureAt(thrown, context, part.nameSpan, part.at);
    }
  };
}

/** Velocity gives no position for an index out of range. */
function compileIndex(part: Index, context: Context): Step {
  const index = compileValue(part.index, context);
  return (value, run) => {
    const at = index(run);
    try {
      if (context.observe) run.lastArgument = fromEnd(value, at, run);
      return getAt(value, at, run);
    } catch (thrown) {
      throw failureAt(thrown, context, part, undefined);
    }
  };
}

/** Prints a reference: its value, or itself when it is escaped. */
export function compilePrint(node: Reference, context: Context): Code {
  if (node.form === 'runt') {
    const text = node.root;
    return (run) => run.write(text);
  }
  const value = compileReference(node, context);
  const { escaped, literal, escapePrefix } = node;
  const prefix = escapePrefix + node.morePrefix;
  if (escaped) {
    return (run) => {
      value(run);
      run.write(escapePrefix + literal);
    };
  }
  const inner = `${escapePrefix}${prefix}${literal}`;
  return (run) => {
    const printed = value(run);
    if (typeof printed === 'string') run.write(prefix === '' ? printed : prefix + printed);
    else if (printed instanceof Block) printBlock(printed, inner, run);
    else {
      try {
        if (
          context.observe &&
          printed instanceof JavaMap &&
          printed.kind !== 'ContextMap' &&
          printed.entries.size > 0
        ) {
          run.observation?.collector.printedMap(node);
        }
        run.write(prefix + run.text(printed));
      } catch (thrown) {
        throw failureAt(thrown, context, node, undefined);
      }
    }
  };
}

/** A block inside itself prints its reference instead, after it was asked twice. */
function printBlock(block: Block, instead: string, run: Run): void {
  if (block.render()) return;
  run.write(run.textOfBlock(block) ?? instead);
}

/** `#set` through the last part of a reference; whatever has nothing to set is silently passed over. */
export function compileAssignment(node: Reference, context: Context): (run: Run, value: JavaValue) => void {
  const slot = slotOf(context, node.root);
  const last = node.parts.at(-1) as Part;
  const steps = node.parts.slice(0, -1).map((part) => compilePart(part, context));
  const store = compileStore(last, node, context);
  return (run, assigned) => {
    const { origin } = run;
    let value = run.slots[slot] ?? null;
    for (const step of steps) {
      if (value === null) return;
      value = step(value, run);
    }
    if (value === null) return;
    run.origin = origin;
    try {
      store(value, assigned, run);
    } catch (thrown) {
      throw failureAt(thrown, context, node, last.type === 'index' ? last.at : node.at);
    }
  };
}

type Store = (value: JavaValue, assigned: JavaValue, run: Run) => void;

function compileStore(last: Part, node: Reference, context: Context): Store {
  if (last.type === 'index') {
    const index = compileValue(last.index, context);
    return (value, assigned, run) => {
      const { origin } = run;
      const at = index(run);
      setAt(value, at, assigned, run);
      if (context.observe) noteStore(run, node, value, fromEnd(value, at, run), assigned, origin);
    };
  }
  // Of a method only the name counts here: #set($m.put('a') = 1) sets the key "put".
  const { name } = last;
  const access = new PropertyAccess(name);
  return (value, assigned, run) => {
    access.set(value, assigned, run);
    if (context.observe) noteStore(run, node, value, name, assigned, run.origin);
  };
}

function noteStore(
  run: Run,
  node: Reference,
  container: JavaValue,
  key: JavaValue,
  assigned: JavaValue,
  origin: Run['origin'],
): void {
  const observation = run.observation as Observation;
  const span = observation.current ?? node;
  observation.stored(container, key, origin, { from: span.from, to: span.to });
  noteSet(run, span, node.literal, assigned);
}
