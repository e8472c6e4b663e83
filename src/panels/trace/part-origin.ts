import type { EditorPlace } from '../../document/editor-place';
import { lineOf } from '../../document/line-of';
import type { PlaygroundDocument } from '../../document/model';
import { sourcePlace } from '../../document/source-place';
import type { HeaderOrigin, OutputPiece, ResponseHeader, ValueSource } from '../../engine/outcome';
import type { Span } from '../../engine/text/span';
import { findPlace, type Shown } from '../../store/outcome-slice';
import type { ResponsePart } from '../../store/trace';
import { quote } from '../stage/verdicts';

/*
 * Where a part of the response came from, as places to light up and as a line of words.
 */

/** A stretch of a line; one with a place leads there. */
export interface OriginWord {
  text: string;
  place?: EditorPlace;
  /** Only for those who do not see which part is pointed at. */
  unseen?: true;
}

export interface PartOrigin {
  words: OriginWord[];
  /** The template text or the rule that wrote the part. */
  written?: EditorPlace;
  /** What its value was read from, and that in words. */
  read?: { place: EditorPlace; hover: string };
  /** Assignments and loops that handed the value on. */
  way: EditorPlace[];
}

/** The origin of a part; undefined when the response has no such part any more. */
export function originOf(shown: Shown, part: ResponsePart): PartOrigin | undefined {
  const { response } = shown.outcome;
  switch (part.kind) {
    case 'status':
      return statusOrigin(shown);
    case 'header': {
      const header = response.headers[part.index];
      return header && headerOrigin(shown, header);
    }
    case 'piece': {
      const piece = response.body.pieces?.[part.index];
      return piece && pieceOrigin(shown, piece);
    }
  }
}

/** Where a stretch of the template that ran stands. */
export function templatePlace({ evaluation, outcome }: Shown, span: Span): EditorPlace | undefined {
  const place = outcome.template?.place;
  return findPlace(evaluation, place && { ...place, span });
}

/** Where a value was read from. */
export function valuePlace(
  { evaluation, outcome }: Shown,
  source: ValueSource | undefined,
): EditorPlace | undefined {
  return source && findPlace(evaluation, sourcePlace(source, outcome.template?.place));
}

/** The assignments and loops that handed a value on. */
function valueWay(shown: Shown, source: ValueSource | undefined): EditorPlace[] {
  return (source?.via ?? []).flatMap((span) => templatePlace(shown, span) ?? []);
}

/** Where a header was set, and what its value was read from. */
export function headerPlaces(
  shown: Shown,
  origin: HeaderOrigin,
): { set?: EditorPlace; read?: EditorPlace; way: EditorPlace[] } {
  if (origin.kind === 'remapped') return headerPlaces(shown, origin.origin);
  if (origin.kind !== 'mapping' && origin.kind !== 'override') return { way: [] };
  const way = valueWay(shown, origin.source);
  const set = findPlace(shown.evaluation, origin.place);
  const read = valuePlace(shown, origin.source);
  return { ...(set && { set }), ...(read && { read }), way };
}

/** Where the chosen rule begins. */
function rulePlace({ outcome, evaluation, document }: Shown): EditorPlace | undefined {
  const span = outcome.chosenRule === undefined ? undefined : evaluation.ruleSpans[outcome.chosenRule];
  if (!span) return undefined;
  const end = document.rules.indexOf('\n', span.from);
  return { editor: 'rules', span: { from: span.from, to: end < 0 ? span.to : Math.min(end, span.to) } };
}

function pieceOrigin(shown: Shown, piece: OutputPiece): PartOrigin {
  const { text = '' } = shown.outcome.response.body;
  const written = templatePlace(shown, piece.template);
  const by = linkTo(shown.document, written, 'the template');
  const said = text.slice(piece.output.from, Math.min(piece.output.to, piece.output.from + 200)).trim();
  const what: OriginWord = { text: `${said === '' ? 'White space' : quote(said, 32)}: `, unseen: true };
  const { source } = piece;
  if (piece.kind === 'text') return part([what, { text: 'text of ' }, by], written);
  if (!source) return part([what, { text: 'printed by ' }, by], written);
  return part(
    [what, ...readFrom(shown, source), { text: ' · ' }, by],
    written,
    readPlace(shown, source),
    valueWay(shown, source),
  );
}

function statusOrigin(shown: Shown): PartOrigin {
  const { outcome, document } = shown;
  const { statusCode } = outcome.response;
  const override = outcome.overrides.find(({ target, applied }) => target === 'status' && applied);
  if (override && outcome.answeredBy.kind === 'integration') {
    const set = findPlace(shown.evaluation, override.place);
    const { source } = override;
    return part(
      [
        { text: `${statusCode}: set by ` },
        linkTo(document, set, '$context.responseOverride.status'),
        ...(source ? [{ text: ' · ' }, ...readFrom(shown, source)] : []),
      ],
      set,
      readPlace(shown, source),
      valueWay(shown, source),
    );
  }
  if (outcome.answeredBy.kind === 'gateway') {
    const { responseType, customisedBy } = outcome.answeredBy;
    const customised = customisedBy === 'none' ? '' : ', as customised in the rules';
    return part([{ text: `${statusCode}: API Gateway answers itself with ${responseType}${customised}.` }]);
  }
  const rule = outcome.chosenRule === undefined ? undefined : outcome.rules[outcome.chosenRule];
  if (!rule) return part([{ text: `${statusCode}: passed on from the backend.` }]);
  const written = rulePlace(shown);
  const words: OriginWord[] = [
    { text: `${statusCode}: statusCode of ` },
    linkTo(document, written, 'the chosen rule'),
  ];
  const { subject } = outcome;
  if (rule.selectionPattern === '') return part([...words, { text: ' · the default rule' }], written);
  const place = subject?.span && findPlace(shown.evaluation, { in: 'answer', span: subject.span });
  const hover = 'The pattern matches this';
  return part(
    [
      ...words,
      { text: ' · its pattern matches ' },
      subject?.what === 'errorMessage' ? link('the errorMessage', place) : { text: 'the status' },
    ],
    written,
    place && { place, hover },
  );
}

function headerOrigin(shown: Shown, { name, origin }: ResponseHeader): PartOrigin {
  const { set, read } = headerPlaces(shown, origin);
  const inner = innermost(origin);
  const words: OriginWord[] = [{ text: `${name}: ` }];
  if (inner.kind === 'mapping') words.push({ text: 'mapped from ' }, link(inner.expression, set));
  else if (inner.kind === 'override') {
    words.push({ text: 'set by ' }, linkTo(shown.document, set, '$context.responseOverride.header'));
  } else words.push({ text: inner.kind === 'backend' ? 'passed on from the backend' : inner.why });
  if (inner.kind === 'mapping' || inner.kind === 'override') {
    // A mapping's expression says by itself what is read; the link leads to the value.
    if (inner.source && (inner.kind === 'override' || read)) {
      words.push({ text: ' · ' }, ...readFrom(shown, inner.source));
    }
    if (inner.kind === 'override' && inner.replaced !== undefined) {
      words.push({ text: ` · replaced ${quote(inner.replaced, 32)}` });
    }
  }
  if (origin.kind === 'remapped') words.push({ text: ` · ${origin.from} is a reserved name` });
  const source = inner.kind === 'mapping' || inner.kind === 'override' ? inner.source : undefined;
  const value = read && source && { place: read, hover: hoverFor(source) };
  return part(words, set, value, valueWay(shown, source));
}

function innermost(origin: HeaderOrigin): Exclude<HeaderOrigin, { kind: 'remapped' }> {
  return origin.kind === 'remapped' ? innermost(origin.origin) : origin;
}

function part(
  words: OriginWord[],
  written?: EditorPlace,
  read?: PartOrigin['read'],
  way: EditorPlace[] = [],
): PartOrigin {
  return { words, ...(written && { written }), ...(read && { read }), way };
}

function readPlace(shown: Shown, source: ValueSource | undefined): PartOrigin['read'] {
  const place = valuePlace(shown, source);
  return source && place && { place, hover: hoverFor(source) };
}

function hoverFor(source: ValueSource): string {
  if (source.in === 'template') return 'A constant in the template';
  return source.derived ? `Computed from ${source.path}, marked as a whole` : `Read from ${source.path}`;
}

/** The source in words; of a computed value the whole source is named, and that it is the whole. */
function readFrom(shown: Shown, source: ValueSource): OriginWord[] {
  const place = valuePlace(shown, source);
  const named = nameOf(source, place);
  if (!source.derived) return [{ text: 'read from ' }, ...named];
  return [
    { text: 'computed from ' },
    ...named,
    { text: source.mixed ? ' and other values' : ', named as a whole' },
  ];
}

function nameOf({ in: where, path }: ValueSource, place: EditorPlace | undefined): OriginWord[] {
  switch (where) {
    case 'answer':
      return path.startsWith('header.')
        ? [link(`the backend’s header ${path.slice('header.'.length)}`, place)]
        : [link(path, place)];
    case 'request':
      return [link(path === '' ? 'its parameters' : path, place), { text: ' of the request' }];
    case 'stageVariables':
      return [{ text: 'stage variable ' }, link(path, place)];
    case 'context':
      return [link(`$context.${path}`, place)];
    case 'template':
      return [link('a constant', place)];
  }
}

function link(text: string, place: EditorPlace | undefined): OriginWord {
  return place ? { text, place } : { text };
}

const EDITOR_NAMES = { answer: 'backend answer', rules: 'rules', request: 'request' } as const;

/** `error.vtl, line 3`, leading there; other words when the place is not known. */
function linkTo(document: PlaygroundDocument, place: EditorPlace | undefined, otherwise: string): OriginWord {
  if (!place) return { text: otherwise };
  const text =
    place.editor === 'template'
      ? (document.templates.find(({ name }) => name === place.template)?.text ?? '')
      : place.editor === 'rules'
        ? document.rules
        : '';
  const name = place.editor === 'template' ? (place.template ?? 'template') : EDITOR_NAMES[place.editor];
  return { text: `${name}, line ${lineOf(text, place.span.from)}`, place };
}
