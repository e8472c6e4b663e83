import type { monaco } from './monaco';

/** The page's own, since the text area and Monaco have to agree to the pixel. */
const FONT = getComputedStyle(document.documentElement).getPropertyValue('--mono').trim() || 'monospace';

export const EDITOR_OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  fontFamily: FONT,
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  padding: { top: 8, bottom: 8 },
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 4,
  glyphMargin: false,
  wordWrap: 'on',
  wrappingIndent: 'none',
  wrappingStrategy: 'simple',
  // As a text area wraps, so that nothing moves when Monaco takes over.
  wordWrapBreakBeforeCharacters: '',
  wordWrapBreakAfterCharacters: ' \t-',
  scrollBeyondLastLine: false,
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  renderFinalNewline: 'on',
  renderControlCharacters: true,
  renderWhitespace: 'selection',
  roundedSelection: false,
  guides: { indentation: false },
  // Panels cut off what hangs over their edge.
  fixedOverflowWidgets: true,
  // The texts come from anywhere, and a dialog about U+2028 would change their bytes.
  unusualLineTerminators: 'off',
  wordBasedSuggestions: 'off',
  acceptSuggestionOnEnter: 'smart',
  acceptSuggestionOnCommitCharacter: false,
  quickSuggestions: { other: true, comments: false, strings: true },
  suggest: { showWords: false, preview: false },
  detectIndentation: false,
  // These would ask for Monaco's worker.
  links: false,
  colorDecorators: false,
  defaultColorDecorators: 'never',
  unicodeHighlight: { nonBasicASCII: false, invisibleCharacters: false, ambiguousCharacters: false },
  autoIndent: 'full',
};

export const MODEL_OPTIONS: monaco.editor.ITextModelUpdateOptions = {
  tabSize: 2,
  insertSpaces: true,
  bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
};
