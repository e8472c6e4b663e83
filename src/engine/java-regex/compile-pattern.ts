import { lazy } from './code-point-ranges';
import { parsePattern } from './parse';
import { compileProgram, type Program } from './program';
import type { PatternError, PatternTree } from './syntax-tree';

/** A pattern that compiles, ready for `search.ts`, `replace.ts` and `split.ts`. */
export interface CompiledPattern {
  pattern: string;
  program: Program;
  /** The same with marks, which tell what each piece of the pattern covers. */
  marked: () => Program;
}

export type CompileResult = { ok: true; program: CompiledPattern } | { ok: false; error: PatternError };

const CACHE_SIZE = 64;

/** Patterns longer than this are not kept. */
const CACHED_LENGTH = 10_000;

const cache = new Map<string, CompileResult>();

/**
 * `Pattern.compile(pattern)` without flags. The latest patterns are kept, so asking again is cheap.
 *
 * @example
 * compilePattern('.*Error.*')  // { ok: true, program }
 * compilePattern('(a')         // { ok: false, error: { description: 'Unclosed group', index: 2, ... } }
 */
export function compilePattern(pattern: string): CompileResult {
  const known = cache.get(pattern);
  if (known) return known;
  const parsed = parsePattern(pattern);
  const result: CompileResult = parsed.ok ? { ok: true, program: compileTree(parsed.tree) } : parsed;
  if (pattern.length <= CACHED_LENGTH) {
    const oldest = cache.size >= CACHE_SIZE ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(pattern, result);
  }
  return result;
}

function compileTree(tree: PatternTree): CompiledPattern {
  return {
    pattern: tree.pattern,
    program: compileProgram(tree),
    marked: lazy(() => compileProgram(tree, true)),
  };
}
