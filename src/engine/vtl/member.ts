import { JavaException } from '../values/java-exception';
import { getFromMap } from '../values/maps';
import type { JavaValue } from '../values/types';
import { JavaList, JavaMap } from '../values/types';
import { mapBehind } from './collections';
import { LoopScope } from './host-objects';
import { classOf } from './java-class';
import { getFrom, putInto } from './methods/map';
import type { Method } from './methods/method';
import { methodsOf } from './methods/tables';
import { resolveMethod } from './resolve-method';
import type { Run } from './run';

/*
 * Members of values: properties, methods and indexes. Names are looked up in our own method tables by the value's
 * class; nothing is ever read from a JavaScript object.
 */

const NO_ARGUMENTS: JavaValue[] = [];

/** Properties of maps that a getter answers instead of a key: `class`. */
const HIDDEN_IN_MAPS = new Set(
  methodsOf('LinkedHashMap')
    .filter(({ name, parameters }) => /^get./.test(name) && parameters.length === 0)
    .flatMap(({ name }) => [name.slice(3), flipFirst(name.slice(3))]),
);

/** What a property name may stand for, besides a key of a map. */
export class PropertyAccess {
  readonly #name: string;
  #javaClass = '';
  #getter: Method | null = null;
  readonly #hiddenInMaps: boolean;

  constructor(name: string) {
    this.#name = name;
    this.#hiddenInMaps = HIDDEN_IN_MAPS.has(name);
  }

  /** The property's value; null when there is none. Velocity's order: `getX()`, a map's key, `isX()`. */
  get(value: JavaValue, run: Run): JavaValue {
    if (value instanceof JavaMap) return this.#hiddenInMaps ? null : getFromMap(value, this.#name);
    const javaClass = classOf(value);
    if (javaClass !== this.#javaClass) {
      this.#getter = this.#getterFor(javaClass, value);
      this.#javaClass = javaClass;
    }
    if (this.#getter !== null) return this.#getter.invoke(value, NO_ARGUMENTS, run);
    return value instanceof LoopScope ? getFrom(value, this.#name) : null;
  }

  /** `#set($value.name = …)`: a setter, or a map's key; anything else is silently nothing. */
  set(value: JavaValue, assigned: JavaValue, run: Run): void {
    const map = mapBehind(value);
    if (map) {
      putInto(map, this.#name, assigned, run);
      return;
    }
    const [javaClass, argument] = [classOf(value), [classOf(assigned)]];
    const flipped = flipFirst(this.#name);
    const setter =
      resolveMethod(javaClass, `set${flipped}`, argument) ??
      resolveMethod(javaClass, `set${this.#name}`, argument);
    setter?.invoke(value, [assigned], run);
  }

  #getterFor(javaClass: string, value: JavaValue): Method | null {
    // Arrays answer the methods of lists, but have no properties.
    if (javaClass.endsWith('[]')) return null;
    return this.#getterOf(javaClass) ?? (value instanceof LoopScope ? null : this.#testOf(javaClass));
  }

  #getterOf(javaClass: string): Method | null {
    return (
      resolveMethod(javaClass, `get${flipFirst(this.#name)}`, []) ??
      resolveMethod(javaClass, `get${this.#name}`, []) ??
      null
    );
  }

  #testOf(javaClass: string): Method | null {
    const test =
      resolveMethod(javaClass, `is${flipFirst(this.#name)}`, []) ??
      resolveMethod(javaClass, `is${this.#name}`, []);
    return test?.result === 'boolean' ? test : null;
  }
}

function flipFirst(name: string): string {
  const first = name.charAt(0);
  const upper = first.toUpperCase();
  return (first === upper ? first.toLowerCase() : upper) + name.slice(1);
}

/** One place in a template where a method is called; remembers the method for the classes met last. */
export class CallSite {
  readonly #name: string;
  #javaClass = '';
  #classes: string[] = [];
  #known: Method | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** @throws JavaException */
  call(value: JavaValue, args: JavaValue[], run: Run): JavaValue {
    const method = this.#resolve(value, args);
    if (method === undefined) return null;
    const { parameters } = method;
    if (parameters.length === 0 && args.length > 0) {
      throw new JavaException('IllegalArgumentException', 'wrong number of arguments');
    }
    return method.invoke(value, args, run);
  }

  #resolve(value: JavaValue, args: JavaValue[]): Method | undefined {
    const javaClass = classOf(value);
    let same = this.#javaClass === javaClass && this.#classes.length === args.length;
    for (let i = 0; same && i < args.length; i++) same = this.#classes[i] === classOf(args[i] as JavaValue);
    if (!same) {
      this.#javaClass = javaClass;
      this.#classes = args.map(classOf);
      this.#known = resolveMethod(javaClass, this.#name, this.#classes);
    }
    return this.#known;
  }
}

/**
 * Turns `-1` into the last position, wherever there is a `size()`; on maps too, as Velocity does.
 *
 * @throws JavaException where there is none
 */
export function fromEnd(value: JavaValue, index: JavaValue, run: Run): JavaValue {
  if (typeof index !== 'number' || index >= 0) return index;
  const size = resolveMethod(classOf(value), 'size', [])?.invoke(value, NO_ARGUMENTS, run);
  if (typeof size === 'number') return size + index;
  throw new JavaException('VelocityException', `A '.size()' method is required for negative index ${index}`);
}

const GET_SITE = new CallSite('get');
const SET_SITE = new CallSite('set');
const PUT_SITE = new CallSite('put');

/** `$value[index]`. @throws JavaException when a list has no such position */
export function getAt(value: JavaValue, index: JavaValue, run: Run): JavaValue {
  if (value instanceof JavaList && typeof index === 'number' && index >= 0 && index < value.items.length) {
    return value.items[index] as JavaValue;
  }
  return GET_SITE.call(value, [fromEnd(value, index, run)], run);
}

/** `#set($value[index] = …)`: `set` of a list, otherwise `put` of a map, otherwise nothing. @throws JavaException */
export function setAt(value: JavaValue, index: JavaValue, assigned: JavaValue, run: Run): void {
  const at = fromEnd(value, index, run);
  const args = [at, assigned];
  if (resolveMethod(classOf(value), 'set', args.map(classOf))) SET_SITE.call(value, args, run);
  else PUT_SITE.call(value, args, run);
}
