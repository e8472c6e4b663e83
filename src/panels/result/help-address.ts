import ids from 'virtual:help-ids';

const PAGES = new Set(ids);

/** Address of the page about a problem, beside the page itself; undefined when there is none. */
export function helpAddress(id: string): string | undefined {
  return PAGES.has(id) ? `./help/${id}/index.html` : undefined;
}
