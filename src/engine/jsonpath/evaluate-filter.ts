import { complaintAboutDecimal, readBigDecimal } from '../values/big-decimal-text';
import { numberText } from '../values/text';
import {
  JavaBigDecimal,
  JavaBigInteger,
  JavaDouble,
  JavaFloat,
  JavaList,
  JavaLong,
  JavaMap,
  type JavaNumber,
  type JavaValue,
} from '../values/types';
import { evaluateAt, type Failure, type Run } from './evaluate-path';
import type { Filter, Operand, Operator } from './path-model';
import { FilterPattern } from './patterns';
import { shownValue } from './shown-value';

/*
 * Tests of Jayway JsonPath 2.0.0's filters (spec of JSONPath, section 7). A path in a filter that finds nothing makes
 * its comparison false; every other failure ends the whole path.
 */

/** Tests one value. Parts are tested in the order the filter was joined in, from right to left. */
export function testFilter(filter: Filter, value: JavaValue, run: Run): boolean | Failure {
  switch (filter.kind) {
    case 'and':
      for (const part of filter.parts) {
        const passed = testFilter(part, value, run);
        if (passed !== true) return passed;
      }
      return true;
    case 'or': {
      const passed = testFilter(filter.left, value, run);
      return passed === false ? testFilter(filter.right, value, run) : passed;
    }
    case 'exists': {
      // Also a path written with `$` starts at the value here.
      const result = evaluateAt(filter.path, value, { ...run, needsAllNames: true });
      if (result.ok) return (result.value !== null) === filter.wanted;
      return result.error.type === 'PathNotFoundException' ? !filter.wanted : result.error;
    }
    case 'compare':
      return compare(filter, value, run);
  }
}

type Comparable = JavaValue | FilterPattern;

function compare(
  filter: { left: Operand; operator: Operator; right: Operand },
  value: JavaValue,
  run: Run,
): boolean | Failure {
  const left = resolve(filter.left, value, run);
  if ('failure' in left) return left.failure.type === 'PathNotFoundException' ? false : left.failure;
  const right = resolve(filter.right, value, run);
  if ('failure' in right) return right.failure.type === 'PathNotFoundException' ? false : right.failure;
  if (filter.operator === '=~') return matchPattern(left.value, right.value, run);
  // Long texts and numbers take their time; a short one counts as nothing.
  if (typeof right.value === 'string') run.budget.left -= right.value.length >> 4;
  return test(filter.operator, right.value, left.value);
}

function resolve(operand: Operand, value: JavaValue, run: Run): { value: Comparable } | { failure: Failure } {
  if (operand.kind === 'text') return { value: operand.text };
  if (operand.kind === 'pattern') return { value: operand.pattern };
  const result = evaluateAt(operand.path, operand.path.fromRoot ? run.root : value, run);
  return result.ok ? { value: result.value } : { failure: result.error };
}

function test(operator: Exclude<Operator, '=~'>, right: Comparable, left: Comparable): boolean | Failure {
  const ordered = operator !== '==' && operator !== '!=';
  if (ordered && (right === null) !== (left === null)) return false;
  const order = orderOf(right, left);
  if (order === undefined) return false;
  if (typeof order !== 'number') return order;
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order < 0;
    case '>=':
      return order <= 0;
    case '<':
      return order > 0;
    case '<=':
      return order >= 0;
  }
}

/**
 * Orders the right side against the left one; undefined where they cannot be compared. Not symmetric: text is read as
 * a number or a boolean only on the right.
 */
function orderOf(right: Comparable, left: Comparable): number | undefined | Failure {
  if (right === left) return 0;
  const rightIsNull = right === null || right === 'null';
  const leftIsNull = left === null || left === 'null';
  if (rightIsNull || leftIsNull) return Number(leftIsNull) - Number(rightIsNull);
  if (typeof right === 'string' && typeof left === 'string') {
    const unescaped = right.replaceAll("\\'", "'");
    return unescaped < left ? -1 : unescaped > left ? 1 : 0;
  }
  if (isNumber(left) && (isNumber(right) || typeof right === 'string')) {
    return orderOfDecimals(isNumber(right) ? numberText(right) : right, numberText(left));
  }
  if (typeof left === 'boolean' && (typeof right === 'boolean' || typeof right === 'string')) {
    const truth = typeof right === 'string' ? right.toLowerCase() === 'true' : right;
    return Number(truth) - Number(left);
  }
  return undefined;
}

/** Whether a value is a `java.lang.Number`. */
export function isNumber(value: Comparable): value is JavaNumber {
  return (
    typeof value === 'number' ||
    value instanceof JavaDouble ||
    value instanceof JavaLong ||
    value instanceof JavaBigDecimal ||
    value instanceof JavaBigInteger ||
    value instanceof JavaFloat
  );
}

function orderOfDecimals(right: string, left: string): number | Failure {
  const a = readBigDecimal(right);
  const b = readBigDecimal(left);
  if (!a || !b)
    return { type: 'NumberFormatException', message: String(complaintAboutDecimal(a ? left : right)) };
  return compareDecimals(a, b);
}

/** `BigDecimal.compareTo`: by sign, then by magnitude, and only then by digits, so that 1e999999999 costs nothing. */
export function compareDecimals(a: JavaBigDecimal, b: JavaBigDecimal): number {
  const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);
  const signA = sign(a.unscaled);
  if (signA !== sign(b.unscaled) || signA === 0) return signA - sign(b.unscaled);
  const digitsA = a.unscaled.toString().replace('-', '');
  const digitsB = b.unscaled.toString().replace('-', '');
  const magnitude = digitsA.length - a.scale - (digitsB.length - b.scale);
  if (magnitude !== 0) return signA * magnitude;
  const width = Math.max(digitsA.length, digitsB.length);
  const [left, right] = [digitsA.padEnd(width, '0'), digitsB.padEnd(width, '0')];
  return left === right ? 0 : left > right ? signA : -signA;
}

/** `=~`: either side may be the pattern. */
function matchPattern(left: Comparable, right: Comparable, run: Run): boolean | Failure {
  const [pattern, target] = left instanceof FilterPattern ? [left, right] : [right, left];
  if (pattern !== null && !(pattern instanceof FilterPattern)) {
    return { type: 'ClassCastException', message: castComplaint(pattern) };
  }
  if (target === null) return false;
  if (pattern === null) {
    const message =
      'Cannot invoke "java.util.regex.Pattern.matcher(java.lang.CharSequence)" because "pattern" is null';
    return { type: 'NullPointerException', message };
  }
  const text = target instanceof FilterPattern ? target.source : shownValue(target);
  const { matched, steps } = pattern.match(text, run.budget.left);
  run.budget.left -= steps;
  return (
    matched ?? {
      type: 'StepLimit',
      message: `The pattern /${pattern.source}/ was given up: it takes too long`,
    }
  );
}

function castComplaint(value: JavaValue): string {
  const pattern = 'java.util.regex.Pattern';
  if (value instanceof JavaList) {
    const name = 'net.minidev.json.JSONArray';
    return `class ${name} cannot be cast to class ${pattern} (${name} is in unnamed module of loader 'app'; ${pattern} is in module java.base of loader 'bootstrap')`;
  }
  const name = javaClassName(value);
  return `class ${name} cannot be cast to class ${pattern} (${name} and ${pattern} are in module java.base of loader 'bootstrap')`;
}

/** The class of a value read from JSON, with its package. */
export function javaClassName(value: JavaValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'java.lang.String';
  if (typeof value === 'number') return 'java.lang.Integer';
  if (typeof value === 'boolean') return 'java.lang.Boolean';
  if (value instanceof JavaMap) return 'java.util.LinkedHashMap';
  if (value instanceof JavaList)
    return value.kind === 'JSONArray' ? 'net.minidev.json.JSONArray' : 'java.util.ArrayList';
  return value.javaType.startsWith('Big') ? `java.math.${value.javaType}` : `java.lang.${value.javaType}`;
}
