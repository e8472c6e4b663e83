import { toDouble } from '../../values/exact-numbers';
import { JavaException } from '../../values/java-exception';
import { JavaDouble, type JavaFloat, type JavaNumber, type JavaValue } from '../../values/types';
import { type Method, method } from './method';
import { compareDoubles, compareToOf } from './number';

const DECIMAL_TEXT = /^[+-]?(NaN|Infinity|((\d+\.?\d*|\.\d+)([eE][+-]?\d+)?)[fFdD]?)$/;

function readDouble(text: JavaValue): number {
  if (typeof text !== 'string') throw new JavaException('NullPointerException');
  const trimmed = text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');
  if (!DECIMAL_TEXT.test(trimmed)) {
    throw new JavaException(
      'NumberFormatException',
      trimmed === '' ? 'empty String' : `For input string: "${text}"`,
    );
  }
  return Number(trimmed.replace(/[fFdD]$/, ''));
}

const double = (value: JavaValue) => toDouble(value as JavaNumber);

/** `java.lang.Double`. */
export const DOUBLE_METHODS: Method[] = [
  compareToOf('Double'),
  method<JavaDouble>('isNaN(): boolean', (self) => Number.isNaN(self.value)),
  method<JavaDouble>('isInfinite(): boolean', (self) => Math.abs(self.value) === Number.POSITIVE_INFINITY),
  method('static isNaN(double value): boolean', (_self, args) => Number.isNaN(double(args.get(0)))),
  method(
    'static isInfinite(double value): boolean',
    (_self, args) => Math.abs(double(args.get(0))) === Number.POSITIVE_INFINITY,
  ),
  method('static isFinite(double value): boolean', (_self, args) => Number.isFinite(double(args.get(0)))),
  method('static parseDouble(String text): double', (_self, args) => new JavaDouble(readDouble(args.get(0)))),
  method('static valueOf(String text): Double', (_self, args) => new JavaDouble(readDouble(args.get(0)))),
  method('static valueOf(double value): Double', (_self, args) => new JavaDouble(double(args.get(0)))),
  method('static toString(double value): String', (_self, args, run) => run.textOfDouble(args.get(0))),
  method('static toHexString(double value): String', (_self, args) => hexText(double(args.get(0)))),
  method(
    'static max(double a, double b): double',
    (_self, args) => new JavaDouble(Math.max(double(args.get(0)), double(args.get(1)))),
  ),
  method(
    'static min(double a, double b): double',
    (_self, args) => new JavaDouble(Math.min(double(args.get(0)), double(args.get(1)))),
  ),
  method(
    'static sum(double a, double b): double',
    (_self, args) => new JavaDouble(double(args.get(0)) + double(args.get(1))),
  ),
  method('static compare(double a, double b): int', (_self, args) =>
    compareDoubles(double(args.get(0)), double(args.get(1))),
  ),
];

/** `Double.toHexString`. */
function hexText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const all = bits.getBigUint64(0);
  const sign = all >> 63n === 1n ? '-' : '';
  const exponent = Number((all >> 52n) & 0x7ffn);
  const fraction = (all & (2n ** 52n - 1n)).toString(16).padStart(13, '0').replace(/0+$/, '') || '0';
  if (exponent === 0) return `${sign}0x0.${fraction}p${fraction === '0' ? '0' : '-1022'}`;
  return `${sign}0x1.${fraction}p${exponent - 1023}`;
}

export const FLOAT_METHODS: Method[] = [
  compareToOf('Float'),
  method<JavaFloat>('isNaN(): boolean', (self) => Number.isNaN(self.value)),
  method<JavaFloat>('isInfinite(): boolean', (self) => Math.abs(self.value) === Number.POSITIVE_INFINITY),
];
