import { reasonPhrase } from '../bytes/reason-phrase';
import { decodeUtf8Strict, encodeUtf8AsJava } from '../bytes/utf8';
import type { ClientResponse, Problem, ResponseBody, ResponseHeader, Step } from '../outcome';
import type { ContextValues } from './context-values';
import { type Draft, findHeader, putHeader } from './draft';
import { assumed, documented, recorded } from './evidence';
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
  const typed = setup.type !== 'HTTP_PROXY' && !byGateway && !findHeader(headers, 'Content-Type');
  if (typed) {
    const why = 'nothing else set a Content-Type';
    headers = putHeader(headers, {
      name: 'Content-Type',
      value: 'application/json',
      origin: { kind: 'service', why },
    });
    steps.push(defaultType(setup));
  }
  if (!byGateway) {
    const remapped = remapReservedHeaders(setup.type, headers);
    headers = remapped.value;
    steps.push(...remapped.steps);
    problems.push(...remapped.problems);
  }
  const ownHeaders = headers;
  const body = toBody(draft);
  if (!byGateway) {
    const size = checkSize(body.bytes.length, headers);
    if (!size.ok)
      return { ...size, steps: [...steps, ...size.steps], problems: [...problems, ...size.problems] };
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

function defaultType(setup: Setup): Step {
  return {
    stage: 'content-type',
    verdict: 'ok',
    text: 'Nothing set a Content-Type, so it is application/json.',
    evidence:
      setup.type === 'AWS_PROXY'
        ? recorded('test_aws_proxy_response_payload_format_validation (2024-11-15)')
        : documented('Amazon API Gateway important notes'),
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
