import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { hashOf, withTemplate } from '../e2e/support/links';
import { browserPath } from '../scripts/browser.mjs';
import { serve } from '../scripts/static-server.mjs';
import { percentile, printTable } from './measure';

/*
 * How fast the page is in a real browser: a local server with gzip, a cold cache for every load, once as fast as
 * this machine is and once with the processor slowed down four times.
 */

const SLOWDOWNS = [1, 4];
const LOADS = 7;
const KEYS = 120;
/** A link's result is not in the page: the worker has to start and evaluate it. */
const LINK = hashOf(
  withTemplate('#foreach($item in $input.path("$.items"))$item#end', '{"items": [1, 2, 3]}'),
);
const FAST_TEXT = 'The quick brown fox jumps over the lazy dog 0123456789 '.repeat(10).trim();

/** One visit with an empty cache: times from navigation in ms, bytes before the first result. */
interface Load {
  result: number;
  editors: number;
  bytes: number;
}

declare global {
  interface Window {
    /** Time from navigation to the frame that showed the first result, in ms. */
    firstResult?: number;
    /** Times from a key to the frame that showed its result, in ms. */
    keyTimes: number[];
  }
}

const server = await serve({ folder: fileURLToPath(new URL('../dist', import.meta.url)) });
const executablePath = browserPath();
const browser = await chromium.launch(executablePath ? { executablePath } : {});

const rows: string[][] = [];
for (const slowdown of SLOWDOWNS) {
  const loads: Load[] = [];
  const links: number[] = [];
  for (let i = 0; i < LOADS; i++) {
    loads.push(await measureLoad(slowdown));
    links.push(await measureLink(slowdown));
  }
  const { keys, lost } = await measureTyping(slowdown);
  const median = (pick: (load: Load) => number) => percentile(loads.map(pick), 0.5);
  rows.push([
    `${slowdown} ×`,
    millis(median(({ result }) => result)),
    millis(percentile(links, 0.5)),
    millis(median(({ editors }) => editors)),
    `${(median(({ bytes }) => bytes) / 1024).toFixed(0)} KiB`,
    millis(percentile(keys, 0.5)),
    millis(percentile(keys, 0.95)),
    String(lost),
  ]);
}
printTable(
  'The page, median; keys in the template editor',
  [
    'slowdown',
    'first result',
    'of a link',
    'editors ready',
    'transferred before',
    'key to paint',
    '95 %',
    'letters lost',
  ],
  rows,
);
await browser.close();
await server.close();

async function openPage(slowdown: number, hash = ''): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watchPaints);
  await page.goto(`${server.origin}/${hash}`);
  await page.waitForFunction(() => (window.firstResult ?? 0) > 0);
  return page;
}

async function measureLoad(slowdown: number): Promise<Load> {
  const page = await openPage(slowdown);
  await page.locator('[data-editor=template] .monaco-editor .view-line').first().waitFor();
  const load = await page.evaluate(() => {
    const result = window.firstResult ?? Number.NaN;
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const before = resources.filter(({ responseEnd }) => responseEnd <= result);
    const bytes = before.reduce((sum, { transferSize }) => sum + transferSize, 0);
    return { result, editors: performance.now(), bytes };
  });
  await page.close();
  return load;
}

async function measureLink(slowdown: number): Promise<number> {
  const page = await openPage(slowdown, LINK);
  const result = await page.evaluate(() => window.firstResult ?? Number.NaN);
  await page.close();
  return result;
}

async function measureTyping(slowdown: number): Promise<{ keys: number[]; lost: number }> {
  const page = await openPage(slowdown);
  const lines = page.locator('[data-editor=template] .monaco-editor .view-lines');
  await lines.waitFor();
  await lines.click({ position: { x: 8, y: 8 } });
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type('warm-up ', { delay: 50 });
  await page.evaluate(() => {
    window.keyTimes = [];
  });
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press(String.fromCharCode(97 + (i % 26)));
    await page.waitForFunction((count) => window.keyTimes.length >= count, i + 1);
  }
  const keys = await page.evaluate(() => window.keyTimes);

  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type(FAST_TEXT);
  const body = page.locator('.body-text');
  await page.waitForTimeout(1500 * slowdown);
  const shown = (await body.textContent()) ?? '';
  await page.close();
  return { keys, lost: shown === FAST_TEXT ? 0 : FAST_TEXT.length - commonLength(shown, FAST_TEXT) };
}

/** Letters of `text` found in `shown` in their order. */
function commonLength(shown: string, text: string): number {
  let at = 0;
  for (const letter of text) {
    const found = shown.indexOf(letter, at);
    if (found >= 0) at = found + 1;
  }
  return Math.min(at, text.length);
}

/** Runs in the page before its own code: notes when a result has been painted. */
function watchPaints(): void {
  window.keyTimes = [];
  let pressed: number | undefined;
  window.addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
    },
    { capture: true },
  );
  // A message sent in a frame callback arrives after that frame was painted.
  const afterPaint = (then: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    requestAnimationFrame(() => port2.postMessage(0));
  };
  let body: string | null = null;
  new MutationObserver(() => {
    if (window.firstResult === undefined && document.querySelector('.status-code')?.textContent) {
      window.firstResult = Number.NaN;
      afterPaint(() => {
        window.firstResult = performance.now();
      });
    }
    const text = document.querySelector('.body-text')?.textContent ?? '';
    if (text === body) return;
    body = text;
    const from = pressed;
    if (from === undefined) return;
    pressed = undefined;
    afterPaint(() => window.keyTimes.push(performance.now() - from));
  }).observe(document, { childList: true, characterData: true, subtree: true });
}

function millis(value: number): string {
  return `${value.toFixed(0)} ms`;
}
