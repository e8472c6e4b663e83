/** Tests on code points that only ever look at ASCII, as the pattern grammar does. */

export const isAsciiDigit = (c: number) => c >= 48 && c <= 57;

export const isOctalDigit = (c: number) => c >= 48 && c <= 55;

export const isAsciiUpper = (c: number) => c >= 65 && c <= 90;

export const isAsciiLower = (c: number) => c >= 97 && c <= 122;

export const isAsciiLetter = (c: number) => isAsciiUpper(c) || isAsciiLower(c);

/** Tab, line feed, vertical tab, form feed, carriage return, blank. */
export const isAsciiSpace = (c: number) => c === 32 || (c >= 9 && c <= 13);

export const isHexDigit = (c: number) => isAsciiDigit(c) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102);

/** Value of a digit in bases up to 16. */
export const digitValue = (c: number) => (isAsciiDigit(c) ? c - 48 : (c & 31) + 9);

export const toAsciiLower = (c: number) => (isAsciiUpper(c) ? c + 32 : c);

export const toAsciiUpper = (c: number) => (isAsciiLower(c) ? c - 32 : c);
