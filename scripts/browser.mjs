// @ts-check
/*
 * Which Chromium the browser tests, the bench and the screenshots run in. Node's own modules only: this is read
 * before anything is installed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
const NOTE = fileURLToPath(new URL('../.cache/browser.json', import.meta.url));

/**
 * Browsers to try, best first. `undefined` stands for the one Playwright downloaded for itself.
 *
 * @returns {(string | undefined)[]}
 */
export function browserCandidates() {
  if (process.env.CHROMIUM_PATH) return [process.env.CHROMIUM_PATH];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).filter((path) =>
    existsSync(path),
  );
  return [...new Set(installed), undefined];
}

/**
 * The browser `prepare.mjs` saw starting, or the first candidate when it has not run.
 *
 * @returns {string | undefined} a path, or undefined for Playwright's own
 */
export function browserPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  try {
    const { path } = JSON.parse(readFileSync(NOTE, 'utf8'));
    if (path === null) return undefined;
    if (existsSync(path)) return path;
  } catch {
    // No note yet, or an unreadable one: search again.
  }
  return browserCandidates()[0];
}

/** @param {string | undefined} path a browser that was seen starting */
export function noteBrowser(path) {
  mkdirSync(dirname(NOTE), { recursive: true });
  writeFileSync(NOTE, `${JSON.stringify({ path: path ?? null })}\n`);
}
