import { quoteJson, writeJson } from '../json/write-json';
import { type HostEquals, javaEquals } from '../values/equality';
import { toDouble } from '../values/exact-numbers';
import { hashCode } from '../values/hash-code';
import { JavaException, ValueTooLarge } from '../values/java-exception';
import { type HostText, TextOverflow, toJavaString } from '../values/text';
import {
  JavaDouble,
  JavaFloat,
  type JavaHostObject,
  JavaList,
  JavaMap,
  type JavaNumber,
  type JavaValue,
  type SourceDocument,
} from '../values/types';
import { itemsOf } from './collections';
import { Block, type Input, LoopScope, MapView, ScopeInfo, SubList } from './host-objects';
import { MAX_ALLOCATION, MAX_BLOCK_DEPTH, MAX_LENGTH, MAX_PATTERN_STEPS, MAX_STEPS } from './limits';
import { TEMPLATE_NAME } from './methods/host';
import { type Observation, type Origin, preferred } from './observation';

/** What an element of a list counts for, in UTF-16 units. */
const ELEMENT_SIZE = 64;

/** A limit was reached; who knows the place turns it into the template's error. */
export class LimitReached {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** What one run of a template has: its variables, its output so far and what it has used up. */
export class Run {
  /** Values of variables by slot; undefined and null: not set. */
  readonly slots: (JavaValue | undefined)[];
  out = '';
  #steps = 0;
  #allocated = 0;
  #patternSteps = 0;
  #textDepth = 0;
  #pinned: number[] = [];
  blockDepth = 0;
  /** While observing: where the value computed last came from. */
  origin: Origin | null = null;
  /** While observing: the first argument of the call, or the index, computed last. */
  lastArgument: JavaValue = null;
  readonly observation: Observation | null;
  /** Texts being made that are not the output: strings, and blocks asked for their text. */
  protected captures = 0;
  /** While observing: what the template was given. */
  provided: { input: Input; stageVariables: JavaMap } | null = null;

  constructor(slots: (JavaValue | undefined)[], observation: Observation | null = null) {
    this.slots = slots;
    this.observation = observation;
  }

  /** The parsed body, whose spans are places in the text the person knows. */
  bodyDocument(): SourceDocument | undefined {
    return this.provided?.input.document?.map;
  }

  /** Sets a variable, unless a loop holds it at null. */
  assign(slot: number, value: JavaValue): void {
    if (this.#pinned.length === 0 || !this.#pinned.includes(slot)) this.slots[slot] = value;
  }

  pin(slot: number): void {
    this.#pinned.push(slot);
  }

  unpin(slot: number): void {
    this.#pinned.splice(this.#pinned.lastIndexOf(slot), 1);
  }

  /** Counts one item run or method called. @throws LimitReached */
  step(): void {
    if (++this.#steps > MAX_STEPS)
      throw new LimitReached(`More than ${MAX_STEPS.toLocaleString('en')} steps.`);
  }

  /** Appends to the output. @throws LimitReached */
  write(text: string): void {
    this.out += text;
    if (this.out.length > MAX_LENGTH) {
      this.out = this.out.slice(0, MAX_LENGTH);
      throw new LimitReached('The output is longer than 10 MB, the most API Gateway passes on.');
    }
  }

  /** Counts memory before it is taken. @throws LimitReached */
  allocate(units: number): void {
    this.#allocated += units;
    if (this.#allocated > MAX_ALLOCATION)
      throw new LimitReached('The template makes too much text or too long lists.');
  }

  /** Counts elements of lists and maps before they are made. @throws LimitReached */
  allocateElements(count: number): void {
    this.allocate(count * ELEMENT_SIZE);
  }

  /** A text just made. @throws LimitReached */
  checkText(text: string): string {
    if (text.length > MAX_LENGTH) throw new LimitReached('A text is longer than 10 MB.');
    this.allocate(text.length);
    return text;
  }

  /** Runs code whose output becomes a text. */
  capture(code: () => void): string {
    const before = this.out;
    this.out = '';
    this.captures++;
    try {
      code();
      this.allocate(this.out.length);
      return this.out;
    } finally {
      this.captures--;
      this.out = before;
    }
  }

  patternBudget(): number {
    return Math.max(1, Math.min(3_000_000, MAX_PATTERN_STEPS - this.#patternSteps));
  }

  spendPattern(steps: number): void {
    this.#patternSteps += steps;
  }

  giveUp(): never {
    throw new LimitReached('A regular expression takes too long.');
  }

  /** `String.valueOf`. @throws LimitReached, JavaException */
  text(value: JavaValue): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (value instanceof JavaDouble && value.value !== 0) return textOfDouble(value);
    return this.checkText(this.#nested(() => toJavaString(value, this.hostText)));
  }

  #nested<T>(make: () => T): T {
    if (++this.#textDepth > 100) {
      this.#textDepth = 0;
      throw new JavaException('StackOverflowError', 'a value holds itself');
    }
    const made = make();
    this.#textDepth--;
    return made;
  }

  readonly hostText: HostText = (host, form) => {
    const items = itemsOf(host);
    if (items !== undefined) {
      const list = new JavaList(items);
      return this.#nested(() =>
        form === 'json' ? writeJson(list, 'default', this.hostText) : toJavaString(list, this.hostText),
      );
    }
    if (host instanceof LoopScope) {
      return this.#nested(() =>
        form === 'json'
          ? writeJson(host.storage, 'default', this.hostText)
          : toJavaString(host.storage, this.hostText),
      );
    }
    const text = this.#ownText(host);
    return form === 'json' ? quoteJson(text, 'default') : text;
  };

  #ownText(host: JavaHostObject): string {
    if (host instanceof Block) return this.textOfBlock(host) ?? 'null';
    if (host instanceof ScopeInfo) {
      const { line, column } = host.scope.position();
      return `#foreach[type:block template:${TEMPLATE_NAME} line:${line} column:${column}]`;
    }
    return host.javaType === 'Iterator' ? 'java.util.ArrayList$Itr@1b6d3586' : '';
  }

  /** The block's output as a text; null when it is used inside itself too often. */
  textOfBlock(block: Block): string | null {
    if (++this.blockDepth > MAX_BLOCK_DEPTH)
      throw new LimitReached('#define blocks use one another too deeply.');
    let rendered = false;
    const text = this.capture(() => {
      rendered = block.render();
    });
    this.blockDepth--;
    return rendered ? text : null;
  }

  textOfDouble(value: JavaValue): string {
    return this.text(new JavaDouble(toDouble(value as JavaNumber)));
  }

  textOfFloat(value: JavaValue): string {
    return this.text(new JavaFloat(Math.fround(toDouble(value as JavaNumber))));
  }

  equals(left: JavaValue, right: JavaValue): boolean {
    return javaEquals(left, right, hostEquals);
  }

  hash(value: JavaValue): number {
    if (value instanceof SubList) return hashCode(new JavaList(itemsOf(value) ?? []));
    if (value instanceof MapView && value.javaType !== 'Values') {
      return (itemsOf(value) ?? []).reduce<number>((sum, item) => (sum + this.hash(item)) | 0, 0);
    }
    return hashCode(value instanceof LoopScope ? value.storage : value);
  }
}

/** Texts of doubles met before: Java's digits take a while, and while one types the same ones come again and again. */
const DOUBLE_TEXTS = new Map<number, string>();
const MAX_DOUBLE_TEXTS = 5000;

function textOfDouble(double: JavaDouble): string {
  let text = DOUBLE_TEXTS.get(double.value);
  if (text === undefined) {
    text = toJavaString(double);
    if (DOUBLE_TEXTS.size >= MAX_DOUBLE_TEXTS) DOUBLE_TEXTS.clear();
    DOUBLE_TEXTS.set(double.value, text);
  }
  return text;
}

/** A run that notes which part of the template wrote which part of the output. */
export class ObservedRun extends Run {
  override write(text: string): void {
    const from = this.out.length;
    super.write(text);
    const { observation } = this;
    if (observation === null) return;
    if (this.captures === 0) observation.wrote(from, this.out.length, this.origin);
    else if (text !== '') observation.captured = preferred(observation.captured, this.origin);
  }
}

/** Lists equal lists and sets equal sets, whatever their classes; maps equal maps. */
const hostEquals: HostEquals = (left, right, depth) => {
  const isList = (value: JavaValue) =>
    value instanceof SubList || (value instanceof JavaList && value.kind !== 'Array');
  if (isList(left) && isList(right)) {
    const [a, b] = [new JavaList(itemsOf(left) ?? []), new JavaList(itemsOf(right) ?? [])];
    return javaEquals(a, b, hostEquals, depth);
  }
  const isSet = (value: JavaValue) => value instanceof MapView && value.javaType !== 'Values';
  if (isSet(left) && isSet(right)) {
    const [a, b] = [itemsOf(left) ?? [], itemsOf(right) ?? []];
    return (
      a.length === b.length &&
      a.every((item) => b.some((other) => javaEquals(item, other, hostEquals, depth + 1)))
    );
  }
  const mapOf = (value: JavaValue) =>
    value instanceof LoopScope ? value.storage : value instanceof JavaMap ? value : undefined;
  const [a, b] = [mapOf(left), mapOf(right)];
  return a && b ? javaEquals(a, b, hostEquals, depth) : false;
};

/** The sentence for whatever a value operation threw; rethrows what is a bug of ours. */
export function describeThrown(thrown: unknown): {
  kind: 'render' | 'limit';
  message: string;
  type?: string;
} {
  if (thrown instanceof JavaException) {
    const { type, message } = thrown;
    return { kind: 'render', message: message === '' ? type : `${type}: ${message}`, type };
  }
  if (thrown instanceof LimitReached) return { kind: 'limit', message: thrown.message };
  if (thrown instanceof ValueTooLarge) return { kind: 'limit', message: `Too large: ${thrown.message}.` };
  if (thrown instanceof TextOverflow) return { kind: 'limit', message: 'A text is longer than 10 MB.' };
  throw thrown;
}
