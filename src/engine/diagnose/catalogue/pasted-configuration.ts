import { community } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

/** I: configuration as it was pasted. */
export const PASTED_CONFIGURATION = {
  'default-as-pattern': {
    section: 'I9',
    severity: 'warning',
    when: 'configuration',
    title: 'A word for “no pattern” became a pattern',
    evidence: community('Terraform configurations that store the sign the console shows for "no pattern"'),
    help: {
      symptom: 'The rule that should be the default never answers.',
      cause:
        'The console shows a dash, and other tools the word `default`, where a rule has no pattern. Copied into the pattern ' +
        'they match only that very text.',
      remedy: 'Leave `selectionPattern` out.',
      example: { before: "- statusCode: 200\n  selectionPattern: '-'", after: '- statusCode: 200' },
    },
  },
} as const satisfies CatalogueSection;
