/*
 * UTF-8 as the engine needs it, without the browser's TextEncoder and TextDecoder: the engine runs anywhere, and
 * Java and the web differ in one point (see `encodeUtf8AsJava`).
 */

const REPLACEMENT = '\uFFFD';

/** Longest stretch handed to `String.fromCharCode` at once; more arguments could overflow the host's stack. */
const CHUNK = 4096;

/** The UTF-8 bytes of a text. A lone surrogate becomes U+FFFD, as the Encoding Standard says. */
export function encodeUtf8(text: string): Uint8Array {
  return encode(text, [0xef, 0xbf, 0xbd]);
}

/**
 * The bytes `String.getBytes(UTF_8)` gives in Java: as `encodeUtf8`, except that a lone surrogate becomes `?`.
 */
export function encodeUtf8AsJava(text: string): Uint8Array {
  return encode(text, [0x3f]);
}

function encode(text: string, forLoneSurrogate: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(encodedLength(text, forLoneSurrogate.length));
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      if (!startsPair(text, i)) {
        for (const byte of forLoneSurrogate) bytes[at++] = byte;
        continue;
      }
      code = text.codePointAt(i) ?? code;
      i++;
    }
    if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
    } else {
      if (code < 0x10000) {
        bytes[at++] = 0xe0 | (code >> 12);
      } else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[at++] = 0x80 | (code & 0x3f);
  }
  return bytes;
}

function encodedLength(text: string, forLoneSurrogate: number): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) length += 1;
    else if (code < 0x800) length += 2;
    else if (code < 0xd800 || code > 0xdfff) length += 3;
    else if (startsPair(text, i)) {
      length += 4;
      i++;
    } else length += forLoneSurrogate;
  }
  return length;
}

function startsPair(text: string, i: number): boolean {
  const high = text.charCodeAt(i);
  const low = text.charCodeAt(i + 1);
  return high < 0xdc00 && low >= 0xdc00 && low <= 0xdfff;
}

/**
 * The text of UTF-8 bytes. Each invalid sequence becomes U+FFFD, one for every longest prefix of a sequence that
 * could have been valid, as in the Encoding Standard and in Java since version 8. A byte order mark stays.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  return decode(bytes).text;
}

/** The text of UTF-8 bytes, or undefined when they are not valid UTF-8. */
export function decodeUtf8Strict(bytes: Uint8Array): string | undefined {
  const { text, valid } = decode(bytes);
  return valid ? text : undefined;
}

function decode(bytes: Uint8Array): { text: string; valid: boolean } {
  let text = '';
  let valid = true;
  let units: number[] = [];
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      const end = endOfAscii(bytes, i);
      // Long stretches of ASCII are the rule, and taken whole they cost next to nothing.
      if (end - i > 32) {
        text += String.fromCharCode(...units, ...bytes.subarray(i, end));
        units = [];
      } else for (let at = i; at < end; at++) units.push(bytes[at]!);
      i = end;
    } else {
      const length = sequenceLength(lead);
      let taken = 1;
      let code = lead & (0xff >> (length + 1));
      while (taken < length && continues(bytes, i, taken, lead)) {
        code = (code << 6) | (bytes[i + taken]! & 0x3f);
        taken++;
      }
      i += taken;
      if (length === 0 || taken < length) {
        units.push(REPLACEMENT.charCodeAt(0));
        valid = false;
      } else if (code < 0x10000) {
        units.push(code);
      } else {
        units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
      }
    }
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return { text: text + String.fromCharCode(...units), valid };
}

/** Where a stretch of ASCII ends, or CHUNK bytes on. */
function endOfAscii(bytes: Uint8Array, from: number): number {
  const limit = Math.min(bytes.length, from + CHUNK);
  let end = from;
  while (end < limit && bytes[end]! < 0x80) end++;
  return end;
}

/** How many bytes a sequence with this lead byte has; 0 when no sequence starts with it. */
function sequenceLength(lead: number): 0 | 2 | 3 | 4 {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/**
 * Whether the byte at `start + offset` continues the sequence. The first one after the lead has narrower bounds
 * for some leads, which shut out overlong forms, surrogates and code points above U+10FFFF.
 */
function continues(bytes: Uint8Array, start: number, offset: number, lead: number): boolean {
  const byte = bytes[start + offset];
  if (byte === undefined) return false;
  let low = 0x80;
  let high = 0xbf;
  if (offset === 1) {
    if (lead === 0xe0) low = 0xa0;
    else if (lead === 0xed) high = 0x9f;
    else if (lead === 0xf0) low = 0x90;
    else if (lead === 0xf4) high = 0x8f;
  }
  return byte >= low && byte <= high;
}
