import type { ResponseHeader } from '../outcome';
import { type ContextValues, contextText, SAMPLE_TRACE_ID } from './context-values';
import { findHeader } from './draft';
import { recorded } from './evidence';
import { requestHeader, type Setup } from './setup';
import type { Told } from './stage';

/*
 * Headers the service adds to every response (§12.4). Ids and dates are samples: they follow `$context`, so that
 * what a template printed and what the header says agree, as they do on the service.
 */

export interface ServiceHeaderQuestion {
  setup: Setup;
  context: ContextValues;
  headers: readonly ResponseHeader[];
  /** In bytes; undefined when the status forbids a body. */
  contentLength: number | undefined;
  /** API Gateway answers by itself. */
  byGateway: boolean;
}

/** Adds the service's own headers after the others. */
export function addServiceHeaders(question: ServiceHeaderQuestion): Told<ResponseHeader[]> {
  const { setup, context, headers, contentLength } = question;
  const added: ResponseHeader[] = [];
  const add = (name: string, value: string, why: string) => {
    if (!findHeader(headers, name)) added.push({ name, value, origin: { kind: 'service', why } });
  };
  if (contentLength !== undefined)
    add('Content-Length', `${contentLength}`, 'the length of the body in bytes');
  add('Date', httpDate(context.get('requestTimeEpoch')), 'the time of the answer; a sample');
  add('Connection', 'keep-alive', 'the connection stays open');
  add('x-amzn-RequestId', contextText(context, 'requestId'), 'the same as $context.requestId');
  add('x-amz-apigw-id', contextText(context, 'extendedRequestId'), 'the same as $context.extendedRequestId');
  const traced = setup.type === 'AWS' || setup.type === 'AWS_PROXY' || setup.type === 'HTTP';
  if (traced && !question.byGateway) {
    const sent = requestHeader(setup.request, 'X-Amzn-Trace-Id');
    add('X-Amzn-Trace-Id', sent || SAMPLE_TRACE_ID, sent ? 'the id the client sent' : 'the trace; a sample');
  }
  return {
    value: [...headers, ...added],
    steps: [
      {
        stage: 'service-headers',
        verdict: 'ok',
        text: `API Gateway adds ${added.map((header) => header.name).join(', ')}.`,
        evidence: recorded('test_invocation_trace_id (2024-08-07)'),
      },
    ],
    problems: [],
  };
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time in ms since 1970 as HTTP writes it; a value that is no time counts as 1970. */
export function httpDate(time: unknown): string {
  const given = new Date(typeof time === 'number' ? time : 0);
  const date = Number.isNaN(given.getTime()) ? new Date(0) : given;
  const two = (part: number) => `${part}`.padStart(2, '0');
  const day = `${DAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]}`;
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${day} ${date.getUTCFullYear()} ${clock} GMT`;
}
