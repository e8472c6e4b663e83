import type { Place } from '../outcome';
import type { Rule } from './setup';

/** Path of a rule, or of a member of it, in the scenario. */
export function rulePath(rule: Rule, ...members: string[]): (string | number)[] {
  return ['integration', 'integrationResponses', rule.index, ...members];
}

/** Place of a rule, or of a member of it. */
export function rulePlace(rule: Rule, ...members: string[]): Place {
  return { in: 'rules', path: rulePath(rule, ...members) };
}

/** How a sentence names a rule. */
export function ruleName(rule: Rule): string {
  return rule.selectionPattern ? `rule ${rule.statusCode}` : `the default rule (${rule.statusCode})`;
}
