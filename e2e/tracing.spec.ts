import { Playground } from './support/playground';
import { expect, test } from './support/site';

const ANSWER = `{
  "errorMessage": "NotFound: order 7",
  "items": [{ "id": 11 }, { "id": 22 }]
}`;

const RULES = `- statusCode: 404
  selectionPattern: NotFound.*
  responseParameters:
    method.response.header.X-Error: integration.response.body.errorMessage
  responseTemplates:
    application/json: error.vtl
`;

const TEMPLATE = `#set($root = $input.path('$'))
{ "message": "$root.errorMessage.toUpperCase()",
  "ids": [#foreach($item in $root.items)
    $item.id#if($foreach.hasNext),#end
  #end] }
#if($root.items.isEmpty())
nothing
#end`;

let playground: Playground;

test.beforeEach(async ({ page, site }) => {
  playground = new Playground(page);
  await playground.open(site.url);
  await playground.write('rules', RULES);
  await playground.write('answer', ANSWER);
  await playground.write('template', TEMPLATE);
  await expect(playground.body).toContainText('NOTFOUND: ORDER 7');
});

/** Expects the text lit in an editor as the origin of what is pointed at. */
function expectLit(editor: 'answer' | 'rules' | 'template', text: string) {
  const lit = playground.editor(editor).locator('.text-origin');
  return expect.poll(async () => (await lit.allTextContents()).join('').replaceAll('\u00a0', ' ')).toBe(text);
}

/** A stretch of the body by its text. */
function piece(text: string) {
  return playground.body.locator('.piece').filter({ hasText: text });
}

function line() {
  return playground.response.locator('.origin-line');
}

test('pointing at a stretch of the body shows what wrote it and where its value was read', async () => {
  await piece('22').hover();
  await expectLit('template', '$item.id');
  await expectLit('answer', '22');
  await expect(line()).toContainText('read from $.items[1].id · error.vtl, line 4');

  await piece('NOTFOUND').hover();
  await expectLit('template', '$root.errorMessage.toUpperCase()');
  await expectLit('answer', '"NotFound: order 7"');
  await expect(line()).toContainText('computed from $.errorMessage, named as a whole');

  await playground.verdict(4).hover();
  await expectLit('template', '');
  await expect(line()).toHaveText('Point at a part to see where it came from.');
});

test('the status and a header lead to the rule that decides them', async ({ page }) => {
  await playground.response.getByRole('row', { name: /^X-Error/i }).hover();
  await expectLit('rules', 'integration.response.body.errorMessage');
  await expectLit('answer', '"NotFound: order 7"');

  await playground.response.getByRole('button', { name: '404 Not Found' }).focus();
  await expectLit('rules', 'statusCode: 404');
  await expect(line()).toContainText(
    '404: statusCode of rules, line 1 · its pattern matches the errorMessage',
  );
  await page.keyboard.press('Enter');
  await expect(playground.field('rules')).toBeFocused();
});

test('the arrow keys go through the body, Enter to the template, Shift+Enter to the value', async ({
  page,
}) => {
  await playground.body.getByRole('group', { name: /^Body/ }).focus();
  const atValue = async () => ((await line().textContent()) ?? '').startsWith('“11”');
  for (let round = 0; round < 20 && !(await atValue()); round += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await expect(line()).toContainText('“11”: read from $.items[0].id');
  await expectLit('answer', '11');
  await page.keyboard.press('Shift+Enter');
  await expect(playground.field('answer')).toBeFocused();
  await expect(piece('11')).toHaveAttribute('data-reached', 'true');
});

test('the cursor in a text lights up what it went to', async ({ page }) => {
  await playground.editor('answer').getByText('order 7').click();
  await expect(piece('NOTFOUND')).toHaveAttribute('data-reached', 'true');
  await expect(playground.response.getByRole('row', { name: /^X-Error/i })).toHaveAttribute(
    'data-reached',
    'true',
  );
  await expect(line()).toHaveText('Went to the header X-Error and one place of the body.');

  const loop = playground.editor('template').locator('.view-line').filter({ hasText: '$item.id' });
  await loop.locator('span > span').filter({ hasText: 'item' }).first().click();
  await expect(playground.body.locator('[data-reached]')).toHaveText(['11', '22']);

  await playground.editor('template').getByText('#set').click();
  await expect(playground.body.locator('[data-reached]')).toHaveText(['NOTFOUND: ORDER 7', '11', '22']);

  await page.getByRole('button', { name: 'Examples' }).focus();
  await expect(playground.body.locator('[data-reached]')).toHaveCount(0);
});

test('lines of the template say how often they ran, and which did not', async () => {
  const lines = playground.editor('template').locator('.view-line');
  await expect(lines.filter({ hasText: '$item.id' })).toContainText('2 times');
  await expect(playground.editor('template').locator('.text-skipped')).toHaveText('nothing');
});
