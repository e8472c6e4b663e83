import { writeJson } from '../json/write-json';
import type { MatchSubject, Problem, Step } from '../outcome';
import type { JavaValue } from '../values/types';
import type { Endpoint } from './endpoint';
import { assumed, documented, emulatorSource, recorded } from './evidence';
import type { Payload } from './payload';
import type { Setup } from './setup';
import { count, shorten, type Told } from './stage';

/*
 * The text that patterns are compared with (§1): the errorMessage of a Lambda result, a status for everything else.
 */

const SELECTION_RECORDING = recorded('test_lambda_selection_patterns (2025-05-05)');

/** Derives the text that patterns are compared with. */
export function deriveSubject(setup: Setup, endpoint: Endpoint): Told<MatchSubject> {
  return endpoint.lambda ? errorMessageOf(endpoint) : statusOf(setup, endpoint);
}

function statusOf(setup: Setup, endpoint: Endpoint): Told<MatchSubject> {
  const { statusCode } = endpoint;
  if (statusCode === undefined) {
    return told({ text: '', what: 'status' }, [
      {
        stage: 'subject',
        verdict: 'ok',
        text: 'MOCK has no request template and the body holds no statusCode, so the default rule answers.',
        evidence: assumed('mock-passthrough'),
      },
    ]);
  }
  const whose = setup.type === 'MOCK' ? 'The request template gave' : 'The backend answered';
  return told({ text: `${statusCode}`, what: 'status' }, [
    {
      stage: 'subject',
      verdict: 'ok',
      text: `${whose} status ${statusCode}, so the patterns are compared with “${statusCode}”.`,
      evidence: documented('IntegrationResponse'),
    },
  ]);
}

function errorMessageOf(endpoint: Endpoint): Told<MatchSubject> {
  const found = readErrorMessage(endpoint.payload);
  if (!endpoint.located) delete found.subject.span;
  const problems: Problem[] = [];
  if (found.subject.span && !endpoint.functionError) {
    problems.push({
      id: 'lambda-error-returned-not-thrown',
      severity: 'info',
      when: 'request',
      message:
        'The function returned this object, it did not throw. Whether the service compares patterns with the ' +
        'errorMessage of a returned object is not proven; here it does.',
      place: { in: 'answer', span: found.subject.span },
      evidence: assumed('success-with-error-message'),
    });
  }
  return { value: found.subject, steps: [tellMessage(endpoint, found)], problems };
}

interface FoundMessage {
  subject: MatchSubject;
  /** What stood there. */
  was: 'text' | 'other' | 'missing' | 'not-an-object';
}

/**
 * The `errorMessage` of a Lambda payload. Only an object has one; a number or boolean counts with its JSON text,
 * null as empty, an object or array as compact JSON.
 */
export function readErrorMessage(payload: Payload): FoundMessage {
  const none: MatchSubject = { text: '', what: 'errorMessage' };
  if (!payload.object) return { subject: none, was: 'not-an-object' };
  const entry = payload.object.entries.get('errorMessage');
  if (!entry) return { subject: none, was: 'missing' };
  const span = payload.spanOf('errorMessage');
  const subject: MatchSubject = {
    text: messageText(entry.value),
    what: 'errorMessage',
    ...(span && { span }),
  };
  return { subject, was: typeof entry.value === 'string' ? 'text' : 'other' };
}

function messageText(value: JavaValue): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : writeJson(value, 'LT_COMPRESS');
}

function tellMessage(endpoint: Endpoint, found: FoundMessage): Step {
  const { subject, was } = found;
  const place = subject.span ? { place: { in: 'answer', span: subject.span } as const } : {};
  const stage = { stage: 'subject', verdict: 'ok' } as const;
  switch (was) {
    case 'text':
      return {
        ...stage,
        text: `${
          endpoint.functionError ? 'The function threw' : 'The function returned an errorMessage'
        }, so the patterns are compared with its errorMessage “${shorten(subject.text)}” (${count(subject.text.length, 'character')}).`,
        evidence: endpoint.functionError
          ? documented('Handle Lambda errors in API Gateway')
          : assumed('success-with-error-message'),
        ...place,
      };
    case 'other':
      return {
        ...stage,
        text: `errorMessage is not a string; the patterns are compared with “${shorten(subject.text)}”.`,
        evidence: assumed('error-message-not-text'),
        ...place,
      };
    case 'missing':
      return {
        ...stage,
        text: 'The function returned an object without errorMessage, so the patterns are compared with the empty text.',
        evidence: SELECTION_RECORDING,
      };
    case 'not-an-object':
      return {
        ...stage,
        text: 'The function returned something other than an object, which has no errorMessage, so the patterns are compared with the empty text.',
        evidence: emulatorSource('LocalStack'),
      };
  }
}

function told(value: MatchSubject, steps: Step[]): Told<MatchSubject> {
  return { value, steps, problems: [] };
}

/** Whether a payload looks like what a Lambda runtime makes of a failed invocation (§1.2). */
export function looksLikeFunctionError({ object }: Payload): boolean {
  if (!object?.entries.has('errorMessage')) return false;
  return [...object.entries.keys()].every((key) => typeof key === 'string' && ERROR_MEMBERS.has(key));
}

const ERROR_MEMBERS = new Set(['errorMessage', 'errorType', 'stackTrace', 'trace', 'requestId', 'cause']);
