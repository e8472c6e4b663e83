import { JavaException } from '../values/java-exception';
import type { JavaValue } from '../values/types';
import { iteratorOf } from './collections';
import { type Code, type Context, failureAt, Leave, slotOf } from './compile-context';
import { compileArgument, compileItems } from './compile-item';
import { compilePrint } from './compile-reference';
import { LoopScope } from './host-objects';
import { MAX_ROUNDS } from './limits';
import { handedOn, noteElement, noteRound } from './observation';
import type { Run } from './run';
import { positionIn } from './template-position';
import type { DirectiveArgument, Foreach } from './tree';

/**
 * `#foreach`. The loop's variables hide others of the same names, which come back after it; anything that is no list
 * is passed over without an error.
 */
export function compileLoop(node: Foreach, context: Context): Code {
  const [, , list, extra] = node.arguments;
  const source = list ? compileArgument(list, context) : undefined;
  // Velocity runs the fourth thing it finds; with one argument too many that is the argument.
  const body = extra ? compileExtra(extra, context) : compileItems(node.body.items, context);
  const variable = slotOf(context, node.variable);
  const counter = slotOf(context, 'velocityCount');
  const hasNext = slotOf(context, 'velocityHasNext');
  const scopeSlot = slotOf(context, 'foreach');
  const owner = {};
  const position = () => positionIn(context.template, node.at);

  return (run) => {
    if (!source) {
      // With two arguments Velocity takes the body for the list, with fewer it finds nothing there.
      if (node.arguments.length === 2) return;
      const reason = new JavaException('ArrayIndexOutOfBoundsException', '#foreach needs ($item in $list)');
      throw failureAt(reason, context, node.head, undefined);
    }
    const value = source(run);
    const origin = context.observe ? handedOn(run.origin, node.head) : null;
    let iterator: ReturnType<typeof iteratorOf>;
    try {
      iterator = iteratorOf(value);
    } catch (thrown) {
      throw failureAt(thrown, context, node.head, undefined);
    }
    if (!iterator) return;
    const saved = [run.slots[variable], run.slots[counter], run.slots[hasNext], run.slots[scopeSlot]];
    const scope = new LoopScope(saved[3] ?? null, position, owner);
    run.slots[scopeSlot] = scope;
    try {
      for (let round = 0; round < MAX_ROUNDS && iterator.hasNext(); round++) {
        let element: JavaValue;
        try {
          element = iterator.next();
        } catch (thrown) {
          throw failureAt(thrown, context, node.head, undefined);
        }
        run.slots[counter] = round + 1;
        scope.index = round;
        scope.hasNext = iterator.hasNext();
        run.slots[hasNext] = scope.hasNext;
        if (context.observe) {
          noteElement(run, variable, value, origin, round);
          noteRound(run, node, round);
          if (round === MAX_ROUNDS - 1 && scope.hasNext) run.observation?.collector.cutLoop(node);
        }
        if (element === null) runWithNull(run, variable, body);
        else {
          run.assign(variable, element);
          body(run);
        }
      }
    } catch (thrown) {
      const ends = thrown instanceof Leave && (thrown.target === 'nearest' || thrown.target === owner);
      if (!ends) throw thrown;
    }
    [run.slots[variable], run.slots[counter], run.slots[hasNext], run.slots[scopeSlot]] = saved;
  };
}

function compileExtra(extra: DirectiveArgument, context: Context): Code {
  return extra.type === 'reference' ? compilePrint(extra, context) : () => {};
}

/** In a round over null the variable stays null, whatever the body assigns to it. */
function runWithNull(run: Run, slot: number, body: Code): void {
  run.slots[slot] = null;
  run.pin(slot);
  try {
    body(run);
  } finally {
    run.unpin(slot);
  }
}
