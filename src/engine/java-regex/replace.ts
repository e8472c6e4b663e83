import { isAsciiDigit, isAsciiLetter } from './ascii';
import type { CompiledPattern } from './compile-pattern';
import { DEFAULT_BUDGET, findAll, type GroupSpan } from './search';

/** What a `String` or `Matcher` method came to. */
export type TextResult<T> =
  | { ok: true; value: T }
  /** Java would throw this. */
  | { ok: false; error: { exception: string; message: string } }
  /** The budget ran out. */
  | { ok: false; gaveUp: true };

type Thrown = Extract<TextResult<never>, { error: unknown }>;

/**
 * `String.replaceAll`. In the replacement `$1` and `${name}` stand for groups, and a backslash takes the next
 * character as it is.
 *
 * @example
 * replaceAll(compiled('(\\w+)@'), 'ann@x', '<$1>') // { ok: true, value: '<ann>x' }
 * replaceAll(compiled('a'), 'a', '$2')             // { ok: false, error: { ..., message: 'No group 2' } }
 */
export function replaceAll(
  pattern: CompiledPattern,
  text: string,
  replacement: string,
  budget = DEFAULT_BUDGET,
): TextResult<string> {
  return replace(pattern, text, replacement, budget, Number.POSITIVE_INFINITY);
}

/** `String.replaceFirst`. */
export function replaceFirst(
  pattern: CompiledPattern,
  text: string,
  replacement: string,
  budget = DEFAULT_BUDGET,
): TextResult<string> {
  return replace(pattern, text, replacement, budget, 1);
}

function replace(
  pattern: CompiledPattern,
  text: string,
  replacement: string,
  budget: number,
  most: number,
): TextResult<string> {
  const pieces: string[] = [];
  let end = 0;
  let count = 0;
  for (const match of findAll(pattern, text, budget)) {
    if (match.kind === 'gave-up') return { ok: false, gaveUp: true };
    const expanded = expand(pattern, text, replacement, match.groups);
    if (!expanded.ok) return expanded;
    pieces.push(text.slice(end, match.span.from), expanded.value);
    end = match.span.to;
    if (++count >= most) break;
  }
  pieces.push(text.slice(end));
  return { ok: true, value: pieces.join('') };
}

/** `Matcher.appendReplacement`: writes one replacement out. */
function expand(
  pattern: CompiledPattern,
  text: string,
  replacement: string,
  groups: GroupSpan[],
): Thrown | { ok: true; value: string } {
  let out = '';
  for (let i = 0; i < replacement.length; ) {
    const c = replacement[i++]!;
    if (c === '\\') {
      if (i === replacement.length) return illegal('character to be escaped is missing');
      out += replacement[i++];
    } else if (c === '$') {
      const reference = readReference(replacement, i, groups.length - 1, pattern);
      if ('error' in reference) return reference;
      if (reference.group >= groups.length)
        return thrown('java.lang.IndexOutOfBoundsException', `No group ${reference.group}`);
      const group = groups[reference.group];
      if (group) out += text.slice(group.from, group.to);
      i = reference.end;
    } else {
      out += c;
    }
  }
  return { ok: true, value: out };
}

/** What follows a `$`: `{name}`, or digits, as many as make up the number of a group. */
function readReference(
  replacement: string,
  from: number,
  groupCount: number,
  pattern: CompiledPattern,
): Thrown | { group: number; end: number } {
  if (from === replacement.length) return illegal('Illegal group reference: group index is missing');
  let i = from;
  if (replacement[i] === '{') {
    i++;
    while (i < replacement.length && isNameUnit(replacement.charCodeAt(i))) i++;
    const name = replacement.slice(from + 1, i);
    if (name === '') return illegal('named capturing group has 0 length name');
    if (replacement[i] !== '}') return illegal("named capturing group is missing trailing '}'");
    if (isAsciiDigit(name.charCodeAt(0)))
      return illegal(`capturing group name {${name}} starts with digit character`);
    const group = pattern.program.tree.groupNames.get(name);
    if (group === undefined) return illegal(`No group with name {${name}}`);
    return { group, end: i + 1 };
  }
  const first = replacement.charCodeAt(i++);
  if (!isAsciiDigit(first)) return illegal('Illegal group reference');
  let group = first - 48;
  while (i < replacement.length && isAsciiDigit(replacement.charCodeAt(i))) {
    const longer = group * 10 + replacement.charCodeAt(i) - 48;
    if (longer > groupCount) break;
    group = longer;
    i++;
  }
  return { group, end: i };
}

const isNameUnit = (c: number) => isAsciiLetter(c) || isAsciiDigit(c);

function illegal(message: string): Thrown {
  return thrown('java.lang.IllegalArgumentException', message);
}

function thrown(exception: string, message: string): Thrown {
  return { ok: false, error: { exception, message } };
}
