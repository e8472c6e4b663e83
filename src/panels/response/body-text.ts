/*
 * Ways to look at a body: laid out, with its invisible characters, byte by byte. Each works on plain values, so
 * that the view is only paint.
 */

/** Longest text painted at once, in UTF-16 units; more is shown on request. */
export const PAINTED_LIMIT = 60_000;

/** Bytes in a line of the hex view. */
const HEX_WIDTH = 16;

/**
 * Where a text stops being JSON: the offset of the first character that cannot stand there, or undefined when the
 * whole text is JSON. Works on a stack of its own, so that deep nesting is no danger.
 */
export function findJsonError(text: string): number | undefined {
  const token =
    /[\t\n\r ]+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/y;
  const open: ('{' | '[')[] = [];
  let wanted: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' = 'value';
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    if (found === undefined) return at;
    const first = found.charAt(0);
    const start = at;
    at += found.length;
    if ('\t\n\r '.includes(first)) continue;
    const opens = first === '{' || first === '[';
    const scalar = !opens && !'}],:'.includes(first);
    if ((wanted === 'value' || wanted === 'value-or-end') && (opens || scalar)) {
      if (opens) {
        open.push(first as '{' | '[');
        wanted = first === '{' ? 'key-or-end' : 'value-or-end';
      } else wanted = 'comma-or-end';
    } else if ((wanted === 'key' || wanted === 'key-or-end') && first === '"') wanted = 'colon';
    else if (wanted === 'colon' && first === ':') wanted = 'value';
    else if (wanted === 'comma-or-end' && first === ',' && open.length > 0) {
      wanted = open.at(-1) === '{' ? 'key' : 'value';
    } else if (
      first === '}' &&
      open.at(-1) === '{' &&
      (wanted === 'comma-or-end' || wanted === 'key-or-end')
    ) {
      open.pop();
      wanted = 'comma-or-end';
    } else if (
      first === ']' &&
      open.at(-1) === '[' &&
      (wanted === 'comma-or-end' || wanted === 'value-or-end')
    ) {
      open.pop();
      wanted = 'comma-or-end';
    } else return start;
  }
  return open.length === 0 && wanted === 'comma-or-end' ? undefined : text.length;
}

/**
 * JSON laid out with two spaces a level. Only white space outside strings changes: numbers keep their digits and
 * repeated members stay, which a parse and print would lose. Undefined when the text is not JSON.
 */
export function prettyJson(text: string): string | undefined {
  if (findJsonError(text) !== undefined) return undefined;
  const out: string[] = [];
  let depth = 0;
  const newLine = () => out.push('\n', '  '.repeat(Math.min(depth, 100)));
  let before = '';
  for (const [piece] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g)) {
    const closes = piece === '}' || piece === ']';
    if (closes) depth -= 1;
    const empty = closes && (before === '{' || before === '[');
    if ((closes || before === '{' || before === '[' || before === ',') && before !== '' && !empty) newLine();
    out.push(piece === ':' ? ': ' : piece);
    if (piece === '{' || piece === '[') depth += 1;
    before = piece;
  }
  return out.join('');
}

/** A stretch of a text; `name` is set when it stands for a character that cannot be seen. */
export interface VisiblePiece {
  text: string;
  name?: string;
}

const INVISIBLES: Record<string, [sign: string, name: string]> = {
  ' ': ['·', 'space'],
  '\t': ['→', 'tab'],
  '\r': ['␍', 'carriage return'],
  '\n': ['␊', 'line feed'],
  '\u00a0': ['⍽', 'no-break space'],
  '\u007f': ['␡', 'delete'],
  '\ufeff': ['[BOM]', 'byte order mark'],
};

/** The text with a sign for each invisible character; a line feed keeps breaking the line after its sign. */
export function showInvisibles(text: string): VisiblePiece[] {
  // Control and format characters, spaces of every kind, and half surrogates.
  return text.split(/([\s\p{Cc}\p{Cf}\p{Cs}])/u).flatMap((piece, index): VisiblePiece[] => {
    if (piece === '') return [];
    return index % 2 === 0 ? [{ text: piece }] : [signFor(piece)];
  });
}

function signFor(character: string): VisiblePiece {
  const code = character.codePointAt(0) ?? 0;
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const known = INVISIBLES[character];
  if (known) return { text: character === '\n' ? `${known[0]}\n` : known[0], name: `${known[1]}, ${hex}` };
  return code < 0x20
    ? { text: String.fromCodePoint(0x2400 + code), name: `control character, ${hex}` }
    : { text: `[${hex}]`, name: `invisible character, ${hex}` };
}

/** Bytes as lines of offset, hexadecimal and printable ASCII, from the first byte on. */
export function hexDump(bytes: Uint8Array, limit = PAINTED_LIMIT / 4): string {
  const lines: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, limit); at += HEX_WIDTH) {
    const row = [...bytes.subarray(at, at + HEX_WIDTH)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0'));
    const halves = `${hex.slice(0, 8).join(' ')}  ${hex.slice(8).join(' ')}`.padEnd(HEX_WIDTH * 3);
    const ascii = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${at.toString(16).padStart(8, '0')}  ${halves}  ${ascii}`);
  }
  return lines.join('\n');
}

/** Media type of a body that begins like one of the image formats browsers show; undefined for all others. */
export function imageType(bytes: Uint8Array): string | undefined {
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0x47, 0x49, 0x46, 0x38)) return 'image/gif';
  if (begins(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45) return 'image/webp';
  return undefined;
}

/** A `data:` address of the bytes, the only kind of image the content security policy lets a document bring. */
export function dataUrl(bytes: Uint8Array, type: string): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return `data:${type};base64,${btoa(binary)}`;
}

/** Whether a content type says that the body is JSON. */
export function claimsJson(contentType: string | undefined): boolean {
  return /^\s*(application|text)\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? '');
}

/** Line and column, both 1-based, of an offset. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
