import { compilePattern } from '../../src/engine/java-regex/compile-pattern';
import { replaceAll, replaceFirst } from '../../src/engine/java-regex/replace';
import { find, lookingAt, type MatchResult, matches } from '../../src/engine/java-regex/search';
import { quote, split } from '../../src/engine/java-regex/split';

/** What to ask; `op` is `match` when absent. `quote` takes its text as `pattern`. */
export interface RegexQuestion {
  op?: 'match' | 'replaceAll' | 'replaceFirst' | 'split' | 'quote';
  pattern: string;
  input?: string;
  replacement?: string;
  limit?: number;
}

/** Start and end of every group, the whole match first, -1 for unset; null for no match. */
type Groups = number[] | null | { failed: string };

export interface RegexAnswer {
  error?: { description: string; index: number; message: string };
  matches?: Groups;
  find?: Groups;
  lookingAt?: Groups;
  result?: string | string[];
  thrown?: string;
  message?: string;
  failed?: string;
}

/** Our answer in the oracle's form. */
export function answer(question: RegexQuestion): RegexAnswer {
  const { op = 'match', pattern, input = '', replacement = '', limit = 0 } = question;
  if (op === 'quote') return { result: quote(pattern) };
  const compiled = compilePattern(pattern);
  if (!compiled.ok) {
    const { description, index, message } = compiled.error;
    return { error: { description, index, message } };
  }
  const { program } = compiled;
  if (op === 'match')
    return {
      matches: groupsOf(matches(program, input)),
      find: groupsOf(find(program, input)),
      lookingAt: groupsOf(lookingAt(program, input)),
    };
  const result =
    op === 'split'
      ? split(program, input, limit)
      : op === 'replaceAll'
        ? replaceAll(program, input, replacement)
        : replaceFirst(program, input, replacement);
  if (result.ok) return { result: result.value };
  if ('gaveUp' in result) return { failed: GAVE_UP };
  return { thrown: result.error.exception, message: result.error.message };
}

/** What we say where Java ran out of the oracle's budget, out of stack, or into a bug of its own. */
const GAVE_UP = 'gave up';

function groupsOf(result: MatchResult): Groups {
  if (result.kind === 'gave-up') return { failed: GAVE_UP };
  if (result.kind === 'no-match') return null;
  return result.groups.flatMap((span) => (span ? [span.from, span.to] : [-1, -1]));
}

/** Character names are refused on purpose. */
export function isRefused(ours: RegexAnswer): boolean {
  return ours.error?.description.startsWith('Character names such as') ?? false;
}

/** In what two answers differ, in words; undefined when they agree. */
export function difference(ours: RegexAnswer, theirs: RegexAnswer): string | undefined {
  // Where the JDK did not come to an answer, any of ours is welcome.
  if (theirs.failed || (theirs.thrown && JDK_BUGS.test(theirs.thrown))) return undefined;
  if (isRefused(ours)) return undefined;
  const parts: (keyof RegexAnswer)[] = [
    'error',
    'matches',
    'find',
    'lookingAt',
    'result',
    'thrown',
    'message',
  ];
  for (const part of parts) {
    const a = ours[part];
    const b = theirs[part];
    if (part !== 'error' && b && typeof b === 'object' && 'failed' in b) continue;
    if (JSON.stringify(a) !== JSON.stringify(b))
      return `${part}: ours ${JSON.stringify(a)}, Java's ${JSON.stringify(b)}`;
  }
  return undefined;
}

/** Exceptions that no specification mentions: a null operand of `&&`, reading beyond the text. */
const JDK_BUGS = /NullPointerException|StringIndexOutOfBounds|StackOverflow/;
