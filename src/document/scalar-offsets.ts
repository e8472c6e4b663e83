/*
 * Where the characters of a YAML or JSON scalar's value stand in the text as it was typed.
 *
 * What a scalar's value is, is for the YAML parser to say. Here the value is laid beside its source and the two are
 * walked together: escapes, doubled quotes, folded line breaks and stripped indentation are the only ways in which
 * they differ. Where the walk does not come out even there is no answer, rather than a wrong one.
 */

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/**
 * For each UTF-16 unit of `value`, and for its end, the offset in `source`. Undefined when the two do not fit.
 *
 * @param source the scalar as typed, with its quotes or its block header (`|`, `>-`, ...)
 */
export function scalarOffsets(source: string, style: ScalarStyle, value: string): Uint32Array | undefined {
  switch (style) {
    case 'literal':
      return literalOffsets(source, value);
    case 'folded':
      return walk(source, value, bodyStart(source), source.length, plainUnit);
    case 'plain':
      return walk(source, value, 0, source.length, plainUnit);
    case 'single':
      return walk(source, value, 1, source.length - 1, singleUnit);
    case 'double':
      return walk(source, value, 1, source.length - 1, doubleUnit);
  }
}

/** Offset after the header line of a block scalar. */
function bodyStart(source: string): number {
  const newline = source.indexOf('\n');
  return newline < 0 ? source.length : newline + 1;
}

/** In a literal block every line of the value is the end of its line in the source. */
function literalOffsets(source: string, value: string): Uint32Array | undefined {
  const offsets = new Uint32Array(value.length + 1);
  let at = 0;
  let lineStart = bodyStart(source);
  for (const line of value.split('\n')) {
    const newline = source.indexOf('\n', lineStart);
    const next = newline < 0 ? source.length : newline;
    const lineEnd = source[next - 1] === '\r' && next > lineStart ? next - 1 : next;
    const from = lineEnd - line.length;
    const isLast = at + line.length === value.length;
    if (from < lineStart || source.slice(from, lineEnd) !== line) {
      // After the final line break of the value the source may go on with lines that chomping took away.
      if (!(isLast && line === '')) return undefined;
      offsets[at] = Math.min(lineStart, source.length);
      return offsets;
    }
    for (let index = 0; index <= line.length; index += 1) offsets[at + index] = from + index;
    if (isLast && line === '') offsets[at] = Math.min(lineStart, source.length);
    at += line.length + 1;
    lineStart = Math.min(next + 1, source.length);
  }
  return offsets;
}

/** One step in the source: the text it stands for and the offset after it. */
interface Unit {
  text: string;
  to: number;
}

type ReadUnit = (source: string, at: number) => Unit;

const plainUnit: ReadUnit = (source, at) => ({ text: source[at]!, to: at + 1 });

const singleUnit: ReadUnit = (source, at) => ({
  text: source[at]!,
  to: source[at] === "'" ? at + 2 : at + 1,
});

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['e', '\u001b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

const HEX_LENGTH: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

const doubleUnit: ReadUnit = (source, at) => {
  if (source[at] !== '\\') return plainUnit(source, at);
  const kind = source[at + 1] ?? '';
  const length = HEX_LENGTH.get(kind);
  if (length !== undefined) {
    const code = Number.parseInt(source.slice(at + 2, at + 2 + length), 16);
    const text = code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return { text, to: at + 2 + length };
  }
  // An escaped line break stands for nothing.
  if (kind === '\n' || kind === '\r') return { text: '', to: at + 2 };
  return { text: ESCAPES.get(kind) ?? kind, to: at + 2 };
};

function walk(
  source: string,
  value: string,
  start: number,
  end: number,
  readUnit: ReadUnit,
): Uint32Array | undefined {
  const offsets = new Uint32Array(value.length + 1);
  let from = start;
  let at = 0;
  while (at < value.length) {
    const unit = from < end ? readUnit(source, from) : undefined;
    if (unit && unit.text !== '' && value.startsWith(unit.text, at)) {
      offsets.fill(from, at, at + unit.text.length);
      at += unit.text.length;
      from = unit.to;
    } else if (unit?.text === '\n' && value[at] === ' ') {
      offsets[at] = from;
      at += 1;
      from = unit.to;
    } else if (unit && (unit.text === '' || ' \t\r\n'.includes(unit.text))) {
      from = unit.to;
    } else if (value[at] === '\n' || value[at] === ' ') {
      offsets[at] = from;
      at += 1;
    } else {
      return undefined;
    }
  }
  offsets[value.length] = Math.min(from, end);
  return offsets;
}
