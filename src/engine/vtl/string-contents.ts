/** What stands between the quotes of a string, and where each unit of it was written. */
export interface StringContents {
  text: string;
  /** Offset in the literal (its opening quote is 0) for each unit of `text` and for its end; absent: 1 and on. */
  offsets?: number[];
}

/**
 * Resolves `\uXXXX` (in double quotes only) and doubled quotes, in that order as Velocity does.
 *
 * @param image the literal with its quotes.
 * @returns undefined when a `\u` is not followed by four digits of base 16, which Velocity does not survive.
 */
export function stringContents(image: string): StringContents | undefined {
  const quote = image[0] as string;
  const inner = image.slice(1, -1);
  const escapes = quote === '"' && inner.includes('\\u');
  if (!escapes && !inner.includes(quote)) return { text: inner };
  let text = '';
  const offsets: number[] = [];
  for (let i = 0; i < inner.length; ) {
    offsets.push(i + 1);
    if (escapes && inner[i] === '\\' && inner[i + 1] === 'u') {
      const code = hexadecimal(inner.slice(i + 2, i + 6));
      if (code === undefined) return undefined;
      text += String.fromCharCode(code);
      i += 6;
    } else text += inner[i++];
  }
  offsets.push(inner.length + 1);
  return undouble(text, offsets, quote);
}

function undouble(text: string, offsets: number[], quote: string): StringContents {
  let single = '';
  const kept: number[] = [];
  for (let i = 0; i < text.length; i++) {
    single += text[i];
    kept.push(offsets[i] as number);
    if (text[i] === quote && text[i + 1] === quote) i++;
  }
  kept.push(offsets[text.length] as number);
  return { text: single, offsets: kept };
}

/** As `Integer.parseInt(digits, 16)` cast to a char: a sign counts as one of the four. */
function hexadecimal(digits: string): number | undefined {
  if (digits.length < 4 || !/^[+-]?[0-9a-fA-F]+$/.test(digits)) return undefined;
  return Number.parseInt(digits, 16) & 0xffff;
}
