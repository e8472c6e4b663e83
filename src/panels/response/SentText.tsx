import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import type { OutputPiece } from '../../engine/outcome';
import type { Shown } from '../../store/outcome-slice';
import { goTo } from '../../store/session';
import { point, usePlayground } from '../../store/store';
import { originOf } from '../trace/part-origin';
import { useReached } from '../trace/use-reached';

/** Pieces that can be pointed at; thousands more would cost more than the link is worth and stand as one text. */
const MAX_PIECES = 3000;

interface SentTextProps {
  text: string;
  pieces: OutputPiece[];
  bad: number | undefined;
  shown: Shown;
}

/**
 * The text as sent. Pointing at a piece, or going there with the arrow keys, lights up what wrote it; pressing it goes
 * there. What the text at an editor's cursor went to is lit as well.
 */
export function SentText({ text, pieces, bad, shown }: SentTextProps) {
  const body = useRef<HTMLSpanElement>(null);
  const pointed = usePlayground(({ trace }) =>
    trace.pointed?.kind === 'piece' ? trace.pointed.index : undefined,
  );
  const reached = useReached();
  // Marking the elements themselves: one of thousands changes, and React would look at all of them.
  useMark(body, 'pointed', pointed === undefined ? NOTHING : [pointed], pieces);
  useMark(body, 'reached', reached?.pieces ?? NOTHING, pieces);

  const last = Math.min(pieces.length, MAX_PIECES) - 1;
  if (last < 0) return <Marked text={text} from={0} bad={bad} />;

  function press(event: KeyboardEvent) {
    const current = pointed ?? -1;
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: last }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const index = Math.max(0, Math.min(to, last));
      point({ kind: 'piece', index });
      body.current?.children[index]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && pointed !== undefined) {
      event.preventDefault();
      visit(shown, pointed, event.shiftKey);
    } else if (event.key === 'Escape') point(undefined);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <span
      ref={body}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go through its pieces
      tabIndex={0}
      className="pieces"
      aria-label="Body, piece by piece with the left and right arrow keys"
      onKeyDown={press}
      onPointerOver={(event) => {
        const index = pieceAt(event.target);
        if (index !== undefined) point({ kind: 'piece', index });
      }}
      onPointerLeave={(event) => event.pointerType === 'mouse' && point(undefined)}
      onFocus={(event) => {
        if (pointed === undefined && event.currentTarget.matches(':focus-visible'))
          point({ kind: 'piece', index: 0 });
      }}
      onClick={(event) => {
        const index = pieceAt(event.target);
        // On a touch screen the line below leads on, lest a look at the origin change the screen.
        if (index === undefined || (event.nativeEvent as PointerEvent).pointerType === 'touch') return;
        if (window.getSelection()?.isCollapsed !== false) visit(shown, index, false);
      }}
    >
      <Pieces text={text} pieces={pieces} bad={bad} />
    </span>
  );
}

const NOTHING: Iterable<number> = [];

function visit(shown: Shown, index: number, value: boolean) {
  const origin = originOf(shown, { kind: 'piece', index });
  const place = value ? origin?.read?.place : origin?.written;
  if (place) goTo(place);
}

function pieceAt(target: EventTarget): number | undefined {
  const index = target instanceof Element ? target.closest<HTMLElement>('.piece')?.dataset.index : undefined;
  return index === undefined ? undefined : Number(index);
}

/** Sets an attribute on the pieces of these indexes and takes it away again. */
function useMark(
  body: React.RefObject<HTMLElement | null>,
  name: 'pointed' | 'reached',
  indexes: Iterable<number>,
  pieces: OutputPiece[],
) {
  useEffect(() => {
    if (pieces.length === 0) return;
    const marked = [...indexes].map((index) => body.current?.children[index]);
    for (const element of marked) element?.setAttribute(`data-${name}`, 'true');
    return () => {
      for (const element of marked) element?.removeAttribute(`data-${name}`);
    };
  }, [body, name, indexes, pieces]);
}

const Pieces = memo(function Pieces({ text, pieces, bad }: Omit<SentTextProps, 'shown'>) {
  const shownPieces = pieces.slice(0, MAX_PIECES).filter(({ output }) => output.from < text.length);
  const end = shownPieces.at(-1)?.output.to ?? 0;
  return (
    <>
      {shownPieces.map((piece, index) => (
        <span key={piece.output.from} className="piece" data-kind={piece.kind} data-index={index}>
          <Marked text={text.slice(piece.output.from, piece.output.to)} from={piece.output.from} bad={bad} />
        </span>
      ))}
      <Marked text={text.slice(end)} from={end} bad={bad} />
    </>
  );
});

/** A stretch of the body with the first character that is not JSON marked, if it lies inside. */
function Marked({ text, from, bad }: { text: string; from: number; bad: number | undefined }) {
  if (bad === undefined || bad < from || bad >= from + text.length) return text;
  const at = bad - from;
  return (
    <>
      {text.slice(0, at)}
      <mark className="bad-character">{text.slice(at, at + 1)}</mark>
      {text.slice(at + 1)}
    </>
  );
}
