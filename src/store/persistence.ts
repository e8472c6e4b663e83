import type { PlaygroundDocument } from '../document/model';
import { type LayoutSlice, readLayout, writeLayout } from './layout-slice';

/*
 * What a browser keeps. The work is written twice: per tab, so that two tabs do not take each other's work, and for
 * the browser, so that a new tab continues with the last one. Text that cannot be read is put aside, not deleted.
 */

/** The part of `Storage` used here. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Storages {
  /** Shared by all tabs. */
  browser: KeyValueStore;
  /** Of this tab alone; survives a reload. */
  tab: KeyValueStore;
}

const WORK = 'apigw-playground.work';
const VISIT = 'apigw-playground.visit';
const EARLIER = 'apigw-playground.earlier';
const LAYOUT = 'apigw-playground.layout';
const THEME = 'apigw-playground.theme';
const UNREADABLE = 'apigw-playground.unreadable';

/** Earlier documents kept, newest first. */
export const EARLIER_LIMIT = 8;

/** A document that was replaced and can be had back. */
export interface EarlierWork {
  document: PlaygroundDocument;
  /** When it was replaced, ms since 1970. */
  replacedAt: number;
}

/** Reads the text of a stored document; undefined when it cannot be read. Never throws. */
export type DocumentReader = (text: string) => PlaygroundDocument | undefined;

export interface Persistence {
  loadWork(): PlaygroundDocument | undefined;
  /** Returns whether it was kept: storage may be full or forbidden. */
  saveWork(document: PlaygroundDocument): boolean;
  /** The edits made to an opened link, as long as it is the same link. */
  loadVisit(link: string): PlaygroundDocument | undefined;
  saveVisit(link: string, document: PlaygroundDocument): void;
  forgetVisit(): void;
  loadEarlier(): EarlierWork[];
  saveEarlier(earlier: EarlierWork[]): void;
  loadLayout(): LayoutSlice;
  saveLayout(layout: LayoutSlice): void;
}

/** Storage that may be missing, full or forbidden: every failure reads as "nothing stored". */
export function createPersistence(storages: Storages | undefined, read: DocumentReader): Persistence {
  function get(store: keyof Storages, key: string): string | null {
    try {
      return storages?.[store].getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  function put(store: keyof Storages, key: string, value: string | undefined): boolean {
    try {
      if (value === undefined) storages?.[store].removeItem(key);
      else storages?.[store].setItem(key, value);
      return storages !== undefined;
    } catch {
      return false;
    }
  }

  function loadWork() {
    for (const store of ['tab', 'browser'] as const) {
      const text = get(store, WORK);
      if (text === null) continue;
      const document = read(text);
      if (document) return document;
      put('browser', UNREADABLE, text);
    }
    return undefined;
  }

  return {
    loadWork,
    saveWork(document) {
      const text = JSON.stringify(document);
      const kept = put('tab', WORK, text);
      return put('browser', WORK, text) || kept;
    },
    loadVisit(link) {
      const stored = parse(get('tab', VISIT));
      return stored?.link === link && typeof stored.document === 'string' ? read(stored.document) : undefined;
    },
    saveVisit(link, document) {
      put('tab', VISIT, JSON.stringify({ link, document: JSON.stringify(document) }));
    },
    forgetVisit() {
      put('tab', VISIT, undefined);
    },
    loadEarlier() {
      const stored = parse(get('browser', EARLIER))?.list;
      if (!Array.isArray(stored)) return [];
      return stored.slice(0, EARLIER_LIMIT).flatMap((entry: unknown) => {
        const { document, replacedAt } = (entry ?? {}) as Record<string, unknown>;
        const work = typeof document === 'string' ? read(document) : undefined;
        return work && typeof replacedAt === 'number' ? [{ document: work, replacedAt }] : [];
      });
    },
    saveEarlier(earlier) {
      const list = earlier.map((entry) => ({ ...entry, document: JSON.stringify(entry.document) }));
      put('browser', EARLIER, JSON.stringify({ list }));
    },
    loadLayout: () => readLayout(get('browser', LAYOUT)),
    saveLayout(layout) {
      put('browser', LAYOUT, writeLayout(layout));
      // The theme stands alone as well: it is read before the first paint, by a script that should stay tiny.
      put('browser', THEME, layout.theme);
    },
  };
}

function parse(text: string | null): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The browser's storages, or undefined where they are forbidden. */
export function browserStorages(): Storages | undefined {
  try {
    return { browser: window.localStorage, tab: window.sessionStorage };
  } catch {
    return undefined;
  }
}
