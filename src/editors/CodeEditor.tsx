import { useCallback, useRef, useState } from 'react';
import './editors.css';
import { useEditors } from './load-editors';
import { PlainEditor, type PlainState } from './PlainEditor';
import type { CodeEditorProps } from './types';

/**
 * A controlled text with marks. A text area at first; when `loadEditors` has brought Monaco it takes over in the
 * same place, with the text, the cursor and the focus the text area had. Fills its parent.
 */
export function CodeEditor(props: CodeEditorProps) {
  const editors = useEditors();
  const [taken, setTaken] = useState(false);
  const plainState = useRef<() => PlainState>(null);
  const handOver = useCallback(() => plainState.current?.(), []);
  const takeOver = useCallback(() => setTaken(true), []);
  const giveBack = useCallback(() => setTaken(false), []);

  return (
    <div className="code-editor" data-editor={props.editor} data-language={props.language}>
      {editors && (
        <editors.MonacoEditor {...props} handOver={handOver} onReady={takeOver} onGone={giveBack} />
      )}
      {!(editors && taken) && <PlainEditor key={props.model} {...props} state={plainState} />}
    </div>
  );
}
