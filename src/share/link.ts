/*
 * A document as part of an address. It stands after the `#`, so it is never sent to a server:
 *
 *   #d=1.eJx9kMFqwzAMhl_F-Jxmy7ZbX2XsoDha...  1: JSON, zlib, base64url
 *   #d=0.eyJmb3JtYXQiOiJhcGlndy1yZXNwb25z...  0: JSON, base64url, where a browser can't deflate
 *
 * zlib rather than bare deflate, because it ends with a checksum: a letter lost or changed on the way would else
 * open to a document that is silently another one.
 * A higher number is a newer page's work and is said to be so.
 */
import type { PlaygroundDocument } from '../document/model';
import { type FileReading, readDocumentFile } from '../document/read-file';

/** Longest link that is looked at, in characters. */
export const MAX_LINK_LENGTH = 6 * 1024 * 1024;

/** Most bytes a link may unpack to: a small link can be made to swell without end. */
const MAX_UNPACKED = 4 * 1024 * 1024;

/** The part of an address after `#` that holds the document: `d=1.…`. */
export async function encodeDocument(document: PlaygroundDocument): Promise<string> {
  // JSON.stringify writes lone surrogates as escapes, so the way through UTF-8 loses nothing.
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  return canDeflate() ? `d=1.${toBase64Url(await deflate(bytes))}` : `d=0.${toBase64Url(bytes)}`;
}

/** The address that opens the document at `page`; what `page` has after `#` is replaced. */
export async function documentAddress(page: string, document: PlaygroundDocument): Promise<string> {
  return `${page.replace(/#.*$/s, '')}#${await encodeDocument(document)}`;
}

/**
 * The document in an address's `#` part; undefined when it holds none. Whatever stands there, the answer is a value:
 * a link that can't be read gives a message that says why.
 */
export async function decodeDocument(hash: string): Promise<FileReading | undefined> {
  if (hash.length > MAX_LINK_LENGTH) return refuse('The link is too long to be opened (over 6 MB).');
  const packed = hashParameters(hash).get('d');
  if (packed === undefined) return undefined;
  if (packed === '') return refuse('The link ends where its document should begin. Copy it again, whole.');
  const [, version, data] = /^(\d+)\.(.*)$/s.exec(packed) ?? [];
  if (version === undefined || data === undefined) {
    return refuse('The link does not hold a playground document: it has to begin with “#d=1.”.');
  }
  if (version !== '0' && version !== '1') {
    return refuse(
      `The link was made by a newer playground (form ${version.slice(0, 9)}). Reload the page and open it again.`,
    );
  }
  // Chat programs like to take a full stop or a bracket after a link into it.
  const bytes = fromBase64Url(data.replace(/[.,;:!?)\]}>'"]+$/, ''));
  if (bytes === undefined) return refuse(DAMAGED);
  if (bytes.length === 0)
    return refuse('The link ends where its document should begin. Copy it again, whole.');
  const unpacked = version === '1' ? await inflate(bytes) : { ok: true as const, bytes };
  if (!unpacked.ok) return refuse(unpacked.message);
  const text = utf8(unpacked.bytes);
  if (text === undefined) return refuse(DAMAGED);
  return readDocumentFile(text, 'document in the link');
}

const DAMAGED = 'The link is damaged: part of it is missing or was changed on the way. Copy it again, whole.';

function refuse(message: string): FileReading {
  return { ok: false, message };
}

/**
 * The `name=value` parts of an address after `#`. The first of a repeated name counts.
 */
export function hashParameters(hash: string): Map<string, string> {
  const result = new Map<string, string>();
  for (const part of hash.replace(/^#/, '').split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    if (name !== '' && !result.has(name))
      result.set(name, equals < 0 ? '' : percentDecoded(part.slice(equals + 1)));
  }
  return result;
}

/** Some programs write `.` or `_` as `%2E`, `%5F`. */
function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function canDeflate(): boolean {
  return typeof CompressionStream === 'function' && typeof DecompressionStream === 'function';
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

type Unpacked = { ok: true; bytes: Uint8Array } | { ok: false; message: string };

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Unpacked> {
  if (!canDeflate()) {
    return { ok: false, message: 'This browser cannot unpack the link. Open it in a newer one.' };
  }
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > MAX_UNPACKED) {
        await reader.cancel();
        return { ok: false, message: 'The link unpacks to more than 4 MB, the most the playground opens.' };
      }
      chunks.push(value);
    }
  } catch {
    return { ok: false, message: DAMAGED };
  }
  const result = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return { ok: true, bytes: result };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Characters per call of `String.fromCharCode`, which takes them as arguments. */
const SLICE = 8192;

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += SLICE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
