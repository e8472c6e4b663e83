/** The headers of an expectation as lines of `name: value`. */
export function writeExpectedHeaders(headers: Readonly<Record<string, string>> = {}): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** Reads such lines back; blank ones count for nothing. The problem is a sentence. */
export function readExpectedHeaders(text: string): { headers: Record<string, string> } | { problem: string } {
  const headers: Record<string, string> = Object.create(null);
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    if (colon < 0 || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
      return { problem: `“${line.trim().slice(0, 60)}” is not a header. Write it as “name: value”.` };
    }
    headers[name] = line.slice(colon + 1).trim();
  }
  return { headers };
}
