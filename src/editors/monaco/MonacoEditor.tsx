import { Editor } from '@monaco-editor/react';
import { TabFocus } from 'monaco-editor/editor/browser/config/tabFocus';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { EchoFilter } from '../echo-filter';
import { editorText, mergeTyped, smallestEdit, toTextOffset } from '../editor-text';
import type { PlainState } from '../PlainEditor';
import type { CodeEditorProps } from '../types';
import './languages';
import './providers';
import './verbatim-type';
import { decorations, rangeOf, showMarks } from './decorate';
import { modelPath, touchModel } from './models';
import { monaco } from './monaco';
import { EDITOR_OPTIONS, MODEL_OPTIONS } from './options';
import { offerFixes } from './quick-fixes';
import { useTheme } from './theme';

interface Props extends CodeEditorProps {
  /** How the text area stands at this moment; undefined when there is none. */
  handOver(): PlainState | undefined;
  /** Monaco stands and has taken the cursor over. */
  onReady(): void;
  /** Monaco is being taken down. */
  onGone(): void;
}

/** Monaco's keys for it. */
const TOGGLE_TAB = /Mac|iPhone|iPad/.test(navigator.platform) ? 'Control+Shift+M' : 'Control+M';

type Standing = monaco.editor.IStandaloneCodeEditor;

/** Monaco on the properties of `CodeEditor`. */
export function MonacoEditor(props: Props) {
  const { model, language, text, label, readOnly = false } = props;
  const theme = useTheme();
  const [editor, setEditor] = useState<Standing>();
  const path = modelPath(model);
  const options = useMemo(
    () => ({ ...EDITOR_OPTIONS, readOnly, domReadOnly: readOnly, ariaLabel: label }),
    [readOnly, label],
  );

  useText(editor, path, props);
  useDecorations(editor, path, props);
  useTakeOver(editor, props);
  useReveal(editor, path, props);
  useSelection(editor, props);
  const tabLeaves = useTabFocusMode();

  return (
    <>
      <Editor
        path={path}
        defaultValue={editorText(text)}
        language={language === 'plain' ? 'plaintext' : language}
        theme={theme}
        options={options}
        loading={null}
        keepCurrentModel
        onMount={setEditor}
      />
      {tabLeaves && (
        <div className="tab-focus-note" aria-hidden="true">
          Tab leaves the editor. {TOGGLE_TAB}: Tab indents again.
        </div>
      )}
    </>
  );
}

/** Keeps the model and the property in step, without a jump of the cursor and without losing a letter. */
function useText(editor: Standing | undefined, path: string, { editor: id, text, onChange }: Props): void {
  const send = useNewest(onChange);
  const echo = useRef<{ path: string; filter: EchoFilter }>(undefined);
  const applying = useRef(false);

  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model) return;
    if (echo.current?.path !== path) {
      echo.current = { path, filter: new EchoFilter(text) };
      touchModel(model.uri, id);
      // The wrapper makes the model before the editor, and so without its options.
      model.updateOptions(MODEL_OPTIONS);
    }
    echo.current.filter.receive(text);
    applying.current = true;
    putText(editor, model, editorText(echo.current.filter.text));
    applying.current = false;
  }, [editor, path, id, text]);

  useEffect(() => {
    const subscription = editor?.onDidChangeModelContent(() => {
      const filter = echo.current?.filter;
      const model = editor.getModel();
      if (applying.current || !filter || !model) return;
      const merged = mergeTyped(filter.text, model.getValue(monaco.editor.EndOfLinePreference.LF));
      if (filter.type(merged)) send.current(merged);
    });
    return () => subscription?.dispose();
  }, [editor, send]);
}

function putText(editor: Standing, model: monaco.editor.ITextModel, text: string): void {
  // On Windows Monaco would begin a text without line breaks with CRLF ones.
  if (model.getEndOfLineSequence() !== monaco.editor.EndOfLineSequence.LF) {
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
  }
  const edit = smallestEdit(model.getValue(monaco.editor.EndOfLinePreference.LF), text);
  if (edit === undefined) return;
  const range = monaco.Range.fromPositions(
    model.getPositionAt(edit.span.from),
    model.getPositionAt(edit.span.to),
  );
  model.pushStackElement();
  model.pushEditOperations(editor.getSelections(), [{ range, text: edit.insert }], () => null);
  model.pushStackElement();
}

function useDecorations(editor: Standing | undefined, path: string, props: Props): void {
  const { text, marks, notes, highlights, onFix } = props;
  const collection = useRef<monaco.editor.IEditorDecorationsCollection>(undefined);

  // Deliberately not on every change of the text: until the answer to it is there, what is shown moves along
  // with the letters typed.
  const newest = useNewest(text);

  useEffect(() => {
    const model = editor?.getModel();
    if (!model || !path) return;
    showMarks(model, newest.current, marks ?? []);
    offerFixes(model, marks ?? [], onFix);
  }, [editor, path, newest, marks, onFix]);

  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model || !path) return;
    collection.current ??= editor.createDecorationsCollection();
    collection.current.set(decorations(model, newest.current, notes ?? [], highlights ?? []));
  }, [editor, path, newest, notes, highlights]);
}

/** Takes text, cursor, focus and scroll position over from the text area, when no input method is at work in it. */
function useTakeOver(editor: Standing | undefined, props: Props): void {
  const { handOver, onReady, onGone } = props;

  useEffect(() => {
    if (!editor) return;
    editor
      .getDomNode()
      ?.querySelector('.native-edit-context, textarea')
      ?.setAttribute(
        'aria-description',
        `Tab indents. ${TOGGLE_TAB} makes Tab leave the editor. F6 goes on.`,
      );
    const take = () => {
      const state = handOver();
      if (state?.composing) {
        document.addEventListener('compositionend', () => setTimeout(take), { once: true });
        return;
      }
      const model = editor.getModel();
      if (state && model) {
        const { startLineNumber, startColumn, endLineNumber, endColumn } = rangeOf(model, state.text, state);
        editor.setSelection(
          state.backward
            ? new monaco.Selection(endLineNumber, endColumn, startLineNumber, startColumn)
            : new monaco.Selection(startLineNumber, startColumn, endLineNumber, endColumn),
        );
        editor.setScrollTop(state.scrollTop, monaco.editor.ScrollType.Immediate);
        if (state.focused) editor.focus();
      }
      onReady();
    };
    take();
    return onGone;
  }, [editor, handOver, onReady, onGone]);
}

function useReveal(editor: Standing | undefined, path: string, { text, reveal }: Props): void {
  const newest = useNewest(text);
  // What was asked for before Monaco stood, the text area has done.
  const done = useRef(reveal);

  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model || !path || reveal === undefined || reveal === done.current) return;
    done.current = reveal;
    const range = rangeOf(model, newest.current, reveal.span);
    editor.setSelection(range);
    editor.revealRangeInCenterIfOutsideViewport(range, monaco.editor.ScrollType.Immediate);
    editor.focus();
  }, [editor, path, newest, reveal]);
}

/** Tells what is selected while the editor has the focus. */
function useSelection(editor: Standing | undefined, { text, onSelect }: Props): void {
  const newest = useNewest(text);
  const send = useNewest(onSelect);

  useEffect(() => {
    const tell = () => {
      const model = editor?.getModel();
      const selection = editor?.getSelection();
      if (!model || !selection || !editor?.hasTextFocus()) return;
      const offset = (position: monaco.Position) => toTextOffset(newest.current, model.getOffsetAt(position));
      send.current?.({ from: offset(selection.getStartPosition()), to: offset(selection.getEndPosition()) });
    };
    const subscriptions = [
      editor?.onDidChangeCursorSelection(tell),
      editor?.onDidFocusEditorText(tell),
      editor?.onDidBlurEditorText(() => send.current?.(undefined)),
    ];
    return () => {
      for (const subscription of subscriptions) subscription?.dispose();
    };
  }, [editor, newest, send]);
}

/** Whether Tab leaves the editors at present; Ctrl+M changes it, and Monaco tells screen readers. */
function useTabFocusMode(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const subscription = TabFocus.onDidChangeTabFocus(listener);
      return () => subscription.dispose();
    },
    () => TabFocus.getTabFocusMode(),
  );
}

/** The newest value, for effects that are not to run again when it changes. */
function useNewest<T>(value: T) {
  const newest = useRef(value);
  useLayoutEffect(() => {
    newest.current = value;
  }, [value]);
  return newest;
}
