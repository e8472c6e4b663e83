import type { Reference } from './tree';

export interface Root extends Pick<Reference, 'form' | 'escaped' | 'escapePrefix' | 'morePrefix'> {
  name: string;
  /** The first token's image after the prefixes are taken off; null when there were none. */
  image: string | null;
}

/**
 * Takes a reference's first token apart: backslashes that escape it, a `#` or `$` that led into it, and its form.
 *
 * @param image the first token, for example `$name`, `\\$!{` or `#$name`.
 * @param name the token that holds the name; the same as `image` without braces.
 */
export function readRoot(image: string, name: string): Root {
  // The common case first: `$name`.
  if (image.charCodeAt(0) === 36 && image.lastIndexOf('$') === 0) {
    if (image.charCodeAt(1) === 33) return plain('quiet', image.endsWith('{') ? name : image.slice(2));
    if (image === '${') return plain('formal', name);
    if (image.charCodeAt(1) !== 92) return plain('normal', image.slice(1));
  }
  // `$\!x` is no reference at all, yet it is looked up, under a name no variable has.
  if (image.includes('\\!')) return plain('normal', ' ');
  let rest = image;
  let slashes = 0;
  while (rest.charCodeAt(slashes) === 92) slashes++;
  const escapePrefix = rest.slice(0, Math.floor(slashes / 2));
  rest = rest.slice(slashes);
  const dollar = rest.lastIndexOf('$');
  const morePrefix = dollar > 0 ? rest.slice(0, dollar) : '';
  rest = rest.slice(Math.max(dollar, 0));
  const common = {
    escaped: slashes % 2 === 1,
    escapePrefix,
    morePrefix,
    image: rest === image ? null : rest,
  };
  if (rest.startsWith('$!'))
    return { ...common, form: 'quiet', name: rest.endsWith('{') ? name : rest.slice(2) };
  if (rest === '${') return { ...common, form: 'formal', name };
  if (rest.startsWith('$')) return { ...common, form: 'normal', name: rest.slice(1) };
  return { ...common, form: 'runt', name: rest };
}

function plain(form: Root['form'], name: string): Root {
  return { form, name, escaped: false, escapePrefix: '', morePrefix: '', image: null };
}
