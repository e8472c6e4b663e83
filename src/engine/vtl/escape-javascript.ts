const SHORT: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

/**
 * `StringEscapeUtils.escapeJavaScript` of Commons Lang 2: both quotes, backslash and slash get a backslash; what is
 * not printable ASCII becomes `\uXXXX`, one for each UTF-16 unit (spec of the template language, section 11).
 */
export function escapeJavaScript(text: string): string {
  return text.replace(/['"\\/\u0000-\u001f\u0080-\uffff]/g, (unit) => {
    if (unit === "'" || unit === '"' || unit === '\\' || unit === '/') return `\\${unit}`;
    return SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}
