import { JavaDouble, JavaList, JavaMap, type JavaNumber, type JavaValue } from '../../values/types';
import { isNumber } from '../evaluate-filter';
import type { Run } from '../evaluate-path';
import { assemble } from './compile-path';
import { evaluateNewerAt, type Outcome } from './evaluate-path';
import type { NewerStepKind, Parameter } from './path-model';

/** Functions of the newer family. Numbers come out as Doubles. */
export function callFunction(
  step: NewerStepKind & { kind: 'function' },
  value: JavaValue,
  run: Run,
): Outcome {
  const parameters: JavaValue[] = [];
  for (const parameter of step.parameters) {
    if ('json' in parameter) {
      parameters.push(parameter.json);
      continue;
    }
    const outcome = evaluateNewerAt(parameter.path, parameter.path.fromRoot ? run.root : value, run);
    if ('failure' in outcome) return outcome;
    parameters.push(outcome.value);
  }
  const items = value instanceof JavaList ? value.items : [];
  switch (step.name) {
    case 'min':
    case 'max':
    case 'avg':
    case 'sum':
    case 'stddev':
      return aggregate(step.name, [...items.filter(isNumber), ...flatNumbers(parameters)].map(toDouble));
    case 'length':
    case 'size':
      return lengthOf(step.parameters[0], value, run);
    case 'keys':
      return { value: value instanceof JavaMap ? keysOf(value) : null };
    case 'concat':
      return {
        value: [...items, ...parameters.flatMap(flat)].filter((item) => typeof item === 'string').join(''),
      };
    case 'append':
      return {
        value: value instanceof JavaList ? new JavaList([...items, ...parameters], 'JSONArray') : value,
      };
    case 'first':
      return itemAt(value, 0);
    case 'last':
      return itemAt(value, -1);
    case 'index':
      return itemAt(value, typeof parameters[0] === 'number' ? parameters[0] : 0);
    default:
      return failed('InvalidPathException', `Function with name: ${step.name} does not exist.`);
  }
}

function failed(type: string, message: string): Outcome {
  return { failure: { type, message } };
}

const NO_NUMBERS = 'Aggregation function attempted to calculate value using empty array';

function aggregate(name: string, numbers: number[]): Outcome {
  if (numbers.length === 0) return failed('JsonPathException', NO_NUMBERS);
  const sum = numbers.reduce((total, number) => total + number, 0);
  const count = numbers.length;
  const results: Record<string, () => number> = {
    sum: () => sum,
    avg: () => sum / count,
    min: () => numbers.reduce((least, number) => Math.min(least, number), Number.MAX_VALUE),
    // The library starts from the smallest positive double, so negative numbers never win.
    max: () => numbers.reduce((most, number) => Math.max(most, number), Number.MIN_VALUE),
    stddev: () => {
      const squares = numbers.reduce((total, number) => total + number * number, 0);
      return Math.sqrt(squares / count - (sum * sum) / count / count);
    },
  };
  return { value: new JavaDouble(results[name]?.() ?? 0) };
}

function toDouble(value: JavaNumber): number {
  if (typeof value === 'number') return value;
  if (value.javaType === 'BigDecimal') return Number(`${value.unscaled}e${-value.scale}`);
  return Number(value.value);
}

function flat(value: JavaValue): JavaValue[] {
  return value instanceof JavaList ? value.items : [value];
}

function flatNumbers(values: JavaValue[]): JavaNumber[] {
  return values.flatMap(flat).filter(isNumber);
}

/** A path as argument counts what lies one level below what it finds. */
function lengthOf(parameter: Parameter | undefined, value: JavaValue, run: Run): Outcome {
  if (parameter && 'path' in parameter) {
    const { path } = parameter;
    const extend = !path.isFunction && path.steps.length > 1;
    const counted = extend ? assemble([...path.steps, { kind: 'wildcard' }]) : path;
    const outcome = evaluateNewerAt(counted, value, { ...run, root: value });
    if ('failure' in outcome || outcome.value instanceof JavaList) {
      return 'failure' in outcome ? outcome : { value: sizeOf(outcome.value) };
    }
  }
  return { value: sizeOf(value) };
}

function sizeOf(value: JavaValue): number | null {
  if (value instanceof JavaList) return value.items.length;
  return value instanceof JavaMap ? value.entries.size : null;
}

/** A set; prints like a list of a template and writes like an array. */
function keysOf(map: JavaMap): JavaValue {
  return new JavaList([...map.entries.values()].map(({ key }) => key));
}

function itemAt(value: JavaValue, index: number): Outcome {
  if (!(value instanceof JavaList)) return failed('JsonPathException', NO_NUMBERS);
  const { length } = value.items;
  if (index >= 0 ? index < length : length + index > 0) return { value: value.items.at(index) ?? null };
  if (index >= 0) {
    return failed('IndexOutOfBoundsException', `Index ${index} out of bounds for length ${length}`);
  }
  return failed('JsonPathException', `Target index:${index} larger than object count:${length}`);
}
