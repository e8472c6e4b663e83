import { memo } from 'react';
import { CodeEditor } from '../../editors/CodeEditor';

/** An editor that is left alone while somebody types in another one. */
export const Editor = memo(CodeEditor);
