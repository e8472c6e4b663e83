/*
 * `Double.toString` and `Float.toString` of the JDK before version 19. They produce digits until the rest is below
 * half a unit in the last place, which is usually, but not always, the shortest text that reads back the same: 1e23
 * prints as 9.999999999999999E22. The places where the JDK takes a short cut or lets a 32- or 64-bit product wrap are
 * part of the result, so they are kept. JDK 17 agrees on half a million random values.
 */

/** `Double.toString(value)`. */
export function doubleText(value: number): string {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  const all = bits.getBigUint64(0);
  return special(value) ?? signed(value, digitsOf(Number(all >> 52n), all & (2n ** 52n - 1n), 52, 1023));
}

/** `Float.toString(value)`, for a value that is a 32-bit float. */
export function floatText(value: number): string {
  const bits = new DataView(new ArrayBuffer(4));
  bits.setFloat32(0, Math.abs(value));
  const all = bits.getUint32(0);
  return special(value) ?? signed(value, digitsOf(all >>> 23, BigInt(all & 0x7fffff), 23, 127));
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return undefined;
}

/** Decimal digits and the place of the point: 0.d1d2d3... × 10^exponent. */
interface Decimal {
  digits: string;
  exponent: number;
}

/** Plain between 10^-3 and 10^7, otherwise with an exponent; at least one digit after the point. */
function signed(value: number, { digits, exponent }: Decimal): string {
  const sign = value < 0 ? '-' : '';
  if (exponent > 0 && exponent < 8) {
    const whole = digits.slice(0, exponent).padEnd(exponent, '0');
    return `${sign}${whole}.${digits.slice(exponent) || '0'}`;
  }
  if (exponent <= 0 && exponent > -3) return `${sign}0.${'0'.repeat(-exponent)}${digits}`;
  return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${exponent - 1}`;
}

/** Normalises the fraction to 53 bits with the highest one set and counts how many of them carry information. */
function digitsOf(biased: number, fraction: bigint, width: number, bias: number): Decimal {
  let exponent = biased - bias;
  let bits = fraction;
  let significant = width + 1;
  if (biased === 0) {
    significant = bits.toString(2).length;
    bits <<= BigInt(width + 1 - significant);
    exponent = significant - width - bias;
  } else {
    bits |= 1n << BigInt(width);
  }
  return develop(exponent, bits << BigInt(52 - width), significant);
}

/** Bits of 5^n for n up to 26; the JDK estimates larger powers at three bits each. */
function bitsOfPowerOfFive(n: number): number {
  if (n === 0) return 0;
  return n < 27 ? Math.floor(n * Math.log2(5)) + 1 : n * 3;
}

const powersOfFive: bigint[] = [1n];

function powerOfFive(n: number): bigint {
  for (let i = powersOfFive.length; i <= n; i++) powersOfFive.push(powersOfFive[i - 1]! * 5n);
  return powersOfFive[n]!;
}

function trailingZeros(bits: bigint): number {
  const low = Number(bits & 0xffffffffn);
  if (low !== 0) return 31 - Math.clz32(low & -low);
  const high = Number(bits >> 32n);
  return 63 - Math.clz32(high & -high);
}

/** The value is `bits × 2^(exponent - 52)`. */
function develop(exponent: number, bits: bigint, significant: number): Decimal {
  const trailing = trailingZeros(bits);
  const fractionBits = 53 - trailing;
  const tinyBits = Math.max(0, fractionBits - exponent - 1);
  if (tinyBits === 0 && exponent <= 62) {
    const insignificant =
      exponent > significant ? Math.floor((exponent - significant - 1) * Math.log10(2)) : 0;
    const whole = exponent >= 52 ? bits << BigInt(exponent - 52) : bits >> BigInt(52 - exponent);
    return wholeDigits(whole, insignificant);
  }
  const decimal = estimateExponent(bits, exponent);
  let b2 = Math.max(0, -decimal) + tinyBits + exponent;
  let s2 = Math.max(0, decimal) + tinyBits;
  let m2 = b2 - significant;
  b2 -= fractionBits - 1;
  const common = Math.min(b2, s2);
  b2 -= common;
  s2 -= common;
  m2 -= common;
  // Below a power of two the neighbour is only half as far away.
  if (fractionBits === 1) m2 -= 1;
  if (m2 < 0) {
    b2 -= m2;
    s2 -= m2;
    m2 = 0;
  }
  return generate(bits >> BigInt(trailing), fractionBits, decimal, b2, s2, m2);
}

/** Whole numbers: drops the digits that only show the binary fraction, then the trailing zeros. */
function wholeDigits(whole: bigint, insignificant: number): Decimal {
  const unit = 10n ** BigInt(insignificant);
  const roundedUp = insignificant > 0 && (whole % unit) * 2n >= unit;
  const digits = (whole / unit + (roundedUp ? 1n : 0n)).toString();
  return { digits: digits.replace(/0+$/, ''), exponent: digits.length + insignificant };
}

/** A straight line near log10; may be one too high, which `generate` notices. */
function estimateExponent(bits: bigint, exponent: number): number {
  const mantissa = Number(bits) / 2 ** 52;
  return Math.floor((mantissa - 1.5) * 0.289529654 + 0.176091259 + exponent * 0.301029995663981);
}

/** Picks off digits of B/S until the rest is within M of the value. */
function generate(
  bits: bigint,
  fractionBits: number,
  estimate: number,
  b2: number,
  s2: number,
  m2: number,
): Decimal {
  const b5 = Math.max(0, -estimate);
  const s5 = Math.max(0, estimate);
  const bBits = fractionBits + b2 + bitsOfPowerOfFive(b5);
  const tenSBits = s2 + 1 + bitsOfPowerOfFive(s5 + 1);
  const word = bBits < 32 && tenSBits < 32 ? 32 : bBits < 64 && tenSBits < 64 ? 64 : 0;
  const wrap = word === 0 ? (value: bigint) => value : (value: bigint) => BigInt.asIntN(word, value);

  const s = (5n ** BigInt(s5)) << BigInt(s2);
  const tens = wrap(s * 10n);
  let b = wrap((bits * powerOfFive(b5)) << BigInt(b2));
  let m = wrap((5n ** BigInt(b5)) << BigInt(m2));
  let low = false;
  let high = false;
  const nextDigit = (first: boolean): bigint => {
    const digit = b / s;
    b = wrap(10n * (b % s));
    m = wrap(m * 10n);
    if (first || m > 0n || word === 0) {
      low = b < m;
      const sum = wrap(b + m);
      high = word === 0 ? sum >= tens : sum > tens;
    } else {
      low = true;
      high = true;
    }
    return digit;
  };

  let decimal = estimate;
  const first = nextDigit(true);
  let digits = '';
  if (first === 0n && !high) decimal -= 1;
  else digits = first.toString();
  // With an exponent there is always a digit after the point, so a second one is wanted.
  if (decimal < -3 || decimal >= 8) {
    high = false;
    low = false;
  }
  while (!low && !high) digits += nextDigit(false);
  const above = wrap(b * 2n - tens);
  const odd = Number(digits.at(-1)) % 2 === 1;
  if (high && (!low || above > 0n || (above === 0n && odd))) return roundUp(digits, decimal + 1);
  return { digits, exponent: decimal + 1 };
}

function roundUp(digits: string, exponent: number): Decimal {
  const nines = /9*$/.exec(digits)?.[0].length ?? 0;
  const zeros = '0'.repeat(nines);
  // All nines carry into a new first digit; the number of digits stays.
  if (nines === digits.length) return { digits: `1${zeros.slice(1)}`, exponent: exponent + 1 };
  const last = digits.length - nines - 1;
  return { digits: digits.slice(0, last) + (Number(digits[last]) + 1) + zeros, exponent };
}
