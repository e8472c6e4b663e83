import type { Span } from '../engine/text/span';
import { lineOf } from './line-of';

/** Something to tell about an input text. */
export interface Fault {
  id: string;
  /** `error`: the text can't be used until it is mended. */
  severity: 'error' | 'warning' | 'info' | 'hint';
  message: string;
  span: Span;
}

/** More than these help nobody, and a hostile text has hundreds of thousands. */
const MAX_FAULTS = 50;

/**
 * Adds a fault with its line before the message and a mark on its first line alone. Over the limit only the first
 * error is still added, because a text with an error must not pass as readable.
 */
export function tellFault(
  faults: Fault[],
  text: string,
  id: string,
  severity: Fault['severity'],
  span: Span,
  message: string,
): void {
  if (faults.length >= MAX_FAULTS && (severity !== 'error' || hasError(faults))) return;
  faults.push({
    id,
    severity,
    message: `Line ${lineOf(text, span.from)}: ${message}`,
    span: firstLine(text, span),
  });
}

export function hasError(faults: readonly Fault[]): boolean {
  return faults.some(({ severity }) => severity === 'error');
}

/** A mark over many lines hides more than it shows. */
export function firstLine(text: string, { from, to }: Span): Span {
  const newline = text.indexOf('\n', from);
  const end = newline < 0 ? to : Math.min(to, newline);
  return { from, to: from + text.slice(from, end).trimEnd().length };
}
