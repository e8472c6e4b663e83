import { type CompiledPattern, compilePattern } from '../java-regex/compile-pattern';
import { matches } from '../java-regex/search';

/** A Java pattern of a filter. */
export class FilterPattern {
  readonly source: string;
  readonly #program: CompiledPattern;
  constructor(source: string, program: CompiledPattern) {
    this.source = source;
    this.#program = program;
  }

  /** `Matcher.matches`, the whole text. `matched` is undefined when matching took more than `budget` steps. */
  match(text: string, budget: number): { matched: boolean | undefined; steps: number } {
    const { kind, steps } = matches(this.#program, text, budget);
    return { matched: kind === 'gave-up' ? undefined : kind === 'match', steps };
  }
}

export type PatternCompilation = { ok: true; pattern: FilterPattern } | { ok: false; message: string };

/** `Pattern.compile(source, ignoreCase ? CASE_INSENSITIVE : 0)`. */
export function compileFilterPattern(source: string, ignoreCase: boolean): PatternCompilation {
  const plain = compilePattern(source);
  if (!plain.ok) return { ok: false, message: plain.error.message };
  // The flag in front of the pattern is the flag beside it.
  const compiled = ignoreCase ? compilePattern(`(?i)${source}`) : plain;
  if (!compiled.ok) return { ok: false, message: compiled.error.message };
  return { ok: true, pattern: new FilterPattern(source, compiled.program) };
}
