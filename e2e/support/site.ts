import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { type StaticServer, serve } from '../../scripts/static-server.mjs';

export { expect };

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Where the built page is served for a test. */
export interface Site {
  origin: string;
  /** Address of the page; the deep base proves that nothing in the build is absolute. */
  url: string;
  embedUrl: string;
}

/** What a page did that nobody asked for; has to stay empty. */
export interface Watch {
  foreignRequests: string[];
  /** Errors and warnings of the console, refusals of the content security policy among them. */
  consoleMessages: string[];
  pageErrors: string[];
}

interface Fixtures {
  /** Watches `page` from its first request; every test ends by asserting that nothing was seen. */
  watch: Watch;
}

export const test = base.extend<Fixtures, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern
    async ({}, use) => {
      const path = '/tools/playground/';
      const server: StaticServer = await serve({ folder: dist, base: path });
      const url = `${server.origin}${path}`;
      await use({ origin: server.origin, url, embedUrl: `${url}embed.html` });
      await server.close();
    },
    { scope: 'worker' },
  ],
  watch: [
    async ({ page, site }, use) => {
      const watch = watchPage(page, site.origin);
      await use(watch);
      expect(watch).toEqual({ foreignRequests: [], consoleMessages: [], pageErrors: [] });
    },
    { auto: true },
  ],
});

export function watchPage(page: Page, ...origins: string[]): Watch {
  const watch: Watch = { foreignRequests: [], consoleMessages: [], pageErrors: [] };
  page.on('request', (request) => {
    const url = request.url();
    const local = /^(data|blob):/.test(url) || origins.includes(new URL(url).origin);
    if (!local) watch.foreignRequests.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      watch.consoleMessages.push(message.text());
  });
  page.on('pageerror', (error) => watch.pageErrors.push(String(error)));
  return watch;
}
