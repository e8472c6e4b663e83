import { DEFAULT_EXAMPLE } from './default-example';
import type { Example } from './example';

/** Every worked example, in the order of the menu. Load it when the menu is opened. */
export const EXAMPLES: readonly Example[] = [DEFAULT_EXAMPLE];

export function findExample(id: string): Example | undefined {
  return EXAMPLES.find((example) => example.id === id);
}
