/* The parts of Monaco that run a Monarch grammar without an editor; Monaco ships no types for them. */

declare module 'monaco-editor/editor/standalone/common/monarch/monarchCompile' {
  import type { languages } from 'monaco-editor/editor';
  export interface Lexer {
    readonly languageId: string;
  }
  export function compile(languageId: string, grammar: languages.IMonarchLanguage): Lexer;
}

declare module 'monaco-editor/editor/standalone/common/monarch/monarchLexer' {
  import type { Lexer } from 'monaco-editor/editor/standalone/common/monarch/monarchCompile';
  export interface State {
    clone(): State;
  }
  export class MonarchTokenizer {
    constructor(languages: object, themes: object, languageId: string, lexer: Lexer, configuration: object);
    getInitialState(): State;
    tokenize(
      line: string,
      hasEndOfLine: boolean,
      state: State,
    ): { tokens: { offset: number; type: string }[]; endState: State };
  }
}
