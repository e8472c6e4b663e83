import { Playground } from './support/playground';
import { expect, test } from './support/site';

let playground: Playground;

test.beforeEach(async ({ page, site }) => {
  playground = new Playground(page);
  await playground.open(site.url);
  await playground.monaco('template');
});

test('F6 goes round the panels and back', async ({ page }) => {
  const panelWithFocus = () =>
    page.evaluate(() => document.activeElement?.closest('[data-panel]')?.getAttribute('data-panel'));
  const order = ['answer', 'rules', 'template', 'request', 'response', 'result'];
  for (const panel of [...order, 'answer']) {
    await page.keyboard.press('F6');
    expect(await panelWithFocus()).toBe(panel);
  }
  await page.keyboard.press('Shift+F6');
  expect(await panelWithFocus()).toBe('result');
});

test('from an empty page to a changed response without a mouse', async ({ page }) => {
  await page.keyboard.press('Alt+2');
  await expect(playground.field('rules')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('- statusCode: 299');
  await expect(playground.status).toHaveText(/^299/);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('region', { name: 'Status, headers and body' })).toBeFocused();
});

test('Tab leaves an editor after Ctrl+M', async ({ page }) => {
  await page.keyboard.press('Alt+3');
  await expect(playground.field('template')).toBeFocused();
  await page.keyboard.press('Control+M');
  await page.keyboard.press('Tab');
  await expect(playground.field('template')).not.toBeFocused();
});

test('F8 leads to each problem', async ({ page }) => {
  await playground.write('rules', '- statusCode: 200\n  selectionPattern: "("\n');
  await expect(playground.marks('rules').first()).toBeVisible();
  await page.keyboard.press('F6');
  await page.keyboard.press('F8');
  await expect(playground.field('rules')).toBeFocused();
});

test('every command is in the palette and runs from there', async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await page.keyboard.type('theme dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('an example is chosen with arrow keys', async ({ page }) => {
  await page.getByRole('button', { name: 'Examples' }).focus();
  await page.keyboard.press('Enter');
  const items = page.getByRole('menuitem');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(items.nth(1)).toBeFocused();
  const title = (await items.nth(1).textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title of the document' })).toHaveValue(title);
  await expect(page.getByRole('button', { name: 'Examples' })).toBeFocused();
});

test('cases are chosen, renamed and removed with keys', async ({ page }) => {
  await page.getByRole('tab', { name: 'not-found' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(playground.status).toHaveText(/^200/);
  await page.keyboard.press('F2');
  await page.keyboard.type('fine');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'fine' })).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('tab', { name: 'fine' })).toBeHidden();
});

test('a separator moves with arrow keys and remembers', async ({ page }) => {
  const separator = page.getByRole('separator', { name: 'Configuration and response' });
  const before = Number(await separator.getAttribute('aria-valuenow'));
  await separator.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  const moved = String(before - 8);
  await expect(separator).toHaveAttribute('aria-valuenow', moved);
  // The layout is stored when the page is left.
  await page.reload();
  await expect(separator).toHaveAttribute('aria-valuenow', moved);
});

test('the focus can always be seen', async ({ page }) => {
  const unseen: string[] = [];
  await page.getByRole('button', { name: 'Examples' }).focus();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const seen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      return seen || element.closest('.monaco-editor') ? undefined : element.outerHTML.slice(0, 120);
    });
    if (found) unseen.push(found);
  }
  expect(unseen).toEqual([]);
});
