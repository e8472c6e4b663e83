/** A JSONPath with more in it than names and indexes. */
export class UnreadPath extends Error {
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

const STEP = /\.([A-Za-z_$][\w$-]*)|\[(?:'([^']*)'|"([^"]*)"|(\d+))\]/y;

/**
 * Reads a plain JSONPath: `$`, `.name`, `['name']`, `[0]`. Undefined when there is nothing.
 *
 * @throws UnreadPath for wildcards, filters, slices, functions and recursive descent.
 */
export function readPlainPath(root: unknown, path: string): unknown {
  const text = path.trim();
  if (!text.startsWith('$')) throw new UnreadPath(path);
  let value = root;
  let at = 1;
  while (at < text.length) {
    STEP.lastIndex = at;
    const step = STEP.exec(text);
    if (!step) throw new UnreadPath(path);
    at = STEP.lastIndex;
    const name = step[1] ?? step[2] ?? step[3] ?? step[4] ?? '';
    // Own members only: a path must not lead to a prototype.
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined;
  }
  return value;
}
