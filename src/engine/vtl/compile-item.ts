import { JavaException } from '../values/java-exception';
import type { JavaValue } from '../values/types';
import { type Code, type Context, failureAt, Leave, slotOf, type Value } from './compile-context';
import { compileTest, compileValue } from './compile-expression';
import { compileLoop } from './compile-loop';
import { compileAssignment, compilePrint } from './compile-reference';
import { Block, LoopScope } from './host-objects';
import { handedOn, noteBranch, noteItem, noteSet, type Observation } from './observation';
import type { Run } from './run';
import { TemplateFailure } from './template-error';
import type { Break, Define, DirectiveArgument, If, Include, Item, Set as SetDirective, Stop } from './tree';

/** Runs items one after the other. */
export function compileItems(items: Item[], context: Context): Code {
  if (context.observe) {
    const codes = items.map((item) => noteItem(counted([item], context), item));
    return (run) => {
      for (const code of codes) code(run);
    };
  }
  return counted(joinTexts(items), context);
}

/** Neighbouring texts print as one; what prints nothing is left out. */
function joinTexts(items: Item[]): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    if (item.type === 'macro' || (item.type === 'comment' && item.text === '')) continue;
    const last = joined.at(-1);
    if (item.type !== 'text' && item.type !== 'comment') joined.push(item);
    else if (last?.type === 'text')
      joined[joined.length - 1] = { ...last, text: last.text + item.text, to: item.to };
    else joined.push({ type: 'text', what: 'plain', text: item.text, from: item.from, to: item.to });
  }
  return joined;
}

/** Counts every item as a step, and names it when a limit strikes inside it. */
function counted(items: Item[], context: Context): Code {
  const codes = items.map((item) => codeOf(item, context));
  return (run) => {
    let i = 0;
    try {
      for (; i < codes.length; i++) {
        run.step();
        (codes[i] as Code)(run);
      }
    } catch (thrown) {
      if (thrown instanceof Leave || thrown instanceof TemplateFailure) throw thrown;
      const item = items[i] as Item;
      throw failureAt(thrown, context, item, 'at' in item ? item.at : undefined);
    }
  };
}

function codeOf(item: Item, context: Context): Code {
  switch (item.type) {
    case 'text':
    case 'comment': {
      const { text } = item;
      return (run) => run.write(text);
    }
    case 'reference':
      return compilePrint(item, context);
    case 'set':
      return compileSet(item, context);
    case 'if':
      return compileIf(item, context);
    case 'foreach':
      return compileLoop(item, context);
    case 'define':
      return compileDefine(item, context);
    case 'macro':
      return () => {};
    case 'stop':
      return compileStop(item, context);
    case 'break':
      return compileBreak(item, context);
    case 'include':
      return compileInclude(item, context);
  }
}

/** Without a value, which only a calculation can lack, nothing is assigned. */
function compileSet(item: SetDirective, context: Context): Code {
  const { target, value: node } = item;
  const value = context.observe ? noteRight(item, compileValue(node, context)) : compileValue(node, context);
  if (target.parts.length > 0) {
    const assign = compileAssignment(target, context);
    return (run) => {
      const assigned = value(run);
      if (assigned !== null) assign(run, assigned);
    };
  }
  // Velocity puts the others under a name that no reference can have.
  const slot = target.form === 'normal' ? slotOf(context, target.root) : -1;
  const { observe } = context;
  return (run) => {
    const assigned = value(run);
    if (assigned === null || slot < 0) return;
    run.assign(slot, assigned);
    if (!observe) return;
    const observation = run.observation as Observation;
    observation.origins[slot] = handedOn(run.origin, item);
    noteSet(run, observation.current as Item, `$${target.root}`, assigned);
  };
}

/** Notes that an assignment runs, and whether there is something to assign. */
function noteRight(item: SetDirective, value: Value): Value {
  return (run) => {
    const { collector } = run.observation as Observation;
    collector.ranSet(item);
    const assigned = value(run);
    if (assigned === null) collector.keptValue(item);
    return assigned;
  };
}

function compileIf({ branches, otherwise }: If, context: Context): Code {
  const tests = branches.map(({ condition }) => compileTest(condition, context));
  const bodies = branches.map(({ body }) => compileItems(body.items, context));
  if (otherwise) bodies.push(compileItems(otherwise.body.items, context));
  const [test, body] = [tests[0], bodies[0]];
  if (!context.observe && tests.length === 1 && test && body) {
    const other = bodies[1];
    return (run) => {
      if (test(run)) body(run);
      else other?.(run);
    };
  }
  return (run) => {
    let taken = tests.findIndex((candidate) => candidate(run));
    if (taken < 0) taken = tests.length;
    if (context.observe) noteBranch(run, branches, otherwise?.head, taken);
    bodies[taken]?.(run);
  };
}

/** Velocity lets a block be used inside itself once. */
const MAX_OWN_DEPTH = 2;

function compileDefine(item: Define, context: Context): Code {
  const body = compileItems(item.body.items, context);
  const slot = item.variable === '' ? -1 : slotOf(context, item.variable);
  return (run) => {
    let depth = 0;
    const render = () => {
      if (depth >= MAX_OWN_DEPTH) return false;
      depth++;
      try {
        body(run);
      } catch (thrown) {
        // #break ends the block it stands in, like a loop.
        if (!(thrown instanceof Leave) || thrown.target !== 'nearest') throw thrown;
      }
      depth--;
      return true;
    };
    if (slot >= 0) run.assign(slot, new Block(item.variable, render));
  };
}

function compileStop({ message }: Stop, context: Context): Code {
  const value = message ? compileArgument(message, context) : undefined;
  return (run) => {
    value?.(run);
    throw new Leave(null);
  };
}

function compileBreak({ scope, ...span }: Break, context: Context): Code {
  if (!scope) {
    return () => {
      throw new Leave('nearest');
    };
  }
  const value = compileArgument(scope, context);
  return (run) => {
    const target = value(run);
    if (target instanceof LoopScope) throw new Leave(target.owner);
    const reason = new JavaException('VelocityException', 'the argument of #break is no loop');
    throw failureAt(reason, context, span, undefined);
  };
}

/** The service has nowhere to read templates from, so each of them ends in an error. */
function compileInclude({ name, arguments: args, ...span }: Include, context: Context): Code {
  if (name === 'include' && args.length === 0) return () => {};
  const [first] = args;
  const value = first ? compileArgument(first, context) : undefined;
  return (run) => {
    value?.(run);
    const reason = new JavaException('ResourceNotFoundException', `#${name} finds nothing in API Gateway`);
    throw failureAt(reason, context, span, undefined);
  };
}

export function compileArgument(argument: DirectiveArgument, context: Context): (run: Run) => JavaValue {
  return argument.type === 'word' ? () => null : compileValue(argument, context);
}
