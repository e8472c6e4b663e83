import { type CodePointTest, isUnassigned, knownTest } from './characters';
import { lazy } from './code-point-ranges';
import { SCRIPTS } from './unicode/scripts';

const byName = lazy(() => {
  const codes = new Map<string, string>();
  for (const entry of SCRIPTS.split(';')) {
    const [code, name] = entry.split(' ') as [string, string];
    codes.set(code.toUpperCase(), code);
    codes.set(name, code);
  }
  return codes;
});

/** Four-letter code of a script by any name `Character.UnicodeScript.forName` takes. */
export function scriptCode(name: string): string | undefined {
  return byName().get(name.toUpperCase());
}

/** Members of a script by its code. */
export function scriptTest(code: string): CodePointTest {
  // Unknown: unassigned, surrogates and private use.
  if (code === 'Zzzz') return (c) => isUnassigned(c) || (c >= 0xd800 && c <= 0xf8ff) || c >= 0xf0000;
  // Two ideographic marks moved from Common to Han after Unicode 13.
  const moved = code === 'Zyyy' || code === 'Hani' ? [0x16fe2, 0x16fe3] : [];
  // Miao has a second code, which browsers do not know.
  return knownTest(`\\p{sc=${code === 'Plrd' ? 'Miao' : code}}`, moved);
}
