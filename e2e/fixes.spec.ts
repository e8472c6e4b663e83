import { documentOf, hashOf } from './support/links';
import { Playground } from './support/playground';
import { expect, test } from './support/site';

const RULES = `integrationResponses:
  - statusCode: 200
  - statusCode: 404
    selectionPattern: NotFound
`;

const MISSED = documentOf({
  cases: [{ name: 'answer', answer: '{"errorMessage": "NotFound: order 7"}' }],
  rules: RULES,
});

test('a pattern that misses is mended with one click, and undone in the editor', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(`${site.url}${hashOf(MISSED)}`);
  await expect(playground.status).toContainText('200');
  await playground.monaco('rules');

  const problems = await playground.explanation('Problems');
  await problems
    .getByRole('button', { name: /^Apply: .*NotFound\.\*/ })
    .first()
    .click();
  await expect(playground.status).toContainText('404');
  await expect(playground.field('rules')).toBeFocused();

  await page.keyboard.press('ControlOrMeta+Z');
  await expect(playground.status).toContainText('200');
  await expect(problems.getByRole('button', { name: /^Apply: .*NotFound\.\*/ }).first()).toBeVisible();
});

test('the same fix is one key away in the editor', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(`${site.url}${hashOf(MISSED)}`);
  await playground.monaco('rules');
  await expect(playground.marks('rules').first()).toBeVisible();
  // The first problem is the default rule's; the second one is the pattern's.
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await expect(playground.field('rules')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+.');
  await page
    .locator('.action-widget')
    .getByText(/NotFound\.\*/)
    .first()
    .click();
  await expect(playground.status).toContainText('404');
});

test('each problem leads to a page that explains it, and that page back', async ({ page, site, watch }) => {
  const playground = new Playground(page);
  await playground.open(`${site.url}${hashOf(MISSED)}`);
  const problems = await playground.explanation('Problems');
  const opened = page.waitForEvent('popup');
  await problems.getByRole('link', { name: /^Why/ }).first().click();
  const help = await opened;
  await expect(help.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(help.getByRole('heading', { name: 'What to do' })).toBeVisible();
  await help.getByRole('link', { name: 'All problems' }).click();
  await expect(help.getByRole('heading', { name: 'What goes wrong, and why' })).toBeVisible();
  await help.getByRole('link', { name: 'Response playground' }).click();
  await expect(help.getByRole('region', { name: /^Stage 4/ })).toBeVisible();
  expect(watch.consoleMessages).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('a fix can be taken back from the notice', async ({ page, site }) => {
    const playground = new Playground(page);
    await playground.open(`${site.url}${hashOf(MISSED)}`);
    const problems = await playground.explanation('Problems');
    await problems
      .getByRole('button', { name: /^Apply: .*NotFound\.\*/ })
      .first()
      .click();
    await expect(playground.status).toContainText('404');
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(playground.status).toContainText('200');
  });
});

test('a pattern is read out in plain words where it is pointed at', async ({ page, site }) => {
  const playground = new Playground(page);
  const rules = RULES.replace('NotFound', '.*NotFound.*');
  await playground.open(`${site.url}${hashOf({ ...MISSED, rules })}`);
  await expect(playground.status).toContainText('404');
  const lines = await playground.monaco('rules');
  await lines.getByText('NotFound', { exact: true }).hover();
  await expect(page.getByText(/^Matches anything but line breaks, then “NotFound”, then/)).toBeVisible();
});
