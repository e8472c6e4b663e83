import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { documentOf, hashOf } from './support/links';
import { Playground } from './support/playground';
import { expect, type Site, test, watchPage } from './support/site';

const RULES = "- statusCode: 200\n- statusCode: 422\n  selectionPattern: '.*ä€😀.*'\n";

/** Opens an address as somebody else does: no cookies, no storage, no cache. */
async function asSomebodyElse(
  browser: Browser,
  site: Site,
  url: string,
  look: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const watch = watchPage(page, site.origin);
  await page.goto(url);
  await look(page);
  expect(watch).toEqual({ foreignRequests: [], consoleMessages: [], pageErrors: [] });
  await context.close();
}

test('a link opens the same state in a clean browser', async ({ page, site, browser }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await playground.write('rules', RULES);
  await playground.write('answer', '{"errorMessage": "ä€😀"}');
  await expect(playground.status).toHaveText(/^422/);
  await page.getByRole('button', { name: 'Share' }).click();
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/#d=1\./);
  const url = await link.inputValue();
  await asSomebodyElse(browser, site, url, async (theirs) => {
    const shared = new Playground(theirs);
    await expect(shared.status).toHaveText(/422\s+Unprocessable/);
    await expect(shared.verdict(1)).toContainText('ä€😀');
  });
});

test('a link waits beside the work one has', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await playground.write('rules', '- statusCode: 299');
  await expect(playground.status).toHaveText(/^299/);
  await page.goto('about:blank');
  await playground.open(site.url + hashOf(documentOf({ rules: '- statusCode: 203' })));
  await expect(playground.status).toHaveText(/^203/);
  await page.goto('about:blank');
  await playground.open(site.url);
  await expect(playground.status).toHaveText(/^299/);
});

test('a downloaded file opens again', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await playground.write('rules', '- statusCode: 298');
  await page.getByRole('button', { name: 'Share' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as a file' }).click();
  const download = await downloading;
  const path = await download.path();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ version: 1, rules: '- statusCode: 298' });
  await page.getByRole('button', { name: 'Close' }).click();
  await playground.write('rules', '- statusCode: 297');
  await expect(playground.status).toHaveText(/^297/);
  await page.getByRole('button', { name: 'Share' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await choosing).setFiles(path);
  await expect(playground.status).toHaveText(/^298/);
});

test('the work is still there after a reload', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await playground.write('template', 'kept over a reload');
  await expect(playground.body).toHaveText('kept over a reload');
  await page.reload();
  await expect(playground.body).toHaveText('kept over a reload');
  await expect(await playground.monaco('template')).toContainText('kept');
});

test('what was typed before Monaco arrived stays', async ({ page, site }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/monaco|Monaco/, async (route) => {
    await held;
    await route.continue();
  });
  const playground = new Playground(page);
  await playground.open(site.url);
  await playground.field('template').fill('typed early');
  await expect(playground.body).toHaveText('typed early');
  release();
  await expect(await playground.monaco('template')).toContainText('typed early');
  await expect(playground.body).toHaveText('typed early');
});
