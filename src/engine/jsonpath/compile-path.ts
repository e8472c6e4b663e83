import { parseFilter } from './compile-filter';
import { InvalidPath, indexOutOfRange, type PathError, trim } from './path-error';
import type { ArrayStep, CompiledPath, Step, StepKind } from './path-model';

/*
 * Jayway JsonPath 2.0.0's path grammar (spec of JSONPath, section 5). It is a scanner with habits rather than a
 * grammar: names take nearly any character, brackets are matched before quotes are looked at, and the first
 * telling character inside brackets decides what they hold. Several errors are Java's own, of reading past the end.
 */

export type CompileResult = { ok: true; path: CompiledPath } | { ok: false; error: PathError };

/** Longest path, in UTF-16 units. */
export const MAX_PATH_LENGTH = 10_000;

/** What is said about a path that is longer. */
export function tooLong(): { ok: false; error: PathError } {
  const message = `The path is longer than ${MAX_PATH_LENGTH} characters`;
  return { ok: false, error: { stage: 'compile', type: 'InvalidPathException', message } };
}

/** Paths of more steps are refused, so that nothing that works step by step can be made to call itself without end. */
const MAX_STEPS = 200;

/** Filters inside filters. */
const MAX_FILTER_DEPTH = 20;

const cache = new Map<string, CompileResult>();
const CACHED_PATHS = 200;

/** Compiles a path; the last 200 are remembered. Never throws. */
export function compilePath(path: string): CompileResult {
  const known = cache.get(path);
  if (known) return known;
  const result = compileOnce(path);
  if (cache.size >= CACHED_PATHS) cache.clear();
  cache.set(path, result);
  return result;
}

function compileOnce(path: string): CompileResult {
  if (path === '') {
    const message = 'json can not be null or empty';
    return { ok: false, error: { stage: 'compile', type: 'IllegalArgumentException', message, offset: 0 } };
  }
  if (path.length > MAX_PATH_LENGTH) return tooLong();
  try {
    return { ok: true, path: compileText(path, 0) };
  } catch (failure) {
    if (!(failure instanceof InvalidPath)) throw failure;
    const error: PathError = {
      stage: 'compile',
      type: failure.type.replace(/^.*\./, ''),
      message: String(failure.message),
    };
    if (failure.offset !== undefined) error.offset = Math.min(failure.offset, path.length);
    return { ok: false, error };
  }
}

/**
 * Compiles a path, also one inside a filter.
 *
 * @throws InvalidPath with Jayway's wrapping: its message names the exception inside.
 */
export function compileText(path: string, filterDepth: number): CompiledPath {
  try {
    return compileTrimmed(trim(path), filterDepth);
  } catch (failure) {
    if (!(failure instanceof InvalidPath)) throw failure;
    throw new InvalidPath(failure.toString(), undefined, failure.offset);
  }
}

function compileTrimmed(trimmed: string, filterDepth: number): CompiledPath {
  if (filterDepth > MAX_FILTER_DEPTH) throw new InvalidPath('Filters are nested too deeply');
  if (trimmed.endsWith('..'))
    throw new InvalidPath('A path can not end with a scan.', undefined, trimmed.length);
  const first = charAt(trimmed, 0);
  const text = first === '$' ? trimmed : first === '@' ? `$${trimmed.slice(1)}` : `$.${trimmed}`;
  if (text.length > 1 && text[1] !== '.' && text[1] !== '[') {
    throw new InvalidPath(`Invalid path ${text}`, undefined, 1);
  }
  const kinds: StepKind[] = [];
  for (let from = 0; from < text.length; ) {
    if (kinds.length > MAX_STEPS) throw new InvalidPath(`The path has more than ${MAX_STEPS} steps`);
    try {
      const { step, end } = readStep(text, from, filterDepth);
      if (step) kinds.push(step);
      from = end;
    } catch (failure) {
      if (!(failure instanceof InvalidPath)) throw failure;
      // Named by the step it happened in, counted in the path as it was written.
      const offset = Math.max(0, from - (text.length - trimmed.length));
      throw new InvalidPath(failure.message, failure.type, offset);
    }
  }
  return assemble(kinds, first !== '@');
}

function readStep(text: string, from: number, filterDepth: number): { step?: StepKind; end: number } {
  switch (text[from]) {
    case ' ':
      throw new InvalidPath('Space not allowed in path');
    case '$':
      return { step: { kind: 'root' }, end: from + 1 };
    case '*':
      return { step: { kind: 'wildcard' }, end: from + 1 };
    case '[': {
      const end = closingBracket(text, from);
      return { step: bracketStep(text.slice(from, end), filterDepth), end };
    }
    case '.': {
      if (charAt(text, from + 1) === '.') return { step: { kind: 'scan' }, end: from + 2 };
      const end = endOfName(text, from + 1);
      const name = text.slice(from + 1, end);
      if (name === '*') return { step: { kind: 'wildcard' }, end };
      // A dot before a bracket is passed over.
      return name === '' ? { end } : { step: nameStep(name, filterDepth), end };
    }
    default: {
      const end = endOfName(text, from);
      return { step: nameStep(text.slice(from, end), filterDepth), end };
    }
  }
}

function assemble(kinds: StepKind[], fromRoot: boolean): CompiledPath {
  const steps: Step[] = [];
  let definite = true;
  for (const kind of kinds.toReversed()) {
    definite &&= isDefinite(kind);
    steps.unshift({ ...kind, definiteFromHere: definite });
  }
  return { steps, definite, fromRoot };
}

/** Whether a step by itself names one value. */
function isDefinite(step: StepKind): boolean {
  if (step.kind === 'array') return step.select === 'index' || step.select === 'fromEnd';
  return step.kind === 'root' || step.kind === 'names';
}

/** A name without brackets is put into them first, so a quote or a `]` in it has its effect there. */
function nameStep(name: string, filterDepth: number): StepKind {
  return bracketStep(`['${name}']`, filterDepth);
}

function charAt(text: string, index: number): string {
  const character = text[index];
  if (character === undefined) throw indexOutOfRange(index, text);
  return character;
}

function endOfName(text: string, from: number): number {
  let position = from;
  while (position < text.length && !'.[ '.includes(text.charAt(position))) position++;
  return position;
}

/** Counts brackets only: one inside quotes counts too. Without a partner it reads to the end. */
function closingBracket(text: string, from: number): number {
  let depth = 0;
  for (let position = from; position < text.length; position++) {
    if (text[position] === '[') depth++;
    else if (text[position] === ']' && --depth === 0) return position + 1;
  }
  return text.length;
}

/** The first telling character decides. */
function bracketStep(fragment: string, filterDepth: number): StepKind {
  if (fragment === '[*]') return { kind: 'wildcard' };
  if (/^\[[ \t\n\v\f\r]*\?[, \t\n\v\f\r*?]*\]$/.test(fragment)) {
    return {
      kind: 'filter',
      filters: fragment
        .split('?')
        .slice(1)
        .map(() => undefined),
    };
  }
  for (let position = 0; position < fragment.length; position++) {
    const character = fragment.charAt(position);
    if (character === '?') return filterStep(fragment, position, filterDepth);
    if (character === "'") return { kind: 'names', names: quotedNames(fragment, position) };
    if (/[\d:@-]/.test(character)) return arrayStep(fragment, position);
  }
  throw new InvalidPath(`Could not analyze path component: ${fragment}`);
}

/** Text between quotes; there are no escapes, and the first `]` ends it all, quoted or not. */
function quotedNames(fragment: string, from: number): string[] {
  const names: string[] = [];
  let name: string | undefined;
  for (let position = from; ; position++) {
    const character = charAt(fragment, position);
    if (character === ']') return names;
    if (character !== "'") {
      if (name !== undefined) name += character;
    } else if (name === undefined) name = '';
    else {
      names.push(name);
      name = undefined;
    }
  }
}

function filterStep(fragment: string, question: number, filterDepth: number): StepKind {
  const from = fragment.lastIndexOf('[', question);
  let quoted = false;
  let brackets = 0;
  let parentheses = 0;
  let position = from;
  for (let end = false; !end; position++) {
    const character = charAt(fragment, position);
    if (character === "'") {
      if (fragment[position - 1] !== '\\' || position === from) quoted = !quoted;
    } else if (!quoted) {
      if (character === '(') parentheses++;
      else if (character === ')') parentheses--;
      else if (character === '[') brackets++;
      else if (character === ']') {
        brackets--;
        end = parentheses === 0;
      }
    }
  }
  if (brackets !== 0) throw new InvalidPath('Filter brackets are not balanced');
  return { kind: 'filter', filters: [parseFilter(fragment.slice(from, position), filterDepth)] };
}

/** Reads digits into numbers while remembering which signs came between them. */
function arrayStep(fragment: string, from: number): ArrayStep {
  let position = from;
  if (fragment[position] === '@')
    return { kind: 'array', select: 'fromEnd', numbers: [sizeOffset(fragment, position)] };
  const numbers: number[] = [];
  let digits = '';
  let signs = '';
  const flush = (): void => {
    numbers.push(readInt(digits));
    digits = '';
  };
  for (let character = charAt(fragment, position); /[\d,: -]/.test(character); ) {
    if (character === ':') {
      const before = digits !== '';
      if (before) flush();
      for (character = charAt(fragment, ++position); /[\d -]/.test(character); ) {
        if (character !== ' ') digits += character;
        character = charAt(fragment, ++position);
      }
      // `t`o, `f`rom or `b`etween.
      signs += !before ? 't' : digits === '' ? 'f' : 'b';
      if (!before || digits !== '') flush();
    } else if (character === ',') {
      flush();
      signs += ',';
    } else if (character !== ' ') digits += character;
    if (character === ']') break;
    character = charAt(fragment, ++position);
  }
  if (digits !== '') flush();
  return { kind: 'array', select: selectionBy(signs, numbers.length), numbers };
}

function selectionBy(signs: string, count: number): ArrayStep['select'] {
  if (count === 1 && !/[tf]/.test(signs)) return 'index';
  if (signs.includes(',')) return 'indexes';
  if (signs.includes('f')) return 'from';
  return signs.includes('t') ? 'to' : 'between';
}

/** `(@.length-1)`: blanks and parentheses mean nothing before the minus sign, and it is part of the number. */
function sizeOffset(fragment: string, at: number): number {
  // The dot after `@` may be any character.
  charAt(fragment, at + 1);
  let position = at + 2;
  let name = '';
  for (; charAt(fragment, position) !== '-'; position++) {
    if (!' ()'.includes(fragment.charAt(position))) name += fragment[position];
  }
  if (name !== 'size' && name !== 'length') {
    throw new InvalidPath(
      `Invalid function: @.${name}. Supported functions are: [(@.length - n)] and [(@.size() - n)]`,
    );
  }
  let digits = '';
  for (; charAt(fragment, position) !== ')'; position++) {
    if (fragment[position] !== ' ') digits += fragment[position];
  }
  return readInt(digits);
}

/** `Integer.parseInt`. */
function readInt(digits: string): number {
  const value = /^[+-]?\d+$/.test(digits) ? Number(digits) : Number.NaN;
  if (value === (value | 0)) return value | 0;
  throw new InvalidPath(`For input string: "${digits}"`, 'java.lang.NumberFormatException');
}
