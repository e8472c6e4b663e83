import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Playground } from './support/playground';
import { expect, test, watchPage } from './support/site';

const root = fileURLToPath(new URL('..', import.meta.url));

test.use({
  watch: async ({ page: _ }, use) => use({ foreignRequests: [], consoleMessages: [], pageErrors: [] }),
});

test('npm start serves a page that works', async ({ page }) => {
  test.slow();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn('npm', ['start', '--', '--port', String(port), '--strictPort'], {
    cwd: root,
    env: { ...process.env, BROWSER: 'none' },
    stdio: 'ignore',
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  try {
    await expect
      .poll(
        () =>
          fetch(origin).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 45_000 },
      )
      .toBe(200);
    const watch = watchPage(page, origin, origin.replace('http', 'ws'));
    const playground = new Playground(page);
    await playground.open(origin);
    await expect(playground.status).toHaveText(/404\s+Not Found/);
    await playground.write('rules', '- statusCode: 299');
    await expect(playground.status).toHaveText(/^299/);
    expect(watch).toEqual({ foreignRequests: [], consoleMessages: [], pageErrors: [] });
  } finally {
    // npm and vite are one group; the group is ours.
    if (child.pid && process.platform !== 'win32') process.kill(-child.pid);
    else child.kill();
  }
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
