import { parseJson } from '../json/parse-json';
import { JavaLong, JavaMap } from '../values/types';

/**
 * First member `statusCode` in any quotes or none, then a whole number. Ten digits hold every status and keep hostile
 * ones small.
 */
const FIRST_MEMBER =
  /^\s*\{\s*(?:statusCode|'statusCode'|"statusCode")\s*:\s*(-?\d{1,10})(?=[\s,}])[\s\S]*\}\s*$/;

/**
 * The status a MOCK integration reads from its rendered request template (§1.1): the whole number `statusCode` of an
 * object. The syntax is lenient (`{statusCode: 200}` was recorded), also about stray text after the first member; a
 * quoted number does not count. Undefined when there is none.
 */
export function readMockStatus(text: string): number | undefined {
  const parsed = /^\s*\{/.test(text) ? parseJson(text) : undefined;
  if (parsed?.ok && parsed.value instanceof JavaMap) {
    const status = parsed.value.entries.get('statusCode')?.value;
    if (typeof status === 'number') return status;
    if (status instanceof JavaLong) return Number(status.value);
  }
  const digits = FIRST_MEMBER.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
