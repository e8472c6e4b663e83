import { useSyncExternalStore } from 'react';
import { monaco } from './monaco';

type Theme = `playground-${Mode}`;

/** Follows `data-theme` of the root element, and the system where that says nothing. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  return defineTheme(dark ? 'dark' : 'light');
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

/** Colours of code, by the mode; the rest of an editor is coloured as the page is. */
const CODE = {
  light: {
    reference: '#0b5cad',
    builtIn: '#7a3e9d',
    member: '#24577a',
    directive: '#a8320a',
    string: '#22693a',
    number: '#8a4b00',
  },
  dark: {
    reference: '#7cb7ff',
    builtIn: '#d0a5f5',
    member: '#9ccbe8',
    directive: '#ff9d6e',
    string: '#8fd19e',
    number: '#e6b673',
  },
};

type Mode = keyof typeof CODE;

const defined = new Set<Mode>();

/** Defines the theme of the mode the page is in, when it is asked for the first time; returns its name. */
function defineTheme(mode: Mode): Theme {
  const name: Theme = `playground-${mode}`;
  if (defined.has(mode)) return name;
  defined.add(mode);
  const code = CODE[mode];
  const page = pageColors(mode);
  const token = (name: string, color: string, fontStyle = '') => ({
    token: name,
    foreground: color.slice(1),
    fontStyle,
  });
  monaco.editor.defineTheme(name, {
    base: mode === 'light' ? 'vs' : 'vs-dark',
    inherit: false,
    rules: [
      token('', page('--text')),
      token('variable', code.reference),
      token('variable.predefined', code.builtIn),
      token('variable.property', code.member),
      token('function', code.member),
      token('keyword', code.directive),
      token('keyword.json', code.number),
      token('string', code.string),
      token('string.escape', code.number),
      token('string.key', code.member),
      token('number', code.number),
      token('tag', code.directive),
      token('comment', page('--text-quiet'), 'italic'),
      token('delimiter', page('--text-quiet')),
      token('invalid', page('--bad')),
    ],
    colors: {
      'editor.background': page('--surface'),
      'editor.foreground': page('--text'),
      'editor.lineHighlightBackground': `${page('--hover')}66`,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': `${page('--accent')}40`,
      'editor.inactiveSelectionBackground': `${page('--accent')}26`,
      'editor.wordHighlightTextBackground': `${page('--accent')}1a`,
      'editorCursor.foreground': page('--text'),
      'editorLineNumber.foreground': page('--text-quiet'),
      'editorLineNumber.activeForeground': page('--text'),
      'editorBracketMatch.background': `${page('--accent')}26`,
      'editorBracketMatch.border': '#00000000',
      'editorError.foreground': page('--bad'),
      'editorWarning.foreground': page('--warn'),
      'editorInfo.foreground': page('--accent'),
      'editorHint.foreground': page('--text-quiet'),
      'editorWidget.background': page('--raised'),
      'editorWidget.foreground': page('--text'),
      'editorWidget.border': page('--line'),
      'editorHoverWidget.background': page('--raised'),
      'editorHoverWidget.border': page('--line'),
      'editorSuggestWidget.background': page('--raised'),
      'editorSuggestWidget.border': page('--line'),
      'editorSuggestWidget.foreground': page('--text'),
      'editorSuggestWidget.selectedBackground': page('--accent-soft'),
      'editorSuggestWidget.selectedForeground': page('--text'),
      'editorSuggestWidget.highlightForeground': page('--accent'),
      'editorSuggestWidget.focusHighlightForeground': page('--accent'),
      'list.hoverBackground': page('--hover'),
      'menu.background': page('--raised'),
      'menu.foreground': page('--text'),
      'menu.border': page('--line'),
      'menu.selectionBackground': page('--accent-soft'),
      'menu.selectionForeground': page('--text'),
      'menu.separatorBackground': page('--line'),
      'input.background': page('--surface'),
      'input.border': page('--line-strong'),
      focusBorder: page('--accent'),
      'scrollbarSlider.background': `${page('--line-strong')}55`,
      'scrollbarSlider.hoverBackground': `${page('--line-strong')}88`,
      'scrollbarSlider.activeBackground': `${page('--line-strong')}aa`,
    },
  });
  return name;
}

/** Reads the page's custom properties, as they are at this moment, as `#rrggbb`. */
function pageColors(mode: Mode): (property: string) => string {
  const fallback = mode === 'light' ? '#1b1f24' : '#e3e6ea';
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  return (property) => {
    const probe = document.createElement('span');
    probe.style.color = `var(${property}, ${property === '--surface' ? 'Canvas' : fallback})`;
    // Monaco keeps its own colours where the system forces them on a page, so they have to be a set.
    probe.style.setProperty('forced-color-adjust', 'none');
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    // A canvas writes any opaque colour as #rrggbb.
    if (!context) return fallback;
    context.fillStyle = color;
    return String(context.fillStyle);
  };
}
