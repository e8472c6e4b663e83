import { Playground } from './support/playground';
import { expect, test } from './support/site';

test.describe('theme', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`follows a ${colorScheme} system`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme });
      await new Playground(page).open(site.url);
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    });
  }

  test('a choice holds over a reload, before the first paint, and in Monaco', async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    const playground = new Playground(page);
    await playground.open(site.url);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await playground.monaco('rules');
    await expect(playground.editor('rules').locator('.monaco-editor').first()).toHaveClass(/vs-dark/);
    // The work is stored shortly after a change, and at once when the page is left.
    await page.goto('about:blank');
    await page.goto(site.url, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.documentElement?.dataset.theme !== undefined);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  test('changes with the system while the page is open', async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await new Playground(page).open(site.url);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test.describe('width', () => {
  for (const [width, height] of [
    [1920, 1080],
    [1440, 900],
    [1280, 720],
    [1024, 768],
    [768, 1024],
    [390, 844],
    [320, 640],
  ] as const) {
    test(`${width} px: nothing is cut off and the page does not scroll`, async ({ page, site }) => {
      await page.setViewportSize({ width, height });
      await new Playground(page).open(site.url);
      await page.mouse.move(width / 2, 20);
      await page.mouse.wheel(300, 300);
      const found = await page.evaluate(() => ({
        scrolled: [scrollX, scrollY],
        cutOff: [...document.querySelectorAll('button, select, input, a, h1, h2')]
          .filter((element) => {
            const { left, right, width: wide } = element.getBoundingClientRect();
            return wide > 1 && (left < 0 || right > innerWidth);
          })
          .map((element) => element.outerHTML.slice(0, 100)),
      }));
      expect(found).toEqual({ scrolled: [0, 0], cutOff: [] });
    });
  }

  test('all four stages are on a 1440 × 900 screen', async ({ page, site }) => {
    const playground = new Playground(page);
    await playground.open(site.url);
    for (const [number, name] of [
      [1, 'backend answer'],
      [2, 'rules'],
      [3, 'template'],
      [4, 'response'],
    ] as const) {
      await expect(playground.stage(number, name)).toBeInViewport({ ratio: 1 });
    }
  });
});

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('one stage at a time, the response one tap away', async ({ page, site }) => {
    const playground = new Playground(page);
    await playground.open(site.url);
    const stages = page.getByRole('navigation', { name: 'Stages' });
    await expect(playground.stage(2, 'rules')).toBeHidden();
    await stages.getByRole('button', { name: 'Rules' }).tap();
    await expect(playground.stage(2, 'rules')).toBeVisible();
    await expect(playground.stage(4, 'response')).toBeHidden();
    await playground.field('rules').fill('- statusCode: 299');
    await expect(stages.getByRole('button', { name: /Response/ })).toContainText('299');
    await stages.getByRole('button', { name: /Response/ }).tap();
    await expect(playground.status).toHaveText(/^299/);
  });

  test('examples, share and explanation are within reach', async ({ page, site }) => {
    const playground = new Playground(page);
    await playground.open(site.url);
    await page.getByRole('button', { name: 'Share' }).tap();
    await expect(page.getByRole('dialog', { name: 'Share' })).toBeInViewport();
    await page.getByRole('button', { name: 'Close' }).tap();
    await page.getByRole('button', { name: 'Examples' }).tap();
    await page.getByRole('menuitem').nth(1).tap();
    await expect(page.getByRole('menu')).toBeHidden();
    const why = await playground.explanation('Why');
    await expect(why.getByRole('listitem').first()).toBeVisible();
  });
});

test('nothing moves when reduced motion is asked for', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await new Playground(page).open(site.url);
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        if (element.closest('.monaco-editor')) return false;
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].some((times) =>
          times.split(',').some((time) => Number.parseFloat(time) > 0.01),
        );
      }).length,
  );
  expect(moving).toBe(0);
});

test('Monaco arrives without moving anything', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await playground.monaco('template');
  await playground.monaco('rules');
  await page.waitForTimeout(300);
  const shifted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          );
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 500);
      }),
  );
  expect(shifted).toBeLessThan(0.02);
});
