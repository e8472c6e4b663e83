import { calculate, compareNumbers, isNumber, type Operation } from '../values/arithmetic';
import { toInt } from '../values/exact-numbers';
import { JavaException } from '../values/java-exception';
import { putIntoMap } from '../values/maps';
import { integerOf } from '../values/numbers';
import { JavaDouble, JavaList, JavaMap, type JavaValue } from '../values/types';
import { type Context, failureAt, type Test, type Value } from './compile-context';
import { compileReference } from './compile-reference';
import { compileString } from './compile-string';
import { Block } from './host-objects';
import { areRelated, classOf } from './java-class';
import { MAX_ELEMENTS } from './limits';
import { noteDerived, noteList, noteLiteral, noteMap, preferred } from './observation';
import { LimitReached, type Run } from './run';
import { TemplateFailure } from './template-error';
import type { Binary, Expression, MapLiteral, NumberLiteral, Range } from './tree';

/** The value of an expression; null only for a calculation without a result, and a name without `$`. */
export function compileValue(node: Expression, context: Context): Value {
  const value = plainValue(node, context);
  if (!context.observe) return value;
  switch (node.type) {
    case 'reference':
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return noteLiteral(value, node);
  }
  return noteDerived(value);
}

function plainValue(node: Expression, context: Context): Value {
  switch (node.type) {
    case 'reference':
      return compileReference(node, context);
    case 'string':
      return compileString(node, context);
    case 'number': {
      const value = numberOf(node);
      return () => value;
    }
    case 'boolean': {
      const { value } = node;
      return () => value;
    }
    case 'list':
      return compileList(node.items, context);
    case 'range':
      return compileRange(node, context);
    case 'map':
      return compileMap(node, context);
    case 'not': {
      const test = compileTest(node.operand, context);
      return (run) => !test(run);
    }
    case 'binary':
      return isArithmetic(node) ? compileCalculation(node, context) : compileTest(node, context);
  }
}

/** A literal that fits is an Integer, otherwise a Long, otherwise a BigInteger. */
function numberOf({ text, whole }: NumberLiteral): JavaValue {
  return whole ? integerOf(BigInt(text)) : new JavaDouble(Number(text));
}

function isArithmetic({ operator }: Binary): boolean {
  return operator.length === 1 && '+-*/%'.includes(operator);
}

function compileList(items: Expression[], context: Context): Value {
  const values = items.map((item) => compileValue(item, context));
  if (context.observe) return noteList(values, items);
  return (run) => {
    run.allocateElements(values.length);
    return new JavaList(values.map((value) => value(run)));
  };
}

function compileMap(node: MapLiteral, context: Context): Value {
  const pairs = node.entries.map(({ key, value }) => ({
    key: compileValue(key, context),
    value: compileValue(value, context),
  }));
  if (context.observe) return noteMap(pairs, node);
  return (run) => {
    const map = new JavaMap();
    run.allocateElements(pairs.length);
    for (const { key, value } of pairs) {
      const k = key(run);
      putIntoMap(map, k, value(run));
    }
    return map;
  };
}

/** Both ends belong to a range; it may run downwards. Its length wraps as a Java int does. */
function compileRange(node: Range, context: Context): Value {
  const first = compileValue(node.first, context);
  const last = compileValue(node.last, context);
  return (run) => {
    const [a, b] = [first(run), last(run)];
    if (a === null || b === null || !isNumber(a) || !isNumber(b)) return null;
    const [from, to] = [toInt(a), toInt(b)];
    const difference = (from - to) | 0;
    const length = ((difference < 0 ? -difference | 0 : difference) + 1) | 0;
    if (length < 0)
      throw failureAt(
        new JavaException('IllegalArgumentException', `Illegal Capacity: ${length}`),
        context,
        node,
        undefined,
      );
    if (length > MAX_ELEMENTS) {
      const message = `The range has more than ${MAX_ELEMENTS.toLocaleString('en')} elements.`;
      throw failureAt(new LimitReached(message), context, node, undefined);
    }
    run.allocateElements(length);
    const step = from >= to ? -1 : 1;
    const items: JavaValue[] = [];
    for (let i = 0; i < length; i++) items.push((from + i * step) | 0);
    return new JavaList(items);
  };
}

// ### Operators

function compileCalculation(node: Binary, context: Context): Value {
  const left = compileValue(node.left, context);
  const right = compileValue(node.right, context);
  const operation = node.operator as Operation;
  const plus = operation === '+';
  const { observe } = context;
  return (run) => {
    const a = left(run);
    const { origin } = run;
    const b = right(run);
    if (observe) run.origin = preferred(origin, run.origin);
    try {
      if (plus && (typeof a === 'string' || typeof b === 'string')) {
        return run.checkText(concatenated(a, node.left, run) + concatenated(b, node.right, run));
      }
      if (!isNumber(a) || !isNumber(b)) return null;
      return calculate(operation, a, b);
    } catch (thrown) {
      throw failureAt(thrown, context, node, undefined);
    }
  };
}

/** An operand without a value stands there as it was written. */
function concatenated(value: JavaValue, node: Expression, run: Run): string {
  if (value !== null) return run.text(value);
  return 'literal' in node ? node.literal : '';
}

/** The truth of an expression: what is neither a reference nor a comparison is false, even a string. */
export function compileTest(node: Expression, context: Context): Test {
  switch (node.type) {
    case 'boolean': {
      const { value } = node;
      return () => value;
    }
    case 'reference': {
      const value = compileReference(node, context);
      return (run) => isTrue(value(run), run);
    }
    case 'not': {
      const test = compileTest(node.operand, context);
      return (run) => !test(run);
    }
    case 'binary':
      return compileBinaryTest(node, context);
  }
  return () => false;
}

function isTrue(value: JavaValue, run: Run): boolean {
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  if (value instanceof Block) return blockIsTrue(value, run);
  return true;
}

/** Velocity asks for the text, which runs the block; an error in there loses its position on the way out. */
function blockIsTrue(block: Block, run: Run): boolean {
  try {
    return run.textOfBlock(block) !== null;
  } catch (thrown) {
    if (!(thrown instanceof TemplateFailure) || thrown.error.kind !== 'render') throw thrown;
    throw new TemplateFailure({ ...thrown.error, line: -1, column: -1 });
  }
}

function compileBinaryTest(node: Binary, context: Context): Test {
  switch (node.operator) {
    case '||': {
      const [left, right] = [compileTest(node.left, context), compileTest(node.right, context)];
      return (run) => left(run) || right(run);
    }
    case '&&': {
      const [left, right] = [compileTest(node.left, context), compileTest(node.right, context)];
      return (run) => left(run) && right(run);
    }
    case '==':
      return compileEquality(node, context, true);
    case '!=':
      return compileEquality(node, context, false);
    case '<':
      return compileOrder(node, context, (order) => order < 0);
    case '<=':
      return compileOrder(node, context, (order) => order <= 0);
    case '>':
      return compileOrder(node, context, (order) => order > 0);
    case '>=':
      return compileOrder(node, context, (order) => order >= 0);
  }
  return () => false;
}

function compileOrder(node: Binary, context: Context, accepts: (order: number) => boolean): Test {
  const left = compileValue(node.left, context);
  const right = compileValue(node.right, context);
  return (run) => {
    const a = left(run);
    const b = right(run);
    if (!isNumber(a) || !isNumber(b)) return false;
    try {
      return accepts(compareNumbers(a, b));
    } catch (thrown) {
      throw failureAt(thrown, context, node, undefined);
    }
  };
}

function compileEquality(node: Binary, context: Context, expected: boolean): Test {
  const left = compileValue(node.left, context);
  const right = compileValue(node.right, context);
  return (run) => {
    const a = left(run);
    const b = right(run);
    if (typeof a === typeof b && typeof a !== 'object') return (a === b) === expected;
    try {
      return equal(a, b, run) === expected;
    } catch (thrown) {
      throw failureAt(thrown, context, node, undefined);
    }
  };
}

/** Numbers by value, related classes by `equals`, anything else by its text. */
function equal(a: JavaValue, b: JavaValue, run: Run): boolean {
  if (a === null || b === null) return a === b;
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b) === 0;
  if (areRelated(classOf(a), classOf(b))) return run.equals(a, b);
  return run.text(a) === run.text(b);
}
