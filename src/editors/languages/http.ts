import type { languages } from 'monaco-editor/editor';
import { JSON_CONFIGURATION, JSON_GRAMMAR } from './json';

/** Colours for an HTTP message: status line, headers, empty line, and a body read as JSON. */
export const HTTP_GRAMMAR: languages.IMonarchLanguage = {
  ...JSON_GRAMMAR,
  tokenPostfix: '.http',
  includeLF: true,
  start: 'message',
  tokenizer: {
    ...JSON_GRAMMAR.tokenizer,
    message: [
      [/(HTTP\/[\d.]+)(\s+)(\d{3})([^\n]*)/, ['keyword', '', 'number', 'string']],
      [/^([!#$%&'*+.^_`|~\w-]+)(:)/, ['string.key', 'delimiter']],
      [/^\s*\n/, { token: '', switchTo: '@root' }],
      [/^\s*(?=[{["])/, { token: '', switchTo: '@root' }],
      [/[^\n]/, 'string'],
      [/\n/, ''],
    ],
  },
};

export const HTTP_CONFIGURATION: languages.LanguageConfiguration = JSON_CONFIGURATION;
