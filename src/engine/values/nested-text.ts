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
  /** Told to `formOf` with each value. */
  container: JavaValue;
  /** Its text depends on what is around it. */
  isPart?: boolean;
  open: string;
  between: string;
  close: string;
  size: number;
  valueAt(index: number): JavaValue;
  /** Text before a value: its key. */
  prefixAt?(index: number): string;
}

/** A container half written. */
interface Frame {
  opened: Opened;
  next: number;
  text: string;
}

/**
 * Writes a value of any depth without calling itself. A container met again is not written again, so that a result
 * that holds a value and all values in it costs no more than the text it makes.
 *
 * @param formOf says of each value what its text is, or how it opens up; `within` is the container around it
 * @throws TextOverflow
 */
export function writeNested(
  root: JavaValue,
  formOf: (value: JavaValue, within: JavaValue) => string | Opened,
): string {
  const written = new Map<JavaValue, string>();
  const first = formOf(root, null);
  if (typeof first === 'string') return first;
  const frames: Frame[] = [{ opened: first, next: 0, text: first.open }];
  let result = '';
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const { opened } = frame;
    if (frame.next >= opened.size) {
      result = frame.text + opened.close;
      if (!opened.isPart) written.set(opened.container, result);
      frames.pop();
      const outer = frames.at(-1);
      if (outer) outer.text += result;
    } else {
      const index = frame.next++;
      if (index > 0) frame.text += opened.between;
      if (opened.prefixAt) frame.text += opened.prefixAt(index);
      const value = opened.valueAt(index);
      const known = typeof value === 'object' ? written.get(value) : undefined;
      const form = known ?? formOf(value, opened.container);
      if (typeof form === 'string') frame.text += form;
      else frames.push({ opened: form, next: 0, text: form.open });
    }
    if (frame.text.length > MAX_LENGTH || frames.length > MAX_NESTING) throw new TextOverflow();
  }
  return result;
}
