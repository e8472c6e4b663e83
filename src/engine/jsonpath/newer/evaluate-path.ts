import { getFromMap, mapHasKey, mapOf } from '../../values/maps';
import { JavaList, JavaMap, type JavaValue } from '../../values/types';
import { javaClassName } from '../evaluate-filter';
import { childrenOf, type Failure, notFound, type Run, STEP_LIMIT } from '../evaluate-path';
import { namesText } from '../path-model';
import { shownValue } from '../shown-value';
import { testCondition } from './evaluate-filter';
import { callFunction } from './functions';
import { type NewerPath, type NewerStep, newerPathText, newerStepText } from './path-model';

/** Evaluation of the newer family: what an indefinite path does not find is left out without a word. */

const MAX_WORK = 2_000_000;
const MAX_NESTING = 400;
const PROVIDER = 'com.jayway.jsonpath.spi.json.JsonSmartJsonProvider';

/** The answer of a path, or why there is none. */
export type Outcome = { value: JavaValue } | { failure: Failure };

export function evaluateNewerPath(path: NewerPath, root: JavaValue): Outcome {
  if (root === null) {
    return { failure: { type: 'IllegalArgumentException', message: 'json object can not be null' } };
  }
  return evaluateNewerAt(path, root, { root, budget: { left: MAX_WORK, nesting: 0 } });
}

export function evaluateNewerAt(path: NewerPath, start: JavaValue, run: Run): Outcome {
  const evaluation = new Evaluation(path, run);
  const failure = evaluation.step(0, '', start);
  if (failure) return { failure };
  const { results } = evaluation;
  if (!path.definite) return { value: new JavaList(results, 'JSONArray') };
  if (results.length === 0) return { failure: notFound(`No results for path: ${newerPathText(path)}`) };
  return { value: results.at(-1) ?? null };
}

class Evaluation {
  readonly results: JavaValue[] = [];
  readonly #path: NewerPath;
  readonly #run: Run;
  /** Set by a scan over an array: only the item the step before asks for is a result of the step after. */
  readonly #upstreamIndex = new Map<number, number>();

  constructor(path: NewerPath, run: Run) {
    this.#path = path;
    this.#run = run;
  }

  step(index: number, at: string, value: JavaValue): Failure | undefined {
    const step = this.#path.steps[index];
    if (!step) {
      this.results.push(value);
      return undefined;
    }
    const { budget } = this.#run;
    if (--budget.left < 0 || budget.nesting > MAX_NESTING) return STEP_LIMIT;
    budget.nesting++;
    const failure = this.#apply(step, index, at, value);
    budget.nesting--;
    return failure;
  }

  #apply(step: NewerStep, index: number, at: string, value: JavaValue): Failure | undefined {
    switch (step.kind) {
      case 'root':
        return this.step(index + 1, step.sign, value);
      case 'names':
        return this.#names(step, index, at, value);
      case 'indexes':
      case 'slice':
        return this.#array(step, index, at, value);
      case 'wildcard':
        return this.#wildcard(index, at, value);
      case 'filter':
        return this.#filter(step, index, at, value);
      case 'scan':
        // `$..min()` leaves the scan as the end of what the function gets.
        if (index === this.#path.steps.length - 1) {
          return { type: 'IllegalStateException', message: 'Current path token is a leaf' };
        }
        return this.#scan(index + 1, at, value);
      case 'function': {
        const outcome = callFunction(step, value, this.#run);
        if ('failure' in outcome) return outcome.failure;
        this.results.push(outcome.value);
        const isLast = index === this.#path.steps.length - 1;
        return isLast ? undefined : this.step(index + 1, at, outcome.value);
      }
    }
  }

  #names(
    step: NewerStep & { kind: 'names' },
    index: number,
    at: string,
    value: JavaValue,
  ): Failure | undefined {
    if (!(value instanceof JavaMap)) {
      if (!step.definiteUpToHere) return undefined;
      const found = value === null ? 'null' : javaClassName(value);
      return notFound(
        `Expected to find an object with property ${newerStepText(step)} in path ${at} but found '${found}'. This is not a json object according to the JsonProvider: '${PROVIDER}'.`,
      );
    }
    const isLast = index === this.#path.steps.length - 1;
    if (step.names.length === 1 || !isLast) {
      for (const name of step.names) {
        const failure = this.#name(name, step, index, at, value);
        if (failure) return failure;
      }
      return undefined;
    }
    const present = step.names.filter((name) => mapHasKey(value, name));
    if (this.#run.needsAllNames && present.length < step.names.length) {
      return notFound(`Missing property in path ${at}${namesText(step.names)}`);
    }
    this.results.push(mapOf(present.map((name) => [name, getFromMap(value, name)])));
    return undefined;
  }

  #name(name: string, step: NewerStep, index: number, at: string, map: JavaMap): Failure | undefined {
    const here = `${at}['${name}']`;
    const isLast = index === this.#path.steps.length - 1;
    if (!mapHasKey(map, name)) {
      if (isLast) return this.#run.needsAllNames ? notFound(`No results for path: ${here}`) : undefined;
      const definite = step.definiteUpToHere && (step.kind !== 'names' || step.names.length === 1);
      return definite || this.#run.needsAllNames ? notFound(`Missing property in path ${here}`) : undefined;
    }
    if (!isLast) return this.step(index + 1, here, getFromMap(map, name));
    const upstream = this.#upstreamIndex.get(index);
    const before = this.#path.steps[index - 1];
    if (upstream === undefined || (before && newerStepText(before) === `[${upstream}]`)) {
      this.results.push(getFromMap(map, name));
    }
    return undefined;
  }

  #array(
    step: NewerStep & { kind: 'indexes' | 'slice' },
    index: number,
    at: string,
    value: JavaValue,
  ): Failure | undefined {
    if (!(value instanceof JavaList)) {
      if (!step.definiteUpToHere) return undefined;
      if (value === null) return notFound(`The path ${at} is null`);
      return notFound(
        `Filter: ${newerPathText(this.#path, index)} can only be applied to arrays. Current context is: ${shownValue(value)}`,
      );
    }
    for (const number of selected(step, value.items.length)) {
      const failure = this.#item(number, index, at, value);
      if (failure) return failure;
    }
    return undefined;
  }

  #item(number: number, index: number, at: string, list: JavaList): Failure | undefined {
    const value = list.items[number < 0 ? list.items.length + number : number];
    return value === undefined ? undefined : this.step(index + 1, `${at}[${number}]`, value);
  }

  #wildcard(index: number, at: string, value: JavaValue): Failure | undefined {
    const step = this.#path.steps[index];
    if (value instanceof JavaMap && step) {
      for (const { key } of value.entries.values()) {
        const failure = this.#name(key as string, step, index, at, value);
        if (failure && !this.#overlooks(failure)) return failure;
      }
    } else if (value instanceof JavaList) {
      for (let number = 0; number < value.items.length; number++) {
        const failure = this.#item(number, index, at, value);
        if (failure && !this.#overlooks(failure)) return failure;
      }
    }
    return undefined;
  }

  /** One element less; but in a test for existence everything has to be there. */
  #overlooks({ type }: Failure): boolean {
    return type === 'PathNotFoundException' && !this.#run.needsAllNames;
  }

  #filter(
    step: NewerStep & { kind: 'filter' },
    index: number,
    at: string,
    value: JavaValue,
  ): Failure | undefined {
    if (value instanceof JavaMap) {
      const accepted = testCondition(step.condition, value, this.#run);
      if (typeof accepted !== 'boolean') return accepted;
      return accepted ? this.step(index + 1, at, value) : undefined;
    }
    if (value instanceof JavaList) {
      for (const [number, item] of value.items.entries()) {
        const accepted = testCondition(step.condition, item, this.#run);
        if (typeof accepted !== 'boolean') return accepted;
        const failure = accepted ? this.#item(number, index, at, value) : undefined;
        if (failure) return failure;
      }
      return undefined;
    }
    if (!step.definiteUpToHere) return undefined;
    const message = `Filter: ${newerPathText(this.#path, index)} can not be applied to primitives. Current context is: ${shownValue(value)}`;
    return { type: 'InvalidPathException', message };
  }

  #scan(index: number, start: string, value: JavaValue): Failure | undefined {
    const waiting = [{ at: start, place: { value } }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const container = next.place.value;
      if (!(container instanceof JavaMap || container instanceof JavaList)) continue;
      if (--this.#run.budget.left < 0) return STEP_LIMIT;
      const failure = this.#offer(index, next.at, container);
      if (failure) return failure;
      for (const child of childrenOf(container, next.at)) waiting.push(child);
    }
    return undefined;
  }

  #offer(index: number, at: string, value: JavaMap | JavaList): Failure | undefined {
    const matches = this.#takes(index, value);
    if (matches !== true) return matches === false ? undefined : matches;
    if (value instanceof JavaMap || index === this.#path.steps.length - 1) return this.step(index, at, value);
    for (const [number, item] of value.items.entries()) {
      this.#upstreamIndex.set(index + 1, number);
      const failure = this.step(index + 1, `${at}[${number}]`, item);
      if (failure) return failure;
    }
    return undefined;
  }

  #takes(index: number, value: JavaMap | JavaList): boolean | Failure {
    const step = this.#path.steps[index];
    switch (step?.kind) {
      case 'names':
        if (!(value instanceof JavaMap)) return false;
        if (step.names.length > 1 && index < this.#path.steps.length - 1) return true;
        return step.names.every((name) => mapHasKey(value, name));
      case 'indexes':
      case 'slice':
        return value instanceof JavaList;
      case 'wildcard':
        return true;
      case 'filter':
        return testCondition(step.condition, value, this.#run);
      default:
        return false;
    }
  }
}

function selected(step: NewerStep & { kind: 'indexes' | 'slice' }, length: number): number[] {
  if (step.kind === 'indexes') return step.indexes;
  if (length === 0) return [];
  const { from, to } = step;
  const beyond = (end: number): number => Math.min(length, end);
  if (to === undefined)
    return range(Math.max(0, from !== undefined && from < 0 ? length + from : (from ?? 0)), length);
  if (from === undefined) return range(0, beyond(to < 0 ? length + to : to));
  return range(Math.max(from, -length), beyond(to));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.min(Math.max(0, to - from), MAX_WORK) }, (_, i) => from + i);
}
