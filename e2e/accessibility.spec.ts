import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { documentOf, hashOf, withTemplate } from './support/links';
import { Playground } from './support/playground';
import { expect, test } from './support/site';

/** What axe finds, as rule and element. Nothing is switched off. */
async function findings(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** A pattern that does not compile, a status nobody declared, a body that claims to be JSON and is not. */
const FAULTY = {
  ...withTemplate('{"a": $input.path("$.nothing") }\n#set($context.responseOverride.status = 299)'),
  rules: `integrationResponses:
  - statusCode: 200
    responseTemplates: {application/json: main.vtl}
  - statusCode: 999
    selectionPattern: '('
`,
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the page', async ({ page, site }) => {
      const playground = new Playground(page);
      await playground.open(site.url);
      await playground.monaco('template');
      expect(await findings(page)).toEqual([]);
    });

    test('the page before Monaco', async ({ page, site }) => {
      // Its files never arrive.
      await page.route(/monaco/i, () => {});
      await new Playground(page).open(site.url);
      expect(await findings(page)).toEqual([]);
    });

    for (const tab of ['Why', 'Problems', 'Cases', 'Log', 'Emulator'] as const) {
      test(`explanation: ${tab}, with problems in it`, async ({ page, site }) => {
        const playground = new Playground(page);
        await playground.open(site.url + hashOf(FAULTY));
        await expect(await playground.explanation(tab)).not.toBeEmpty();
        expect(await findings(page)).toEqual([]);
      });
    }

    test('the pages of the help', async ({ page, site }) => {
      await page.goto(`${site.url}help/index.html`);
      expect(await findings(page)).toEqual([]);
      await page.getByRole('listitem').getByRole('link').first().click();
      await expect(page.getByRole('heading', { name: 'What to do' })).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('the menu of examples', async ({ page, site }) => {
      await new Playground(page).open(site.url);
      await page.getByRole('button', { name: 'Examples' }).click();
      await expect(page.getByRole('menuitem').nth(5)).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('the share dialog', async ({ page, site }) => {
      await new Playground(page).open(site.url);
      await page.getByRole('button', { name: 'Share' }).click();
      await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#d=/);
      expect(await findings(page)).toEqual([]);
    });

    for (const entry of ['All commands', 'Keyboard', 'How right is this?']) {
      test(`help: ${entry}`, async ({ page, site }) => {
        await new Playground(page).open(site.url);
        await page.getByRole('button', { name: 'Help' }).click();
        await page.getByRole('menuitem', { name: entry }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });
    }

    test('the embed', async ({ page, site }) => {
      const playground = new Playground(page);
      await playground.open(`${site.embedUrl}${hashOf(documentOf())}`);
      await playground.monaco('rules');
      expect(await findings(page)).toEqual([]);
    });

    test('a phone', async ({ page, site }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await new Playground(page).open(site.url);
      for (const stage of ['Answer', 'Rules', 'Template', /Response/]) {
        await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: stage }).click();
        expect(await findings(page)).toEqual([]);
      }
    });
  });
}

test('a stale response', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await playground.write('rules', 'integrationResponses: [');
  await expect(playground.response).toContainText(/last response/i);
  expect(await findings(page)).toEqual([]);
});

test('a screen reader hears the new verdict once it is calm', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await playground.write('rules', '- statusCode: 299');
  await expect(page.getByRole('status').filter({ hasText: /Client gets 299/ })).toHaveCount(1);
});
