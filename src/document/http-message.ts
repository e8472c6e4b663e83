/*
 * An HTTP message as people paste it: what `curl -i` prints, with or without interim responses, or a body alone.
 */
import type { Span } from '../engine/text/span';
import type { Fault } from './fault';

export interface HttpMessage {
  /** Absent for a body alone. */
  statusCode?: number;
  headers: [name: string, value: string][];
  /** The body, in the text as typed: everything after the empty line. */
  body: Span;
  faults: Fault[];
}

const STATUS_LINE = /HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?=[ \t\r\n]|$)[^\n]*(?:\n|$)/iy;
const LOOKS_LIKE_STATUS_LINE = /HTTP\/\d[^\n]*/iy;
const HEADER_LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)$/;

/** Reads a message. Never throws. Text that does not begin with a status line is a body, byte for byte. */
export function readHttpMessage(text: string): HttpMessage {
  const start = /^\uFEFF?\s*/.exec(text)![0].length;
  STATUS_LINE.lastIndex = start;
  if (!STATUS_LINE.test(text)) return bareBody(text, start);
  let message = readHead(text, start);
  // `curl -i` also prints what came before: 100 Continue, a proxy's 200, and with -L every redirect.
  for (;;) {
    STATUS_LINE.lastIndex = message.body.from;
    if (message.body.from >= text.length || !STATUS_LINE.test(text)) return message;
    message = readHead(text, message.body.from);
  }
}

function bareBody(text: string, start: number): HttpMessage {
  const faults: Fault[] = [];
  LOOKS_LIKE_STATUS_LINE.lastIndex = start;
  const almost = LOOKS_LIKE_STATUS_LINE.exec(text)?.[0].trimEnd();
  if (almost !== undefined) {
    faults.push({
      id: 'bad-status-line',
      severity: 'error',
      message:
        'This begins like a status line but has no three-digit status. Write it as “HTTP/1.1 404 Not Found”.',
      span: { from: start, to: start + almost.length },
    });
  } else if (
    /^\s*[A-Z][\w-]*:[ \t][^\n]*\r?\n(?:[A-Z][\w-]*:[ \t][^\n]*\r?\n)*\r?\n/i.test(text.slice(0, 4096))
  ) {
    faults.push({
      id: 'no-status-line',
      severity: 'hint',
      message:
        'Without a status line all of this is the body of a 200. If these are headers, begin with a line such as ' +
        '“HTTP/1.1 200 OK”.',
      span: { from: start, to: lineEnd(text, start) },
    });
  }
  return { headers: [], body: { from: 0, to: text.length }, faults };
}

/** Reads a status line and the headers under it, up to the empty line. */
function readHead(text: string, from: number): HttpMessage {
  STATUS_LINE.lastIndex = from;
  const statusCode = Number(STATUS_LINE.exec(text)![1]);
  const headers: [string, string][] = [];
  const faults: Fault[] = [];
  let at = STATUS_LINE.lastIndex;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (line === '') {
      at = next;
      break;
    }
    readHeaderLine(line, at, headers, faults);
    at = next;
  }
  return { statusCode, headers, body: { from: at, to: text.length }, faults };
}

function readHeaderLine(line: string, at: number, headers: [string, string][], faults: Fault[]): void {
  const last = headers[headers.length - 1];
  const match = HEADER_LINE.exec(line);
  if (match) headers.push([match[1]!, match[2]!.trim()]);
  else if (/^[ \t]/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`.trim();
  else {
    faults.push({
      id: 'bad-header-line',
      severity: 'warning',
      message:
        'This line is not a header such as “Content-Type: text/plain” and is left out. Before the body an empty ' +
        'line is needed.',
      span: { from: at, to: at + line.length },
    });
  }
}

/** Offset of the end of the line without its line break. */
function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}
