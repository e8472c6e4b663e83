// @ts-check
/*
 * The pictures of the README, taken from the built page: `npm run screenshot`.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserPath } from './browser.mjs';
import { serve } from './static-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const server = await serve({ folder: `${root}dist` });
const executablePath = browserPath();
const browser = await chromium.launch(executablePath ? { executablePath } : {});
for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme });
  await page.goto(server.origin);
  // Monaco has arrived in every editor when each has painted its lines.
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const path = `docs/screenshot-${colorScheme}.png`;
  await page.screenshot({ path: `${root}${path}`, animations: 'disabled', caret: 'hide' });
  console.log(path);
  await page.close();
}
await browser.close();
await server.close();
