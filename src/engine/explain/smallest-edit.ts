import { compilePattern } from '../java-regex/compile-pattern';
import { matches } from '../java-regex/search';

/*
 * A pattern that misses is nearly always one small edit away from what its author meant. The usual slips are tried
 * as edits, alone and then in pairs, and only what was run against the text and matches the whole of it is offered.
 */

/** An edit of a pattern that makes it match. */
export interface PatternEdit {
  /** The whole new pattern. */
  pattern: string;
  /** What the edit does, to put on a button: `Match the text around it: .*NotFound.*`. */
  title: string;
  /** Why the pattern as it is misses: one plain sentence. */
  reason: string;
  /** The slips mended, in the order they were applied. */
  slips: Slip[];
}

export type Slip =
  /** The dot does not take line breaks. */
  | 'line-break'
  /** Text stands before or after what the pattern describes. */
  | 'text-around'
  /** Letters differ in case only. */
  | 'case'
  /** `[word]` is one character, not a word in brackets. */
  | 'brackets'
  /** Characters that mean something to a pattern were meant literally. */
  | 'literal'
  /** Backslashes were doubled, as JSON and HCL need it. */
  | 'doubled-backslash'
  /** Blanks stand before or after the pattern. */
  | 'blanks'
  /** JSON is written with or without blanks after `:` and `,`. */
  | 'json-blanks';

/** Long subjects are cheap to match once, but not dozens of times a keystroke. */
const MAX_SUBJECT = 20_000;

/** Steps for one search, all candidates together: some ten milliseconds. */
const BUDGET = 400_000;

/** Tells whether a candidate matches the whole text, as long as there is budget left. */
type Trial = (pattern: string) => boolean;

interface Mender {
  slip: Slip;
  /** The edited pattern, or undefined where the slip cannot be the reason. */
  mend(pattern: string, text: string, matchesWhole: Trial): string | undefined;
  title(pattern: string): string;
  reason(text: string): string;
}

/**
 * The smallest edits that make a pattern match the whole of a text, smallest first; empty when no usual slip
 * explains the miss.
 *
 * @example suggestEdits('NotFound', 'NotFound: order 7')[0].pattern // 'NotFound.*'
 */
export function suggestEdits(pattern: string, text: string): PatternEdit[] {
  if (pattern === '' || text.length > MAX_SUBJECT) return [];
  const matchesWhole = trialOn(text);
  if (matchesWhole(pattern)) return [];
  const found = new Map<string, PatternEdit>();
  for (const mender of MENDERS) {
    const once = mender.mend(pattern, text, matchesWhole);
    if (once === undefined || once === pattern) continue;
    if (matchesWhole(once)) offer(found, once, [mender], text);
    else tryPairs(found, once, mender, text, matchesWhole);
  }
  // The sort is stable: among equals the more usual slip stays first.
  return [...found.values()].sort((a, b) => a.slips.length - b.slips.length);
}

function tryPairs(
  found: Map<string, PatternEdit>,
  once: string,
  first: Mender,
  text: string,
  matchesWhole: Trial,
): void {
  for (const second of MENDERS) {
    if (second === first) continue;
    const twice = second.mend(once, text, matchesWhole);
    if (twice !== undefined && twice !== once && matchesWhole(twice))
      offer(found, twice, [first, second], text);
  }
}

function offer(found: Map<string, PatternEdit>, pattern: string, menders: Mender[], text: string): void {
  const known = found.get(pattern);
  if (known && known.slips.length <= menders.length) return;
  found.set(pattern, {
    pattern,
    title: `${menders.map((one) => one.title(pattern)).join(' and ')}: ${pattern}`,
    reason: menders.map((one) => one.reason(text)).join(' '),
    slips: menders.map((one) => one.slip),
  });
}

const MENDERS: Mender[] = [
  {
    slip: 'blanks',
    mend: (pattern) => (pattern.trim() === '' ? undefined : pattern.trim()),
    title: () => 'Remove the blanks around the pattern',
    reason: () => 'Blanks in a pattern have to be in the text too.',
  },
  {
    slip: 'line-break',
    mend: (pattern, text) =>
      /[\n\r\u0085\u2028\u2029]/.test(text) && /(^|[^\\])(\\\\)*\./.test(pattern)
        ? dotAll(pattern)
        : undefined,
    title: () => 'Let the dot take line breaks',
    reason: (text) =>
      `The text has ${text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).length} lines and \`.\` stops at a line break.`,
  },
  {
    slip: 'text-around',
    mend: openEnds,
    title: () => 'Match the text around it',
    reason: () => 'The pattern occurs in the text, but it has to match all of it.',
  },
  {
    slip: 'case',
    mend: (pattern) => (/[A-Za-z]/.test(pattern) && !pattern.includes('(?i') ? `(?i)${pattern}` : undefined),
    title: () => 'Ignore case',
    reason: () => 'Capital and small letters differ.',
  },
  {
    slip: 'doubled-backslash',
    mend: (pattern) =>
      /\\\\[dDwWsSbB.[\](){}]/.test(pattern) ? pattern.replaceAll('\\\\', '\\') : undefined,
    title: () => 'Halve the backslashes',
    reason: () =>
      'A doubled backslash matches a backslash; the doubling belongs to JSON, not to the pattern.',
  },
  {
    slip: 'brackets',
    mend: (pattern) => {
      const escaped = pattern.replace(/(^|[^\\])\[([A-Za-z0-9 _-]{2,})\](?![*+?{])/g, '$1\\[$2\\]');
      return escaped === pattern ? undefined : escaped;
    },
    title: () => 'Escape the brackets',
    reason: () => 'Brackets list single characters; to match a bracket itself it needs a backslash.',
  },
  {
    slip: 'json-blanks',
    mend: (pattern) => (pattern.includes('":') ? pattern.replace(/":(\s|\\s\*?)*/g, '":\\s*') : undefined),
    title: () => 'Allow blanks after the colons',
    reason: () => 'JSON is written with or without a blank after `:`.',
  },
  {
    slip: 'literal',
    mend: (pattern) => {
      const literal = pattern.replace(/(?<!\\)[{}()?+|$^[\]]/g, '\\$&');
      return literal === pattern ? undefined : literal;
    },
    title: () => 'Take the special characters literally',
    reason: () =>
      'Characters such as `(`, `?`, `{` and `[` mean something in a pattern unless a backslash stands before them.',
  },
];

/** Opens only the end that needs it, and across lines only where there are several. */
function openEnds(pattern: string, text: string, matchesWhole: Trial): string | undefined {
  const any = /[\n\r\u0085\u2028\u2029]/.test(text) && !pattern.includes('(?s') ? '[\\s\\S]*' : '.*';
  const bare = pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  const core = hasTopLevelChoice(bare) ? `(?:${bare})` : bare;
  const flags = /^\(\?[a-z]+\)/.exec(core)?.[0] ?? '';
  const rest = core.slice(flags.length);
  return [`${flags}${rest}${any}`, `${flags}${any}${rest}`, `${flags}${any}${rest}${any}`].find(matchesWhole);
}

function hasTopLevelChoice(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === '\\') i++;
    else if (c === '[') inClass = true;
    else if (c === ']') inClass = false;
    else if (inClass) continue;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === '|' && depth === 0) return true;
  }
  return false;
}

/** `(?s)` where flags are, `[\s\S]` where the dots are few: people read the second more easily. */
function dotAll(pattern: string): string {
  const dots = pattern.replace(/(?<!\\)\.(?=[*+])/g, '[\\s\\S]');
  return dots === pattern ? `(?s)${pattern}` : dots;
}

function trialOn(text: string): Trial {
  let left = BUDGET;
  return (pattern) => {
    const compiled = compilePattern(pattern);
    if (!compiled.ok || left <= 0) return false;
    const result = matches(compiled.program, text, left);
    left -= result.steps;
    return result.kind === 'match';
  };
}
