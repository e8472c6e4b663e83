import { Playground } from './support/playground';
import { expect, test } from './support/site';

let playground: Playground;

test.beforeEach(async ({ page, site }) => {
  playground = new Playground(page);
  await playground.open(site.url);
});

test('opens on a worked example whose result is there', async () => {
  await expect(playground.status).toHaveText(/404\s+Not Found/);
  await expect(playground.verdict(2)).toContainText('Rule 404 matched');
  await expect(playground.body).toContainText('"code": "OrderNotFound"');
  await expect(playground.header('Content-Type')).toHaveText('application/json');
});

test('another answer, another response', async () => {
  await playground.write(
    'answer',
    '{"errorMessage": "{\\"code\\":\\"UserNotFound\\",\\"message\\":\\"No Ann\\"}"}',
  );
  await expect(playground.body).toContainText('"message": "No Ann"');
  await expect(playground.header('X-Error-Code')).toHaveText('UserNotFound');
});

test('a rule decides by its pattern', async () => {
  await playground.write('answer', '{"errorMessage": "Error: Raising 400 from within the Lambda function"}');
  await expect(playground.verdict(2)).toContainText('Default rule 200');
  await expect(playground.status).toHaveText(/200\s+OK/);
  await playground.write(
    'rules',
    "- statusCode: 200\n- statusCode: 400\n  selectionPattern: '.*Raising 400.*'\n",
  );
  await expect(playground.verdict(2)).toContainText('Rule 400 matched');
  await expect(playground.status).toHaveText(/400\s+Bad Request/);
});

test('a template writes the body and overrides the status', async () => {
  await playground.write(
    'template',
    '#set($context.responseOverride.status = 418)\n#set($context.responseOverride.header.X-Tea = "green")\nshort and stout',
  );
  await expect(playground.status).toHaveText(/^418/);
  await expect(playground.header('X-Tea')).toHaveText('green');
  await expect(playground.body).toContainText('short and stout');
  await expect(await playground.explanation('Why')).toContainText('418');
});

test('what is typed fast arrives whole and in order', async ({ page }) => {
  await playground.write('template', '');
  const text = 'The quick brown fox jumps over the lazy dog 0123456789 '.repeat(3).trim();
  await page.keyboard.type(text);
  await expect(playground.body).toHaveText(text);
});

test('another case is another answer', async ({ page }) => {
  await page.getByRole('tab', { name: 'ok', exact: true }).click();
  await expect(playground.status).toHaveText(/200\s+OK/);
  await expect(playground.verdict(2)).toContainText('Default rule 200');
  await page.getByRole('tab', { name: 'timeout' }).click();
  await expect(playground.status).toHaveText(/504\s+Gateway Timeout/);
  await expect(playground.header('Retry-After')).toHaveText('5');
});

test('the request says what the client accepts', async ({ page }) => {
  await page.getByRole('button', { name: /^Request, stage variables, context/ }).click();
  await playground.write('request', 'context:\n  requestId: my-own-id\n');
  await expect(playground.body).toContainText('"requestId": "my-own-id"');
});

test.describe('what cannot be read', () => {
  const broken = [
    {
      editor: 'rules',
      text: 'integrationResponses:\n  - statusCode: 200\n   selectionPattern: [',
      mended: '- statusCode: 202',
      status: /^202/,
    },
    { editor: 'request', text: 'headers: {a: ', mended: 'headers: {}', status: /^404/ },
  ] as const;

  for (const { editor, text, mended, status } of broken) {
    test(`${editor}: marked, told, and the last response stays`, async ({ page }) => {
      if (editor === 'request') {
        await page.getByRole('button', { name: /^Request, stage variables, context/ }).click();
      }
      await playground.write(editor, text);
      await expect(playground.errors(editor).first()).toBeVisible();
      await expect(playground.response).toContainText(/last response/i);
      await expect(playground.status).toHaveText(/404\s+Not Found/);
      await expect((await playground.explanation('Problems')).getByRole('listitem').first()).toBeVisible();
      await playground.write(editor, mended);
      await expect(playground.errors(editor)).toHaveCount(0);
      await expect(playground.response).not.toContainText(/last response/i);
      await expect(playground.status).toHaveText(status);
    });
  }

  test('answer: a payload that is not JSON is marked, and judged as the service does', async () => {
    await playground.write('answer', '{"orderId": "1",}}}');
    await expect(playground.marks('answer').first()).toBeVisible();
    await expect((await playground.explanation('Problems')).getByRole('listitem').first()).toContainText(
      'JSON',
    );
    await expect(playground.status).toHaveText(/^200/);
    await playground.write('answer', '{"orderId": "1"}');
    await expect(playground.marks('answer')).toHaveCount(0);
    await expect(playground.status).toHaveText(/^200/);
  });

  test('answer: an HTTP message that is none is marked, and the last response stays', async () => {
    await playground.write('rules', 'type: HTTP\nintegrationResponses:\n  - statusCode: 200\n');
    await playground.write('answer', 'HTTP/1.1 503 Service Unavailable\n\nbusy');
    await expect(playground.verdict(1)).toContainText('503');
    await playground.write('answer', 'HTTP/1.1 99999 What\nno header\n\n');
    await expect(playground.errors('answer').first()).toBeVisible();
    await expect(playground.response).toContainText(/last response/i);
    await playground.write('answer', 'HTTP/1.1 404 Not Found\n\n');
    await expect(playground.verdict(1)).toContainText('404');
    await expect(playground.response).not.toContainText(/last response/i);
  });

  test('template: the service answers 500, the place is marked', async () => {
    await playground.write('template', '#if($x)\nnever closed');
    await expect(playground.status).toHaveText(/^500/);
    await expect(playground.errors('template').first()).toBeVisible();
    await expect(playground.verdict(3)).toContainText('stopped');
    await playground.write('template', 'closed');
    await expect(playground.status).toHaveText(/^404/);
    await expect(playground.errors('template')).toHaveCount(0);
    await expect(playground.body).toHaveText('closed');
  });
});
