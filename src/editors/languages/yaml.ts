import type { languages } from 'monaco-editor/editor';

/** Begins a block text; the key's indentation is part of the state. */
function enterBlock(next: string): languages.IExpandedMonarchLanguageAction {
  return { token: 'keyword', next, nextEmbedded: 'vtl' };
}

/** Ends a block text: a line with something on it that is not indented deeper than the block's key. */
function leaveBlock(deeper: string): languages.IMonarchLanguageRule {
  return {
    regex: new RegExp(`^(?! *$)(?!$S2${deeper})`),
    action: { token: '@rematch', next: '@pop', nextEmbedded: '@pop' },
  };
}

/**
 * Colours for YAML as people write it for rules: block and flow maps, quoted and plain values, block texts. JSON
 * is YAML, so it comes out right as well. A block text in the rules is a mapping template and coloured as one.
 */
export const YAML_GRAMMAR: languages.IMonarchLanguage = {
  defaultToken: '',
  tokenPostfix: '.yaml',
  brackets: [
    { open: '[', close: ']', token: 'delimiter.square' },
    { open: '{', close: '}', token: 'delimiter.curly' },
  ],
  key: /(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s?:,[\]{}#&*!|>'"%@`-](?:[^\s:]|:(?=\S)| +(?=[^\s#:]))*?)/,
  flowKey: /(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s?:,[\]{}#&*!|>'"%@`-][^\s:,[\]{}]*)/,
  rest: /\s*(?:#.*)?$/,
  blockMark: /[|>][-+\d]*@rest/,
  tokenizer: {
    root: [
      [/^( *)(@key)(\s*:\s+)(@blockMark)/, ['', 'string.key', 'delimiter', enterBlock('@block.$1')]],
      [
        /^( *)(- +)(@key)(\s*:\s+)(@blockMark)/,
        ['', 'delimiter', 'string.key', 'delimiter', enterBlock('@itemBlock.$1')],
      ],
      [/^( *)(- +)(@blockMark)/, ['', 'delimiter', enterBlock('@block.$1')]],
      [/^(?:---|\.\.\.)(?=\s|$)/, 'tag'],
      { include: '@blank' },
      [/[-?](?=\s|$)/, 'delimiter'],
      [/@key(?=\s*:(?:\s|$))/, 'string.key'],
      [/:(?=\s|$)/, 'delimiter'],
      [/-?\d+(?:\.\d+)?(?=@rest)/, 'number'],
      [/(?:true|false|null|~)(?=@rest)/, 'keyword.json'],
      { include: '@start' },
      [/[^\s](?:[^\s]|\s+(?=[^\s#]))*/, 'string'],
    ],
    flow: [
      [/[}\]]/, { token: '@brackets', next: '@pop' }],
      { include: '@blank' },
      [/@flowKey(?=\s*:(?:[\s,{}[\]]|$))/, 'string.key'],
      [/[,:?](?=\s|$|[{}[\]"'])/, 'delimiter'],
      [/,/, 'delimiter'],
      [/-?\d+(?:\.\d+)?(?=\s*[,}\]])/, 'number'],
      [/(?:true|false|null|~)(?=\s*[,}\]])/, 'keyword.json'],
      { include: '@start' },
      [/[^\s,{}[\]]+/, 'string'],
    ],
    blank: [
      [/\s+#.*$/, 'comment'],
      [/^#.*$/, 'comment'],
      [/\s+/, ''],
    ],
    start: [
      [/[{[]/, { token: '@brackets', next: '@flow' }],
      [/"/, 'string', '@double'],
      [/'/, 'string', '@single'],
      [/[&*][^\s,[\]{}]+/, 'tag'],
      [/![^\s,[\]{}]*/, 'tag'],
    ],
    double: [
      [/[^"\\]+/, 'string'],
      [/\\(?:[0abefnrtv "/\\N_LP\t]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|$)/, 'string.escape'],
      [/\\./, 'invalid'],
      [/"/, 'string', '@pop'],
    ],
    single: [
      [/''/, 'string.escape'],
      [/[^']+/, 'string'],
      [/'/, 'string', '@pop'],
    ],
    block: [leaveBlock(' '), [/.*$/, 'string']],
    // The key stands two columns right of its dash.
    itemBlock: [leaveBlock(' {3}'), [/.*$/, 'string']],
  },
};

export const YAML_CONFIGURATION: languages.LanguageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}', notIn: ['string'] },
    { open: '[', close: ']', notIn: ['string'] },
    { open: '"', close: '"', notIn: ['string'] },
    { open: "'", close: "'", notIn: ['string'] },
  ],
  folding: { offSide: true },
  onEnterRules: [
    // After `key:` and after `key: |` what follows stands deeper. `action` counts as `IndentAction.Indent`.
    { beforeText: /^\s*(?:- )*[^\s#][^#]*:\s*(?:[|>][-+\d]*)?\s*$/, action: { indentAction: 1 } },
  ],
};
