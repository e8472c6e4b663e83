import type { languages } from 'monaco-editor/editor';
import { compile } from 'monaco-editor/editor/standalone/common/monarch/monarchCompile';
import { MonarchTokenizer } from 'monaco-editor/editor/standalone/common/monarch/monarchLexer';

/** Embedded languages come out without classes. */
const NO_OTHER_LANGUAGES = {
  getLanguageIdByLanguageName: () => null,
  getLanguageIdByMimeType: () => null,
  isRegisteredLanguageId: () => false,
};

/**
 * Runs a grammar with Monaco's own tokenizer. Returns per line the stretches that have a token class, as
 * `text → class`; neighbours of one class are joined.
 */
export function tokensOf(grammar: languages.IMonarchLanguage, text: string): string[][] {
  const lexer = compile('test', { ...grammar, tokenPostfix: '' });
  const tokenizer = new MonarchTokenizer(NO_OTHER_LANGUAGES, {}, 'test', lexer, {
    getValue: () => 20_000,
    onDidChangeConfiguration: () => ({ dispose() {} }),
  });
  let state = tokenizer.getInitialState();
  const lines = text.split('\n');
  return lines.map((line, index) => {
    const { tokens, endState } = tokenizer.tokenize(line, index < lines.length - 1, state);
    state = endState;
    const pieces: [text: string, type: string][] = [];
    for (const [at, token] of tokens.entries()) {
      const piece = line.slice(token.offset, tokens[at + 1]?.offset ?? line.length);
      const last = pieces.at(-1);
      if (piece === '') continue;
      if (last?.[1] === token.type) last[0] += piece;
      else pieces.push([piece, token.type]);
    }
    return pieces.filter(([, type]) => type !== '').map(([piece, type]) => `${piece} → ${type}`);
  });
}
