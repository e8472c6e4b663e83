export function resolveNamedProperty(name: string, value: string, _ci: boolean): string | undefined {
  if (name === 'gc' || name === 'general_category') return resolveProperty(value, false, false);
  return undefined;
}
export function resolveProperty(name: string, _ci: boolean, _u: boolean): string | undefined {
  const n = name.startsWith('Is') ? name.slice(2) : name;
  try {
    new RegExp(`\\p{${n}}`, 'u');
    return `js:${n}`;
  } catch {
    return undefined;
  }
}
const FIXED: Record<string, RegExp> = {
  all: /[^]/u,
  dot: /[^\n\r\x85\u2028\u2029]/u,
  'unix-dot': /[^\n]/u,
  'ascii:digit': /[0-9]/,
  'ascii:word': /[0-9A-Za-z_]/,
  'ascii:space': /[\t-\r ]/,
  'ascii:horizontal-space': /[ \t\xA0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]/,
  'java:LetterOrDigit': /[\p{L}\p{Nd}]/u,
  'category:Mn': /\p{Mn}/u,
  'binary:WORD': /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]/u,
  'binary:DIGIT': /\p{Nd}/u,
  'binary:WHITE_SPACE': /\p{White_Space}/u,
  'ascii:vertical-space': /[\n-\r\x85\u2028\u2029]/,
};
export function propertyTest(name: string): (c: number) => boolean {
  const re = FIXED[name] ?? new RegExp(`\\p{${name.slice(3)}}`, 'u');
  return (c) => re.test(String.fromCodePoint(c));
}
