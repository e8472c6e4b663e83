import { spanOfFound } from '../jsonpath/evaluate-path';
import { getFromMap } from '../values/maps';
import { JavaList, JavaMap, type JavaValue, MapEntry } from '../values/types';
import type { Value } from './compile-context';
import type { Step } from './compile-reference';
import { Input, Util } from './host-objects';
import { readBody } from './methods/host';
import { derived, type Observation, onTheWayOf } from './observation';
import { joinPath, memberOf, type Origin } from './origin';
import type { Run } from './run';
import type { Call, Part, Reference } from './tree';

/** A reference that also tells where its value came from. */
export function observeReference(node: Reference, slot: number, steps: Step[]): Value {
  return (run) => {
    const observation = run.observation as Observation;
    let value = run.slots[slot] ?? null;
    let origin = observation.origins[slot] ?? rootOrigin(node.root, value, run);
    if (value === null) observation.collector.missing(node, -1, null, null);
    for (const [i, step] of steps.entries()) {
      if (value === null) break;
      run.origin = null;
      const before: JavaValue = value;
      run.lastArgument = null;
      const next = step(before, run);
      if (next === null) observation.collector.missing(node, i, before, run.lastArgument);
      // What computing the arguments left behind is their origin.
      origin = stepOrigin(run, before, node.parts[i] as Part, next, origin, run.origin);
      value = next;
    }
    if (value !== null) observation.collector.found(node, value);
    run.origin = value === null ? null : onTheWayOf(origin, observation.origins[slot]);
    return value ?? '';
  };
}

function rootOrigin(root: string, value: JavaValue, run: Run): Origin | null {
  if (value instanceof Input) return { in: value.from, path: '$' };
  if (root === 'context' && value instanceof JavaMap) return { in: 'context', path: '' };
  if (root === 'stageVariables' && value === run.provided?.stageVariables)
    return { in: 'stageVariables', path: '' };
  return null;
}

function stepOrigin(
  run: Run,
  before: JavaValue,
  part: Part,
  after: JavaValue,
  origin: Origin | null,
  argument: Origin | null,
): Origin | null {
  if (before instanceof Input) return inputOrigin(run, before, part, after, origin);
  if (before instanceof Util) return derived(argument);
  const container = before instanceof JavaMap || before instanceof JavaList ? before : null;
  if (part.type === 'call') {
    // A view is followed through to the members it shows.
    if (container && VIEWS.has(part.name)) return origin;
    const isRead = container && part.name === 'get' && part.arguments.length === 1;
    if (!isRead) return derived(origin ?? argument);
  }
  if (container) return memberOf(run, container, keyOfPart(run, part), origin);
  if (before instanceof MapEntry && part.type === 'property' && part.name === 'value') return origin;
  return derived(origin);
}

function inputOrigin(
  run: Run,
  input: Input,
  part: Part,
  after: JavaValue,
  origin: Origin | null,
): Origin | null {
  if (part.type === 'index') return origin;
  if (part.name === 'body' || part.name === 'getBody') {
    return { in: input.from, path: '$', span: { from: 0, to: input.body.length } };
  }
  if (part.name === 'params') return paramsOrigin(run, input, part, after);
  const path = run.lastArgument;
  if (part.type !== 'call' || typeof path !== 'string') return origin;
  const found = readBody(input, path, run);
  const [only] = found.ok && found.found.length === 1 ? found.found : [];
  const source: Origin = { in: input.from, path };
  const span = only && spanOfFound(only, input.document?.map);
  if (span) source.span = span;
  return source;
}

function paramsOrigin(run: Run, input: Input, part: Part, after: JavaValue): Origin | null {
  const name = run.lastArgument;
  if ((part as Call).arguments?.length !== 1 || typeof name !== 'string') return { in: 'request', path: '' };
  if (after === '') return null;
  const group = ['path', 'querystring', 'header'].find((candidate) => {
    const map = getFromMap(input.params, candidate);
    return map instanceof JavaMap && getFromMap(map, name) !== null;
  });
  return { in: 'request', path: joinPath(group ?? '', name) };
}

const VIEWS = new Set(['keySet', 'values', 'entrySet']);

/** The key a part asked its container for. */
function keyOfPart(run: Run, part: Part): JavaValue {
  return part.type === 'property' ? part.name : run.lastArgument;
}

/** Methods that change a map or list in a way that is not followed member by member. */
const CHANGES = new Set([
  'putAll',
  'remove',
  'clear',
  'add',
  'addAll',
  'removeAll',
  'retainAll',
  'sort',
  'setValue',
]);

/** Notes what a call did to a map or list. @param origin of the last argument */
export function noteCall(
  run: Run,
  value: JavaValue,
  { name, from, to }: Call,
  args: JavaValue[],
  origin: Origin | null,
): void {
  const observation = run.observation as Observation;
  const sets = name === 'put' || name === 'putIfAbsent' || name === 'replace' || name === 'set';
  if (sets && args.length === 2) observation.stored(value, args[0] as JavaValue, origin, { from, to });
  else if (CHANGES.has(name)) observation.changed(value);
}
