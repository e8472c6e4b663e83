const HEX = '0123456789ABCDEF';

/** What a unit below U+0080 becomes; undefined when it stays. */
const ESCAPES: (string | undefined)[] = [];
for (let unit = 0; unit < 32; unit++) ESCAPES[unit] = unicodeEscape(unit);
for (const [unit, escaped] of [
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ["'", "\\'"],
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['/', '\\/'],
] as const) {
  ESCAPES[unit.charCodeAt(0)] = escaped;
}

function unicodeEscape(unit: number): string {
  return `\\u${HEX[unit >> 12]}${HEX[(unit >> 8) & 15]}${HEX[(unit >> 4) & 15]}${HEX[unit & 15]}`;
}

/**
 * `StringEscapeUtils.escapeJavaScript` of Commons Lang 2: both quotes, backslash and slash get a backslash; control
 * characters and what is above U+007F become short escapes or `\uXXXX`, one for each UTF-16 unit (spec of the
 * template language, section 11).
 */
export function escapeJavaScript(text: string): string {
  let out = '';
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const escaped = unit < 128 ? ESCAPES[unit] : unicodeEscape(unit);
    if (escaped === undefined) continue;
    out += text.slice(kept, i) + escaped;
    kept = i + 1;
  }
  return kept === 0 ? text : out + text.slice(kept);
}
