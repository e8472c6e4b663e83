import { describe, expect, test } from 'vitest';
import { newDocument, setTitle } from '../document/changes';
import { documentFile, readFile } from './file';

describe('documentFile', () => {
  test.each<[title: string, name: string]>([
    ['', 'response-mapping.json'],
    ['Orders: not found', 'orders-not-found.json'],
    ['  ../../etc/passwd ', 'etc-passwd.json'],
    ['Überraschung №1', 'uberraschung-no1.json'],
    ['注文', '注文.json'],
    ['…', 'response-mapping.json'],
    ['CON', 'con.json'],
    ['x'.repeat(200), `${'x'.repeat(60)}.json`],
  ])('%j is saved as %s', (title, name) => {
    expect(documentFile(setTitle(newDocument(), title)).name).toBe(name);
  });

  test('is read back', async () => {
    const document = setTitle({ ...newDocument(), rules: 'x: \ud800 😀\r\n' }, 'T');
    const { text, type } = documentFile(document);
    expect(await readFile(new Blob([text], { type }))).toEqual({ ok: true, document, notes: [] });
  });
});

describe('readFile', () => {
  test.each<[name: string, file: Blob, message: RegExp]>([
    ['an empty file', new Blob([]), /^The file is empty/],
    ['a picture', new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)]), /^The file is not JSON/],
    ['13 MB', new Blob([' '.repeat(13 * 1024 * 1024)]), /^The file is too large/],
    [
      'a file that is gone',
      Object.assign(new Blob(['x']), { text: () => Promise.reject(new Error('gone')) }),
      /could not be read/,
    ],
  ])('%s', async (_, file, message) => {
    const reading = await readFile(file);
    expect(reading.ok ? '' : reading.message).toMatch(message);
  });
});
