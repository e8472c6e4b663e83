import type { languages } from 'monaco-editor/editor';

/** How VTL is typed: comments, pairs, and the depth of lines in blocks. */
export const VTL_CONFIGURATION: languages.LanguageConfiguration = {
  comments: { lineComment: '##', blockComment: ['#*', '*#'] },
  // A hyphen belongs to a name.
  wordPattern: /[A-Za-z_][\w-]*|[^\s`~!@#%^&*()=+[{\]}\\|;:'",.<>/?$-]+/,
  brackets: [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
    { open: '#*', close: '*#' },
  ],
  // Closing before a letter gets in the way of putting parentheses around what stands there.
  autoCloseBefore: ';:.,=}])"\' \n\t#',
  surroundingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
  indentationRules: {
    // A line that opens a block and does not close it, or ends with an opening bracket.
    increaseIndentPattern:
      /^(?!\s*##)(?:.*#\{?(?:if|elseif|else|foreach|define|macro)\b(?!.*#\{?end\b).*|.*[{[]\s*)$/,
    decreaseIndentPattern: /^\s*(?:#\{?(?:end|else|elseif)\b|[}\]])/,
  },
};
