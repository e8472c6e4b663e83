import { useSyncExternalStore } from 'react';

type Editors = typeof import('./monaco/MonacoEditor');

/** Monaco does not work well under a thumb; these screens keep the text area and never load it. */
const PLAIN_SCREEN = '(max-width: 767px), (hover: none) and (pointer: coarse)';

let editors: Editors | undefined;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

/**
 * Loads Monaco, which every `CodeEditor` on the page then changes over to. To be called when the first result is
 * on the screen. Does nothing on small and touch screens until they grow. When loading fails (offline) the text
 * areas stay, and another call tries again.
 */
export function loadEditors(): Promise<void> {
  loading ??= whenWide()
    .then(() => import('./monaco/MonacoEditor'))
    .then(
      (module) => {
        editors = module;
        for (const listener of listeners) listener();
      },
      () => {
        loading = undefined;
      },
    );
  return loading;
}

/** Whether this screen keeps the text areas. */
export function isPlainScreen(): boolean {
  return matchMedia(PLAIN_SCREEN).matches;
}

/** Monaco's editor component; undefined while a text area is to be shown. */
export function useEditors(): Editors | undefined {
  return useSyncExternalStore(subscribe, shownEditors, () => undefined);
}

function shownEditors(): Editors | undefined {
  return isPlainScreen() ? undefined : editors;
}

function subscribe(listener: () => void): () => void {
  const screen = matchMedia(PLAIN_SCREEN);
  listeners.add(listener);
  screen.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    screen.removeEventListener('change', listener);
  };
}

function whenWide(): Promise<void> {
  const screen = matchMedia(PLAIN_SCREEN);
  if (!screen.matches) return Promise.resolve();
  return new Promise((resolve) => {
    screen.addEventListener('change', () => resolve(), { once: true });
  });
}
