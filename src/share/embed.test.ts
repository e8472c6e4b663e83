import { describe, expect, test } from 'vitest';
import { newDocument } from '../document/changes';
import { type EmbedOptions, embedAddress, embedCode, playgroundAddress, readEmbedOptions } from './embed';
import { decodeDocument } from './link';

describe('embedAddress', () => {
  test.each<[page: string, start: string]>([
    ['https://example.org/', 'https://example.org/embed.html#d=1.'],
    ['https://example.org/tools/play/', 'https://example.org/tools/play/embed.html#d=1.'],
    ['https://example.org/play/index.html?x=1#d=1.old', 'https://example.org/play/embed.html#d=1.'],
  ])('from %s', async (page, start) => {
    const address = await embedAddress(page, newDocument());
    expect(address.startsWith(start)).toBe(true);
    expect(await decodeDocument(new URL(address).hash)).toMatchObject({ ok: true, document: newDocument() });
  });

  test.each<EmbedOptions>([
    { mode: 'readonly', theme: 'dark' },
    { mode: 'editable', theme: 'light' },
    { mode: 'readonly', theme: 'system' },
    { mode: 'editable', theme: 'system' },
  ])('keeps %o', async (options) => {
    const { hash } = new URL(await embedAddress('https://example.org/', newDocument(), options));
    expect(readEmbedOptions(hash)).toEqual(options);
    expect(await decodeDocument(hash)).toMatchObject({ ok: true });
  });

  test('leads back to the playground', async () => {
    const address = await playgroundAddress(
      'https://example.org/play/embed.html#d=1.x&mode=readonly',
      newDocument(),
    );
    expect(address.startsWith('https://example.org/play/#d=1.')).toBe(true);
  });
});

test.each<[hash: string, options: EmbedOptions]>([
  ['', { mode: 'editable', theme: 'system' }],
  ['#mode=READONLY&theme=blue', { mode: 'editable', theme: 'system' }],
  ['#theme=light&mode=readonly', { mode: 'readonly', theme: 'light' }],
  ['#theme=javascript:alert(1)', { mode: 'editable', theme: 'system' }],
])('readEmbedOptions(%j)', (hash, options) => {
  expect(readEmbedOptions(hash)).toEqual(options);
});

describe('embedCode', () => {
  test('is a frame', () => {
    expect(
      embedCode('https://example.org/embed.html#d=1.abc&mode=readonly', { title: 'Errors', height: 400.4 }),
    ).toBe(
      '<iframe src="https://example.org/embed.html#d=1.abc&amp;mode=readonly" title="Errors" width="100%" height="400" ' +
        'style="border:1px solid #8884;border-radius:6px" loading="lazy" allow="clipboard-write"></iframe>',
    );
  });

  test('lets no title out of its attribute', () => {
    const code = embedCode('https://example.org/', { title: `"><script>alert('1')</script>` });
    expect(code).toContain('title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"');
    expect(code.match(/[<>]/g)).toEqual(['<', '>', '<', '>']);
  });
});
