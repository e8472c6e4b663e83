const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const CHUNK = 4096;

/** Value of a base64 character by its code; -1 for every other character. The table covers ASCII. */
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** The same with the two characters of the URL-safe alphabet beside the standard ones. */
const LENIENT_VALUES = VALUES.slice();
LENIENT_VALUES['-'.charCodeAt(0)] = 62;
LENIENT_VALUES['_'.charCodeAt(0)] = 63;

/** Standard alphabet, padded, one line. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  let units: number[] = [];
  const code = (value: number) => ALPHABET.charCodeAt(value & 63);
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    units.push(
      code(group >> 18),
      code(group >> 12),
      left > 1 ? code(group >> 6) : 0x3d,
      left > 2 ? code(group) : 0x3d,
    );
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

export type Base64Result =
  | { ok: true; bytes: Uint8Array }
  /** `index`: offset of the first character that does not fit, or the text's length when it ends too early. */
  | { ok: false; index: number };

/**
 * Decodes as `java.util.Base64`'s basic decoder: standard alphabet only, no white space, padding optional but
 * right when there is any, nothing after it.
 */
export function decodeBase64(text: string): Base64Result {
  const end = text.indexOf('=');
  const length = end < 0 ? text.length : end;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < length; i++) {
    const value = sextetAt(VALUES, text, i);
    if (value < 0) return { ok: false, index: i };
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  const inLastGroup = length % 4;
  if (inLastGroup === 1) return { ok: false, index: length };
  if (end >= 0) {
    const padding = inLastGroup === 2 ? '==' : '=';
    if (inLastGroup === 0) return { ok: false, index: end };
    if (text.slice(end) !== padding) return { ok: false, index: misfit(text, end, padding) };
  }
  return { ok: true, bytes };
}

function misfit(text: string, from: number, padding: string): number {
  let i = 0;
  while (i < padding.length && text[from + i] === padding[i]) i++;
  return from + i;
}

/**
 * Decodes as Apache Commons Codec: both alphabets, characters outside them are skipped, the first `=` ends the
 * data, and leftover bits that make no byte are dropped. Never fails.
 */
export function decodeBase64Lenient(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length && text[i] !== '='; i++) {
    const value = sextetAt(LENIENT_VALUES, text, i);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes.slice(0, at);
}

function sextetAt(values: Int8Array, text: string, i: number): number {
  return values[text.charCodeAt(i)] ?? -1;
}
