import { decodeBase64 } from '../bytes/base64';
import { firstMediaType } from '../bytes/media-type';
import type { Problem, ResponseHeader } from '../outcome';
import { isBinary } from './content-handling';
import type { Draft } from './draft';
import type { Endpoint } from './endpoint';
import { assumed, recorded } from './evidence';
import { type ProxyResult, type ResultFault, readProxyResult } from './proxy-result';
import { requestHeader, type Setup } from './setup';
import { configurationError, type Failure, type Staged, shorten } from './stage';

/*
 * Lambda proxy integrations (§9.1): the function's result is the response, if it has the right shape.
 */

const VALIDATION = recorded('test_aws_proxy_response_payload_format_validation (2024-11-15)');
const BINARY = recorded('test_aws_proxy_binary_response (2025-01-29)');

/** Turns the function's result into the response. */
export function passLambdaResult(setup: Setup, endpoint: Endpoint): Staged<Draft> {
  if (endpoint.functionError) return functionError(endpoint);
  const read = readProxyResult(endpoint.payload);
  if (!read.ok) return malformed(endpoint, read.fault);
  const { result } = read;
  const headers = mergeHeaders(result);
  const body = readBody(setup, endpoint, result);
  if (!body.ok) return body;
  return {
    ok: true,
    value: { statusCode: result.statusCode, headers, body: body.value },
    steps: [
      {
        stage: 'proxy',
        verdict: 'ok',
        text: `The function's result has the shape of a proxy response: status ${result.statusCode}${
          result.statusGiven ? '' : ' (none given)'
        }, ${headers.length} header ${headers.length === 1 ? 'line' : 'lines'}.`,
        evidence: result.evidence ?? VALIDATION,
      },
      ...body.steps,
    ],
    problems: body.problems,
  };
}

/**
 * One line for each value. A name in both maps gets the values of `multiValueHeaders` first, under their spelling,
 * then the single one unless it is among them.
 */
function mergeHeaders(result: ProxyResult): ResponseHeader[] {
  const byName = new Map<string, { name: string; values: string[] }>();
  for (const [name, values] of result.multiValueHeaders)
    byName.set(name.toLowerCase(), { name, values: [...values] });
  for (const [name, value] of result.headers) {
    const present = byName.get(name.toLowerCase());
    if (!present) byName.set(name.toLowerCase(), { name, values: [value] });
    else if (!present.values.includes(value)) present.values.push(value);
  }
  return [...byName.values()].flatMap(({ name, values }) =>
    values.map((value): ResponseHeader => ({ name, value, origin: { kind: 'backend' } })),
  );
}

function readBody(setup: Setup, endpoint: Endpoint, result: ProxyResult): Staged<Draft['body']> {
  const text = { kind: 'text', text: result.body } as const;
  if (!result.isBase64Encoded) return { ok: true, value: text, steps: [], problems: [] };
  const accept = requestHeader(setup.request, 'Accept');
  const accepted = firstMediaType(accept) ?? 'nothing';
  if (!isBinary(accept, setup.binaryMediaTypes)) {
    return {
      ok: true,
      value: text,
      steps: [
        {
          stage: 'content-handling',
          verdict: 'ok',
          text: `isBase64Encoded is true, but what the client accepts first (${accepted}) is no binary media type of the API, so the base64 text itself is sent.`,
          evidence: BINARY,
        },
      ],
      problems: [
        {
          id: 'base64-not-decoded',
          severity: 'warning',
          when: 'request',
          message: `The body is sent as base64 text: it is decoded only when the first type of Accept (${accepted}) is in binaryMediaTypes. Listing */* there decodes for every client.`,
          place: { in: 'rules', path: ['binaryMediaTypes'] },
          evidence: BINARY,
        },
      ],
    };
  }
  const decoded = decodeBase64(result.body);
  if (decoded.ok) {
    return {
      ok: true,
      value: { kind: 'bytes', bytes: decoded.bytes },
      steps: [
        {
          stage: 'content-handling',
          verdict: 'ok',
          text: `isBase64Encoded is true and the client accepts ${accepted}, so the body is decoded to ${decoded.bytes.length} bytes.`,
          evidence: BINARY,
        },
      ],
      problems: [],
    };
  }
  const place = placeOfMember(endpoint, 'body');
  return {
    ok: false,
    failure: configurationError('Unable to base64 decode the body'),
    steps: [
      {
        stage: 'content-handling',
        verdict: 'failed',
        text: 'isBase64Encoded is true and the body is not base64, so API Gateway answers 500.',
        evidence: BINARY,
        ...place,
      },
    ],
    problems: [
      {
        id: 'body-not-base64',
        severity: 'error',
        when: 'request',
        message: `isBase64Encoded is true, and character ${decoded.index + 1} of the body is not base64.`,
        ...place,
        evidence: BINARY,
      },
    ],
  };
}

/** A 502 of API Gateway; which type it belongs to is assumed. */
function badGateway(logLine: string): Failure {
  const typeEvidence = assumed('proxy-502-type');
  return { responseType: 'DEFAULT_5XX', typeEvidence, statusCode: 502, logLine };
}

function functionError(endpoint: Endpoint): Staged<Draft> {
  const message = endpoint.payload.object?.entries.get('errorMessage')?.value;
  const shown = typeof message === 'string' ? message : '';
  const evidence = recorded('test_lambda_aws_proxy_response_format (2024-02-23)');
  return {
    ok: false,
    failure: badGateway(
      `Lambda execution failed with status 200 due to customer function error: ${shorten(shown, 1000)}. Lambda request id: ${requestIdOf(endpoint)}`,
    ),
    steps: [
      {
        stage: 'proxy',
        verdict: 'failed',
        text: `The function failed${shown ? ` with “${shorten(shown)}”` : ''}, so API Gateway answers 502.`,
        evidence,
        place: { in: 'answer' },
      },
    ],
    problems: [
      {
        id: 'proxy-function-error',
        severity: 'error',
        when: 'request',
        message:
          'The function failed. A proxy integration has no rules for errors: the client gets 502 and a fixed text. ' +
          'Catch the error in the function and return a response for it.',
        place: { in: 'answer' },
        evidence,
      },
    ],
  };
}

function requestIdOf(endpoint: Endpoint): string {
  return endpoint.headers.find(([name]) => name === 'x-amzn-RequestId')?.[1] ?? '';
}

function malformed(endpoint: Endpoint, fault: ResultFault): Staged<Draft> {
  const place: Pick<Problem, 'place'> =
    fault.span && endpoint.located
      ? { place: { in: 'answer', span: fault.span } }
      : { place: { in: 'answer' } };
  return {
    ok: false,
    failure: badGateway('Execution failed due to configuration error: Malformed Lambda proxy response'),
    steps: [
      {
        stage: 'proxy',
        verdict: 'failed',
        text: `${fault.text}, so the result is malformed and API Gateway answers 502.`,
        evidence: fault.evidence,
        ...place,
      },
    ],
    problems: [
      {
        id: 'malformed-proxy-response',
        severity: 'error',
        when: 'request',
        message: `Malformed Lambda proxy response: ${fault.text}. ${fault.advice}`,
        ...place,
        evidence: fault.evidence,
      },
    ],
  };
}

function placeOfMember(endpoint: Endpoint, member: string): Pick<Problem, 'place'> {
  const span = endpoint.located ? endpoint.payload.spanOf(member) : undefined;
  return { place: span ? { in: 'answer', span } : { in: 'answer' } };
}
