/*
 * Monaco, self-hosted and only with the features a small text needs. Every line here costs bytes; the JSON
 * language service is left out (its errors come from the engine) and so is all that computes in Monaco's worker,
 * which therefore need not be there.
 */
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/tokenization/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import { loader } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/editor';

// Without this the React wrapper would fetch Monaco from a public server.
loader.config({ monaco: monaco as never });

export { monaco };
