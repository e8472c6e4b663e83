import { compileText } from './compile-path';
import { crossedEnds, InvalidPath, indexOutOfRange, trim } from './path-error';
import type { CompiledPath, Filter, Operand, Operator } from './path-model';
import { compileFilterPattern } from './patterns';

/*
 * Filters of Jayway JsonPath 2.0.0 (spec of JSONPath, section 7). The text is cut at every `&&` and `||`, also inside
 * quotes, and each part stripped of brackets and parentheses at its ends; grouping is lost. Parts are joined from the
 * right, and so they are tested from right to left: which one fails first can be seen.
 */

/** In this order they are looked for; the first one found anywhere splits the part. */
const OPERATORS: Operator[] = ['==', '>=', '<=', '!=', '<', '>', '=~'];

/** Parts joined by `&&` and `||`; they are tested one inside the other. */
const MAX_PARTS = 200;

/** Parses `[?(...)]`. @throws InvalidPath */
export function parseFilter(text: string, filterDepth: number): Filter {
  const inner = stripped(text);
  const operators: string[] = [];
  const parts: Filter[] = [];
  for (const piece of splitAtOperators(inner)) {
    const trimmed = trim(piece);
    if (trimmed === '&&' || trimmed === '||') operators.push(trimmed);
    else parts.push(parsePart(strippedPart(trimmed), filterDepth));
    if (parts.length > MAX_PARTS) throw new InvalidPath(`A filter has more than ${MAX_PARTS} parts`);
  }
  let filter = popped(parts);
  for (let operator = operators.pop(); operator; operator = operators.pop()) {
    if (operator === '&&') filter = and(filter, popped(parts));
    else {
      if (parts.length === 0) throw new InvalidPath(`Invalid operators ${inner}`);
      filter = { kind: 'or', left: filter, right: popped(parts) };
    }
  }
  if (parts.length > 0) throw new InvalidPath(`Invalid operators ${inner}`);
  return filter;
}

function stripped(text: string): string {
  let inner = trim(text);
  for (const [open, close, shown] of [
    ['[', ']', '['],
    ['?', '', '[?'],
    ['(', ')', '[?('],
  ] as const) {
    if (!inner.startsWith(open) || !inner.endsWith(close)) {
      const end = open === '(' ? ')]' : ']';
      throw new InvalidPath(`Filter must start with '${shown}' and end with '${end}'. ${inner}`);
    }
    if (inner.length < open.length + close.length) throw crossedEnds(1, 0, 1);
    inner = trim(inner.slice(1, inner.length - close.length));
  }
  return inner;
}

/** Cuts before and after every operator; three ampersands overlap to three pieces. */
function splitAtOperators(text: string): string[] {
  const isOperator = (from: number): boolean => {
    const pair = text.slice(from, from + 2);
    return pair === '&&' || pair === '||';
  };
  const pieces: string[] = [];
  let from = 0;
  for (let at = 1; at < text.length; at++) {
    if (!isOperator(at) && !(at >= 2 && isOperator(at - 2))) continue;
    pieces.push(text.slice(from, at));
    from = at;
  }
  return [...pieces, text.slice(from)];
}

function strippedPart(text: string): string {
  let from = 0;
  let to = text.length;
  const at = (index: number): string => {
    const character = text[index];
    if (character === undefined) throw indexOutOfRange(index, text);
    return character;
  };
  while ('[?( '.includes(at(from))) from++;
  while (') '.includes(at(to - 1))) to--;
  if (from > to) throw crossedEnds(from, to, text.length);
  return text.slice(from, to);
}

function popped(parts: Filter[]): Filter {
  const part = parts.pop();
  if (!part) throw new InvalidPath(null, 'java.util.EmptyStackException');
  return part;
}

function and(filter: Filter, part: Filter): Filter {
  if (filter.kind === 'and') return { kind: 'and', parts: [...filter.parts, part] };
  if (filter.kind === 'or') {
    return { kind: 'or', left: filter.left, right: { kind: 'and', parts: [filter.right, part] } };
  }
  return { kind: 'and', parts: [filter, part] };
}

function parsePart(text: string, filterDepth: number): Filter {
  const operator = OPERATORS.find((candidate) => text.includes(candidate));
  const split = operator ? text.indexOf(operator) : text.length;
  const leftText = trim(text.slice(0, split));
  const rightText = trim(text.slice(split + (operator?.length ?? 0)));
  const negated = leftText.startsWith('!@');
  const left = operand(negated ? leftText.slice(1) : leftText, filterDepth);
  if (rightText.startsWith('!@')) {
    throw new InvalidPath('Invalid negation! Can only be used for existence check e.g [?(!@.foo)]');
  }
  const right = operand(rightText, filterDepth);
  if (operator) return { kind: 'compare', left, operator, right };
  if (left.kind === 'path') return { kind: 'exists', path: left.path, wanted: !negated };
  throw new InvalidPath('CriteriaType  can not be parsed', 'java.lang.UnsupportedOperationException');
}

function operand(text: string, filterDepth: number): Operand {
  if (text.startsWith('$') || text.startsWith('@'))
    return { kind: 'path', path: definitePath(text, filterDepth) };
  if (text.startsWith("'") && text.endsWith("'")) {
    if (text.length < 2) throw crossedEnds(1, 0, 1);
    return { kind: 'text', text: text.slice(1, -1) };
  }
  if (/^\/(.*\/i?|i?)$/s.test(text)) {
    const end = text.lastIndexOf('/');
    if (end < 1) throw crossedEnds(1, 0, text.length);
    const compiled = compileFilterPattern(text.slice(1, end), text.endsWith('i'));
    if (!compiled.ok) throw new InvalidPath(compiled.message, 'java.util.regex.PatternSyntaxException');
    return { kind: 'pattern', pattern: compiled.pattern };
  }
  return { kind: 'text', text };
}

function definitePath(text: string, filterDepth: number): CompiledPath {
  const path = compileText(text, filterDepth + 1);
  if (!path.definite) throw new InvalidPath(`the predicate path: ${text} is not definite`);
  return path;
}
