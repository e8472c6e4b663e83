// @ts-check
/*
 * A plain file server, as anyone would put the built page on: files, gzip, nothing else. The browser tests, the
 * bench and the screenshots use it, so that what they see is what a host serves.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.ttf', '.txt']);

/**
 * @typedef {object} StaticServer
 * @property {string} origin such as `http://127.0.0.1:40123`
 * @property {() => Promise<void>} close
 *
 * @param {object} options
 * @param {string} [options.folder] served below `base`
 * @param {string} [options.base] starts and ends with a slash; default `/`
 * @param {Record<string, string>} [options.pages] HTML by path, for pages that are not in the folder
 * @returns {Promise<StaticServer>} listening on a free port of 127.0.0.1
 */
export async function serve({ folder, base = '/', pages = {} }) {
  /** @type {Map<string, { type: string, body: Buffer, zipped?: Buffer }>} */
  const files = new Map();

  const find = async (/** @type {string} */ path) => {
    const page = pages[path];
    if (page !== undefined) return { type: TYPES['.html'] ?? '', body: Buffer.from(page) };
    if (!folder || !path.startsWith(base)) return undefined;
    const name = normalize(`/${path.slice(base.length)}${path.endsWith('/') ? 'index.html' : ''}`);
    const known = files.get(name);
    if (known) return known;
    const body = await readFile(join(folder, name)).catch(() => undefined);
    if (!body) return undefined;
    const extension = extname(name);
    const file = {
      type: TYPES[extension] ?? 'application/octet-stream',
      body,
      ...(COMPRESSED.has(extension) && { zipped: gzipSync(body) }),
    };
    files.set(name, file);
    return file;
  };

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const file = await find(decodeURIComponent(pathname));
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('No such file\n');
      return;
    }
    const zip = 'zipped' in file && /\bgzip\b/.test(String(request.headers['accept-encoding']));
    response.writeHead(200, {
      'content-type': file.type,
      'cache-control': 'no-cache',
      ...(zip && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
    });
    response.end(zip ? file.zipped : file.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
