import { assumed, community } from './evidence';
import { rulePlace } from './rule-place';
import type { Rule, Setup } from './setup';
import { configurationError, type Staged } from './stage';

/** The chosen rule's status has to be declared as a method response (§3.4). An overridden one need not be (§3.5). */
export function checkMethodResponse(setup: Setup, rule: Rule): Staged<undefined> {
  const { statusCode } = rule;
  if (setup.declared === undefined) {
    return {
      ok: true,
      value: undefined,
      steps: [
        {
          stage: 'method-response',
          verdict: 'skipped',
          text: `The configuration lists no method responses; status ${statusCode} is taken to be declared.`,
          evidence: assumed('nothing-declared'),
        },
      ],
      problems: [],
    };
  }
  const evidence = community('logs at classmethod (2023), AWS re:Post and a serverless plug-in');
  if (setup.declared.has(statusCode)) {
    return {
      ok: true,
      value: undefined,
      steps: [
        {
          stage: 'method-response',
          verdict: 'ok',
          text: `Status ${statusCode} is declared as a method response.`,
          evidence,
        },
      ],
      problems: [],
    };
  }
  return {
    ok: false,
    failure: {
      ...configurationError(`Output mapping refers to an invalid method response: ${statusCode}`),
      typeEvidence: assumed('failure-type'),
    },
    steps: [
      {
        stage: 'method-response',
        verdict: 'failed',
        text: `Status ${statusCode} is not declared as a method response, so API Gateway answers 500.`,
        evidence,
        place: rulePlace(rule, 'statusCode'),
      },
    ],
    problems: [
      {
        id: 'method-response-missing',
        severity: 'error',
        when: 'request',
        message: `No method response is declared for status ${statusCode} of this rule. Add ${statusCode} to methodResponses.`,
        place: rulePlace(rule, 'statusCode'),
        evidence,
      },
    ],
  };
}
