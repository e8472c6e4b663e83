import { isNumber } from '../values/arithmetic';
import { toBigInt, toDouble } from '../values/exact-numbers';
import { JavaException } from '../values/java-exception';
import { JavaCharacter, type JavaNumber, type JavaValue } from '../values/types';
import { classOf } from './java-class';
import type { Run } from './run';

/*
 * `java.util.Formatter`, the part that text, numbers and characters need. Dates and hexadecimal floating point
 * (`%t`, `%a`) are refused as an unknown conversion.
 */

const SPECIFIER = /%(\d+\$|<)?([-#+ 0,(]*)(\d+)?(\.\d+)?([a-zA-Z%])/y;

interface Specifier {
  flags: string;
  width: number;
  precision: number;
  conversion: string;
}

/** @throws JavaException for a format Java refuses. */
export function formatText(format: string, values: JavaValue[], run: Run): string {
  let out = '';
  let ordinary = 0;
  let previous = -1;
  for (let i = 0; i < format.length; ) {
    const percent = format.indexOf('%', i);
    out += format.slice(i, percent < 0 ? format.length : percent);
    if (percent < 0) break;
    SPECIFIER.lastIndex = percent;
    const match = SPECIFIER.exec(format);
    if (!match) {
      throw new JavaException(
        'UnknownFormatConversionException',
        `Conversion = '${format[percent + 1] ?? '%'}'`,
      );
    }
    const [whole, index, flags = '', width, precision, conversion = ''] = match;
    i = percent + whole.length;
    const specifier: Specifier = {
      flags,
      width: size(width),
      precision: precision === undefined ? -1 : size(precision.slice(1)),
      conversion,
    };
    run.allocate(Math.max(specifier.width, 0) + Math.max(specifier.precision, 0));
    if (conversion === '%' || conversion === 'n') {
      out += conversion === 'n' ? '\n' : pad('%', specifier);
      continue;
    }
    let at: number;
    if (index === '<') at = previous;
    else if (index !== undefined) at = Number.parseInt(index, 10) - 1;
    else at = ordinary++;
    previous = at;
    if (at < 0 || at >= values.length) {
      throw new JavaException('MissingFormatArgumentException', `Format specifier '${whole}'`);
    }
    out += convert(values[at] as JavaValue, specifier, run);
    if (out.length > 10_485_760) run.checkText(out);
  }
  return run.checkText(out);
}

function size(digits: string | undefined): number {
  if (digits === undefined) return -1;
  const value = Number(digits);
  if (value > 2_147_483_647) throw new JavaException('IllegalFormatWidthException', digits);
  return value;
}

function convert(value: JavaValue, specifier: Specifier, run: Run): string {
  const text = converted(value, specifier, run);
  return /[A-Z]/.test(specifier.conversion) ? text.toUpperCase() : text;
}

function converted(value: JavaValue, specifier: Specifier, run: Run): string {
  const { conversion, precision } = specifier;
  const kind = conversion.toLowerCase();
  switch (kind) {
    case 's':
      return pad(cut(value === null ? 'null' : run.text(value), precision), specifier);
    case 'b':
      return pad(cut(String(typeof value === 'boolean' ? value : value !== null), precision), specifier);
    case 'h':
      return pad(cut(value === null ? 'null' : (run.hash(value) >>> 0).toString(16), precision), specifier);
  }
  if (!'cdoxefg'.includes(kind))
    throw new JavaException('UnknownFormatConversionException', `Conversion = '${conversion}'`);
  if (value === null) return pad(cut('null', precision), specifier);
  if (kind === 'c') return pad(character(value, conversion), specifier);
  if (!isNumber(value)) throw wrong(conversion, value);
  if (kind === 'd' || kind === 'o' || kind === 'x') return integral(value, kind, specifier);
  return floating(value, kind, specifier);
}

function wrong(conversion: string, value: JavaValue): JavaException {
  return new JavaException(
    'IllegalFormatConversionException',
    `${conversion} != java.lang.${classOf(value)}`,
  );
}

function cut(text: string, precision: number): string {
  return precision < 0 ? text : text.slice(0, precision);
}

function pad(text: string, { flags, width }: Specifier): string {
  if (flags.includes('-') && width < 0) throw new JavaException('MissingFormatWidthException', '%-');
  return flags.includes('-') ? text.padEnd(width) : text.padStart(width);
}

function character(value: JavaValue, conversion: string): string {
  if (value instanceof JavaCharacter) return value.value;
  if (typeof value !== 'number') throw wrong(conversion, value);
  if (value < 0 || value > 0x10ffff) throw new JavaException('IllegalFormatCodePointException', `${value}`);
  return String.fromCodePoint(value);
}

function isFraction(value: JavaNumber): boolean {
  return typeof value === 'object' && 'DoubleFloatBigDecimal'.includes(value.javaType);
}

function integral(value: JavaNumber, kind: string, specifier: Specifier): string {
  const { conversion, flags, precision } = specifier;
  if (isFraction(value)) throw wrong(conversion, value);
  if (precision >= 0) throw new JavaException('IllegalFormatPrecisionException', String(precision));
  const whole = toBigInt(value);
  if (kind === 'd')
    return signed(whole < 0n, group((whole < 0n ? -whole : whole).toString(), flags), specifier);
  const bits = typeof value === 'number' ? 32 : 64;
  const isBig = typeof value === 'object' && value.javaType === 'BigInteger';
  const shown = isBig ? (whole < 0n ? -whole : whole) : BigInt.asUintN(bits, whole);
  const prefix = flags.includes('#') ? (kind === 'x' ? '0x' : '0') : '';
  const sign = isBig && whole < 0n ? '-' : '';
  const digits = sign + prefix + shown.toString(kind === 'x' ? 16 : 8);
  return flags.includes('0') ? digits.padStart(specifier.width, '0') : pad(digits, specifier);
}

function group(digits: string, flags: string): string {
  return flags.includes(',') ? digits.replace(/\B(?=(\d{3})+$)/g, ',') : digits;
}

/** Puts the sign on and fills up with zeros or blanks. */
function signed(negative: boolean, digits: string, specifier: Specifier): string {
  const { flags, width } = specifier;
  const bracketed = negative && flags.includes('(');
  let before = '';
  if (negative) before = bracketed ? '(' : '-';
  else if (flags.includes('+')) before = '+';
  else if (flags.includes(' ')) before = ' ';
  const after = bracketed ? ')' : '';
  if (flags.includes('0')) {
    if (width < 0) throw new JavaException('MissingFormatWidthException', '%0d');
    return before + digits.padStart(width - before.length - after.length, '0') + after;
  }
  return pad(before + digits + after, specifier);
}

function floating(value: JavaNumber, kind: string, specifier: Specifier): string {
  if (!isFraction(value)) throw wrong(specifier.conversion, value);
  const number = toDouble(value);
  if (!Number.isFinite(number)) {
    const text = Number.isNaN(number) ? 'NaN' : 'Infinity';
    return pad(number < 0 ? `-${text}` : text, { ...specifier, flags: specifier.flags.replace('0', '') });
  }
  const negative = number < 0 || Object.is(number, -0);
  const decimal = decimalOf(value);
  const precision = specifier.precision < 0 ? 6 : specifier.precision;
  if (kind === 'e') return signed(negative, scientific(decimal, precision), specifier);
  if (kind === 'f') return signed(negative, fixed(decimal, precision, specifier.flags), specifier);
  const digits = precision === 0 ? 1 : precision;
  const magnitude = Math.abs(number);
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 10 ** digits)) {
    return signed(negative, scientific(decimal, digits - 1), specifier);
  }
  const exponent = magnitude === 0 ? 0 : decimal.digits.length - 1 - decimal.scale;
  return signed(negative, fixed(decimal, Math.max(0, digits - exponent - 1), specifier.flags), specifier);
}

interface Decimal {
  /** Significant digits. */
  digits: string;
  scale: number;
}

/** The digits Java starts from: of a Double the shortest ones that read back the same. */
function decimalOf(value: JavaNumber): Decimal {
  if (typeof value === 'object' && value.javaType === 'BigDecimal') {
    return { digits: value.unscaled.toString().replace('-', ''), scale: value.scale };
  }
  const [mantissa = '0', exponent = '0'] = Math.abs(toDouble(value)).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  return { digits, scale: digits.length - 1 - Number(exponent) };
}

/** Rounds half up to so many digits after the point. */
function roundTo({ digits, scale }: Decimal, places: number): string {
  if (scale <= places) return `${digits}${'0'.repeat(places - scale)}`;
  const kept = digits.length - (scale - places);
  if (kept < 0) return '0';
  const head = BigInt(digits.slice(0, kept) || '0');
  return ((digits[kept] ?? '0') >= '5' ? head + 1n : head).toString();
}

function fixed(decimal: Decimal, precision: number, flags: string): string {
  const digits = roundTo(decimal, precision)
    .replace(/^0+(?=\d)/, '')
    .padStart(precision + 1, '0');
  if (precision === 0) return group(digits, flags) + (flags.includes('#') ? '.' : '');
  return `${group(digits.slice(0, -precision), flags)}.${digits.slice(-precision)}`;
}

function scientific({ digits, scale }: Decimal, precision: number): string {
  const trimmed = digits.replace(/^0+(?=\d)/, '');
  let exponent = trimmed === '0' ? 0 : trimmed.length - 1 - scale;
  let rounded = roundTo({ digits: trimmed, scale: trimmed.length - 1 }, precision).padEnd(precision + 1, '0');
  if (rounded.length > precision + 1) {
    rounded = rounded.slice(0, -1);
    exponent++;
  }
  const mantissa = precision === 0 ? rounded : `${rounded[0]}.${rounded.slice(1)}`;
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
