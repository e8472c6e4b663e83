import { TextOverflow } from '../values/nested-text';
import { toJavaString } from '../values/text';
import type { JavaValue } from '../values/types';

/** `String.valueOf` for a message: a value too long to print is left out. */
export function shownValue(value: JavaValue): string {
  try {
    return toJavaString(value);
  } catch (failure) {
    if (failure instanceof TextOverflow) return '...';
    throw failure;
  }
}
