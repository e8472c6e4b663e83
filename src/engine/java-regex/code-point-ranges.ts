/** Sorted code point ranges: first and one past the last, in turns. */
export type CodePointRanges = Int32Array;

/** Reads ranges written as gap and length in turns, base 36, parted by blanks. */
export function unpackRanges(packed: string): CodePointRanges {
  let at = 0;
  return Int32Array.from(packed.split(' '), (step) => {
    at += Number.parseInt(step, 36);
    return at;
  });
}

/** Whether a code point lies in one of the ranges. */
export function inRanges(ranges: CodePointRanges, c: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]! <= c) low = middle + 1;
    else high = middle;
  }
  return (low & 1) === 1;
}

/** A value made when it is first asked for. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
