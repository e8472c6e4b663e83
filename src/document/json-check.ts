/** The first place where a text stops being JSON (RFC 8259). */
export interface JsonFault {
  /** Offset of the character that does not fit; the text's length when more was expected. */
  at: number;
  /** Half a sentence: what does not fit, such as "a comma or } is expected here". */
  reason: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;

/**
 * Where a text stops being JSON, or undefined when it is JSON. Takes linear time and no host stack, however deeply
 * the text is nested.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  /** The closing brackets that are due, innermost last. */
  const due: ('}' | ']')[] = [];
  let at = 0;
  let expects: 'value' | 'value or end' | 'key' | 'key or end' | 'comma or end' = 'value';

  for (;;) {
    while (at < text.length && ' \t\r\n'.includes(text[at]!)) at += 1;
    const close = due[due.length - 1];
    if (at >= text.length) {
      if (close === undefined && expects === 'comma or end') return undefined;
      return { at, reason: close ? `the text ends before a closing ${close}` : 'there is no value' };
    }
    const char = text[at]!;
    if (close === undefined && expects === 'comma or end')
      return { at, reason: 'the value ended before this' };
    if (char === close && expects !== 'key' && expects !== 'value') {
      due.pop();
      at += 1;
      expects = 'comma or end';
    } else if (expects === 'comma or end') {
      if (char !== ',') return { at, reason: `a comma or ${close} is expected here` };
      at += 1;
      expects = close === '}' ? 'key' : 'value';
    } else if (expects === 'key' || expects === 'key or end') {
      if (char !== '"') return { at, reason: keyReason(char) };
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      while (at < text.length && ' \t\r\n'.includes(text[at]!)) at += 1;
      if (text[at] !== ':') return { at, reason: 'a colon is expected after the name' };
      at += 1;
      expects = 'value';
    } else if (char === '{' || char === '[') {
      due.push(char === '{' ? '}' : ']');
      at += 1;
      expects = char === '{' ? 'key or end' : 'value or end';
    } else {
      const end = endOfScalar(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      expects = 'comma or end';
    }
  }
}

function keyReason(char: string): string {
  if (char === '}') return 'a comma is followed by nothing';
  return char === "'" ? 'names have to be in double quotes' : 'a name in double quotes is expected here';
}

/** Offset after a string, number, `true`, `false` or `null`. */
function endOfScalar(text: string, at: number): number | JsonFault {
  const char = text[at]!;
  if (char === '"') return endOfString(text, at);
  NUMBER.lastIndex = at;
  if (NUMBER.test(text)) {
    const end = NUMBER.lastIndex;
    return /[\w.+]/.test(text[end] ?? '') ? { at: end, reason: 'this is not a number' } : end;
  }
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word === 'true' || word === 'false' || word === 'null') return at + word.length;
  if (word !== undefined) return { at, reason: `“${word.slice(0, 30)}” needs double quotes` };
  if (char === "'") return { at, reason: 'texts have to be in double quotes' };
  return {
    at,
    reason: char === ',' || char === ']' || char === '}' ? 'a value is missing' : 'a value is expected here',
  };
}

/** Offset after a string that begins at `from`. */
function endOfString(text: string, from: number): number | JsonFault {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 0x0a || code === 0x0d) return { at, reason: 'a text cannot run over the end of the line' };
    if (code < 0x20) return { at, reason: 'a control character has to be written as an escape' };
    if (code === 0x5c) {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return { at, reason: `\\${text[at + 1] ?? ''} is not an escape` };
      at = ESCAPE.lastIndex - 1;
    }
  }
  return { at: from, reason: 'the text that begins here is never closed' };
}
