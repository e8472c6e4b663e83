import type { JavaHostObject, JavaValue } from './types';

/**
 * Longest text made of one value, in UTF-16 units: the service's payload limit of 10 MB. A list doubled in a loop
 * would otherwise print for ever.
 */
const MAX_LENGTH = 10 * 1024 * 1024;

/** Most containers inside one another. A value that holds itself has more; Java ends it with a StackOverflowError. */
const MAX_NESTING = 10_000;

/** A value has no text within the limits. Whoever prints user-made values turns this into the user's error. */
export class TextOverflow extends Error {
  constructor() {
    super('the value is too large or too deep to print');
  }
}

/** How an object with behaviour of its own prints: as `toString`, or inside JSON text. */
export type HostText = (value: JavaHostObject, form: 'text' | 'json') => string;

/** A container that is to be written piece by piece. */
export interface Opened {
  container: JavaValue;
  open: string;
  between: string;
  close: string;
  values: readonly JavaValue[];
  /** Text before each value. */
  prefixes?: string[];
}

/**
 * Writes a value of any depth without calling itself.
 *
 * @param formOf says of each value what its text is, or how it opens up; `within` is the container around it
 * @throws TextOverflow
 */
export function writeNested(
  root: JavaValue,
  formOf: (value: JavaValue, within: JavaValue) => string | Opened,
): string {
  let text = '';
  const open: { opened: Opened; next: number }[] = [];
  const add = (value: JavaValue, within: JavaValue): void => {
    const described = formOf(value, within);
    if (typeof described === 'string') text += described;
    else {
      text += described.open;
      open.push({ opened: described, next: 0 });
    }
    if (text.length > MAX_LENGTH || open.length > MAX_NESTING) throw new TextOverflow();
  };
  add(root, null);
  for (let frame = open.at(-1); frame; frame = open.at(-1)) {
    const { opened, next } = frame;
    if (next >= opened.values.length) {
      text += opened.close;
      open.pop();
      continue;
    }
    frame.next++;
    if (next > 0) text += opened.between;
    if (opened.prefixes) text += opened.prefixes[next];
    add(opened.values[next] ?? null, opened.container);
  }
  return text;
}
