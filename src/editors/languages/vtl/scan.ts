/*
 * A look over a template that is good enough while it is being typed. The engine's parser stops at the first
 * error; folding and completion have to work on the rest all the same, so this reads any text, in one pass, and
 * finds only what they need.
 */

/** What the scan finds. Offsets in UTF-16 units. */
export type VtlToken =
  | { kind: 'comment' | 'textBlock'; from: number; to: number }
  /**
   * `name` without the sharp sign and braces; `to` is the end of the name, before its parentheses, and `end` comes
   * after them.
   */
  | { kind: 'directive'; name: string; from: number; to: number; end: number }
  /** `to` is the end of the name, before its properties. */
  | { kind: 'reference'; name: string; from: number; to: number };

// Every alternative begins with its own character, so the scan never goes over a stretch twice.
const TEXT_TOKEN =
  /(?<slashes>\\+)|(?<comment>##.*|#\*[\s\S]*?(?:\*#|$))|(?<block>#\[\[[\s\S]*?(?:\]\]#|$))|#(?:\{(?<braced>[A-Za-z_]\w*)\}|(?<bare>[A-Za-z_][\w@]*))[ \t]*(?<list>\()?|\$!?\{?(?<name>[A-Za-z_][\w-]*)/g;

/** Inside parentheses; strings are passed over, since a quoted `#if` opens nothing. */
const LIST_TOKEN = /"[^"]*(?:"|$)|'[^']*(?:'|$)|[()]|\$!?\{?(?<name>[A-Za-z_][\w-]*)/g;

/** From the end of a reference's name to the parentheses of the first method called. */
const METHOD = /(?:\.[A-Za-z][\w-]*|\[[^\][\n]*\])*\.[A-Za-z][\w-]*\(/y;

/** Comments, text blocks, directives and references of a template, in order. */
export function scanTemplate(text: string): VtlToken[] {
  const tokens: VtlToken[] = [];
  TEXT_TOKEN.lastIndex = 0;
  for (let match = TEXT_TOKEN.exec(text); match !== null; match = TEXT_TOKEN.exec(text)) {
    const { slashes, comment, block, braced, bare, list, name } = match.groups ?? {};
    const from = match.index;
    const to = from + match[0].length;
    if (slashes !== undefined) {
      // After an odd number the reference or directive that follows is text.
      if (slashes.length % 2 === 1) TEXT_TOKEN.lastIndex = to + 1;
    } else if (comment !== undefined) {
      tokens.push({ kind: 'comment', from, to });
    } else if (block !== undefined) {
      tokens.push({ kind: 'textBlock', from, to });
    } else if (name !== undefined) {
      tokens.push({ kind: 'reference', name, from, to });
      METHOD.lastIndex = to;
      if (METHOD.test(text)) TEXT_TOKEN.lastIndex = scanList(text, METHOD.lastIndex, tokens);
    } else {
      const word = braced ?? bare ?? '';
      const nameEnd = from + 1 + (braced === undefined ? word.length : word.length + 2);
      const token = { kind: 'directive', name: word, from, to: nameEnd, end: nameEnd } as const;
      const at = tokens.push(token) - 1;
      const end = list === undefined ? nameEnd : scanList(text, to, tokens);
      tokens[at] = { ...token, end };
      TEXT_TOKEN.lastIndex = end;
    }
  }
  return tokens;
}

/** Collects the references up to the closing parenthesis; returns the offset after it. */
function scanList(text: string, from: number, tokens: VtlToken[]): number {
  let depth = 1;
  LIST_TOKEN.lastIndex = from;
  for (let match = LIST_TOKEN.exec(text); match !== null; match = LIST_TOKEN.exec(text)) {
    const name = match.groups?.name;
    if (name !== undefined) {
      tokens.push({ kind: 'reference', name, from: match.index, to: match.index + match[0].length });
    } else if (match[0] === '(') depth++;
    else if (match[0] === ')' && --depth === 0) return match.index + 1;
  }
  return text.length;
}
