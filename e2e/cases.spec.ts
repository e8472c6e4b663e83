import type { Locator, Page } from '@playwright/test';
import type { PlaygroundDocument } from '../src/document/model';
import { documentOf, hashOf } from './support/links';
import { Playground } from './support/playground';
import { expect, test } from './support/site';

const RULES = `integrationResponses:
  - statusCode: 200
  - statusCode: 404
    selectionPattern: .*NotFound.*
    responseTemplates:
      application/json: error.vtl
  - statusCode: 503
    selectionPattern: .*Throttled.*
`;

const TEMPLATE = `#if($input.path('$.errorType') == 'Gone')
{"gone": true}
#else
{"code": "NotFound"}
#end`;

function orders(): PlaygroundDocument {
  return documentOf({
    cases: [
      { name: 'order', answer: '{"id": 7}' },
      { name: 'no-order', answer: '{"errorMessage": "NotFound: order 7"}' },
      { name: 'crash', answer: '{"errorMessage": "oops"}' },
    ],
    rules: RULES,
    templates: [{ name: 'error.vtl', text: TEMPLATE }],
  });
}

async function openCases(page: Page, url: string, document = orders()) {
  const playground = new Playground(page);
  await playground.open(`${url}${hashOf(document)}`);
  return { playground, panel: await playground.explanation('Cases') };
}

const row = (panel: Locator, name: string) => panel.getByRole('row', { name: new RegExp(`^${name} `) });

test('all cases stand side by side, and choosing one opens it', async ({ page, site }) => {
  const { playground, panel } = await openCases(page, site.url);
  await expect(row(panel, 'order')).toContainText('200');
  await expect(row(panel, 'no-order')).toContainText('404');
  await expect(row(panel, 'no-order')).toContainText('.*NotFound.*');
  await expect(row(panel, 'crash')).toContainText('default');

  await panel.getByRole('button', { name: 'no-order' }).click();
  await expect(playground.status).toContainText('404');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(playground.status).toContainText('200');
  await expect(page.getByRole('tab', { name: 'crash', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('an answer kept as expected fails when the rules are broken, and says how', async ({ page, site }) => {
  const { playground, panel } = await openCases(page, site.url);
  await expect(panel.getByText('3 cases. Nothing is expected of them yet.')).toBeVisible();
  await panel.getByRole('button', { name: 'Keep all' }).click();
  await expect(panel.getByText('3 cases: 3 as expected.')).toBeVisible();

  await playground.write('rules', RULES.replace('.*NotFound.*', 'Missing.*'));
  await expect(panel.getByText('3 cases: 2 as expected, 1 not as expected.')).toBeVisible();
  await panel.getByRole('button', { name: 'no-order' }).click();
  await expect(panel.getByText('status: expected 404, got 200')).toBeVisible();

  await panel.getByRole('button', { name: 'Expect nothing' }).click();
  await expect(panel.getByText('3 cases: 2 as expected.')).toBeVisible();
  await page.reload();
  await playground.explanation('Cases');
  await expect(panel.getByText('3 cases: 2 as expected.')).toBeVisible();
});

test('what is expected can be written by hand', async ({ page, site }) => {
  const { panel } = await openCases(page, site.url);
  await panel.getByRole('button', { name: 'Write what is expected' }).click();
  const dialog = page.getByRole('dialog', { name: 'Expected of case order' });
  await dialog.getByLabel(/^Status/).fill('200');
  await dialog.getByLabel(/^Headers/).fill('no colon');
  await expect(dialog.getByText('is not a header')).toBeVisible();
  await dialog.getByLabel(/^Headers/).fill('Content-Type: application/json');
  await dialog.getByLabel(/^Compare the body/).check();
  await dialog.getByLabel('Body', { exact: true }).fill('{ "id": 8 }');
  await dialog.getByRole('button', { name: 'Expect this' }).click();
  await expect(panel.getByText('body at $.id: expected 8, got 7')).toBeVisible();
});

test('what no case reaches is named and leads there', async ({ page, site }) => {
  const { playground, panel } = await openCases(page, site.url);
  const coverage = panel.getByRole('region', { name: 'Not reached by any case' });
  await expect(coverage).toContainText('503 .*Throttled.*');
  await coverage.getByRole('button', { name: 'error.vtl, line 2' }).click();
  await expect(playground.field('template')).toBeFocused();
});

test('a case that does not end holds up neither the others nor the response', async ({ page, site }) => {
  const document = orders();
  document.cases.splice(1, 0, { name: 'slow', answer: `{"errorMessage": "${'a'.repeat(5000)}!"}` });
  document.rules += '  - statusCode: 500\n    selectionPattern: "(a*)*(a*)*(a|a)*b"\n';
  const { playground, panel } = await openCases(page, site.url, document);
  await expect(row(panel, 'crash')).toContainText('default');
  await expect(row(panel, 'no-order')).toContainText('404');
  await expect(playground.status).toContainText('200');
});

test('a usual answer is added as a case and judged at once', async ({ page, site }) => {
  const { playground, panel } = await openCases(page, site.url);
  await panel.getByRole('button', { name: 'Add a usual answer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a usual answer' });
  await dialog.getByRole('button', { name: /^Python errorMessage/ }).click();
  await expect(playground.status).toContainText('404');
  await expect(row(panel, 'python-error')).toContainText('Order A-1001 NotFound');
  await expect(page.getByRole('tab', { name: 'python-error' })).toHaveAttribute('aria-selected', 'true');
});
