/*
 * From a place in the scenario back to the text as it was typed. In between may lie a YAML scalar with its quotes,
 * escapes, folded lines and indentation, or the head of an HTTP message.
 */
import type { Place } from '../engine/outcome';
import type { Span } from '../engine/text/span';
import type { EditorPlace } from './editor-place';
import { firstLine } from './fault';
import type { PlaygroundDocument } from './model';
import type { AnswerReading } from './read-answer';
import type { RequestReading } from './read-request';
import type { RulesReading } from './read-rules';
import { scalarOffsets } from './scalar-offsets';
import { type Origins, type Path, pathKey } from './shape';
import type { ScalarNode, TextNode } from './text-tree';

export type Locate = (place: Place) => EditorPlace | undefined;

/**
 * Makes the function that places are looked up with. Offsets of a scalar are worked out once, when asked for. A
 * place without a span is the first line of what it names: a mark over a whole text says nothing.
 */
export function newLocator(
  document: PlaygroundDocument,
  typed: string,
  rules: RulesReading,
  request: RequestReading,
  answer: AnswerReading,
): Locate {
  const offsets = new Map<ScalarNode, Uint32Array | undefined>();
  const inText = (text: string, origins: Origins, path: Path, span: Span | undefined): Span | undefined => {
    const found = nearest(origins, path);
    if (!found) return undefined;
    const { node, exact } = found;
    if (node.kind !== 'scalar' || !exact || !span) return firstLine(text, node.span);
    if (!offsets.has(node)) offsets.set(node, offsetsOf(text, node));
    return mapped(span, offsets.get(node)) ?? firstLine(text, node.span);
  };
  return (place) => {
    switch (place.in) {
      case 'answer': {
        const { body } = answer;
        const span = place.span ? shifted(place.span, body) : body && firstLine(typed, body);
        return span && { editor: 'answer', span };
      }
      case 'template': {
        const template = document.templates.find(({ name }) => name === place.name);
        if (!template) return undefined;
        const { text } = template;
        const span = place.span ?? firstLine(text, { from: 0, to: text.length });
        return { editor: 'template', template: place.name, span };
      }
      case 'rules': {
        const span = inText(document.rules, rules.origins, place.path, place.span);
        return span && { editor: 'rules', span };
      }
      case 'request': {
        const span = inText(document.request, request.origins, place.path, place.span);
        return span && { editor: 'request', span };
      }
    }
  };
}

/** The node at a path or, when that member was not written, at the closest one around it. */
function nearest(origins: Origins, path: Path): { node: TextNode; exact: boolean } | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = origins.get(pathKey(path.slice(0, length)));
    if (node) return { node, exact: length === path.length };
  }
  return undefined;
}

function offsetsOf(text: string, { span, style, text: value }: ScalarNode): Uint32Array | undefined {
  const found = style && scalarOffsets(text.slice(span.from, span.to), style, value);
  return found?.map((offset) => offset + span.from);
}

function mapped({ from, to }: Span, offsets: Uint32Array | undefined): Span | undefined {
  const start = offsets?.[from];
  if (start === undefined || !offsets) return undefined;
  if (to <= from) return { from: start, to: start };
  // The end is just after the last character, not where the next one begins on another line.
  const last = offsets[Math.min(to, offsets.length - 1) - 1] ?? start;
  const next = offsets[Math.min(to, offsets.length - 1)] ?? last;
  return { from: start, to: endOfCharacter(last, next, start) };
}

/** An escape is at most ten characters long; what is farther is folded or stripped white space. */
function endOfCharacter(last: number, next: number, start: number): number {
  return Math.max(start, next - last <= 10 ? next : last + 1);
}

function shifted({ from, to }: Span, body: Span | undefined): Span | undefined {
  return body && { from: Math.min(body.from + from, body.to), to: Math.min(body.from + to, body.to) };
}
