import type { Fix, FixEdit } from '../outcome';
import { rulePath } from '../pipeline/rule-place';
import { METHOD_RESPONSE_HEADER, type Rule } from '../pipeline/setup';
import type { DiagnosisContext } from './context';

/*
 * Edits that several fixes are made of. What they change or add is what the service wants changed or added, so a new
 * rule or header comes with its declaration.
 */

/** Gives a rule another pattern. */
export function setPattern(rule: Rule, pattern: string): FixEdit {
  return { kind: 'set', path: rulePath(rule, 'selectionPattern'), value: pattern };
}

/** A fix that gives a rule another pattern; none where another rule has that pattern already. */
export function patternFix(context: DiagnosisContext, rule: Rule, pattern: string, title: string): Fix[] {
  if (context.rules.some((other) => other.selectionPattern === pattern)) return [];
  return [{ title, safe: false, edits: [setPattern(rule, pattern)] }];
}

/** Gives a rule a template for JSON, the one that runs unless the client asks for another type. */
export function setTemplate(rule: Rule, text: string): FixEdit {
  return { kind: 'set', path: rulePath(rule, 'responseTemplates', 'application/json'), value: text };
}

/** Adds a rule, and declares its status where the configuration lists what is declared. */
export function addRule(
  { rules, setup }: DiagnosisContext,
  statusCode: string,
  selectionPattern?: string,
): FixEdit[] {
  const rule = { statusCode, ...(selectionPattern !== undefined && { selectionPattern }) };
  return [
    { kind: 'set', path: ['integration', 'integrationResponses', rules.length], value: rule },
    ...(setup.declared && !setup.declared.has(statusCode) ? [declareStatus(statusCode)] : []),
  ];
}

export function declareStatus(statusCode: string): FixEdit {
  return { kind: 'set', path: ['methodResponses', statusCode], value: {} };
}

/** Declares a header of a status, unless it is or nothing is known of declarations. */
export function declareHeader({ setup }: DiagnosisContext, statusCode: string, name: string): FixEdit[] {
  if (!setup.declared || setup.declared.get(statusCode)?.has(name.toLowerCase())) return [];
  const parameter = METHOD_RESPONSE_HEADER + name;
  const path = ['methodResponses', statusCode];
  return setup.declared.has(statusCode)
    ? [{ kind: 'set', path: [...path, 'responseParameters', parameter], value: true }]
    : [{ kind: 'set', path, value: { responseParameters: { [parameter]: true } } }];
}

/** Maps a header of a rule. */
export function mapHeader(rule: Rule, name: string, expression: string): FixEdit {
  return {
    kind: 'set',
    path: rulePath(rule, 'responseParameters', METHOD_RESPONSE_HEADER + name),
    value: expression,
  };
}

/** A status no rule has yet, the usual one first. */
export function freeStatus({ rules }: DiagnosisContext, ...candidates: string[]): string | undefined {
  return candidates.find((status) => rules.every(({ statusCode }) => statusCode !== status));
}
