import type { Span } from '../text/span';
import { getFromMap, mapHasKey, mapOf } from '../values/maps';
import { JavaList, JavaMap, type JavaValue, type SourceDocument } from '../values/types';
import { testFilter } from './evaluate-filter';
import type { PathError } from './path-error';
import { type ArrayStep, type CompiledPath, namesText, pathText, type Step } from './path-model';
import { shownValue } from './shown-value';

/*
 * Jayway JsonPath 2.0.0's evaluation (spec of JSONPath, section 6), step by step over the document. A step hands each
 * value it finds to the next one; a failure ends the whole path, but for a wildcard over an array, which takes
 * "not found" for one element less.
 */

/** Steps and filter tests one path may take: enough for every value of a 10 MB body, over in a second. */
const MAX_WORK = 2_000_000;

/** Steps inside one another, those of filters inside filters included. */
const MAX_NESTING = 400;

/** A value found and where it hangs in the document; the root value hangs nowhere. */
export interface Found {
  value: JavaValue;
  container?: JavaMap | JavaList;
  key?: string | number;
}

export type PathEvaluation =
  | {
      ok: true;
      /** The value of a definite path, otherwise a JSONArray of all that was found. */
      value: JavaValue;
      /** What was found, one by one and in order. An object made of several names hangs nowhere. */
      found: Found[];
    }
  | { ok: false; error: PathError };

/** What is passed down instead of being thrown: the path has no answer. */
export interface Failure {
  type: string;
  message: string;
}

/** One run of a path. */
export interface Run {
  root: JavaValue;
  /** Counts down; shared with the paths inside filters. */
  budget: { left: number; nesting: number };
  /** Of several names all have to be there; so it is in a filter's test for existence. */
  needsAllNames?: boolean;
}

/** Reads a path from a document. Never throws; `$` inside filters means `root`. */
export function evaluatePath(path: CompiledPath, root: JavaValue): PathEvaluation {
  // The library refuses such a document before it looks at it.
  if (root === null)
    return failed({ type: 'IllegalArgumentException', message: 'json object can not be null' });
  return evaluateAt(path, root, { root, budget: { left: MAX_WORK, nesting: 0 } });
}

/** Reads a path of a filter from the value it is tested on. */
export function evaluateAt(path: CompiledPath, start: JavaValue, run: Run): PathEvaluation {
  const found: Found[] = [];
  const evaluation = new Evaluation(path, run, found);
  const failure = evaluation.step(0, '', { value: start });
  if (failure) return failed(failure);
  if (!path.definite)
    return {
      ok: true,
      value: new JavaList(
        found.map((result) => result.value),
        'JSONArray',
      ),
      found,
    };
  const [first] = found;
  if (!first) return failed(notFound(`No results for path: ${pathText(path)}`));
  return { ok: true, value: first.value, found: [first] };
}

/**
 * Where a found value stands in the text it was parsed from.
 *
 * @param document for the root value, which no container knows
 */
export function spanOfFound({ value, container, key }: Found, document?: SourceDocument): Span | undefined {
  if (value instanceof JavaMap || value instanceof JavaList) {
    return value.document?.spanOf(value.index);
  }
  if (!container) return document?.spanOf(0);
  return key === undefined ? undefined : container.document?.memberSpan(container.index, key);
}

function failed({ type, message }: Failure): PathEvaluation {
  return { ok: false, error: { stage: 'read', type, message } };
}

/** The path takes too many steps, or too many inside one another. */
export const STEP_LIMIT: Failure = {
  type: 'StepLimit',
  message: 'The path was given up: it takes too many steps',
};

/** The values in a container that hold values themselves, last one first. */
export function childrenOf(container: JavaMap | JavaList, at: string): { at: string; place: Found }[] {
  const children: { at: string; place: Found }[] = [];
  const add = (name: string, value: JavaValue, key: string | number): void => {
    if (value instanceof JavaMap || value instanceof JavaList) {
      children.push({ at: at + name, place: { value, container, key } });
    }
  };
  if (container instanceof JavaList) {
    for (const [key, item] of container.items.entries()) add(`[${key}]`, item, key);
  } else {
    for (const { key, value } of container.entries.values()) add(`['${key}']`, value, key as string);
  }
  return children.reverse();
}

export function notFound(message: string): Failure {
  return { type: 'PathNotFoundException', message };
}

class Evaluation {
  readonly #path: CompiledPath;
  readonly #run: Run;
  readonly #found: Found[];

  constructor(path: CompiledPath, run: Run, found: Found[]) {
    this.#path = path;
    this.#run = run;
    this.#found = found;
  }

  /** Applies the step with that number to a value; beyond the last one the value is a result. */
  step(index: number, at: string, place: Found): Failure | undefined {
    const step = this.#path.steps[index];
    if (!step) {
      this.#found.push(place);
      return undefined;
    }
    const { budget } = this.#run;
    if (--budget.left < 0 || budget.nesting > MAX_NESTING) return STEP_LIMIT;
    budget.nesting++;
    const failure = this.#apply(step, index, at, place);
    budget.nesting--;
    return failure;
  }

  #apply(step: Step, index: number, at: string, place: Found): Failure | undefined {
    const { value } = place;
    switch (step.kind) {
      case 'root':
        return this.step(index + 1, '$', place);
      case 'names':
        if (!(value instanceof JavaMap))
          return notFound(`Property ${namesText(step.names)} not found in path ${at}`);
        return this.#names(step.names, index, at, value);
      case 'array':
        return this.#array(step, index, at, value);
      case 'wildcard':
        return this.#wildcard(index, at, value);
      case 'filter':
        return this.#filter(index, at, place);
      case 'scan':
        // Only the path `.` ends with a scan and compiles.
        if (index === this.#path.steps.length - 1) {
          return { type: 'IllegalStateException', message: 'Current path token is a leaf' };
        }
        return this.#scan(index + 1, at, place);
    }
  }

  #names(names: string[], index: number, at: string, map: JavaMap): Failure | undefined {
    const isLast = index === this.#path.steps.length - 1;
    const [name] = names;
    if (names.length === 1 && name !== undefined) {
      const here = `${at}['${name}']`;
      if (mapHasKey(map, name)) {
        return this.step(index + 1, here, { value: getFromMap(map, name), container: map, key: name });
      }
      if (isLast) return notFound(`No results for path: ${here}`);
      return this.#definiteAround(index) ? notFound(`Missing property in path ${here}`) : undefined;
    }
    if (!isLast) {
      const message = `Multi properties can only be used as path leafs: ${at}${namesText(names)}`;
      return { type: 'InvalidPathException', message };
    }
    const present = names.filter((each) => mapHasKey(map, each));
    if (this.#run.needsAllNames && present.length < names.length) {
      return notFound(`Missing property in path ${at}${namesText(names)}`);
    }
    const members = mapOf(present.map((each) => [each, getFromMap(map, each)]));
    return this.step(index + 1, at, { value: members });
  }

  /** The step itself, the one before it and all after it name one value. */
  #definiteAround(index: number): boolean {
    const before = this.#path.steps[index - 1];
    return before === undefined || before.definiteFromHere;
  }

  #array(step: ArrayStep, index: number, at: string, value: JavaValue): Failure | undefined {
    if (value === null) return notFound(`The path ${at} is null`);
    if (!(value instanceof JavaList)) {
      const message = `Filter: ${pathText(this.#path, index)} can only be applied to arrays. Current context is: ${shownValue(value)}`;
      return { type: 'InvalidPathException', message };
    }
    const { length } = value.items;
    const [first = 0, second = 0] = step.numbers;
    switch (step.select) {
      case 'index':
        return this.#item(first, index, at, value);
      case 'fromEnd':
        return this.#item(length + first, index, at, value);
      case 'indexes':
        for (const number of step.numbers) {
          const failure = this.#item(number, index, at, value);
          if (failure) return failure;
        }
        return undefined;
      case 'from':
        return this.#items(Math.max(0, first < 0 ? length + first : first), length, index, at, value);
      case 'to':
        return this.#items(0, Math.min(length, first < 0 ? length + first : first), index, at, value);
      case 'between':
        return length === 0 ? undefined : this.#items(first, Math.min(length, second), index, at, value);
    }
  }

  #items(from: number, to: number, index: number, at: string, list: JavaList): Failure | undefined {
    for (let number = from; number < to; number++) {
      const failure = this.#item(number, index, at, list);
      if (failure) return failure;
    }
    return undefined;
  }

  #item(number: number, index: number, at: string, list: JavaList): Failure | undefined {
    const here = `${at}[${number}]`;
    const value = list.items[number];
    if (value === undefined) return notFound(`Index out of bounds when evaluating path ${here}`);
    return this.step(index + 1, here, { value, container: list, key: number });
  }

  #wildcard(index: number, at: string, value: JavaValue): Failure | undefined {
    if (value instanceof JavaMap) {
      for (const { key } of value.entries.values()) {
        const failure = this.#names([key as string], index, at, value);
        if (failure) return failure;
      }
    } else if (value instanceof JavaList) {
      for (let number = 0; number < value.items.length; number++) {
        const failure = this.#item(number, index, at, value);
        if (failure && failure.type !== 'PathNotFoundException') return failure;
      }
    }
    return undefined;
  }

  #filter(index: number, at: string, place: Found): Failure | undefined {
    const { value } = place;
    if (value instanceof JavaMap) {
      const accepted = this.#accepts(index, value);
      if (typeof accepted !== 'boolean') return accepted;
      return accepted ? this.step(index + 1, at, place) : undefined;
    }
    if (value instanceof JavaList) {
      for (let number = 0; number < value.items.length; number++) {
        const accepted = this.#accepts(index, value.items[number] ?? null);
        if (typeof accepted !== 'boolean') return accepted;
        const failure = accepted ? this.#item(number, index, at, value) : undefined;
        if (failure) return failure;
      }
      return undefined;
    }
    const message = `Filter: ${pathText(this.#path, index)} can not be applied to primitives. Current context is: ${shownValue(value)}`;
    return { type: 'InvalidPathException', message };
  }

  #accepts(index: number, value: JavaValue): boolean | Failure {
    const step = this.#path.steps[index];
    if (step?.kind !== 'filter') return false;
    for (const filter of step.filters) {
      if (!filter) {
        const message =
          'Cannot invoke "com.jayway.jsonpath.Predicate.apply(com.jayway.jsonpath.Predicate$PredicateContext)" because "predicate" is null';
        return { type: 'NullPointerException', message };
      }
      const accepted = testFilter(filter, value, this.#run);
      if (accepted !== true) return accepted;
    }
    return true;
  }

  /**
   * Offers every object and array to the step after the scan, the node before its children. In an array that is not
   * the last step, the step is left out: the one after it gets all elements. Works with a list of places to go, since
   * documents are deeper than functions can call themselves.
   */
  #scan(index: number, start: string, place: Found): Failure | undefined {
    const waiting: { at: string; place: Found }[] = [{ at: start, place }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { value } = next.place;
      if (!(value instanceof JavaMap || value instanceof JavaList)) continue;
      if (--this.#run.budget.left < 0) return STEP_LIMIT;
      const failure = this.#offer(index, next.at, next.place, value);
      if (failure) return failure;
      for (const child of childrenOf(value, next.at)) waiting.push(child);
    }
    return undefined;
  }

  #offer(index: number, at: string, place: Found, value: JavaMap | JavaList): Failure | undefined {
    const matches = this.#takes(index, value);
    if (matches !== true) return matches === false ? undefined : matches;
    if (value instanceof JavaMap || index === this.#path.steps.length - 1) return this.step(index, at, place);
    for (const [number, item] of value.items.entries()) {
      const failure = this.step(index + 1, `${at}[${number}]`, {
        value: item,
        container: value,
        key: number,
      });
      if (failure) return failure;
    }
    return undefined;
  }

  /** Whether a scan offers a container to the step after it. */
  #takes(index: number, value: JavaMap | JavaList): boolean | Failure {
    const step = this.#path.steps[index];
    switch (step?.kind) {
      case 'names':
        return value instanceof JavaMap && step.names.every((name) => mapHasKey(value, name));
      case 'array':
        return value instanceof JavaList;
      case 'wildcard':
        return true;
      case 'filter':
        return this.#accepts(index, value);
      default:
        return false;
    }
  }
}
