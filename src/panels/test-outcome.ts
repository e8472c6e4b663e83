import type { Outcome } from '../engine/outcome';

/** An outcome for tests of the panels: `200 OK` with `{}`, and the members given. */
export function outcome(members: Partial<Outcome>): Outcome {
  return {
    response: {
      statusCode: 200,
      reason: 'OK',
      headers: [],
      body: { bytes: new TextEncoder().encode('{}'), text: '{}' },
    },
    answeredBy: { kind: 'integration' },
    rules: [],
    overrides: [],
    steps: [],
    problems: [],
    log: [],
    ...members,
  };
}
