import { CATALOGUE } from '../engine/diagnose/catalogue';
import { matchesWhole } from '../engine/diagnose/patterns';
import type { Outcome } from '../engine/outcome';
import { readErrorMessage } from '../engine/pipeline/match-subject';
import { Payload } from '../engine/pipeline/payload';
import type { Scenario } from '../engine/scenario';
import { answerKind } from './answer-kind';
import type { PlacedProblem } from './evaluation';
import type { Locate } from './locate';
import type { PlaygroundDocument } from './model';

/** With fewer cases a rule without one is no sign of anything. */
const LEAST_CASES = 3;

/** Most cases, rules and characters of an answer that are looked at with every key press. */
const MOST = { cases: 40, rules: 20, answer: 20_000 };

/**
 * Rules for errors of a Lambda function that none of the document's cases would choose. Patterns are tried on the
 * cases' messages; nothing else is evaluated.
 */
export function neverChosen(
  document: PlaygroundDocument,
  { integration }: Scenario,
  { rules }: Outcome,
  locate: Locate,
): PlacedProblem[] {
  const { cases } = document;
  if (integration.type !== 'AWS' || answerKind(integration) !== 'lambda') return [];
  if (cases.length < LEAST_CASES || cases.length > MOST.cases || rules.length > MOST.rules) return [];
  if (cases.some(({ answer }) => answer.length > MOST.answer)) return [];
  const tried = rules
    .map(({ statusCode, selectionPattern, verdict }, index) => ({
      statusCode,
      selectionPattern,
      verdict,
      index,
    }))
    .filter(({ selectionPattern, verdict }) => selectionPattern !== '' && !NOT_STORED.has(verdict))
    .sort((a, b) => Number(a.statusCode) - Number(b.statusCode));
  const chosen = new Set(
    cases
      .filter(({ gatewayFailure }) => gatewayFailure === undefined)
      .map(({ answer }) => readErrorMessage(new Payload(answer)).subject.text)
      .map((text) => tried.find(({ selectionPattern }) => matchesWhole(selectionPattern, text))),
  );
  const { title, severity, when, evidence } = CATALOGUE['rule-never-matches'];
  return tried.flatMap((rule) => {
    if (chosen.has(rule)) return [];
    const place = locate({
      in: 'rules',
      path: ['integration', 'integrationResponses', rule.index, 'selectionPattern'],
    });
    const message = `None of the ${cases.length} cases chooses rule ${rule.statusCode}. Add one with the message it is for, or remove the rule.`;
    return [{ id: 'rule-never-matches', title, severity, when, message, evidence, ...(place && { place }) }];
  });
}

const NOT_STORED = new Set(['invalid', 'refused', 'replaced']);
