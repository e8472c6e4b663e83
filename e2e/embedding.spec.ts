import type { FrameLocator, Page } from '@playwright/test';
import { type StaticServer, serve } from '../scripts/static-server.mjs';
import { documentOf, hashOf } from './support/links';
import { Playground } from './support/playground';
import { expect, type Site, test, watchPage } from './support/site';

/*
 * The embed stands in pages of other people: another origin, whose address and storage are none of its business.
 */

test.use({
  watch: async ({ page: _ }, use) => use({ foreignRequests: [], consoleMessages: [], pageErrors: [] }),
});

const HASH = hashOf(documentOf({ rules: '- statusCode: 203', cases: [{ name: 'one', answer: '{"a": 1}' }] }));

let host: StaticServer;

test.afterEach(() => host.close());

async function openHost(page: Page, site: Site, frame: string): Promise<FrameLocator> {
  host = await serve({
    pages: { '/article.html': `<!doctype html><title>Article</title><h1>Article</h1>${frame}` },
  });
  const watch = watchPage(page, site.origin, host.origin);
  await page.goto(`${host.origin}/article.html`);
  const embed = page.frameLocator('iframe');
  await expect(new Playground(page, embed).status).toBeVisible();
  // The host has no icon; everything else has to be silent.
  expect(watch.consoleMessages.filter((text) => !/404/.test(text))).toEqual([]);
  expect(watch.foreignRequests).toEqual([]);
  expect(watch.pageErrors).toEqual([]);
  return embed;
}

const iframe = (src: string) => `<iframe src="${src}" title="Playground" width="1000" height="600"></iframe>`;

test('shows its document in a page of another origin and can be edited', async ({ page, site }) => {
  const embed = await openHost(page, site, iframe(site.embedUrl + HASH));
  const playground = new Playground(page, embed);
  await expect(playground.status).toHaveText(/^203/);
  const before = page.frames()[1]?.url();
  await playground.write('rules', '- statusCode: 204');
  await expect(playground.status).toHaveText(/^204/);
  expect(page.frames()[1]?.url()).toBe(before);
  expect(page.url()).toBe(`${host.origin}/article.html`);
});

test('uses no storage', async ({ page, site }) => {
  const embed = await openHost(page, site, iframe(site.embedUrl + HASH));
  await new Playground(page, embed).write('rules', '- statusCode: 204');
  const kept = await page.frames()[1]?.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: await caches.keys(),
  }));
  expect(kept).toEqual({ local: [], session: [], cookies: '', databases: 0, caches: [] });
});

test('read-only means that nothing can be typed', async ({ page, site }) => {
  const embed = await openHost(page, site, iframe(`${site.embedUrl + HASH}&mode=readonly`));
  const playground = new Playground(page, embed);
  await (await playground.monaco('rules')).click();
  await page.keyboard.type('9');
  await expect(playground.status).toHaveText(/^203/);
  await expect(await playground.monaco('rules')).toContainText('- statusCode: 203');
  await expect(await playground.monaco('rules')).not.toContainText('9');
});

test('opens in the playground with what was changed in it', async ({ page, site, context }) => {
  const embed = await openHost(page, site, iframe(site.embedUrl + HASH));
  const playground = new Playground(page, embed);
  await playground.write('rules', '- statusCode: 206');
  await expect(playground.status).toHaveText(/^206/);
  const opening = context.waitForEvent('page');
  await embed.getByRole('link', { name: /Open in playground/i }).click();
  const opened = new Playground(await opening);
  await expect(opened.status).toHaveText(/^206/);
  expect(opened.page.url()).toContain(`${site.url}#d=1.`);
});

test('the share dialog gives code that works', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url + HASH);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('combobox', { name: /Readers may/ }).selectOption('readonly');
  await page.getByRole('combobox', { name: /Theme/ }).selectOption('dark');
  const field = page.getByRole('textbox', { name: 'HTML for the other page' });
  await expect(field).toHaveValue(/mode=readonly.*theme=dark/);
  const code = await field.inputValue();
  const embed = await openHost(page, site, code);
  await expect(new Playground(page, embed).status).toHaveText(/^203/);
  await expect(embed.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a broken link is told inside the embed', async ({ page, site }) => {
  const embed = await openHost(page, site, iframe(`${site.embedUrl}#d=1.AAAA`));
  await expect(embed.getByText(/damaged/)).toBeVisible();
});
