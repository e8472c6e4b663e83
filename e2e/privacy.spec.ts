import { documentOf, hashOf } from './support/links';
import { Playground } from './support/playground';
import { expect, test } from './support/site';

test('a tour of everything asks no other origin for anything', async ({ page, site, watch }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  for (const editor of ['answer', 'rules', 'template'] as const) await playground.monaco(editor);
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem').nth(2).click();
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem').first().click();
  await page.getByRole('button', { name: /^Request, stage variables, context/ }).click();
  await playground.write('request', 'headers: {Accept: text/plain}');
  await playground.write('template', '$input.');
  await page.keyboard.press('Control+Space');
  await page.keyboard.press('Escape');
  for (const tab of ['Problems', 'Log', 'Emulator', 'Why'] as const) await playground.explanation(tab);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#d=/);
  await page.keyboard.press('Escape');
  for (const entry of ['All commands', 'Keyboard', 'How right is this?']) {
    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.goto(`${site.embedUrl}${hashOf(documentOf())}`);
  await expect(playground.status).toHaveText(/^200/);
  await playground.monaco('rules');
  await page.waitForLoadState('networkidle');
  expect(watch.foreignRequests).toEqual([]);
});

for (const file of ['index.html', 'embed.html']) {
  test(`${file} states its content security policy before anything is loaded`, async ({ page, site }) => {
    const html = await (await page.request.get(site.url + file)).text();
    const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    const directives = new Map(
      policy.split(';').map((directive): [string, string] => {
        const [name = '', ...values] = directive.trim().split(/\s+/);
        return [name, values.join(' ')];
      }),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('worker-src')).toBe("'self'");
    expect(directives.get('connect-src')).toBe("'self'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*|blob:/);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<script|<link|<style/));
  });
}

test('the policy is in force: no inline script, no eval, no foreign address', async ({
  page,
  site,
  watch,
}) => {
  await new Playground(page).open(site.url);
  const result = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    // In a timer: what the test itself evaluates may do anything.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return "ran"')());
        } catch (error) {
          resolve((error as Error).name);
        }
      });
    });
    const fetched = await fetch('https://example.com/').then(
      () => 'fetched',
      (error: Error) => error.name,
    );
    return { inline: 'inlineRan' in window, evaluated, fetched };
  });
  expect(result).toEqual({ inline: false, evaluated: 'EvalError', fetched: 'TypeError' });
  // These refusals were asked for; nothing may have left the page all the same.
  expect(watch.consoleMessages.every((text) => /Content Security Policy/.test(text))).toBe(true);
  watch.consoleMessages.length = 0;
  watch.foreignRequests.length = 0;
});
