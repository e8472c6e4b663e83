import { baseMediaType } from '../bytes/media-type';
import { findJsonFault, type JsonFault } from '../json/find-json-fault';
import type { OutputPiece, Place, Problem, TemplateFacts } from '../outcome';
import { positionOf } from '../text/position-of';
import type { Span } from '../text/span';
import type { DiagnosisContext, RuleTemplate } from './context';
import { partsOf, type SeenReference, spanKey, type TemplateParts } from './template-walk';

/** Longer outputs are not looked into: nobody waits for a diagnosis of megabytes. */
const MAX_OUTPUT = 500_000;

/** Places of one kind told of; the others are of the same making. */
export const MAX_TOLD = 5;

/** What a reference printed, and whether quotes stand around it in the output. */
export interface PrintedValue {
  piece: OutputPiece;
  text: string;
  quoted: boolean;
}

/** A template that ran to its end, with what it printed. */
export class Rendered {
  readonly template: RuleTemplate;
  readonly parts: TemplateParts;
  readonly facts: TemplateFacts;
  readonly output: string;
  readonly pieces: readonly OutputPiece[];
  /** Type of the body that is sent, without parameters. */
  readonly mediaType: string;
  /** First fault of a body that claims to be JSON and begins like it. */
  readonly fault: JsonFault | undefined;
  private printed: PrintedValue[] | undefined;

  constructor(
    template: RuleTemplate,
    parts: TemplateParts,
    facts: TemplateFacts,
    { output, pieces, mediaType }: { output: string; pieces: readonly OutputPiece[]; mediaType: string },
  ) {
    this.template = template;
    this.parts = parts;
    this.facts = facts;
    this.output = output;
    this.pieces = pieces;
    this.mediaType = mediaType;
    const isLookedInto = this.isJson && output.length <= MAX_OUTPUT && /^\s*[{["]/.test(output);
    this.fault = isLookedInto && !isJsonText(output) ? findJsonFault(output) : undefined;
  }

  get isJson(): boolean {
    return isJsonType(this.mediaType);
  }

  /** The values that were printed, in order. */
  get values(): readonly PrintedValue[] {
    this.printed ??= this.output.length <= MAX_OUTPUT ? printedValues(this.output, this.pieces) : [];
    return this.printed;
  }

  referenceAt(span: Span): SeenReference | undefined {
    return this.parts.bySpan.get(spanKey(span));
  }

  /** The text of a part of the template. */
  textOf({ from, to }: Span): string {
    return this.parts.source.slice(from, to);
  }

  placeOf(span: Span): Place {
    return placeIn(this.template, span);
  }

  /** How a sentence names a line of the template. */
  lineOf({ from }: Span): string {
    return `line ${positionOf(this.parts.source, from).line}`;
  }
}

export function placeIn({ place }: RuleTemplate, { from, to }: Span): Place {
  return { ...place, span: { from, to } };
}

/** The quick answer for what is in order, which most outputs are. */
function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isJsonType(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json');
}

/** The response template that ran to its end and whose output is the body that is sent. */
export function renderedOf({ outcome, ran }: DiagnosisContext): Rendered | undefined {
  const { template, response, answeredBy } = outcome;
  if (answeredBy.kind !== 'integration' || template?.verdict !== 'rendered' || !ran?.tree) return undefined;
  const { facts, pieces, output } = template;
  if (!facts || !pieces || output === undefined) return undefined;
  const type = response.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  const mediaType = response.body.text === output ? baseMediaType(type) : '';
  return new Rendered(ran, partsOf(ran.tree), facts, { output, pieces, mediaType });
}

/**
 * The values in an output with the state of the JSON around them. Only the template's own text opens and closes quotes:
 * what a value does to them is what is looked for.
 */
function printedValues(output: string, pieces: readonly OutputPiece[]): PrintedValue[] {
  const values: PrintedValue[] = [];
  let quoted = false;
  for (const piece of pieces) {
    const text = output.slice(piece.output.from, piece.output.to);
    if (piece.kind === 'value') values.push({ piece, text, quoted });
    else quoted = quotedAfter(text, quoted);
  }
  return values;
}

/** Whether a place after some text of JSON lies inside quotes. */
export function quotedAfter(text: string, before: boolean): boolean {
  let quoted = before;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i];
    if (unit === '"') quoted = !quoted;
    else if (unit === '\\' && quoted) i++;
  }
  return quoted;
}

/** What a diagnostic of a rendered template yields. */
export type Findings = Iterable<Problem>;
