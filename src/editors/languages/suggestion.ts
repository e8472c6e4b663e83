import type { Span } from '../../engine/text/span';

/** One entry of the completion list, whatever the language. */
export interface Suggestion {
  label: string;
  /** What takes the place of `replace`; a snippet, so `$` and `}` are escaped with a backslash. */
  insert: string;
  /** In UTF-16 units of the editor's text. */
  replace: Span;
  kind: 'method' | 'property' | 'variable' | 'keyword' | 'value';
  /** Beside the label: parameters, the type, the binding. */
  detail: string;
  /** Plain text. */
  doc: string;
}

/** What is told about a piece of text pointed at. */
export interface Explanation {
  span: Span;
  /** Code, such as `$input.path(jsonPath)`. */
  title: string;
  /** Plain text. */
  doc: string;
}
