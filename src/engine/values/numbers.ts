import { complaintAboutDecimal, readBigDecimal } from './big-decimal-text';
import { type JavaBigDecimal, JavaBigInteger, JavaDouble, JavaLong } from './types';

const MAX_LONG = 2n ** 63n - 1n;
const MIN_LONG = -(2n ** 63n);

/** Above this length json-smart keeps a decimal exact (spec of JSONPath, section 4). */
const LONGEST_DOUBLE_TEXT = 18;

/** The narrowest of Integer, Long and BigInteger that holds a whole number. */
export function integerOf(value: bigint): number | JavaLong | JavaBigInteger {
  if (BigInt.asIntN(32, value) === value) return Number(value);
  if (value >= MIN_LONG && value <= MAX_LONG) return new JavaLong(value);
  return new JavaBigInteger(value);
}

/**
 * A whole number as json-smart reads it: `-?[0-9]*`. The text's length decides about BigInteger, so that twenty
 * digits are one even when most are leading zeros; a lone minus sign is 0.
 */
export function readJsonInteger(text: string): number | JavaLong | JavaBigInteger {
  if (text.length < 10) return Number.parseInt(text, 10) + 0 || 0;
  const value = BigInt(text);
  const longest = text.startsWith('-') ? 20 : 19;
  return text.length > longest ? new JavaBigInteger(value) : integerOf(value);
}

/**
 * A number with a fraction or an exponent: `-?[0-9]*(\.[0-9]*)?([eE][+-]?[0-9]*)?`. Where Java throws a
 * NumberFormatException, the result is its message.
 */
export function readJsonDecimal(text: string): JavaDouble | JavaBigDecimal | string {
  if (text.length > LONGEST_DOUBLE_TEXT) return readBigDecimal(text) ?? String(complaintAboutDecimal(text));
  // Both languages round to the nearest double.
  const value = Number(text);
  return Number.isNaN(value) ? `For input string: "${text}"` : new JavaDouble(value);
}
