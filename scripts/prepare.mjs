// @ts-check
/*
 * Puts in place what the other commands need: the packages of the lock file, and with --browser a Chromium. Runs
 * before `npm start` and `npm test`, costs a tenth of a second when nothing is missing, and uses only Node's own
 * modules because it has to work in a fresh clone.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browserCandidates, noteBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.lock-hash`;

installPackages();
if (process.argv.includes('--browser')) installBrowser();

function installPackages() {
  const hash = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Installing packages (npm ci)');
  // A NODE_ENV of "production" would leave out everything the build needs.
  if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])) {
    stop(
      'npm ci failed. The packages of package-lock.json could not be installed; its output above says why.',
    );
  }
  writeFileSync(stamp, hash);
}

function installBrowser() {
  if (findOneThatStarts()) return;
  if (process.env.CHROMIUM_PATH) {
    stop(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, and no browser starts from there.`);
  }
  console.log('No Chromium found. Asking Playwright for one');
  // Playwright waits long and often for a host that cannot be reached; the apt way is still to be tried.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
  for (const name of ['chromium-headless-shell', 'chromium']) {
    if (run('npx', ['--no-install', 'playwright', 'install', name], { env }) && findOneThatStarts()) return;
  }
  if (process.getuid?.() === 0 && run('apt-get', ['--version'], { quiet: true })) {
    console.log('Installing Chromium with apt-get');
    const apt = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['update'], apt);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (run('apt-get', ['install', '-y', '--no-install-recommends', name], apt) && findOneThatStarts())
        return;
    }
  }
  stop(
    'The browser tests need a Chromium and none could be installed. Install one (Debian: ' +
      'apt-get install chromium-headless-shell), or name one in CHROMIUM_PATH, and run the command again.',
  );
}

/** Existing is not enough: a browser may lack its system libraries, or be a stub that says "install me". */
function findOneThatStarts() {
  const candidates = browserCandidates();
  const first = candidates.findIndex(starts);
  if (first >= 0) noteBrowser(candidates[first]);
  return first >= 0;
}

function starts(/** @type {string | undefined} */ path) {
  const launch = `import { chromium } from 'playwright';
    const browser = await chromium.launch({ executablePath: process.env.TRY_BROWSER || undefined, timeout: 20000 });
    await browser.close();`;
  return run(process.execPath, ['--input-type=module', '-e', launch], {
    quiet: true,
    env: { TRY_BROWSER: path ?? '' },
  });
}

function run(
  /** @type {string} */ command,
  /** @type {string[]} */ args,
  /** @type {{ env?: Record<string, string>, quiet?: boolean }} */ { env = {}, quiet = false } = {},
) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32' && command !== process.execPath,
  });
  return status === 0;
}

/** @returns {never} */
function stop(/** @type {string} */ reason) {
  console.error(`\n${reason}`);
  process.exit(1);
}
