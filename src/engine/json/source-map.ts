import type { Span } from '../text/span';
import type { SourceDocument } from '../values/types';

/** Int32 slots of one value: where it begins, where it ends, and the number of the next value beside it. */
const SLOTS = 3;

const NO_SLOTS = new Int32Array(0);

/**
 * Where the values of a parsed text stand. Values are numbered in the order they begin; a value's members follow
 * it, so `next` leads from one member to the one after it. Kept flat, and noted only when somebody asks, because
 * every parse would pay for it and few readers ask.
 */
export class SourceMap implements SourceDocument {
  readonly text: string;
  /** Whether the places are noted already; the parser says so when it begins. */
  isLocated = false;
  readonly #locate: () => void;
  #size = 0;
  #slots = NO_SLOTS;
  /** Names of members by number; undefined for items of arrays. */
  readonly #keys: (string | undefined)[] = [];
  /** Numbers of a container's members by name or position, made when first asked for. */
  #members: Map<number, Map<string | number, number>> | undefined;

  /** @param locate reads the text again and notes every place */
  constructor(text: string, locate: () => void) {
    this.text = text;
    this.#locate = locate;
  }

  /** Notes a value that ends at `to`; a container is closed later. */
  add(from: number, to: number, key: string | undefined): void {
    const slot = this.#size++ * SLOTS;
    if (slot >= this.#slots.length) {
      const larger = new Int32Array(Math.max(64 * SLOTS, this.#slots.length * 2));
      larger.set(this.#slots);
      this.#slots = larger;
    }
    this.#slots[slot] = from;
    this.#slots[slot + 1] = to;
    this.#slots[slot + 2] = this.#size;
    this.#keys.push(key);
  }

  /** Notes the end of a container, after all its members. */
  close(index: number, to: number): void {
    this.#slots[index * SLOTS + 1] = to;
    this.#slots[index * SLOTS + 2] = this.#size;
  }

  /** How many values there are. */
  get size(): number {
    if (!this.isLocated) this.#locate();
    return this.#size;
  }

  spanOf(index: number): Span {
    if (!this.isLocated) this.#locate();
    return { from: this.#slots[index * SLOTS] ?? 0, to: this.#slots[index * SLOTS + 1] ?? 0 };
  }

  /** Span of a member as the text had it; values put into the container afterwards are not known here. */
  memberSpan(index: number, key: string | number): Span | undefined {
    if (!this.isLocated) this.#locate();
    this.#members ??= new Map();
    let members = this.#members.get(index);
    if (!members) {
      members = new Map();
      const end = this.#slots[index * SLOTS + 2] ?? 0;
      for (let member = index + 1; member < end; member = this.#slots[member * SLOTS + 2] ?? end) {
        members.set(this.#keys[member] ?? members.size, member);
      }
      this.#members.set(index, members);
    }
    const member = members.get(key);
    return member === undefined ? undefined : this.spanOf(member);
  }
}
