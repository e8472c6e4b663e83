import { memo, useCallback } from 'react';
import { CodeEditor } from '../../editors/CodeEditor';
import type { CodeEditorProps } from '../../editors/types';
import type { Span } from '../../engine/text/span';
import { followCursor } from '../../store/store';

interface EditorProps extends CodeEditorProps {
  /** Name of the template shown. */
  template?: string;
}

/** An editor that is left alone while somebody types in another one. What its cursor stands on is followed. */
export const Editor = memo(function Editor({ template, ...props }: EditorProps) {
  const { editor } = props;
  const onSelect = useCallback(
    (span: Span | undefined) =>
      followCursor(span && { editor, span, ...(template === undefined ? {} : { template }) }),
    [editor, template],
  );
  return <CodeEditor {...props} onSelect={onSelect} />;
});
