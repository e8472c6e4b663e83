import type { MemoPlace } from './program';
import { MAX_REPEATS } from './syntax-tree';

/*
 * What has been tried in vain. A step that failed at some index fails there again, unless something else it
 * depends on differs: the rounds of the loops around it, and whether their present round has taken anything yet
 * (an empty round ends a loop). Patterns with back references depend on more and get no memory.
 *
 * This keeps the classic runaway patterns, such as `(a+)+b`, linear.
 */

/** Most bits used for all places together: 32 MiB. Places that would need more are not remembered. */
const MAX_BITS = 2 ** 28;

export class MemoTable {
  private readonly places: MemoPlace[];
  private readonly failed: (Uint32Array | undefined)[] = [];
  private readonly length: number;
  private bitsUsed = 0;

  /** @param length of the text */
  constructor(places: MemoPlace[], length: number) {
    this.places = places;
    this.length = length + 1;
  }

  /** Number of the present state, -1 when the place is not remembered. */
  state(place: number, locals: Int32Array, index: number): number {
    const { loops, states } = this.places[place]!;
    if (!this.failed[place] && this.bitsUsed + states * this.length > MAX_BITS) return -1;
    let state = 0;
    for (const loop of loops) {
      const rounds = locals[loop.count]!;
      const most = loop.max === MAX_REPEATS ? loop.min : loop.max;
      state = state * (most + 1) + Math.min(Math.max(rounds, 0), most);
      state = state * 2 + (locals[loop.start]! < index ? 1 : 0);
    }
    return state;
  }

  has(place: number, state: number, index: number): boolean {
    const bits = this.failed[place];
    if (!bits) return false;
    const bit = state * this.length + index;
    return (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }

  add(place: number, state: number, index: number): void {
    let bits = this.failed[place];
    if (!bits) {
      const size = this.places[place]!.states * this.length;
      this.bitsUsed += size;
      bits = new Uint32Array((size >>> 5) + 1);
      this.failed[place] = bits;
    }
    const bit = state * this.length + index;
    bits[bit >>> 5]! |= 1 << (bit & 31);
  }
}
