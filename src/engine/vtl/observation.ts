import type { OutputPiece } from '../outcome';
import type { Span } from '../text/span';
import { putIntoMap } from '../values/maps';
import { JavaList, JavaMap, type JavaValue } from '../values/types';
import type { Code, Value } from './compile-context';
import { FactCollector } from './facts';
import { MapView } from './host-objects';
import { classOf } from './java-class';
import { keyName, memberOf, type Origin } from './origin';
import type { Run } from './run';
import { shortText } from './short-text';
import type { Branch, Expression, Foreach, Item, MapLiteral } from './tree';

/*
 * What an observed run tells besides its output. All of it hangs on the code of `observe: true`: without it no
 * closure below exists.
 */

export type { Origin } from './origin';

/** Events kept; later ones are dropped. */
const MAX_EVENTS = 100_000;

export type EventKind = 'set' | 'branch' | 'round';

/** What happened, in order: one list for each column, so that a hundred thousand rows stay cheap. */
export interface Events {
  kinds: EventKind[];
  /** The part of the template, as offsets. */
  from: number[];
  to: number[];
  /** `branch`: which one was taken, from 0; -1 for none. `round`: which one, from 0. `set`: 0. */
  numbers: number[];
  /** `set`: the variable as written, and its value, shortened. */
  names: string[];
  texts: string[];
  /** `set`: the value's Java class. */
  types: string[];
  /** Events were dropped. */
  truncated: boolean;
}

export class Observation {
  readonly pieces: OutputPiece[] = [];
  readonly events: Events = {
    kinds: [],
    from: [],
    to: [],
    numbers: [],
    names: [],
    texts: [],
    types: [],
    truncated: false,
  };
  readonly collector = new FactCollector();
  /** The item that is running. */
  current: Item | null = null;
  /** Where the first value printed into the string being made came from. */
  captured: Origin | null = null;
  /** Where the value of each variable came from. */
  readonly origins: (Origin | null)[] = [];
  /** Members of maps and lists the template itself has set: where their values came from. */
  private readonly members = new WeakMap<object, Map<unknown, Origin | null>>();
  /** Members of maps the template has set: the part of it that did so last. */
  private readonly assignments = new WeakMap<JavaMap, Map<string, Span>>();
  private readonly dirty = new WeakSet<object>();
  /** How often each part of the template ran. */
  readonly hits = new Map<Span, number>();

  /** Notes what one write put out. */
  wrote(from: number, to: number, origin: Origin | null): void {
    const item = this.current;
    if (item === null) return;
    if (from === to) {
      if (item.type === 'reference') this.collector.blank(item, from);
      return;
    }
    const kind = item.type === 'reference' && item.form !== 'runt' && !item.escaped ? 'value' : 'text';
    const piece: OutputPiece = {
      output: { from, to },
      template: { from: item.from, to: item.to },
      kind,
    };
    if (kind === 'value' && origin !== null) piece.source = origin;
    this.pieces.push(piece);
  }

  event(kind: EventKind, span: Span, number: number, name = '', text = '', type = ''): void {
    const { events } = this;
    if (events.kinds.length >= MAX_EVENTS) {
      events.truncated = true;
      return;
    }
    events.kinds.push(kind);
    events.from.push(span.from);
    events.to.push(span.to);
    events.numbers.push(number);
    events.names.push(name);
    events.texts.push(text);
    events.types.push(type);
  }

  /** Counts a run of a part of the template, named by the same object each time. */
  hit(part: Span): void {
    this.hits.set(part, (this.hits.get(part) ?? 0) + 1);
  }

  /** The template has set a member of a map or list. */
  stored(container: JavaValue, key: JavaValue, origin: Origin | null, span: Span): void {
    if (typeof container !== 'object' || container === null) return;
    let members = this.members.get(container);
    if (!members) {
      members = new Map();
      this.members.set(container, members);
    }
    members.set(typeof key === 'object' ? String(key) : key, origin);
    if (!(container instanceof JavaMap)) return;
    let spans = this.assignments.get(container);
    if (!spans) {
      spans = new Map();
      this.assignments.set(container, spans);
    }
    spans.set(keyName(key), span);
  }

  /** The template has changed a map or list as a whole: the places of its members are no longer known. */
  changed(container: JavaValue): void {
    if (typeof container === 'object' && container !== null) this.dirty.add(container);
  }

  isChanged(container: object): boolean {
    return this.dirty.has(container);
  }

  /** Where a member came from, if the template has set it; undefined otherwise. */
  storedOrigin(container: JavaValue, key: JavaValue): Origin | null | undefined {
    if (typeof container !== 'object' || container === null) return undefined;
    return this.members.get(container)?.get(key);
  }

  /** The part of the template that set a member last. */
  assignmentOf(map: JavaMap, key: string): Span | undefined {
    return this.assignments.get(map)?.get(key);
  }
}

/** Runs an item under its own name, and counts it. */
export function noteItem(code: Code, item: Item): Code {
  const line = headOf(item);
  return (run) => {
    const observation = run.observation as Observation;
    const before = observation.current;
    observation.current = item;
    observation.hit(line);
    run.origin = null;
    try {
      code(run);
    } finally {
      observation.current = before;
    }
  };
}

/** The part of an item that runs whenever the item does. */
export function headOf(item: Item): Span {
  if (item.type === 'if') return item.branches[0]?.head ?? item;
  return 'head' in item ? item.head : item;
}

export function noteBranch(run: Run, branches: Branch[], otherwise: Span | undefined, taken: number): void {
  const observation = run.observation as Observation;
  const branch = branches[taken]?.head ?? otherwise;
  // A condition that was asked and denied has run too.
  for (const { head } of branches.slice(1, taken + 1)) observation.hit(head);
  if (taken === branches.length && otherwise) observation.hit(otherwise);
  observation.event('branch', branch ?? (branches[0] as Branch).head, branch ? taken : -1);
}

export function noteRound(run: Run, loop: Foreach, round: number): void {
  (run.observation as Observation).event('round', loop.head, round);
}

/** Notes an assignment that took place. */
export function noteSet(run: Run, span: Span, name: string, value: JavaValue): void {
  (run.observation as Observation).event('set', span, 0, name, shortText(value), classOf(value));
}

/** A literal comes from the template itself. */
export function noteLiteral(value: Value, { from, to }: Expression): Value {
  const origin: Origin = { in: 'template', path: '', span: { from, to } };
  return (run) => {
    run.origin = origin;
    return value(run);
  };
}

/** What is computed keeps the source it was computed from. */
export function noteDerived(value: Value): Value {
  return (run) => {
    run.origin = null;
    const result = value(run);
    run.origin = derived(run.origin);
    return result;
  };
}

/** A rendered string comes from what was printed in it first. */
export function noteText(value: Value): Value {
  return (run) => {
    const observation = run.observation as Observation;
    const { current, captured } = observation;
    observation.captured = null;
    const result = value(run);
    run.origin = derived(observation.captured);
    observation.current = current;
    observation.captured = captured;
    return result;
  };
}

/** Of two values the one that was read from somewhere counts; of two such the first, which says that it is not all. */
export function preferred(left: Origin | null, right: Origin | null): Origin | null {
  if (left === null || (left.in === 'template' && right !== null)) return right;
  if (right === null || right.in === 'template' || left.mixed) return left;
  if (left.in === right.in && left.path === right.path) return left;
  return { ...left, derived: true, mixed: true };
}

/** A list comes from its elements. */
export function noteList(values: Value[], items: Expression[]): Value {
  return (run) => {
    const list = new JavaList([]);
    let whole: Origin | null = null;
    run.allocateElements(values.length);
    for (const [i, value] of values.entries()) {
      run.origin = null;
      list.items.push(value(run));
      (run.observation as Observation).stored(list, i, run.origin, items[i] as Expression);
      whole = preferred(whole, run.origin);
    }
    run.origin = whole;
    return list;
  };
}

/** A map comes from its values. */
export function noteMap(pairs: { key: Value; value: Value }[], { entries }: MapLiteral): Value {
  return (run) => {
    const map = new JavaMap();
    let whole: Origin | null = null;
    run.allocateElements(pairs.length);
    for (const [i, { key, value }] of pairs.entries()) {
      const name = key(run);
      run.origin = null;
      putIntoMap(map, name, value(run));
      const { from, to } = (entries[i] as MapLiteral['entries'][number]).value;
      (run.observation as Observation).stored(map, name, run.origin, { from, to });
      whole = preferred(whole, run.origin);
    }
    run.origin = whole;
    return map;
  };
}

/** Steps of a value's way that are kept. */
const MAX_VIA = 8;

/** A value that an assignment or a loop hands on. */
export function handedOn(origin: Origin | null, { from, to }: Span): Origin | null {
  const via = origin?.via ?? [];
  if (origin === null || via.length >= MAX_VIA || via.some((step) => step.from === from)) return origin;
  return { ...origin, via: [...via, { from, to }] };
}

/** What was reached from a value came the same way. */
export function onTheWayOf(origin: Origin | null, start: Origin | null | undefined): Origin | null {
  return origin !== null && !origin.via && start?.via ? { ...origin, via: start.via } : origin;
}

export function derived(origin: Origin | null): Origin | null {
  return origin === null || origin.derived || origin.in === 'template'
    ? origin
    : { ...origin, derived: true };
}

/** Where the element of a round came from. */
export function noteElement(
  run: Run,
  slot: number,
  list: JavaValue,
  origin: Origin | null,
  round: number,
): void {
  const element = onTheWayOf(elementOrigin(run, list, origin, round), origin);
  (run.observation as Observation).origins[slot] = element;
}

function elementOrigin(run: Run, list: JavaValue, origin: Origin | null, round: number): Origin | null {
  if (list instanceof JavaList) return memberOf(run, list, round, origin);
  const map = list instanceof JavaMap ? list : list instanceof MapView ? list.map : undefined;
  if (!map || origin === null) return derived(origin);
  const key = [...map.entries.values()][round]?.key ?? null;
  const member = memberOf(run, map, key, origin);
  return list instanceof MapView && list.javaType === 'KeySet' ? derived(member) : member;
}
