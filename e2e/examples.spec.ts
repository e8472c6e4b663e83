import { EXAMPLES } from '../src/examples/catalogue';
import { Playground } from './support/playground';
import { expect, test } from './support/site';

test('the menu holds every example', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await page.getByRole('button', { name: 'Examples' }).click();
  const entries = [...EXAMPLES.map(({ title }) => title), 'Empty document', 'Open a file'];
  await expect(page.getByRole('menuitem')).toHaveText(entries);
});

for (const { title, document } of EXAMPLES) {
  test(`${title}: every case comes to what it promises`, async ({ page, site }) => {
    const playground = new Playground(page);
    await playground.open(site.url);
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem', { name: title, exact: true }).click();
    for (const { name, expected } of document.cases) {
      await page.getByRole('tablist', { name: 'Cases' }).getByRole('tab', { name, exact: true }).click();
      await expect(playground.status).toHaveText(new RegExp(`^${expected?.statusCode}`));
      await playground.showAllHeaders();
      for (const [header, value] of Object.entries(expected?.headers ?? {})) {
        await expect(playground.header(header)).toHaveText(value);
      }
    }
  });
}

test('an example replaces what was typed only so that it can be had back', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await playground.write('rules', '- statusCode: 299');
  await expect(playground.status).toHaveText(/^299/);
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: EXAMPLES[1]?.title ?? '', exact: true }).click();
  await expect(playground.status).not.toHaveText(/^299/);
  await page.getByRole('button', { name: 'Back to it' }).click();
  await expect(playground.status).toHaveText(/^299/);
});
