import { reasonPhrase } from '../bytes/reason-phrase';
import { decodeUtf8Strict, encodeUtf8AsJava } from '../bytes/utf8';
import type { ClientResponse, Problem, ResponseBody, ResponseHeader, Step } from '../outcome';
import { defaultContentType } from './content-type';
import type { ContextValues } from './context-values';
import { type Draft, findHeader } from './draft';
import { assumed, documented } from './evidence';
import { keepLegalHeaders } from './legal-headers';
import { checkSize } from './limits';
import { remapReservedHeaders } from './reserved-headers';
import { addServiceHeaders } from './service-headers';
import type { Setup } from './setup';
import type { Staged } from './stage';

/*
 * From a draft to what goes over the wire (§0.1 step 7): default Content-Type, reserved names, the service's own
 * headers, and what HTTP allows.
 */

export interface Finished {
  response: ClientResponse;
  /** Headers without those the service and the transport add, as the test feature shows them. */
  ownHeaders: ResponseHeader[];
}

/** Finishes a response. One that is too large fails, unless API Gateway itself wrote it. */
export function finishResponse(
  setup: Setup,
  context: ContextValues,
  draft: Draft,
  byGateway: boolean,
): Staged<Finished> {
  const steps: Step[] = [];
  const problems: Problem[] = [];
  let { headers } = draft;
  if (!byGateway) {
    const typed = defaultContentType(setup, headers, draft.templateType);
    const remapped = remapReservedHeaders(setup.type, typed.value);
    headers = remapped.value;
    steps.push(...typed.steps, ...remapped.steps);
    problems.push(...typed.problems, ...remapped.problems);
  }
  const ownHeaders = headers;
  const body = toBody(draft);
  if (!byGateway) {
    const size = checkSize(body.bytes.length, headers);
    if (!size.ok)
      return { ...size, steps: [...steps, ...size.steps], problems: [...problems, ...size.problems] };
  }
  if (!byGateway && REDIRECTS.has(draft.statusCode) && !findHeader(headers, 'Location')) {
    problems.push(noLocation(draft.statusCode));
  }
  const bodyless = forbidsBody(draft.statusCode);
  const contentLength = bodyless ? undefined : body.bytes.length;
  const served = addServiceHeaders({ setup, context, headers, contentLength, byGateway });
  steps.push(...served.steps);
  const legal = keepLegalHeaders(served.value);
  problems.push(...legal.problems);
  const head = setup.request.httpMethod === 'HEAD';
  if ((bodyless || head) && body.bytes.length > 0) problems.push(bodyDropped(draft.statusCode, bodyless));
  const sent: ResponseBody = bodyless || head ? { bytes: new Uint8Array(), text: '' } : body;
  return {
    ok: true,
    value: {
      response: {
        statusCode: draft.statusCode,
        reason: reasonPhrase(draft.statusCode),
        headers: legal.value,
        body: sent,
      },
      ownHeaders,
    },
    steps,
    problems,
  };
}

/** The bytes of a draft's body. Text is written as Java writes it, also where it is no valid Unicode. */
function toBody(draft: Draft): ResponseBody {
  const bytes = draft.body.kind === 'bytes' ? draft.body.bytes : encodeUtf8AsJava(draft.body.text);
  const text = decodeUtf8Strict(bytes);
  return { bytes, ...(text !== undefined && { text }), ...(draft.pieces && { pieces: draft.pieces }) };
}

/** Statuses after which HTTP has no body. */
function forbidsBody(statusCode: number): boolean {
  return statusCode < 200 || statusCode === 204 || statusCode === 304;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function noLocation(statusCode: number): Problem {
  return {
    id: 'redirect-without-location',
    severity: 'warning',
    when: 'request',
    message: `A ${statusCode} response without a Location header leads nowhere. Map or override the header Location.`,
    evidence: documented('RFC 9110, section 15.4'),
  };
}

function bodyDropped(statusCode: number, bodyless: boolean): Problem {
  return {
    id: 'body-on-204-or-304',
    severity: bodyless ? 'warning' : 'info',
    when: 'request',
    message: bodyless
      ? `A ${statusCode} response has no body: what the template or the backend gave is dropped on the way.`
      : 'The answer to a HEAD request has no body: what the template or the backend gave is dropped on the way.',
    evidence: assumed('no-body-status'),
  };
}
