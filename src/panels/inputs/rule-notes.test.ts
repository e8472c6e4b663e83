import { expect, test } from 'vitest';
import type { MatchSubject, RuleVerdict } from '../../engine/outcome';
import { outcome } from '../test-outcome';
import { ruleNotes } from './rule-notes';

const MESSAGE: MatchSubject = { text: 'NotFound: order 7', what: 'errorMessage' };
const STATUS: MatchSubject = { text: '404', what: 'status' };
const RULE: RuleVerdict = { statusCode: '404', selectionPattern: 'NotFound', verdict: 'no-match' };

test.each<[string, MatchSubject | undefined, Partial<RuleVerdict>, boolean, string, string]>([
  ['chosen', MESSAGE, { verdict: 'chosen' }, true, 'good', '✓ whole message'],
  ['chosen by status', STATUS, { verdict: 'chosen' }, true, 'good', '✓ matches status 404'],
  [
    'chosen by nothing',
    { ...MESSAGE, text: '' },
    { verdict: 'chosen' },
    true,
    'good',
    '✓ matches the empty message',
  ],
  [
    'default chosen',
    MESSAGE,
    { verdict: 'chosen', selectionPattern: '' },
    true,
    'good',
    '✓ default, nothing else matched',
  ],
  [
    'default chosen, said otherwise',
    MESSAGE,
    { verdict: 'default', selectionPattern: '' },
    true,
    'good',
    '✓ default, nothing else matched',
  ],
  ['default', MESSAGE, { verdict: 'default', selectionPattern: '' }, false, 'quiet', 'default, not needed'],
  [
    'found inside',
    MESSAGE,
    { nearMiss: { reached: 8, found: { from: 0, to: 8 } } },
    false,
    'quiet',
    '✗ matches 0–8 of 17, the pattern has to match all of it',
  ],
  ['not found', MESSAGE, { nearMiss: { reached: 3 } }, false, 'quiet', '✗ no match'],
  ['nothing to match', { ...MESSAGE, text: '' }, {}, false, 'quiet', '✗ the message is empty'],
  ['another status', STATUS, {}, false, 'quiet', '✗ does not match status 404'],
  ['too late', MESSAGE, { verdict: 'also-matched' }, false, 'warn', 'matches too, another rule goes first'],
  [
    'invalid',
    MESSAGE,
    { verdict: 'invalid', error: { description: 'Unclosed group', index: 1 } },
    false,
    'bad',
    '✗ not a valid pattern: Unclosed group',
  ],
  ['endless', MESSAGE, { verdict: 'gave-up' }, false, 'bad', '✗ matching takes too long'],
  ['replaced', MESSAGE, { verdict: 'replaced' }, false, 'warn', 'replaced by a later rule with this status'],
  ['refused', MESSAGE, { verdict: 'refused' }, false, 'bad', '✗ the service does not store this rule'],
  ['not reached', undefined, { verdict: 'not-tried' }, false, 'quiet', 'not reached'],
])('%s', (_name, subject, members, chosen, tone, text) => {
  const result = outcome({
    ...(subject ? { subject } : {}),
    rules: [{ ...RULE, ...members }],
    ...(chosen ? { chosenRule: 0 } : {}),
  });
  expect(ruleNotes(result, [{ from: 12, to: 30 }])).toEqual([{ offset: 12, tone, text }]);
});

test('a rule without a place has no note', () => {
  expect(ruleNotes(outcome({ rules: [RULE, RULE] }), [{ from: 5, to: 9 }])).toHaveLength(1);
});
