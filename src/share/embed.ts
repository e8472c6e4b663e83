/*
 * The address of an embedded playground and the HTML that puts it into another page:
 *
 *   embed.html#d=1.…&mode=readonly&theme=dark
 */
import type { PlaygroundDocument } from '../document/model';
import { encodeDocument, hashParameters } from './link';

export interface EmbedOptions {
  /** Default: `editable`. */
  mode: 'readonly' | 'editable';
  /** Default: `system`, the reader's own. */
  theme: 'light' | 'dark' | 'system';
}

export const DEFAULT_EMBED_OPTIONS: EmbedOptions = { mode: 'editable', theme: 'system' };

/** The options in an embed address's `#` part; what is missing or unknown there takes its default. */
export function readEmbedOptions(hash: string): EmbedOptions {
  const parameters = hashParameters(hash);
  const theme = parameters.get('theme');
  return {
    mode: parameters.get('mode') === 'readonly' ? 'readonly' : 'editable',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
}

/**
 * The address of the embedded page.
 *
 * @param page address of the playground or any page beside it; `embed.html` is looked for in the same folder
 */
export async function embedAddress(
  page: string,
  document: PlaygroundDocument,
  options: EmbedOptions = DEFAULT_EMBED_OPTIONS,
): Promise<string> {
  const parts = [await encodeDocument(document)];
  if (options.mode !== DEFAULT_EMBED_OPTIONS.mode) parts.push(`mode=${options.mode}`);
  if (options.theme !== DEFAULT_EMBED_OPTIONS.theme) parts.push(`theme=${options.theme}`);
  return new URL(`embed.html#${parts.join('&')}`, page).href;
}

/** The playground's address for the document an embedded page shows. */
export async function playgroundAddress(page: string, document: PlaygroundDocument): Promise<string> {
  return new URL(`./#${await encodeDocument(document)}`, page).href;
}

export interface EmbedFrame {
  /** Accessible name of the frame. Default: the product's name. */
  title?: string;
  /** In CSS pixels. Default: 480. */
  height?: number;
}

/** HTML that shows `address` in a frame, to be pasted into another page. */
export function embedCode(address: string, frame: EmbedFrame = {}): string {
  const attributes = [
    ['src', address],
    ['title', frame.title ?? 'API Gateway Response Playground'],
    ['width', '100%'],
    ['height', String(Math.round(frame.height ?? 480))],
    ['style', 'border:1px solid #8884;border-radius:6px'],
    ['loading', 'lazy'],
    ['allow', 'clipboard-write'],
  ];
  return `<iframe ${attributes.map(([name, value]) => `${name}="${escapeAttribute(value!)}"`).join(' ')}></iframe>`;
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
