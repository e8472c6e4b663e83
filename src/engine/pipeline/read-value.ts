/*
 * A scenario may come from anywhere: a link, a file, a program without types. What is read from it here has the
 * right type whatever was in it, and names such as `__proto__` are names like any other: records become Maps.
 */

/** A text, also from a number or a boolean as YAML makes them; undefined for anything else. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return `${value}`;
  return undefined;
}

/** A finite number, else undefined. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A record's own members in order; empty for anything that is not a plain record. */
export function asMembers(value: unknown): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value));
}

/** A record of texts; members of another type are left out. */
export function asTexts(value: unknown): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, member] of asMembers(value)) {
    const text = asText(member);
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}

/** A record of texts in which anything that is no text counts as null. */
export function asTextsOrNull(value: unknown): Map<string, string | null> {
  const texts = new Map<string, string | null>();
  for (const [name, member] of asMembers(value)) texts.set(name, asText(member) ?? null);
  return texts;
}

/** An array's elements; empty for anything else. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value if it is one of the words, else undefined. */
export function asWord<W extends string>(value: unknown, words: readonly W[]): W | undefined {
  return words.find((word) => word === value);
}
