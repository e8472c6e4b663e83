import { decodeUtf8, encodeUtf8 } from '../bytes/utf8';
import { type ContextValues, contextText, SAMPLE_TRACE_ID } from './context-values';
import { assumed, documented, recorded } from './evidence';
import { looksLikeFunctionError } from './match-subject';
import { Payload } from './payload';
import { httpDate } from './service-headers';
import { requestHeader, type Setup } from './setup';
import { configurationError, type Failure, type Staged } from './stage';

/*
 * What the backend answered (§0.1 step 1, §1.2, §11), before any mapping: the "endpoint response" of the log.
 */

export interface Endpoint {
  /** Lambda: rules look at `payload`. */
  lambda: boolean;
  /** Undefined: MOCK without a status. */
  statusCode: number | undefined;
  headers: [name: string, value: string][];
  body: Uint8Array;
  /** The body as UTF-8 text. */
  payload: Payload;
  /** The payload is the text the person wrote, so that offsets in it are places in the answer. */
  located: boolean;
  /** The answer of Lambda carries `X-Amz-Function-Error`. */
  functionError: boolean;
  /** In ms. */
  latencyInMillis: number;
}

/** Largest result of a function, in bytes; what is larger becomes a function error of Lambda. */
const LAMBDA_RESULT_LIMIT = 6_291_556;

/** Largest payload API Gateway carries, in bytes. */
export const PAYLOAD_LIMIT = 10 * 1024 * 1024;

const TOO_LARGE =
  '{"errorType":"Function.ResponseSizeTooLarge",' +
  '"errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes)."}';

/** Takes the backend's answer in, or tells why there is none. */
export function receiveAnswer(setup: Setup, context: ContextValues): Staged<Endpoint> {
  const { backend } = setup;
  const uri = checkAddress(setup);
  if (uri) return uri;
  if (setup.lambda && setup.httpMethod !== 'POST') return wrongMethod(setup);
  const latency = 'latencyInMillis' in backend ? backend.latencyInMillis : 0;
  if (latency > setup.timeoutInMillis) return timeOut(setup, latency);
  return setup.lambda ? receiveLambda(setup, context) : receiveHttp(setup);
}

function receiveLambda(setup: Setup, context: ContextValues): Staged<Endpoint> {
  const { backend } = setup;
  let text = '';
  let located = false;
  let functionError: boolean | undefined;
  if (backend.kind === 'lambda') {
    text = backend.payload;
    located = true;
    functionError = backend.functionError;
  } else if (backend.kind === 'http') {
    text = backend.text ?? decodeUtf8(backend.body);
    located = backend.text !== undefined;
  }
  let body = encodeUtf8(text);
  const tooLarge = body.length > LAMBDA_RESULT_LIMIT;
  if (tooLarge) {
    text = TOO_LARGE;
    body = encodeUtf8(text);
    located = false;
    functionError = true;
  }
  // What went over the wire: a lone surrogate does not survive it. Offsets stay as they are.
  const payload = new Payload(decodeUtf8(body));
  const threw = functionError ?? looksLikeFunctionError(payload);
  const headers: [string, string][] = [
    ['Date', httpDate(context.get('requestTimeEpoch'))],
    ['Content-Type', 'application/json'],
    ['Content-Length', `${body.length}`],
    ['Connection', 'keep-alive'],
    ['x-amzn-RequestId', contextText(context, 'awsEndpointRequestId', SAMPLE_LAMBDA_REQUEST_ID)],
    ['x-amzn-Remapped-Content-Length', '0'],
    ...(threw ? [['X-Amz-Function-Error', 'Unhandled'] as [string, string]] : []),
    ['X-Amz-Executed-Version', '$LATEST'],
    ['X-Amzn-Trace-Id', requestHeader(setup.request, 'X-Amzn-Trace-Id') || SAMPLE_TRACE_ID],
  ];
  return {
    ok: true,
    value: {
      lambda: true,
      statusCode: 200,
      headers,
      body,
      payload,
      located,
      functionError: threw,
      latencyInMillis: backend.kind === 'lambda' ? backend.latencyInMillis : 0,
    },
    steps: [
      {
        stage: 'backend',
        verdict: 'ok',
        text: tooLarge
          ? 'The result is larger than 6,291,556 bytes, so Lambda answers with an error of its own.'
          : threw
            ? 'The function threw; Invoke still answers with status 200, and the payload is the error object.'
            : 'The function returned a value; Invoke answers with status 200.',
        evidence: recorded('test_lambda_selection_patterns (2025-05-05)'),
        place: { in: 'answer' },
      },
    ],
    problems: tooLarge
      ? [
          {
            id: 'lambda-result-too-large',
            severity: 'error',
            when: 'request',
            message: 'A function returns at most 6,291,556 bytes; Lambda replaces this result by an error.',
            place: { in: 'answer' },
            evidence: recorded('Lambda result limit, LocalStack lambda test suite'),
          },
        ]
      : [],
  };
}

/** Request id of the Invoke call, where `$context.awsEndpointRequestId` does not tell one. */
const SAMPLE_LAMBDA_REQUEST_ID = '66666666-7777-4888-8999-aaaaaaaaaaaa';

function receiveHttp(setup: Setup): Staged<Endpoint> {
  const { backend } = setup;
  const endpoint: Endpoint = {
    lambda: false,
    statusCode: 200,
    headers: [],
    body: new Uint8Array(),
    payload: new Payload(''),
    located: false,
    functionError: false,
    latencyInMillis: 0,
  };
  if (backend.kind === 'http') {
    endpoint.statusCode = backend.statusCode;
    endpoint.headers = backend.headers;
    endpoint.body = backend.body;
    endpoint.located = backend.text !== undefined;
    endpoint.latencyInMillis = backend.latencyInMillis;
  } else if (backend.kind === 'lambda') {
    endpoint.headers = [['Content-Type', 'application/json']];
    endpoint.body = encodeUtf8(backend.payload);
    endpoint.located = true;
    endpoint.latencyInMillis = backend.latencyInMillis;
  }
  endpoint.payload = new Payload(decodeUtf8(endpoint.body));
  const service = setup.type === 'AWS' ? 'The AWS service' : 'The endpoint';
  return {
    ok: true,
    value: endpoint,
    steps: [
      {
        stage: 'backend',
        verdict: 'ok',
        text: `${service} answered with status ${endpoint.statusCode} and ${endpoint.body.length} bytes.`,
        evidence: documented('Set up an integration response'),
        place: { in: 'answer' },
      },
    ],
    problems: [],
  };
}

/** Line of the log when API Gateway gives up. */
export const TIMEOUT_LINE = 'Execution failed due to a timeout error';

function timeOut(setup: Setup, latency: number): Staged<Endpoint> {
  const staged = failed(
    { responseType: 'INTEGRATION_TIMEOUT', logLine: TIMEOUT_LINE, requestSent: true },
    `The backend takes ${latency} ms and API Gateway waits ${setup.timeoutInMillis} ms, so it gives up.`,
    documented('Gateway response types'),
  );
  staged.problems.push({
    id: 'gateway-timeout-bypasses-rules',
    severity: 'warning',
    when: 'request',
    message:
      `API Gateway gives up after ${setup.timeoutInMillis} ms (timeoutInMillis) and answers with the gateway response ` +
      'INTEGRATION_TIMEOUT. Rules and templates do not run.',
    place: { in: 'rules', path: ['integration', 'timeoutInMillis'] },
    evidence: documented('Gateway response types'),
  });
  return staged;
}

function wrongMethod(setup: Setup): Staged<Endpoint> {
  const evidence =
    setup.type === 'AWS_PROXY'
      ? recorded('test_lambda_aws_proxy_integration_non_post_method (2024-07-10)')
      : assumed('custom-lambda-method');
  const staged = failed(
    { responseType: 'INTEGRATION_FAILURE', statusCode: 500, requestSent: true },
    `The integration calls Lambda with ${setup.httpMethod}, and Lambda answers to POST only.`,
    evidence,
  );
  staged.problems.push({
    id: 'lambda-needs-post',
    severity: 'error',
    when: 'request',
    message: `The integration's httpMethod is ${setup.httpMethod}; Lambda functions are invoked with POST, whatever the client's method.`,
    place: { in: 'rules', path: ['integration', 'httpMethod'] },
    evidence,
  });
  return staged;
}

/**
 * An HTTP endpoint's address after its stage variables are put in. A variable that is not set leaves nothing behind,
 * and an address without a host fails (recorded with the console's test feature).
 */
function checkAddress(setup: Setup): (Staged<Endpoint> & { ok: false }) | undefined {
  const http = setup.type === 'HTTP' || setup.type === 'HTTP_PROXY';
  if (!http || setup.uri === undefined) return undefined;
  // A pasted configuration may hold a reference to be filled in on deployment; nothing is known about that.
  if (!/^https?:/i.test(setup.uri) && !setup.uri.includes('${stageVariables.')) return undefined;
  const address = fillStageVariables(setup.uri, setup.stageVariables);
  if (/^https?:\/\/[^/?#\s]+/i.test(address)) return undefined;
  const evidence = recorded('test_failed_invoke_test_method (2025-09-29)');
  const staged = failed(
    // The recorded answer carries the error type of DEFAULT_5XX as every configuration error does.
    configurationError('Invalid endpoint address'),
    `The endpoint's address is “${address}”, which names no host.`,
    evidence,
  );
  staged.problems.push({
    id: 'invalid-endpoint-address',
    severity: 'error',
    when: 'request',
    message: `The uri “${setup.uri}” becomes “${address}”, which is no address. Check its stage variables.`,
    place: { in: 'rules', path: ['integration', 'uri'] },
    evidence,
  });
  return staged;
}

/** A uri with `${stageVariables.NAME}` replaced. */
export function fillStageVariables(uri: string, stageVariables: Map<string, string>): string {
  return uri.replace(/\$\{stageVariables\.([^}]*)\}/g, (_, name: string) => stageVariables.get(name) ?? '');
}

function failed(
  failure: Failure,
  text: string,
  evidence: ReturnType<typeof documented>,
): Staged<Endpoint> & { ok: false } {
  return {
    ok: false,
    failure,
    steps: [{ stage: 'backend', verdict: 'failed', text, evidence }],
    problems: [],
  };
}
