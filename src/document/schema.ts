/*
 * The limits of a document. They are far above what anyone types and far below what could hurt the page; the same
 * numbers stand in `public/schema/document-1.json`.
 */

/** All texts of a document together, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 2 * 1024 * 1024;

export const MAX_CASES = 64;

export const MAX_TEMPLATES = 64;

/** Name of a case or a template, in UTF-16 units. */
export const MAX_NAME_LENGTH = 120;

export const MAX_TITLE_LENGTH = 200;

/** Headers of one expectation. */
export const MAX_EXPECTED_HEADERS = 200;

/** Longest backend latency that can be written down, in ms: an hour. */
export const MAX_LATENCY = 3_600_000;

/** Nesting of a stored document, counted in brackets. The format itself needs five. */
export const MAX_FILE_DEPTH = 32;

/** What is wrong with a name, as a sentence, or undefined when it is fine. */
export function nameProblem(name: string, others: readonly string[]): string | undefined {
  if (name.trim() === '') return 'A name is needed.';
  if (name.length > MAX_NAME_LENGTH) return `A name can have at most ${MAX_NAME_LENGTH} characters.`;
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'A name cannot contain control characters.';
  if (others.includes(name)) return `“${name}” exists already.`;
  return undefined;
}

/** The first of `base`, `base-2`, `base-3`, ... (`name-2.vtl` for `name.vtl`) that is not taken. */
export function freeName(base: string, taken: readonly string[]): string {
  if (!taken.includes(base)) return base;
  const [, stem = base, extension = ''] = /^(.+?)(\.[A-Za-z0-9]+)?$/su.exec(base) ?? [];
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}${extension}`;
    const candidate = stem.slice(0, MAX_NAME_LENGTH - suffix.length) + suffix;
    if (!taken.includes(candidate)) return candidate;
  }
}
