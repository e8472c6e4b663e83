import { assumed, documented, emulatorSource } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

const OVERRIDING = documented("Override your API's request and response parameters and status codes");

/** E: overrides of status and headers. */
export const OVERRIDE = {
  'override-twice': {
    section: 'E1',
    severity: 'warning',
    when: 'request',
    title: 'One override is set more than once',
    evidence: assumed('override-twice'),
    help: {
      symptom: 'The template sets the same override several times on its way.',
      cause:
        'The documentation allows one assignment for each target and announces a 5XX for a second. Nobody has recorded ' +
        'it; here the last value counts.',
      remedy: 'Collect the value in a variable and assign it once, at the end.',
      example: {
        before: '#set($context.responseOverride.status = 400) … #set($context.responseOverride.status = 404)',
        after: '#set($status = 400) … #set($status = 404) … #set($context.responseOverride.status = $status)',
      },
    },
  },
  'override-status-invalid': {
    section: 'E2',
    severity: 'warning',
    when: 'request',
    title: 'The status override is ignored',
    evidence: emulatorSource('LocalStack'),
    help: {
      symptom: 'The override runs, and the status stays that of the rule.',
      cause:
        'A status is a whole number from 100 to 599. Text such as `"404"` is ignored, and so are decimals.',
      remedy: 'Write the number without quotes, or turn text into a number with `$number.parseInt(…)`.',
      example: {
        before: '#set($context.responseOverride.status = "404")',
        after: '#set($context.responseOverride.status = 404)',
      },
    },
  },
  'override-in-dead-branch': {
    section: 'E3',
    severity: 'hint',
    when: 'request',
    title: 'An override did not run this time',
    evidence: OVERRIDING,
    help: {
      symptom: 'The template has an override, and status or header are not changed.',
      cause: 'The override stands in a branch or a loop that did not run for this answer.',
      remedy: 'Look at the condition with the values of this answer, or try an answer that fulfils it.',
    },
  },
  'override-beats-mapping': {
    section: 'E4',
    severity: 'info',
    when: 'request',
    title: 'An override replaces a mapped header',
    evidence: OVERRIDING,
    help: {
      symptom: 'The header has another value than the rule maps.',
      cause: 'Headers are mapped first, and overrides are put over them.',
      remedy: 'Set the header in one place: in the mapping, or in the template.',
    },
  },
  'override-needs-template-to-run': {
    section: 'E5',
    severity: 'warning',
    when: 'request',
    title: 'The template with the override did not run',
    evidence: OVERRIDING,
    help: {
      symptom: 'The override has no effect at all.',
      cause: 'Overrides are part of a template. When another template runs, or none, nothing is overridden.',
      remedy: 'Put the override into every template of the rule, or leave the rule only one.',
    },
  },
  'override-misspelt': {
    section: 'E6',
    severity: 'error',
    when: 'request',
    title: 'This is not the name of an override',
    evidence: OVERRIDING,
    help: {
      symptom: 'The assignment runs and changes nothing.',
      cause:
        'There are two names: `$context.responseOverride.status` and `$context.responseOverride.header`. Assigning to ' +
        'another one is no error and does nothing.',
      remedy: 'Write `status` for the status and `header.NAME` for a header.',
      example: {
        before: '#set($context.responseOverride.statusCode = 404)',
        after: '#set($context.responseOverride.status = 404)',
      },
    },
  },
  'override-vs-rule-status': {
    section: 'E7',
    severity: 'info',
    when: 'request',
    title: 'The status comes from an override, not from the rule',
    evidence: OVERRIDING,
    help: {
      symptom: 'The client gets another status than the rule that answers is for.',
      cause:
        'The template overrides the status. The rule still decided on template, headers and declarations.',
      remedy: 'Nothing, if that is what you want; an overridden status needs no method response of its own.',
    },
  },
} as const satisfies CatalogueSection;
