/**
 * Markdown that shows `text` as it is. Monaco takes hover texts as Markdown; a message may quote anything from a
 * document, and none of it may become a link, an image or formatting.
 */
export function plainMarkdown(text: string): string {
  return text
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/^[ \t]+/gm, (blanks) => '\u00A0'.repeat(blanks.length))
    .replace(/\r\n?|\n/g, '  \n');
}
