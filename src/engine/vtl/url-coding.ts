import { decodeUtf8 } from '../bytes/utf8';
import { JavaException } from '../values/java-exception';

const HEX = '0123456789ABCDEF';

/** `java.net.URLEncoder`: letters, digits and `.-*_` stay, a blank becomes `+`. @param bytes the text in UTF-8 */
export function urlEncode(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (/[a-zA-Z0-9.*_-]/.test(character)) out += character;
    else if (byte === 32) out += '+';
    else out += `%${HEX[byte >> 4]}${HEX[byte & 15]}`;
  }
  return out;
}

/** `java.net.URLDecoder`. @throws JavaException when a `%` is not followed by two digits of base 16 */
export function urlDecode(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; ) {
    if (text[i] === '+') {
      out += ' ';
      i++;
    } else if (text[i] === '%') {
      const bytes: number[] = [];
      // One run of escapes is one run of bytes: characters may take several.
      for (; text[i] === '%'; i += 3) bytes.push(readByte(text.slice(i + 1, i + 3)));
      out += decodeUtf8(Uint8Array.from(bytes));
    } else out += text[i++];
  }
  return out;
}

function readByte(digits: string): number {
  if (digits.length < 2) {
    throw new JavaException('IllegalArgumentException', 'URLDecoder: Incomplete trailing escape (%) pattern');
  }
  // As Integer.parseInt: a plus sign counts as one of the two.
  if (!/^[+]?[0-9a-fA-F]+$/.test(digits)) {
    throw new JavaException(
      'IllegalArgumentException',
      'URLDecoder: Illegal hex characters in escape (%) pattern',
    );
  }
  return Number.parseInt(digits, 16);
}
