import { documentOf, hashOf, withTemplate } from './support/links';
import { Playground } from './support/playground';
import { expect, test } from './support/site';

test.describe('the body', () => {
  test('is shown as sent, laid out, with its invisible characters and byte by byte', async ({
    page,
    site,
  }) => {
    const playground = new Playground(page);
    await playground.open(`${site.url}${hashOf(withTemplate('{"a":1}\t\n'))}`);
    const view = (name: string) => playground.response.getByRole('radio', { name }).check();
    await expect(playground.body).toHaveText('{"a":1}');
    await view('Pretty');
    await expect(playground.body).toHaveText('{\n  "a": 1\n}', { useInnerText: true });
    await view('Invisibles');
    await expect(playground.body).toContainText('{"a":1}→␊');
    await view('Hex');
    await expect(playground.body).toContainText('00000000  7b 22 61 22 3a 31 7d 09  0a');
    await expect(playground.response).toContainText('9 bytes');
  });

  test('that says it is JSON and is not has its first bad character marked', async ({ page, site }) => {
    const playground = new Playground(page);
    await playground.open(`${site.url}${hashOf(withTemplate('{\n  "id": $missing\n}'))}`);
    await expect(playground.response.locator('mark')).toHaveText('}');
    await playground.response.getByRole('button', { name: 'Written here' }).click();
    await expect(playground.field('template')).toBeFocused();
  });

  test('that is an image is shown as one', async ({ page, site }) => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const playground = new Playground(page);
    const proxied = documentOf({
      cases: [
        {
          name: 'image',
          answer: JSON.stringify({
            statusCode: 200,
            headers: { 'Content-Type': 'image/png' },
            body: pixel,
            isBase64Encoded: true,
          }),
        },
      ],
      rules: 'type: AWS_PROXY\nbinaryMediaTypes: ["*/*"]\n',
    });
    await playground.open(`${site.url}${hashOf(proxied)}`);
    const image = playground.response.getByRole('img', { name: 'The body as image/png' });
    await expect(image).toBeVisible();
    expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1);
  });

  test('lights up what wrote the piece pointed at', async ({ page, site }) => {
    const playground = new Playground(page);
    const template = '{"who": "$input.path(\'$.name\')"}';
    await playground.open(`${site.url}${hashOf(withTemplate(template, '{"name": "Ann"}'))}`);
    await playground.monaco('template');
    await playground.body.getByText('Ann').hover();
    await expect(playground.editor('template').locator('.text-origin').first()).toBeVisible();
    await expect(playground.editor('answer').locator('.text-origin').first()).toBeVisible();
  });
});

test('the response is copied in four forms', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new Playground(page);
  await playground.open(`${site.url}${hashOf(withTemplate('made'))}`);
  const copied = async (form: string) => {
    await playground.response.getByRole('button', { name: 'Copy the response' }).click();
    await page.getByRole('menuitem', { name: form }).click();
    await expect(page.getByText(/^Copied: /)).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied('Body')).toBe('made');
  expect(await copied('Raw HTTP response')).toMatch(/^HTTP\/1\.1 200 OK\r?\n[\s\S]*\r?\n\r?\nmade$/);
  expect(await copied('As curl -i prints it')).toMatch(/^HTTP\/2 200/);
  expect(await copied('Markdown report')).toContain('The client gets **200 OK**.');
});

test('a sentence says how it is known, and every assumption is listed', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(`${site.url}${hashOf(documentOf())}`);
  const why = await playground.explanation('Why');
  await why.getByRole('button', { name: 'assumed' }).first().click();
  await expect(why.getByRole('note')).toContainText('our choice');
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('menuitem', { name: 'How right is this?' }).click();
  await expect(page.getByRole('dialog')).toContainText('Several patterns match: which rule answers?');
});

test('a sentence leads to its place', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await playground.monaco('rules');
  const why = await playground.explanation('Why');
  await why.getByRole('button', { name: /matches the whole message/ }).click();
  await expect(playground.field('rules')).toBeFocused();
});

test('a local emulator’s answer stands beside ours, with the difference', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(`${site.url}${hashOf(withTemplate('[$nothing]'))}`);
  const emulator = await playground.explanation('Emulator');
  await expect(emulator).toContainText('An emulator renders something else.');
  await expect(emulator.locator('mark').last()).toHaveText('$nothing');
});

test('the integration type is a control and a line of the rules', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await page.getByLabel('Integration', { exact: false }).first().selectOption('AWS_PROXY');
  await expect(playground.verdict(2)).toContainText('Proxy integration');
  await expect(playground.editor('rules')).toContainText('type: AWS_PROXY');
});

test('a removed case can be brought back', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await page.getByRole('button', { name: /^Remove case/ }).click();
  await expect(page.getByRole('tab', { name: 'not-found' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('tab', { name: 'not-found' })).toHaveAttribute('aria-selected', 'true');
  await expect(playground.status).toContainText('404');
});

test('the template that ran comes to the front with its case', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await page.getByRole('tab', { name: 'ok', exact: true }).click();
  await expect(page.getByRole('tab', { name: /order\.vtl/ })).toHaveAttribute('aria-selected', 'true');
  await expect(playground.verdict(3)).toContainText('order.vtl ran');
});

test.describe('a link beside one’s own work', () => {
  test('can be kept; the own work can be had back', async ({ page, site }) => {
    const playground = new Playground(page);
    await playground.open(site.url);
    await page.getByLabel('Title of the document').fill('Mine');
    await page.waitForTimeout(500);
    await page.goto('about:blank');
    await playground.open(`${site.url}${hashOf(documentOf({ title: 'Theirs' }))}`);
    const title = page.getByLabel('Title of the document');
    await expect(title).toHaveValue('Theirs');
    await page.getByRole('button', { name: 'Keep this instead' }).click();
    expect(new URL(page.url()).hash).toBe('');
    await page.reload();
    await expect(title).toHaveValue('Theirs');
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem', { name: /^Mine/ }).click();
    await expect(title).toHaveValue('Mine');
  });

  test('keeps what was changed in it over a reload, and going back finds the work as it was', async ({
    page,
    site,
  }) => {
    const playground = new Playground(page);
    await playground.open(site.url);
    const title = page.getByLabel('Title of the document');
    await title.fill('Mine');
    await page.waitForTimeout(500);
    await page.goto('about:blank');
    await playground.open(`${site.url}${hashOf(documentOf({ title: 'Theirs' }))}`);
    await title.fill('Theirs, changed');
    await page.waitForTimeout(500);
    await page.reload();
    await expect(title).toHaveValue('Theirs, changed');
    await page.getByRole('button', { name: 'Back to my work' }).click();
    await expect(title).toHaveValue('Mine');
  });
});

test.describe('the engine', () => {
  test('is stopped and started again when a document takes too long', async ({ page, site }) => {
    let workers = 0;
    await page.route(/engine\.worker.*\.js$/, (route) => {
      workers += 1;
      if (workers > 1) return route.continue();
      const body = 'onmessage = () => { for (;;); }; postMessage({ kind: "ready" });';
      return route.fulfill({ contentType: 'text/javascript', body });
    });
    const playground = new Playground(page);
    await playground.open(site.url);
    await expect(playground.response).toContainText('Stopped after 1.5 s');
    await expect(playground.status).toContainText('404');
    await page.getByRole('tab', { name: 'ok', exact: true }).click();
    await expect(playground.status).toContainText('200 OK');
    await expect(playground.response).not.toContainText('Stopped after');
  });

  test('that fails is told as our bug, and the page stays', async ({ page, site }) => {
    await page.route(/engine\.worker.*\.js$/, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'onmessage = ({ data }) => postMessage({ kind: "failed", id: data.id, message: "RangeError: odd" }); postMessage({ kind: "ready" });',
      }),
    );
    const playground = new Playground(page);
    await playground.open(site.url);
    await expect(playground.response).toContainText('That is a bug of the playground');
    await expect(playground.status).toContainText('404');
  });
});
