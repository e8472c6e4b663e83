import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../engine/outcome';
import { outcome } from '../test-outcome';
import {
  announce,
  answerVerdict,
  formatBytes,
  quote,
  responseVerdict,
  rulesVerdict,
  statusTone,
  templateVerdict,
} from './verdicts';

const THREW = { text: 'NotFound: order 7', what: 'errorMessage', span: { from: 0, to: 19 } } as const;
const RETURNED = { text: '', what: 'errorMessage' } as const;
const STATUS = { text: '404', what: 'status' } as const;

test.each<[string, Partial<Outcome>, Parameters<typeof answerVerdict>[1], string]>([
  ['a Lambda error', { subject: THREW }, 'AWS', 'warn: Lambda threw “NotFound: order 7”'],
  ['a Lambda result', { subject: RETURNED }, 'AWS', 'good: Lambda returned no errorMessage'],
  ['an HTTP status', { subject: STATUS }, 'HTTP', 'warn: Endpoint answered 404'],
  ['a mock’s status', { subject: { ...STATUS, text: '200' } }, 'MOCK', 'good: Mock answered 200'],
  ['a proxy', {}, 'AWS_PROXY', 'good: Lambda answered'],
  [
    'no answer',
    { answeredBy: { kind: 'gateway', responseType: 'THROTTLED', customisedBy: 'none' } },
    'AWS',
    'bad: No answer from the backend',
  ],
  [
    'a refused request',
    {
      answeredBy: { kind: 'gateway', responseType: 'THROTTLED', customisedBy: 'none' },
      steps: [{ stage: 'request', verdict: 'failed', text: '', evidence: { kind: 'documented' } }],
    },
    'AWS_PROXY',
    'quiet: The backend was not asked',
  ],
  [
    'an answer that comes too late',
    { answeredBy: { kind: 'gateway', responseType: 'INTEGRATION_TIMEOUT', customisedBy: 'none' } },
    'AWS_PROXY',
    'bad: No answer in time',
  ],
  [
    'an unusable answer',
    { answeredBy: { kind: 'gateway', responseType: 'DEFAULT_5XX', customisedBy: 'none' } },
    'AWS_PROXY',
    'bad: Lambda answered unusable',
  ],
])('① %s', (_name, members, type, expected) => {
  expect(write(answerVerdict(outcome(members), type))).toBe(expected);
});

const rule = (
  statusCode: string,
  selectionPattern: string,
  verdict: 'chosen' | 'no-match' | 'default' | 'invalid' | 'gave-up',
) => ({
  statusCode,
  selectionPattern,
  verdict,
});

test.each<[string, Partial<Outcome>, string]>([
  [
    'a pattern',
    { subject: THREW, rules: [rule('404', '.*', 'chosen')], chosenRule: 0 },
    'good: Rule 404 matched all 17 characters',
  ],
  [
    'a pattern and one character',
    { subject: { ...THREW, text: 'x' }, rules: [rule('404', '.', 'chosen')], chosenRule: 0 },
    'good: Rule 404 matched the one character',
  ],
  [
    'a pattern and nothing',
    { subject: RETURNED, rules: [rule('404', '.*', 'chosen')], chosenRule: 0 },
    'good: Rule 404 matched the empty message',
  ],
  [
    'a status',
    { subject: STATUS, rules: [rule('400', '4..', 'chosen')], chosenRule: 0 },
    'good: Rule 400 matched status 404',
  ],
  [
    'the only rule',
    { subject: THREW, rules: [rule('200', '', 'default')], chosenRule: 0 },
    'good: Default rule 200 there is no other',
  ],
  [
    'the default',
    {
      subject: THREW,
      rules: [rule('404', 'x', 'no-match'), rule('500', 'y', 'no-match'), rule('200', '', 'default')],
      chosenRule: 2,
    },
    'good: Default rule 200 none of 2 patterns matched',
  ],
  [
    'none',
    { subject: THREW, rules: [rule('404', 'x', 'no-match')] },
    'bad: No rule matched and there is no default',
  ],
  ['no rules', { subject: THREW, rules: [] }, 'bad: There are no rules'],
  [
    'an invalid pattern',
    { subject: THREW, rules: [rule('404', '(', 'invalid')] },
    'bad: The pattern of rule 404 is not valid',
  ],
  [
    'an endless pattern',
    { subject: THREW, rules: [rule('404', '(a*)*', 'gave-up')] },
    'bad: The pattern of rule 404 takes too long',
  ],
  ['no answer', {}, 'quiet: Rules not reached'],
])('② %s', (_name, members, expected) => {
  expect(write(rulesVerdict(outcome(members), 'AWS'))).toBe(expected);
});

test.each<[string, Partial<Outcome>, string]>([
  [
    'ran',
    {
      template: {
        verdict: 'rendered',
        place: { in: 'template', name: 'e.vtl' },
        lineHits: { 1: 1, 2: 0, 3: 4 },
      },
    },
    'good: e.vtl ran 2 of 3 lines',
  ],
  [
    'ran whole',
    { template: { verdict: 'rendered', place: { in: 'rules', path: [] }, lineHits: { 1: 1 } } },
    'good: Template in the rules ran 1 line',
  ],
  [
    'stopped',
    { template: { verdict: 'failed', place: { in: 'template', name: 'e.vtl' }, lineHits: { 1: 1, 4: 1 } } },
    'bad: e.vtl stopped at line 4',
  ],
  ['passed through', { template: { verdict: 'passthrough' } }, 'quiet: No template the body passes through'],
  ['not reached', {}, 'quiet: Template not reached'],
])('③ %s', (_name, members, expected) => {
  expect(write(templateVerdict(outcome(members), 'AWS'))).toBe(expected);
});

test('③ an error has a line of its own', () => {
  const failed = outcome({ template: { verdict: 'failed', place: { in: 'template', name: 'e.vtl' } } });
  expect(templateVerdict(failed, 'AWS', 2).text).toBe('e.vtl stopped at line 2');
  expect(templateVerdict(failed, 'AWS').text).toBe('e.vtl stopped');
});

test('② and ③ say that a proxy does without them', () => {
  expect(write(rulesVerdict(outcome({}), 'HTTP_PROXY'))).toBe(
    'quiet: Proxy integration rules and templates are not used',
  );
  expect(templateVerdict(outcome({}), 'AWS_PROXY').text).toBe('No template');
});

describe('④', () => {
  test('an answer of the integration', () => {
    expect(write(responseVerdict(outcome({})))).toBe('good: Client gets 2 bytes');
  });

  test('an answer of the gateway', () => {
    const answeredBy = {
      kind: 'gateway',
      responseType: 'API_CONFIGURATION_ERROR',
      customisedBy: 'none',
    } as const;
    expect(write(responseVerdict(outcome({ answeredBy })))).toBe(
      'bad: API Gateway answers itself API_CONFIGURATION_ERROR',
    );
  });
});

test.each([
  [100, 'quiet'],
  [200, 'good'],
  [304, 'redirect'],
  [404, 'warn'],
  [500, 'bad'],
  [599, 'bad'],
])('status %d is %s', (status, tone) => {
  expect(statusTone(status)).toBe(tone);
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [6_291_556, '6,291,556 bytes'],
])('%d is written %s', (count, text) => {
  expect(formatBytes(count)).toBe(text);
});

test('a quoted message is one line and no longer than asked', () => {
  expect(quote('a\n  b', 9)).toBe('“a b”');
  expect(quote('0123456789', 5)).toBe('“0123…”');
});

test('the announcement holds the status and the verdicts, without their details', () => {
  const spoken = announce(
    outcome({ subject: THREW, rules: [rule('200', '', 'default')], chosenRule: 0 }),
    'AWS',
  );
  expect(spoken).toBe('Client gets 200 OK. Default rule 200. Template not reached.');
});

function write({ tone, text, detail }: { tone: string; text: string; detail?: string }) {
  return `${tone}: ${text}${detail === undefined ? '' : ` ${detail}`}`;
}
