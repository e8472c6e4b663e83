import type { Span } from '../text/span';
import type { SourceDocument } from '../values/types';

/** Int32 slots of one value: where it begins, where it ends, and the number of the next value beside it. */
const SLOTS = 3;

/**
 * Where the values of a parsed text stand. Values are numbered in the order they begin; a value's members follow
 * it, so `next` leads from one member to the one after it. Kept flat, because every parse pays for it and few
 * readers ask.
 */
export class SourceMap implements SourceDocument {
  readonly text: string;
  /** How many values there are. */
  size = 0;
  private slots = new Int32Array(64 * SLOTS);
  /** Names of members by number; undefined for items of arrays. */
  private readonly keys: (string | undefined)[] = [];
  /** Numbers of a container's members by name or position, made when first asked for. */
  private readonly members = new Map<number, Map<string | number, number>>();

  constructor(text: string) {
    this.text = text;
  }

  /** Notes a value that ends at `to`; a container is closed later. */
  add(from: number, to: number, key: string | undefined): number {
    const index = this.size++;
    const slot = index * SLOTS;
    if (slot >= this.slots.length) {
      const larger = new Int32Array(this.slots.length * 2);
      larger.set(this.slots);
      this.slots = larger;
    }
    this.slots[slot] = from;
    this.slots[slot + 1] = to;
    this.slots[slot + 2] = index + 1;
    this.keys.push(key);
    return index;
  }

  /** Notes the end of a container, after all its members. */
  close(index: number, to: number): void {
    this.slots[index * SLOTS + 1] = to;
    this.slots[index * SLOTS + 2] = this.size;
  }

  spanOf(index: number): Span {
    return { from: this.slots[index * SLOTS] ?? 0, to: this.slots[index * SLOTS + 1] ?? 0 };
  }

  /** Span of a member as the text had it; values put into the container afterwards are not known here. */
  memberSpan(index: number, key: string | number): Span | undefined {
    let members = this.members.get(index);
    if (!members) {
      members = new Map();
      const end = this.slots[index * SLOTS + 2] ?? 0;
      for (let member = index + 1; member < end; member = this.slots[member * SLOTS + 2] ?? end) {
        members.set(this.keys[member] ?? members.size, member);
      }
      this.members.set(index, members);
    }
    const member = members.get(key);
    return member === undefined ? undefined : this.spanOf(member);
  }
}
