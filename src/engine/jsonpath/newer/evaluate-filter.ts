import { parseJson } from '../../json/parse-json';
import { complaintAboutDecimal, readBigDecimal } from '../../values/big-decimal-text';
import { keyOf } from '../../values/keys';
import { numberText } from '../../values/text';
import { JavaList, JavaMap, type JavaValue } from '../../values/types';
import { compareDecimals, isNumber } from '../evaluate-filter';
import type { Failure, Run } from '../evaluate-path';
import type { FilterPattern } from '../patterns';
import { compileNewerPath } from './compile-path';
import { evaluateNewerAt } from './evaluate-path';
import type { Condition, Node } from './path-model';

/** Tests of the newer family's filters. A filter that cannot be evaluated for a value does not accept it. */
export function testCondition(condition: Condition, value: JavaValue, run: Run): boolean | Failure {
  const accepted = test(condition, value, run);
  return typeof accepted === 'object' && accepted.type === 'InvalidPathException' ? false : accepted;
}

function test(condition: Condition, value: JavaValue, run: Run): boolean | Failure {
  switch (condition.kind) {
    case 'not': {
      const passed = test(condition.part, value, run);
      return typeof passed === 'boolean' ? !passed : passed;
    }
    case 'and':
    case 'or': {
      const decides = condition.kind === 'or';
      for (const part of condition.parts) {
        const passed = test(part, value, run);
        if (passed === decides || typeof passed !== 'boolean') return passed;
      }
      return !decides;
    }
    case 'compare': {
      const left = resolve(condition.left, value, run);
      if ('failure' in left) return left.failure;
      const right = resolve(condition.right, value, run);
      if ('failure' in right) return right.failure;
      return compare(left, condition.operator, right, run);
    }
  }
}

type Resolved = Exclude<Node, { kind: 'path' }>;

function resolve(node: Node, value: JavaValue, run: Run): Resolved | { failure: Failure } {
  if (node.kind !== 'path') return node;
  const start = node.path.fromRoot && !node.existsCheck ? run.root : value;
  const outcome = evaluateNewerAt(node.path, start, node.existsCheck ? { ...run, needsAllNames: true } : run);
  const isMissing = 'failure' in outcome && outcome.failure.type === 'PathNotFoundException';
  if ('failure' in outcome && !isMissing) return outcome;
  if (node.existsCheck) return { kind: 'boolean', value: !isMissing };
  return 'failure' in outcome ? { kind: 'undefined' } : nodeOf(outcome.value);
}

function nodeOf(value: JavaValue): Resolved {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string') return { kind: 'string', text: value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (isNumber(value)) return { kind: 'number', text: numberText(value) };
  return { kind: 'json', value };
}

function expected(what: string): Failure {
  return { type: 'InvalidPathException', message: `Expected ${what} node` };
}

function compare(left: Resolved, operator: string, right: Resolved, run: Run): boolean | Failure {
  // Long texts and numbers take their time; a short one counts as nothing.
  if ('text' in right) run.budget.left -= right.text.length >> 4;
  if ('text' in left) run.budget.left -= left.text.length >> 4;
  switch (operator) {
    case 'EXISTS':
      if (left.kind !== 'boolean' || right.kind !== 'boolean') return expected('boolean');
      return left.value === right.value;
    case '==':
      return equal(left, right);
    case '!=':
      return !equal(left, right);
    case '===':
      return left.kind === right.kind && equal(left, right);
    case '!==':
      return left.kind !== right.kind || !equal(left, right);
    case '<':
      return ordered(left, right, (order) => order < 0);
    case '<=':
      return ordered(left, right, (order) => order <= 0);
    case '>':
      return ordered(left, right, (order) => order > 0);
    case '>=':
      return ordered(left, right, (order) => order >= 0);
    case '=~':
      return matchPattern(left, right, run);
    case 'SIZE':
      return right.kind === 'number' && lengthOf(left) === Math.trunc(Number(right.text));
    case 'EMPTY':
      if (left.kind === 'json' && left.value instanceof JavaMap) return emptyMap();
      if (lengthOf(left) === undefined) return false;
      return right.kind === 'boolean' ? (lengthOf(left) === 0) === right.value : expected('boolean');
    case 'IN':
    case 'NIN': {
      if (right.kind !== 'json') return expected('value list');
      const list = listOf(right);
      if (list && 'type' in list) return list;
      const isIn = list?.some((item) => equal(left, item)) ?? false;
      return operator === 'IN' ? isIn : !isIn;
    }
    case 'CONTAINS':
      if (left.kind === 'string' && right.kind === 'string') return left.text.includes(right.text);
      return anyOf(listOf(left), (item) => equal(right, item));
    default:
      return compareLists(left, operator, right);
  }
}

/** The library takes every map for a list here. */
function emptyMap(): Failure {
  const [map, list] = ['java.util.LinkedHashMap', 'java.util.Collection'];
  const message = `class ${map} cannot be cast to class ${list} (${map} and ${list} are in module java.base of loader 'bootstrap')`;
  return { type: 'ClassCastException', message };
}

function compareLists(left: Resolved, operator: string, right: Resolved): boolean | Failure {
  if (right.kind !== 'json') return expected('json');
  const rightItems = listOf(right);
  if (!rightItems) return expected('value list');
  if ('type' in rightItems) return rightItems;
  const leftItems = listOf(left);
  if (leftItems && 'type' in leftItems) return leftItems;
  const holds = (items: Resolved[], item: Resolved): boolean => items.some((other) => equal(item, other));
  switch (operator) {
    case 'ALL':
      if (left.kind !== 'json') return false;
      return leftItems ? rightItems.every((item) => holds(leftItems, item)) : true;
    case 'SUBSETOF':
      return leftItems?.every((item) => holds(rightItems, item)) ?? false;
    case 'ANYOF':
      return leftItems?.some((item) => holds(rightItems, item)) ?? false;
    case 'NONEOF':
      return leftItems ? !leftItems.some((item) => holds(rightItems, item)) : false;
    default:
      return expected('class');
  }
}

function equal(left: Resolved, right: Resolved): boolean {
  switch (left.kind) {
    case 'string':
      return (right.kind === 'string' || right.kind === 'number') && left.text === decimalText(right);
    case 'number': {
      if (right.kind !== 'number' && right.kind !== 'string') return false;
      const [a, b] = [readBigDecimal(left.text), readBigDecimal(right.text)];
      return a !== undefined && b !== undefined && compareDecimals(a, b) === 0;
    }
    case 'boolean':
      return right.kind === 'boolean' && left.value === right.value;
    case 'null':
      return right.kind === 'null';
    case 'json':
      return right.kind === 'json' && keyOf(left.value) === keyOf(right.value);
    default:
      return false;
  }
}

function decimalText(node: Resolved & { text: string }): string {
  const decimal = node.kind === 'number' ? readBigDecimal(node.text) : undefined;
  return decimal ? numberText(decimal) : node.text;
}

function ordered(left: Resolved, right: Resolved, holds: (order: number) => boolean): boolean {
  if (left.kind === 'number' && right.kind === 'number') {
    const [a, b] = [readBigDecimal(left.text), readBigDecimal(right.text)];
    return a !== undefined && b !== undefined && holds(compareDecimals(a, b));
  }
  if (left.kind !== 'string' || right.kind !== 'string') return false;
  return holds(left.text < right.text ? -1 : left.text > right.text ? 1 : 0);
}

function lengthOf(node: Resolved): number | undefined {
  if (node.kind === 'string') return node.text.length;
  if (node.kind !== 'json') return undefined;
  return node.value instanceof JavaList ? node.value.items.length : undefined;
}

/** The items of a list; the library knows no node for a container inside one. Undefined: it is no list. */
function listOf(node: Resolved): Resolved[] | Failure | undefined {
  if (node.kind !== 'json' || !(node.value instanceof JavaList)) return undefined;
  const items: Resolved[] = [];
  for (const item of node.value.items) {
    const itemNode = nodeOf(item);
    if (itemNode.kind === 'json')
      return { type: 'JsonPathException', message: 'Could not determine value type' };
    items.push(looksLikeOtherNode(itemNode) ? { kind: 'undefined' } : itemNode);
  }
  return items;
}

/** A string in a list that reads as a path or as JSON is taken for one, and then equals nothing. */
function looksLikeOtherNode(node: Resolved): boolean {
  if (node.kind !== 'string') return false;
  if (/^[$@]/.test(node.text)) return compileNewerPath(node.text).ok;
  return /^[\0- ]*(\[.*\]|\{.*\})[\0- ]*$/s.test(node.text) && parseJson(node.text).ok;
}

function anyOf(
  list: Resolved[] | Failure | undefined,
  holds: (item: Resolved) => boolean,
): boolean | Failure {
  if (!list) return false;
  return 'type' in list ? list : list.some(holds);
}

function matchPattern(left: Resolved, right: Resolved, run: Run): boolean | Failure {
  if ((left.kind === 'pattern') === (right.kind === 'pattern')) return false;
  const [pattern, target] = left.kind === 'pattern' ? [left, right] : [right, left];
  if (pattern.kind !== 'pattern') return false;
  const items = listOf(target) ?? [target];
  if ('type' in items) return items;
  for (const item of items) {
    const matched = matches(pattern.pattern, inputOf(item), run);
    if (matched !== false) return matched;
  }
  return false;
}

function matches(pattern: FilterPattern, text: string, run: Run): boolean | Failure {
  const { matched, steps } = pattern.match(text, run.budget.left);
  run.budget.left -= steps;
  return (
    matched ?? {
      type: 'StepLimit',
      message: `The pattern /${pattern.source}/ was given up: it takes too long`,
    }
  );
}

function inputOf(node: Resolved): string {
  if (node.kind === 'string') return node.text;
  if (node.kind === 'number')
    return complaintAboutDecimal(node.text) === undefined ? decimalText(node) : node.text;
  return node.kind === 'boolean' ? String(node.value) : '';
}
