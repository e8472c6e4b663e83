import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../src/engine/diagnose/catalogue';
import { helpFiles } from './help-pages.mjs';

const ids = Object.keys(CATALOGUE);
const files = new Map(await helpFiles());
const pageOf = (id: string) => files.get(`help/${id}/index.html`) ?? '';

describe('help pages', () => {
  test('every problem of the catalogue has one, and the index leads to each', () => {
    expect(ids.length).toBeGreaterThan(0);
    const index = files.get('help/index.html') ?? '';
    expect(ids.filter((id) => !pageOf(id) || !index.includes(`href="./${id}/index.html"`))).toEqual([]);
  });

  test('every link leads to a file that is there', () => {
    const known = new Set([...files.keys(), 'index.html', 'theme.js', 'favicon.svg']);
    const broken = [...files].flatMap(([name, html]) =>
      [...html.matchAll(/(?:href|src)="([^"]+)"/g)]
        .map(([, link]) => new URL(link ?? '', `http://host/${name}`).pathname.slice(1))
        .filter((path) => !known.has(path))
        .map((path) => `${name} → ${path}`),
    );
    expect(broken).toEqual([]);
  });

  test.each(ids)('%s says what it is, why and what to do, and nothing of it is read as HTML', (id) => {
    const { title, help } = CATALOGUE[id as keyof typeof CATALOGUE];
    const text = pageOf(id)
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    const plain = (words: string) => words.split(/\n{2,}/).map((one) => one.replace(/`([^`]+)`/g, '$1'));
    const said = [title, help.symptom, help.cause, help.remedy].flatMap(plain);
    const example = help.example ? [help.example.before, help.example.after] : [];
    expect([...said, ...example].filter((words) => !text.includes(words))).toEqual([]);
  });
});
