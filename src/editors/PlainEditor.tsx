import {
  memo,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { EchoFilter } from './echo-filter';
import { editorText, mergeTyped, toEditorOffset, toTextOffset } from './editor-text';
import { NOTE_GAP, type PlainLine, plainLines } from './plain-lines';
import type { CodeEditorProps } from './types';

/** Above this the mirror costs more than a keystroke may take, and the text area stands alone. */
const LONGEST_MIRRORED = 60_000;

/** Where a text area stood, for the editor that takes over. Offsets in the document's text. */
export interface PlainState {
  text: string;
  from: number;
  to: number;
  backward: boolean;
  focused: boolean;
  scrollTop: number;
  /** An input method is in the middle of a word; taking over would cut it off. */
  composing: boolean;
}

interface Props extends CodeEditorProps {
  state: Ref<() => PlainState>;
}

/**
 * A text area on the same properties as Monaco: it stands in until Monaco is there, and for good on small and
 * touch screens. Line numbers, marks and notes are drawn by a mirror behind it that wraps as the text area does.
 * Stands for one model: another one needs another `key`.
 */
export function PlainEditor(props: Props) {
  const { text, onChange, readOnly = false, label, marks, notes, highlights, reveal } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const composing = useRef(false);
  const [filter] = useState(() => new EchoFilter(text));

  // The text area is not a controlled one: React would write a late echo over newer letters.
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    filter.receive(text);
    const wanted = editorText(filter.text);
    if (element.value !== wanted) element.value = wanted;
  }, [text, filter]);

  useEffect(() => {
    const element = area.current;
    if (reveal === undefined || element === null) return;
    const from = toEditorOffset(filter.text, reveal.span.from);
    element.focus();
    element.setSelectionRange(from, toEditorOffset(filter.text, reveal.span.to));
    const line = gutter.current?.children[element.value.slice(0, from).split('\n').length - 1];
    if (line instanceof HTMLElement) element.scrollTop = line.offsetTop - element.clientHeight / 2;
  }, [reveal, filter]);

  useImperativeHandle(
    props.state,
    () => () => {
      const element = area.current;
      return {
        text: filter.text,
        from: toTextOffset(filter.text, element?.selectionStart ?? 0),
        to: toTextOffset(filter.text, element?.selectionEnd ?? 0),
        backward: element?.selectionDirection === 'backward',
        focused: element !== null && element === document.activeElement,
        scrollTop: element?.scrollTop ?? 0,
        composing: composing.current,
      };
    },
    [filter],
  );

  const lines = useMemo(
    () => (text.length > LONGEST_MIRRORED ? undefined : plainLines(text, marks, notes, highlights)),
    [text, marks, notes, highlights],
  );

  return (
    <div className="plain-editor">
      <div className="plain-editor-mirror" aria-hidden="true">
        <div ref={gutter}>
          {lines?.map((line) => (
            <MirrorLine key={line.number} line={line} />
          ))}
        </div>
      </div>
      <textarea
        ref={area}
        className="plain-editor-text"
        aria-label={label}
        aria-invalid={marks?.some((mark) => mark.severity === 'error') ?? false}
        readOnly={readOnly}
        defaultValue={editorText(text)}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        data-gramm="false"
        onChange={(event) => {
          const merged = mergeTyped(filter.text, event.target.value);
          if (filter.type(merged)) onChange(merged);
        }}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          props.onSelect?.({
            from: toTextOffset(filter.text, selectionStart),
            to: toTextOffset(filter.text, selectionEnd),
          })
        }
        onBlur={() => props.onSelect?.(undefined)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
        onScroll={(event) => {
          if (gutter.current)
            gutter.current.style.transform = `translateY(${-event.currentTarget.scrollTop}px)`;
        }}
      />
    </div>
  );
}

const MirrorLine = memo(
  function MirrorLine({ line }: { line: PlainLine }) {
    return (
      <div className="plain-editor-line">
        {line.pieces.map((piece) => (
          <span key={piece.column} className={piece.classes}>
            {piece.text}
          </span>
        ))}
        {line.note && (
          <span className={`line-note line-note-${line.note.tone}`}>{NOTE_GAP + line.note.text}</span>
        )}
        {'\u200B'}
      </div>
    );
  },
  (before, after) => JSON.stringify(before.line) === JSON.stringify(after.line),
);
