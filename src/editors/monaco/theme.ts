import { useSyncExternalStore } from 'react';
import { monaco } from './monaco';

type Theme = 'playground-light' | 'playground-dark';

/** Follows `data-theme` of the root element, and the system where that says nothing. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? 'playground-dark' : 'playground-light';
}

function subscribe(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', listener);
  };
}

const LIGHT = {
  text: '1b1f24',
  reference: '0b5cad',
  builtin: '7a3e9d',
  property: '24577a',
  directive: 'a8320a',
  string: '22693a',
  number: '8a4b00',
  comment: '646c76',
  quiet: '646c76',
  key: '24577a',
  invalid: 'b3261e',
};

const DARK: typeof LIGHT = {
  text: 'e6e9ed',
  reference: '7cb7ff',
  builtin: 'd0a5f5',
  property: '9ccbe8',
  directive: 'ff9d6e',
  string: '8fd19e',
  number: 'e6b673',
  comment: '8b949e',
  quiet: '8b949e',
  key: '9ccbe8',
  invalid: 'ff8a80',
};

function tokenRules(c: typeof LIGHT): monaco.editor.ITokenThemeRule[] {
  return [
    { token: '', foreground: c.text },
    { token: 'variable', foreground: c.reference },
    { token: 'variable.predefined', foreground: c.builtin },
    { token: 'variable.property', foreground: c.property },
    { token: 'function', foreground: c.property },
    { token: 'keyword', foreground: c.directive },
    { token: 'keyword.json', foreground: c.number },
    { token: 'string', foreground: c.string },
    { token: 'string.escape', foreground: c.number },
    { token: 'string.key', foreground: c.key },
    { token: 'type', foreground: c.key },
    { token: 'number', foreground: c.number },
    { token: 'comment', foreground: c.comment, fontStyle: 'italic' },
    { token: 'delimiter', foreground: c.quiet },
    { token: 'tag', foreground: c.directive },
    { token: 'invalid', foreground: c.invalid },
  ];
}

monaco.editor.defineTheme('playground-light', {
  base: 'vs',
  inherit: false,
  rules: tokenRules(LIGHT),
  colors: { 'editor.background': '#00000000' },
});
monaco.editor.defineTheme('playground-dark', {
  base: 'vs-dark',
  inherit: false,
  rules: tokenRules(DARK),
  colors: { 'editor.background': '#00000000' },
});
