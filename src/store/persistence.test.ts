import { describe, expect, test } from 'vitest';
import { newDocument } from '../document/changes';
import { readDocumentFile } from '../document/read-file';
import { DEFAULT_LAYOUT } from './layout-slice';
import { createPersistence, type KeyValueStore, type Storages } from './persistence';

function memory(): KeyValueStore & { map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

function read(text: string) {
  const reading = readDocumentFile(text);
  return reading.ok ? reading.document : undefined;
}

const A = { ...newDocument(), title: 'a' };
const B = { ...newDocument(), title: 'b' };

describe('the work', () => {
  test('comes back in the same tab and in a new one', () => {
    const browser = memory();
    const tab = createPersistence({ browser, tab: memory() }, read);
    expect(tab.saveWork(A)).toBe(true);
    expect(tab.loadWork()).toEqual(A);
    expect(createPersistence({ browser, tab: memory() }, read).loadWork()).toEqual(A);
  });

  test('of one tab is not taken by another', () => {
    const browser = memory();
    const one = createPersistence({ browser, tab: memory() }, read);
    const other = createPersistence({ browser, tab: memory() }, read);
    one.saveWork(A);
    other.saveWork(B);
    expect(one.loadWork()).toEqual(A);
  });

  test('that cannot be read is put aside, not deleted', () => {
    const browser = memory();
    browser.setItem('apigw-playground.work', '{"format":"apigw-response-playground","version":99}');
    expect(createPersistence({ browser, tab: memory() }, read).loadWork()).toBeUndefined();
    expect([...browser.map.values()]).toEqual(
      Array(2).fill('{"format":"apigw-response-playground","version":99}'),
    );
  });
});

test('edits to a link come back for that link only, until they are forgotten', () => {
  const persistence = createPersistence({ browser: memory(), tab: memory() }, read);
  persistence.saveVisit('#d=1.x', A);
  expect([persistence.loadVisit('#d=1.x'), persistence.loadVisit('#d=1.y')]).toEqual([A, undefined]);
  expect(persistence.loadWork()).toBeUndefined();
  persistence.forgetVisit();
  expect(persistence.loadVisit('#d=1.x')).toBeUndefined();
});

test('earlier work comes back; entries that cannot be read are left out', () => {
  const browser = memory();
  const persistence = createPersistence({ browser, tab: memory() }, read);
  persistence.saveEarlier([{ document: A, replacedAt: 5 }]);
  expect(persistence.loadEarlier()).toEqual([{ document: A, replacedAt: 5 }]);
  const odd = [null, { document: '{', replacedAt: 1 }, { document: JSON.stringify(B) }, 7];
  browser.setItem('apigw-playground.earlier', JSON.stringify({ list: odd }));
  expect(persistence.loadEarlier()).toEqual([]);
});

test('the theme stands alone too, for the script that runs before the first paint', () => {
  const browser = memory();
  createPersistence({ browser, tab: memory() }, read).saveLayout({ ...DEFAULT_LAYOUT, theme: 'dark' });
  expect(browser.getItem('apigw-playground.theme')).toBe('dark');
});

const BROKEN: KeyValueStore = {
  getItem: () => {
    throw new Error('SecurityError');
  },
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
  removeItem: () => {
    throw new Error('SecurityError');
  },
};

test.each<[string, Storages | undefined]>([
  ['missing', undefined],
  ['forbidden', { browser: BROKEN, tab: BROKEN }],
])('storage that is %s reads as empty and takes nothing', (_name, storages) => {
  const persistence = createPersistence(storages, read);
  expect(persistence.saveWork(A)).toBe(false);
  persistence.saveVisit('#', A);
  persistence.saveEarlier([]);
  persistence.saveLayout(DEFAULT_LAYOUT);
  expect(persistence.loadWork()).toBeUndefined();
  expect(persistence.loadVisit('#')).toBeUndefined();
  expect(persistence.loadEarlier()).toEqual([]);
  expect(persistence.loadLayout()).toEqual(DEFAULT_LAYOUT);
});
