import type { languages } from 'monaco-editor/editor';

/*
 * Colours for a mapping template: VTL in the midst of text that is mostly JSON. The lexical rules are those of
 * Velocity 1.7 as the service runs it; where a colour and the engine disagree, the engine is right.
 *
 * The states: `root` is template text, `jsonString` a string in that text (it may hold VTL and ends with its
 * line), `expression` the inside of a directive's parentheses, `plainTail` and `formalTail` what follows the name
 * of `$name` and `${name`.
 */

/** Objects the service puts into every template. */
const BUILT_IN_OBJECTS = ['input', 'util', 'context', 'stageVariables'];

/** Variables that exist inside a loop. */
const LOOP_VARIABLES = ['foreach', 'velocityCount', 'velocityHasNext'];

/** Action for the name of a reference, going on with what may follow it. */
function nameOf(next: string): languages.IExpandedMonarchLanguageAction {
  return {
    cases: {
      '@builtIn': { token: 'variable.predefined', next },
      '@default': { token: 'variable', next },
    },
  };
}

export const VTL_GRAMMAR: languages.IMonarchLanguage = {
  // A reference ends with its line, and only a rule that sees the line feed can end it there.
  includeLF: true,
  defaultToken: '',
  tokenPostfix: '.vtl',
  builtIn: [...BUILT_IN_OBJECTS, ...LOOP_VARIABLES],
  words: ['in', 'and', 'or', 'not', 'eq', 'ne', 'lt', 'le', 'gt', 'ge'],
  literals: ['true', 'false'],
  brackets: [
    { open: '(', close: ')', token: 'delimiter.parenthesis' },
    { open: '[', close: ']', token: 'delimiter.square' },
    { open: '{', close: '}', token: 'delimiter.curly' },
  ],
  name: /[A-Za-z_][\w-]*/,
  property: /[A-Za-z][\w-]*/,
  number: /-?(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:e[+-]?\d+)?/,

  tokenizer: {
    root: [
      { include: '@vtl' },
      [/"[^"\\$#\n]*"(?=\s*:)/, 'string.key'],
      [/"/, 'string', '@jsonString'],
      [/(?:true|false|null)(?![\w-])/, 'keyword.json'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w-])/, 'number'],
      [/[\w-]+/, ''],
      [/[{}[\]()]/, '@brackets'],
      [/[,:]/, 'delimiter'],
      // A run at once, since each rule above looks at all of it.
      [/\\+|\s+/, ''],
      [/./, ''],
    ],

    jsonString: [
      { include: '@vtl' },
      [/\n/, '', '@pop'],
      [/"/, 'string', '@pop'],
      [/(?:\\["\\/bfnrtu])+/, 'string.escape'],
      [/[^"\\$#\n]+/, 'string'],
      [/./, 'string'],
    ],

    vtl: [
      [/##[^\n]*/, 'comment'],
      [/#\*/, 'comment', '@blockComment'],
      [/#\[\[/, 'tag', '@textBlock'],
      // An odd number of backslashes takes a reference's or a known directive's meaning away, an even one does not.
      [/(?:\\\\)*\\\$!?(?:@name|\{@name\}?)/, 'string.escape'],
      [/(?:\\\\)+(?=\$!?\{?[A-Za-z_])/, 'string.escape'],
      [/(?:\\\\)*\\#(?:if|elseif|else|end|set|foreach|define|macro|stop|break)(?![\w@])/, 'string.escape'],
      [/(\$!?\{)(@name)/, ['delimiter.reference', nameOf('@formalTail')]],
      [/(\$!?)(@name)/, ['delimiter.reference', nameOf('@plainTail')]],
      [
        /(#(?:if|elseif|foreach|define|macro)|#\{(?:if|elseif|foreach|define|macro)\})(\s*)(\()/,
        ['keyword', '', { token: 'delimiter.parenthesis', bracket: '@open', next: '@expression' }],
      ],
      [
        /(#set|#\{set\})( *)(\()/,
        ['keyword', '', { token: 'delimiter.parenthesis', bracket: '@open', next: '@expression' }],
      ],
      [
        /(#(?:break|stop|parse|include|literal|evaluate))(\()/,
        ['keyword', { token: 'delimiter.parenthesis', bracket: '@open', next: '@expression' }],
      ],
      [/#(?:else|end|break|stop)(?![\w@])|#\{(?:else|end|break|stop)\}/, 'keyword'],
    ],

    blockComment: [
      [/\*#/, 'comment', '@pop'],
      [/[^*]+/, 'comment'],
      [/\*/, 'comment'],
    ],

    textBlock: [
      [/\]\]#/, 'tag', '@pop'],
      [/[^\]]+/, 'string.raw'],
      [/\]/, 'string.raw'],
    ],

    plainTail: [{ include: '@tail' }, ['', '', '@pop']],

    formalTail: [{ include: '@tail' }, [/\}/, 'delimiter.reference', '@pop'], ['', '', '@pop']],

    tail: [
      [
        /(\.)(@property)(\()/,
        ['delimiter', 'function', { token: 'delimiter.parenthesis', bracket: '@open', next: '@expression' }],
      ],
      [/(\.)(@property)/, ['delimiter', 'variable.property']],
      [/\[/, { token: 'delimiter.square', bracket: '@open', next: '@index' }],
    ],

    index: [[/\]/, { token: 'delimiter.square', bracket: '@close', next: '@pop' }], { include: '@operand' }],

    expression: [
      [/\)/, { token: 'delimiter.parenthesis', bracket: '@close', next: '@pop' }],
      [/\(/, { token: 'delimiter.parenthesis', bracket: '@open', next: '@expression' }],
      { include: '@operand' },
      [/@name/, { cases: { '@words': 'keyword', '@literals': 'keyword.json', '@default': 'invalid' } }],
      [/\.\./, 'operator'],
      [/[[\]{}]/, '@brackets'],
      [/[,:]/, 'delimiter'],
      [/\\+/, 'invalid'],
      [/&&|\|\||[=!<>]=|[-+*/%=!<>]/, 'operator'],
      [/\s+/, ''],
    ],

    operand: [
      { include: '@vtl' },
      [/'/, 'string', '@quoted'],
      [/"/, 'string', '@interpolated'],
      [/@number/, 'number'],
    ],

    quoted: [
      [/''/, 'string.escape'],
      [/'/, 'string', '@pop'],
      [/[^']+/, 'string'],
    ],

    // The next quote ends the string, wherever it stands, so what is inside has no states of its own.
    interpolated: [
      [/""/, 'string.escape'],
      [/"/, 'string', '@pop'],
      [/\\u[0-9A-Fa-f]{4}/, 'string.escape'],
      [/\\+\$/, 'string.escape'],
      [/\$!?\{@name(?:\.@property)*\}?/, 'variable'],
      [/\$!?@name(?:\.@property)*/, 'variable'],
      [/#(?:if|elseif|else|end|set|foreach)(?![\w@])/, 'keyword'],
      [/\\+|[^"\\$#]+/, 'string'],
      [/./, 'string'],
    ],
  },
};
