import type { ThemeChoice } from '../store/layout-slice';

/*
 * `data-theme` on the root element is the theme in force. `public/theme.js` sets it before the first paint; from
 * then on this file keeps it.
 */

const DARK = '(prefers-color-scheme: dark)';

/** Puts a choice in force. */
export function applyTheme(choice: ThemeChoice): void {
  const dark = choice === 'dark' || (choice === 'system' && matchMedia(DARK).matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

/** Follows the system whenever it changes, as long as the choice is to follow it. */
export function followSystem(choice: () => ThemeChoice): void {
  matchMedia(DARK).addEventListener('change', () => applyTheme(choice()));
}
