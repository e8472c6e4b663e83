import { JavaBigDecimal } from './types';

const MAX_INT = 2 ** 31 - 1;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?)0*(\d*))?$/;

/** `new BigDecimal(text)`, or undefined where Java throws a NumberFormatException. */
export function readBigDecimal(text: string): JavaBigDecimal | undefined {
  const [, sign, whole = '', fraction = '', exponentSign = '', exponentDigits = ''] =
    DECIMAL.exec(text) ?? [];
  if (sign === undefined || complaintAboutDecimal(text) !== undefined) return undefined;
  const digits = BigInt(whole + fraction);
  const scale = fraction.length - Number(`${exponentSign}${exponentDigits || '0'}`);
  // Adding zero turns -0 into 0.
  return new JavaBigDecimal(sign === '-' ? -digits : digits, scale + 0);
}

/** Longest significand read in place; beyond it Java takes another way, with another complaint. */
const COMPACT_LENGTH = 18;

/** The message of `new BigDecimal(text)`'s exception (null: it has none), or undefined for a number. */
export function complaintAboutDecimal(text: string): string | null | undefined {
  if (text === '') return null;
  const unsigned = text.replace(/^[+-]/, '');
  const [significand = ''] = /^[\d.]*/.exec(unsigned) ?? [];
  const [, whole = '', fraction = '', more = ''] = /^(\d*)\.?(\d*)(.*)$/s.exec(significand) ?? [];
  if (more !== '') return 'Character array contains more than one decimal point.';
  const rest = unsigned.slice(significand.length);
  let exponent = 0;
  if (/^[eE]/.test(rest)) {
    const read = readExponent(rest.slice(1));
    if (typeof read !== 'number') return read;
    exponent = read;
    if (exponent > MAX_INT || exponent < -MAX_INT - 1) return 'Exponent overflow.';
  } else if (rest !== '') {
    return unsigned.length > COMPACT_LENGTH
      ? 'Character array is missing "e" notation exponential mark.'
      : `Character ${rest[0]} is neither a decimal digit number, decimal point, nor "e" notation exponential mark.`;
  }
  if (whole === '' && fraction === '') return 'No digits found.';
  const scale = fraction.length - exponent;
  return scale > MAX_INT || scale < -MAX_INT - 1 ? 'Scale out of range.' : undefined;
}

function readExponent(text: string): number | string | null {
  const unsigned = text.replace(/^[+-]/, '');
  if (unsigned === '') return null;
  const skipped = Math.min(/^0*/.exec(unsigned)?.[0].length ?? 0, Math.max(0, unsigned.length - 10));
  const digits = unsigned.slice(skipped);
  if (digits.length > 10) return 'Too many nonzero exponent digits.';
  if (!/^\d+$/.test(digits)) return 'Not a digit.';
  return Number(digits) * (text.startsWith('-') ? -1 : 1);
}

/** `BigDecimal.toString`: plain for scales from 0 on down to 10^-6, otherwise scientific with a signed exponent. */
export function bigDecimalText({ unscaled, scale }: JavaBigDecimal): string {
  const sign = unscaled < 0n ? '-' : '';
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString();
  if (scale === 0) return sign + digits;
  const exponent = digits.length - 1 - scale;
  if (scale > 0 && exponent >= -6) {
    const padded = digits.padStart(scale + 1, '0');
    return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  }
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  if (exponent === 0) return sign + mantissa;
  return `${sign}${mantissa}E${exponent > 0 ? '+' : ''}${exponent}`;
}
