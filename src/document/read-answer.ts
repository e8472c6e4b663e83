/*
 * What the backend answered: the text of a case, read as the integration type asks for.
 */
import type { BackendAnswer, HttpAnswer, Integration, LambdaAnswer } from '../engine/scenario';
import type { Span } from '../engine/text/span';
import { answerKind } from './answer-kind';
import { type Fault, hasError } from './fault';
import { readHttpMessage } from './http-message';
import { findJsonFault } from './json-check';
import { lineOf } from './line-of';
import type { BackendCase } from './model';

export interface AnswerReading {
  /** Absent when the text could not be read. */
  backend?: BackendAnswer;
  faults: Fault[];
  /** Where the payload or the body stands in the text as typed; absent when it is not text of its own. */
  body?: Span;
}

/** Reads the answer of a case. Never throws. */
export function readAnswer(one: BackendCase, integration: Pick<Integration, 'type' | 'uri'>): AnswerReading {
  if (one.gatewayFailure) {
    return { backend: { kind: 'gateway-failure', responseType: one.gatewayFailure }, faults: [] };
  }
  switch (answerKind(integration)) {
    case 'none':
      return { backend: { kind: 'none' }, faults: [] };
    case 'lambda':
      return readLambdaAnswer(one);
    case 'http':
      return readHttpAnswer(one);
  }
}

/** The payload is taken byte for byte: what is not JSON is the service's to judge. */
function readLambdaAnswer(one: BackendCase): AnswerReading {
  const backend: LambdaAnswer = { kind: 'lambda', payload: one.answer };
  if (one.functionError !== undefined) backend.functionError = one.functionError;
  if (one.latencyInMillis !== undefined) backend.latencyInMillis = one.latencyInMillis;
  return { backend, faults: lambdaHints(one.answer), body: { from: 0, to: one.answer.length } };
}

function lambdaHints(payload: string): Fault[] {
  if (payload.trim() === '') {
    const message = 'The payload is empty. A function that returns nothing answers “null”.';
    return [{ id: 'payload-empty', severity: 'hint', message, span: { from: 0, to: 0 } }];
  }
  const fault = findJsonFault(payload);
  if (!fault) return isInvokeMetadata(payload) ? [invokeMetadata(payload)] : [];
  const span = { from: fault.at, to: Math.min(fault.at + 1, payload.length) };
  if (/Endpoint response body before transformations:|Method completed with status:/.test(payload)) {
    const message =
      'This looks like an execution log. The payload is what follows “Endpoint response body before transformations:”.';
    return [{ id: 'payload-is-log', severity: 'hint', message, span }];
  }
  const line = lineOf(payload, fault.at);
  const message = `Line ${line}: Lambda answers in JSON, and this is not: ${fault.reason}.`;
  return [{ id: 'payload-not-json', severity: 'hint', message, span }];
}

/** What `aws lambda invoke` prints: the payload itself goes into the file named in the command. */
function isInvokeMetadata(payload: string): boolean {
  if (payload.length > 10_000) return false;
  const value: unknown = JSON.parse(payload);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const known = ['StatusCode', 'FunctionError', 'ExecutedVersion', 'LogResult', 'Payload'];
  const names = Object.keys(value);
  return names.includes('StatusCode') && names.length > 1 && names.every((name) => known.includes(name));
}

function invokeMetadata(payload: string): Fault {
  return {
    id: 'payload-is-metadata',
    severity: 'hint',
    message:
      'This is what “aws lambda invoke” prints about a call. The payload is in the file named in the command; paste ' +
      'what is in there.',
    span: { from: 0, to: payload.trimEnd().length },
  };
}

function readHttpAnswer(one: BackendCase): AnswerReading {
  const message = readHttpMessage(one.answer);
  const { faults } = message;
  const backend: HttpAnswer = { kind: 'http', headers: message.headers };
  if (message.statusCode !== undefined) backend.statusCode = message.statusCode;
  if (one.latencyInMillis !== undefined) backend.latencyInMillis = one.latencyInMillis;
  const text = one.answer.slice(message.body.from, message.body.to);
  if (one.base64) {
    const bytes = decodeBase64(text, message.body.from, faults);
    if (bytes) backend.body = bytes;
  } else {
    backend.body = text;
  }
  if (hasError(faults)) return { faults };
  return { backend, faults, ...(!one.base64 && { body: message.body }) };
}

function decodeBase64(text: string, offset: number, faults: Fault[]): Uint8Array | undefined {
  const wrong = text.search(/[^A-Za-z0-9+/=\s]|=(?=\s*[^=\s])/);
  const packed = text.replace(/\s+/g, '');
  const unpadded = packed.replace(/=+$/, '');
  if (wrong < 0 && unpadded.length % 4 !== 1 && packed.length - unpadded.length <= 2) {
    return Uint8Array.from(atob(unpadded), (char) => char.charCodeAt(0));
  }
  const from = offset + (wrong < 0 ? text.trimEnd().length : wrong);
  faults.push({
    id: 'body-not-base64',
    severity: 'error',
    message:
      wrong < 0
        ? 'The body is not base64: characters are missing at its end.'
        : `The body is not base64: “${text[wrong]}” cannot stand here. Turn base64 off if the body is plain text.`,
    span: { from, to: from + (wrong < 0 ? 0 : 1) },
  });
  return undefined;
}
