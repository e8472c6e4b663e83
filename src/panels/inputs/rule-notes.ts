import type { LineNote } from '../../editors/types';
import type { Outcome, RuleVerdict } from '../../engine/outcome';
import type { Span } from '../../engine/text/span';

/**
 * What each rule did with this case, as ghost text after the rule's first line.
 *
 * @param spans Span of each integration response in the rules text, in the order of `outcome.rules`.
 */
export function ruleNotes(outcome: Outcome, spans: readonly Span[]): LineNote[] {
  return outcome.rules.flatMap((rule, index) => {
    const span = spans[index];
    return span ? [{ offset: span.from, ...describeRule(rule, index === outcome.chosenRule, outcome) }] : [];
  });
}

function describeRule(rule: RuleVerdict, chosen: boolean, outcome: Outcome): Omit<LineNote, 'offset'> {
  const length = outcome.subject?.text.length ?? 0;
  switch (rule.verdict) {
    case 'chosen':
      return { text: `✓ ${chosenWords(rule, outcome)}`, tone: 'good' };
    case 'default':
      return chosen
        ? { text: '✓ default, nothing else matched', tone: 'good' }
        : { text: 'default, not needed', tone: 'quiet' };
    case 'also-matched':
      return { text: 'matches too, another rule goes first', tone: 'warn' };
    case 'no-match':
      return { text: `✗ ${missWords(rule, length, outcome)}`, tone: 'quiet' };
    case 'invalid':
      return {
        text: `✗ not a valid pattern: ${rule.error?.description ?? 'it does not compile'}`,
        tone: 'bad',
      };
    case 'gave-up':
      return { text: '✗ matching takes too long', tone: 'bad' };
    case 'replaced':
      return { text: 'replaced by a later rule with this status', tone: 'warn' };
    case 'refused':
      return { text: '✗ the service does not store this rule', tone: 'bad' };
    case 'not-tried':
      return { text: 'not reached', tone: 'quiet' };
  }
}

function chosenWords(rule: RuleVerdict, outcome: Outcome): string {
  if (rule.selectionPattern === '') return 'default, nothing else matched';
  if (outcome.subject?.what === 'status') return `matches status ${outcome.subject.text}`;
  return outcome.subject?.text === '' ? 'matches the empty message' : 'whole message';
}

function missWords(rule: RuleVerdict, length: number, outcome: Outcome): string {
  if (outcome.subject?.what === 'status') return `does not match status ${outcome.subject.text}`;
  if (length === 0) return 'the message is empty';
  const { found } = rule.nearMiss ?? {};
  if (found && found.to > found.from) {
    return `matches ${found.from}–${found.to} of ${length}, the pattern has to match all of it`;
  }
  return 'no match';
}
