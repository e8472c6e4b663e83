/** A Java pattern of a filter. */
export interface CompiledPattern {
  source: string;
  /** `Matcher.matches`: the whole text. Undefined when matching went over the step budget. */
  matches(text: string): boolean | undefined;
}

export type PatternCompilation = { ok: true; pattern: CompiledPattern } | { ok: false; message: string };

/** `Pattern.compile(source, ignoreCase ? CASE_INSENSITIVE : 0)`. */
export function compileFilterPattern(source: string, ignoreCase: boolean): PatternCompilation {
  try {
    const regex = new RegExp(`^(?:${source})$`, ignoreCase ? 'i' : '');
    return { ok: true, pattern: { source, matches: (text) => regex.test(text) } };
  } catch {
    return { ok: false, message: 'bad' };
  }
}
