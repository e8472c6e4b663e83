import { JavaBigDecimal } from './types';

/** Java refuses exponents and scales outside the 32-bit range. */
const MAX_SCALE = 2 ** 31 - 1;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** `new BigDecimal(text)`, or undefined where Java throws a NumberFormatException. */
export function readBigDecimal(text: string): JavaBigDecimal | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  if (sign === undefined || whole.length + fraction.length === 0) return undefined;
  const scale = fraction.length - Number(exponent);
  if (!(Math.abs(Number(exponent)) <= MAX_SCALE) || scale > MAX_SCALE || scale < -MAX_SCALE - 1)
    return undefined;
  const digits = BigInt(whole + fraction);
  // `0 - 5` would be -0 for a Number; scale has to be a plain zero.
  return new JavaBigDecimal(sign === '-' ? -digits : digits, scale + 0);
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
