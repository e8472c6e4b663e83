/** Where a text stops being JSON (RFC 8259). */
export interface JsonFault {
  /** Offset of the first character that does not fit; the text's length when it ends too soon. UTF-16 units. */
  offset: number;
  /** What would have fitted, in words: `a value`. */
  expected: string;
}

type Awaited = 'value' | 'value or ]' | 'name or }' | 'name' | ':' | 'next';

const WORDS: Readonly<Record<Awaited, string>> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  'name or }': 'a name in double quotes or }',
  name: 'a name in double quotes',
  ':': 'a colon',
  next: 'a comma or the end',
};

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/**
 * The first fault of a text that should be JSON; undefined when it is. Strict, as browsers and most clients read it,
 * and without recursion, so that depth does not matter.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: string[] = [];
  let awaited: Awaited = 'value';
  let at = 0;
  const fault = (expected = WORDS[awaited]): JsonFault => ({ offset: at, expected });
  for (;;) {
    at = endOf(SPACE, text, at);
    const unit = text[at];
    const inside = open.at(-1);
    if (awaited === 'next') {
      if (inside === undefined) return unit === undefined ? undefined : fault('the end');
      if (unit === ',') awaited = inside === '{' ? 'name' : 'value';
      else if (unit === closing(inside)) open.pop();
      else return fault(`a comma or ${closing(inside)}`);
      at += 1;
    } else if (awaited === ':') {
      if (unit !== ':') return fault();
      awaited = 'value';
      at += 1;
    } else if (awaited === 'name' || awaited === 'name or }') {
      if (unit === '}' && awaited === 'name or }') {
        open.pop();
        awaited = 'next';
        at += 1;
        continue;
      }
      if (unit !== '"') return fault();
      const string = readString(text, at);
      if (typeof string !== 'number') return string;
      at = string;
      awaited = ':';
    } else if (unit === '{' || unit === '[') {
      open.push(unit);
      awaited = unit === '{' ? 'name or }' : 'value or ]';
      at += 1;
    } else if (unit === ']' && awaited === 'value or ]') {
      open.pop();
      awaited = 'next';
      at += 1;
    } else if (unit === '"') {
      const string = readString(text, at);
      if (typeof string !== 'number') return string;
      at = string;
      awaited = 'next';
    } else {
      const end = endOf(SCALAR, text, at);
      if (end === at) return fault();
      at = end;
      awaited = 'next';
    }
  }
}

function closing(open: string): string {
  return open === '{' ? '}' : ']';
}

/** Where a match at an offset ends; the offset itself when there is none. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The end of a string, or what is wrong in it. */
function readString(text: string, start: number): number | JsonFault {
  for (let at = start + 1; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return { offset: at, expected: 'no control character inside a text' };
    if (code !== 0x5c) {
      at += 1;
      continue;
    }
    const end = endOf(ESCAPE, text, at);
    if (end === at) return { offset: at, expected: 'an escape that JSON knows' };
    at = end;
  }
  return { offset: text.length, expected: 'a double quote that ends the text' };
}
