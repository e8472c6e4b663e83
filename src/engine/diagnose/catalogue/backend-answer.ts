import { recorded } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

/** A: what the backend answered. */
export const BACKEND_ANSWER = {
  'lambda-string-quoted': {
    section: 'A4',
    severity: 'info',
    when: 'request',
    title: 'A text from Lambda keeps its quotes',
    evidence: recorded('test_lambda_selection_patterns (2025-05-05)'),
    help: {
      symptom: 'The function returns a text and the client gets it in double quotes.',
      cause:
        'What a function returns is written as JSON, and a text in JSON stands in quotes. Without a template the JSON goes ' +
        'out as it is.',
      remedy: 'Give the rule a template that prints the value: `$input.path("$")`.',
      example: { before: '"hello"', after: 'hello' },
    },
  },
} as const satisfies CatalogueSection;
