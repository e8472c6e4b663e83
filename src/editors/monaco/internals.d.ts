/* Files of Monaco without types of their own. */

declare module 'monaco-editor/editor/browser/config/tabFocus' {
  import type { IDisposable } from 'monaco-editor/editor';
  /** Whether Tab leaves all editors instead of indenting. */
  export const TabFocus: {
    getTabFocusMode(): boolean;
    onDidChangeTabFocus(listener: (leaves: boolean) => void): IDisposable;
  };
}

declare module 'monaco-editor/base/common/marked/marked' {
  export const marked: { parse(markdown: string, options: { gfm: boolean; async: false }): string };
}
