import type { ResponseHeader } from '../outcome';
import { assumed } from './evidence';
import { shorten, type Told } from './stage';

/*
 * What HTTP allows in a header (RFC 9110). A mapping or an override can produce anything; the client gets only
 * what can stand on a header line.
 */

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]+/g;
const BEYOND_LATIN_1 = /[\ud800-\udbff][\udc00-\udfff]|[^\u0000-\u00ff]/g;

/** Whether a text can be a header's name. */
export function isHeaderName(text: string): boolean {
  return NAME.test(text);
}

/** Leaves out names HTTP does not allow and takes characters out of values that cannot stand there. */
export function keepLegalHeaders(headers: readonly ResponseHeader[]): Told<ResponseHeader[]> {
  const value: ResponseHeader[] = [];
  const problems: Told<unknown>['problems'] = [];
  for (const header of headers) {
    const place = 'place' in header.origin && header.origin.place ? { place: header.origin.place } : {};
    if (!isHeaderName(header.name)) {
      problems.push({
        id: 'header-name-illegal',
        severity: 'error',
        when: 'request',
        message: `“${shorten(header.name, 40)}” cannot be the name of a header; it is not sent.`,
        ...place,
        evidence: assumed('header-name-illegal'),
      });
      continue;
    }
    const oneLine = header.value.replace(CONTROL, '');
    const sent = oneLine.replace(BEYOND_LATIN_1, '?').trim();
    if (oneLine !== header.value) {
      problems.push({
        id: 'header-line-break',
        severity: 'warning',
        when: 'request',
        message: `The value of ${header.name} has line breaks or control characters (“${shorten(header.value, 40)}”); they are taken out.`,
        ...place,
        evidence: assumed('header-line-break'),
      });
    } else if (sent !== oneLine.trim()) {
      problems.push({
        id: 'header-not-latin-1',
        severity: 'warning',
        when: 'request',
        message: `The value of ${header.name} has characters a header cannot carry (“${shorten(header.value, 40)}”); encode them.`,
        ...place,
        evidence: assumed('header-not-latin-1'),
      });
    }
    value.push(sent === header.value ? header : { ...header, value: sent });
  }
  return { value, steps: [], problems };
}
