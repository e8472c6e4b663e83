import { fits, isWider } from './java-class';
import type { Method } from './methods/method';
import { methodsNamed } from './methods/tables';

/*
 * Which of several methods a call means: Velocity 1.7's own rules, which differ from Java's. One of them makes
 * `$s.length(1)` an error instead of nothing: a method without parameters takes any number of arguments, as far as
 * choosing goes.
 */

/**
 * The method a call means; undefined when none fits, or when two fit equally well.
 *
 * @param argumentClasses as `classOf` names them
 */
export function resolveMethod(
  javaClass: string,
  name: string,
  argumentClasses: readonly string[],
): Method | undefined {
  const candidates = methodsNamed(javaClass, name);
  if (candidates === undefined) return undefined;
  const call = `${javaClass}.${name}(${argumentClasses.join()})`;
  let method = RESOLVED.get(call);
  if (method === undefined) {
    method = choose(candidates, argumentClasses) ?? null;
    if (RESOLVED.size >= MAX_RESOLVED) RESOLVED.clear();
    RESOLVED.set(call, method);
  }
  return method ?? undefined;
}

/** Calls met before, by class, name and classes of arguments; null where nothing fits. */
const RESOLVED = new Map<string, Method | null>();
const MAX_RESOLVED = 2000;

function choose(candidates: readonly Method[], argumentClasses: readonly string[]): Method | undefined {
  const exact = candidates.find((method) => takesExactly(method, argumentClasses));
  if (exact !== undefined) return exact;
  let best: Method | undefined;
  let equals: Method[] | undefined;
  for (const method of candidates) {
    if (!isApplicable(method, argumentClasses)) continue;
    if (best === undefined) {
      best = method;
      continue;
    }
    const order = compare(method, best);
    if (order === 0) {
      equals ??= [];
      equals.push(method);
    } else if (order > 0) {
      if (equals === undefined) best = method;
      else {
        const rivals: Method[] = equals;
        for (const other of rivals.slice()) {
          const rank = compare(method, other);
          if (rank > 0) {
            best = method;
            equals = undefined;
            break;
          }
          if (rank === 0) rivals.push(method);
        }
      }
    }
  }
  return equals === undefined ? best : undefined;
}

/** Velocity finds a method under the very classes of the arguments before it compares; null counts as Object. */
function takesExactly({ parameters }: Method, actual: readonly string[]): boolean {
  return (
    parameters.length === actual.length &&
    parameters.every(({ type }, i) => (BOXES[type] ?? type) === (actual[i] === 'null' ? 'Object' : actual[i]))
  );
}

const BOXES: Record<string, string> = {
  boolean: 'Boolean',
  char: 'Character',
  int: 'Integer',
  long: 'Long',
  float: 'Float',
  double: 'Double',
};

function isApplicable({ parameters }: Method, actual: readonly string[]): boolean {
  const last = parameters.length - 1;
  const variable = parameters[last]?.type.endsWith('[]') ?? false;
  if (parameters.length > actual.length) {
    if (parameters.length !== actual.length + 1 || !variable) return false;
    return actual.every((javaClass, i) => fits(typeOf(parameters, i), javaClass, false));
  }
  if (parameters.length === actual.length) {
    return actual.every((javaClass, i) => fits(typeOf(parameters, i), javaClass, i === last));
  }
  if (parameters.length === 0) return true;
  if (!variable) return false;
  const element = typeOf(parameters, last).slice(0, -2);
  return actual.every((javaClass, i) => fits(i < last ? typeOf(parameters, i) : element, javaClass, false));
}

function typeOf(parameters: Method['parameters'], i: number): string {
  return (parameters[i] as { type: string }).type;
}

/** Positive when `a` is the more specific of two methods, negative when `b` is, 0 when neither. */
function compare(a: Method, b: Method): number {
  const difference = a.parameters.length - b.parameters.length;
  if (difference !== 0) return difference;
  let aIsNarrower = false;
  let bIsNarrower = false;
  const last = a.parameters.length - 1;
  for (let i = 0; i <= last; i++) {
    const [left, right] = [typeOf(a.parameters, i), typeOf(b.parameters, i)];
    if (left === right) continue;
    aIsNarrower ||= isWider(right, left, i === last);
    bIsNarrower ||= isWider(left, right, i === last);
  }
  return Number(aIsNarrower) - Number(bIsNarrower);
}
