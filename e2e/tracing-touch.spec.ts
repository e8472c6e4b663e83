import { Playground } from './support/playground';
import { expect, test } from './support/site';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a finger on the body names its origin and stays there; the line leads on', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await playground.body.locator('.piece').filter({ hasText: 'OrderNotFound' }).tap();
  const line = playground.response.locator('.origin-line');
  await expect(line).toContainText('computed from $.errorMessage');
  await expect(playground.body).toBeVisible();
  await line.getByRole('button', { name: '$.errorMessage' }).tap();
  await expect(playground.field('answer')).toBeFocused();
});
