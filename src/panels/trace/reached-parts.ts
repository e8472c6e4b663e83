import type { EditorPlace } from '../../document/editor-place';
import type { Span } from '../../engine/text/span';
import type { Shown } from '../../store/outcome-slice';
import type { ResponsePart } from '../../store/trace';
import { headerPlaces, originOf, templatePlace, valuePlace } from './part-origin';

/*
 * The other way round: which parts of the response a place in an editor went to.
 */

/** What a place went to, by index. */
export interface Reached {
  status: boolean;
  headers: ReadonlySet<number>;
  pieces: ReadonlySet<number>;
}

interface Way {
  span: Span;
  part: ResponsePart;
}

/** Ways of pieces that are kept; a loop can print any number of them. */
const MAX_PIECES = 20_000;

const known = new WeakMap<Shown, Map<string, Way[]>>();

/**
 * The parts of the response that what stands at a place went to. A cursor between two stretches belongs to the one
 * after it. Undefined when it went nowhere.
 */
export function reachedFrom(shown: Shown, cursor: EditorPlace): Reached | undefined {
  let ways = known.get(shown);
  if (!ways) {
    ways = waysOf(shown);
    known.set(shown, ways);
  }
  const here = ways.get(editorKey(cursor)) ?? [];
  const { from, to } = ofValue(shown, cursor);
  const inside = here.filter(({ span }) => span.from < Math.max(to, from + 1) && span.to > from);
  const parts = inside.length > 0 ? inside : here.filter(({ span }) => from === to && span.to === from);
  if (parts.length === 0) return undefined;
  const headers = new Set<number>();
  const pieces = new Set<number>();
  let status = false;
  for (const { part } of parts) {
    if (part.kind === 'status') status = true;
    else (part.kind === 'header' ? headers : pieces).add(part.index);
  }
  return { status, headers, pieces };
}

/** Longest line of an answer in which names of members are looked for, in UTF-16 units. */
const LONGEST_LINE = 20_000;

/** A cursor on the name of a member stands for that member's value. */
function ofValue({ document }: Shown, { editor, span }: EditorPlace): Span {
  if (editor !== 'answer' || span.from !== span.to) return span;
  const text = document.cases[document.activeCase]?.answer ?? '';
  const start = text.lastIndexOf('\n', span.from - 1) + 1;
  const line = text.slice(start, start + LONGEST_LINE).split('\n', 1)[0] ?? '';
  for (const { 0: string, index, groups } of line.matchAll(/"(?:[^"\\]|\\.)*"(?<colon>\s*:\s*)?/g)) {
    const from = start + index;
    const to = from + string.length;
    if (groups?.colon !== undefined && from <= span.from && span.from < to) return { from: to, to };
  }
  return span;
}

/** The parts a place went to, in words: what the cursor stands on needs no name. */
export function describeReached(reached: Reached, shown: Shown): string {
  const { headers, pieces } = reached;
  const names = [...headers].map((index) => shown.outcome.response.headers[index]?.name ?? '');
  const parts = [
    ...(reached.status ? ['the status'] : []),
    ...(names.length > 3 ? [`${names.length} headers`] : names.map((name) => `the header ${name}`)),
    ...(pieces.size > 0
      ? [
          pieces.size === 1
            ? 'one place of the body'
            : `${pieces.size.toLocaleString('en-US')} places of the body`,
        ]
      : []),
  ];
  const last = parts.at(-1) ?? '';
  const list = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
  return `Went to ${list}.`;
}

function waysOf(shown: Shown): Map<string, Way[]> {
  const ways = new Map<string, Way[]>();
  const add = (place: EditorPlace | undefined, part: ResponsePart) => {
    if (!place) return;
    const key = editorKey(place);
    const list = ways.get(key);
    if (list) list.push({ span: place.span, part });
    else ways.set(key, [{ span: place.span, part }]);
  };
  const { headers, body } = shown.outcome.response;
  const status = originOf(shown, { kind: 'status' });
  add(status?.written, { kind: 'status' });
  const override = shown.outcome.overrides.find(({ target, applied }) => target === 'status' && applied);
  add(valuePlace(shown, override?.source), { kind: 'status' });
  for (const [index, { origin }] of headers.entries()) {
    const { set, read, way } = headerPlaces(shown, origin);
    for (const place of [set, read, ...way]) add(place, { kind: 'header', index });
  }
  // A loop writes the same stretch again and again.
  const found = new Map<number, EditorPlace | undefined>();
  const inTemplate = (span: Span) => {
    const pair = span.from * 0x4000000 + span.to;
    if (!found.has(pair)) found.set(pair, templatePlace(shown, span));
    return found.get(pair);
  };
  for (const [index, piece] of (body.pieces ?? []).slice(0, MAX_PIECES).entries()) {
    add(inTemplate(piece.template), { kind: 'piece', index });
    add(valuePlace(shown, piece.source), { kind: 'piece', index });
    for (const span of piece.source?.via ?? []) add(inTemplate(span), { kind: 'piece', index });
  }
  return ways;
}

function editorKey({ editor, template }: EditorPlace): string {
  return template === undefined ? editor : `${editor}:${template}`;
}
