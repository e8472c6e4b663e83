import fc from 'fast-check';
import { marked } from 'monaco-editor/base/common/marked/marked';
import { describe, expect, test } from 'vitest';
import { plainMarkdown } from './plain-markdown';

/** The Markdown renderer of Monaco's tooltips. */
function html(text: string): string {
  return marked.parse(plainMarkdown(text), { gfm: true, async: false }).trim();
}

function textOf(rendered: string): string {
  return rendered
    .replace(/^<p>|<\/p>$/g, '')
    .replaceAll('<br>', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('plainMarkdown', () => {
  test.each([
    ['**bold** _it_ `code` ~~x~~'],
    ['[a](http://x.y) ![i](x) <http://x.y> http://x.y www.x.y a@b.c'],
    ['<img src=x onerror=alert(1)> <b>x</b> &amp; &lt;'],
    ['# title'],
    ['1. one'],
    ['$(icon) | a | b |'],
    ['a\\*b \\$x'],
  ])('%s comes out as it went in', (text) => {
    expect(html(text)).toMatch(/^<p>/);
    expect(textOf(html(text))).toBe(text);
  });

  test('blanks at the start of a line do not make it code', () => {
    expect(html('    a\n\tb')).not.toContain('<code');
  });

  test('nothing becomes an element', () => {
    const piece = fc.constantFrom(...'*_`[]()<>!#-+|~\\&;:/.@$"\'a1 \n\t'.split(''));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(html(pieces.join('')).replace(/<\/?p>|<br>/g, '')).not.toMatch(/<\w/);
      }),
    );
  });
});
