import { assumed, documented, recorded } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

/** C: which template runs. */
export const TEMPLATE_CHOICE = {
  'no-template-passthrough': {
    section: 'C1',
    severity: 'info',
    when: 'request',
    title: 'Without a template the body passes through',
    evidence: documented('Data transformations for REST APIs in API Gateway'),
    help: {
      symptom: 'The client gets the backend’s answer as it is.',
      cause: 'The rule that answers has no template, so nothing changes the body.',
      remedy:
        'That is fine when the answer is meant for clients. Otherwise give the rule a template for `application/json`.',
    },
  },
  'accept-picks-template': {
    section: 'C2',
    severity: 'info',
    when: 'request',
    title: 'No template is for the type the client accepts',
    evidence: assumed('accept-unmatched'),
    help: {
      symptom: 'Another template runs than the one you expected.',
      cause:
        'The Accept header of the request chooses among the templates of a rule, not the type of what the backend sent. A ' +
        'request without Accept counts as `application/json`; a browser’s begins with `text/html`.',
      remedy: 'Keep a template for `application/json` in every rule that has templates at all.',
    },
  },
  'accept-list-not-parsed': {
    section: 'C3',
    severity: 'info',
    when: 'request',
    title: 'Only the first type of Accept chooses the template',
    evidence: assumed('accept-list'),
    help: {
      symptom: 'The client prefers one type with `q=` and gets another.',
      cause:
        'API Gateway looks at the first entry of Accept and does not weigh qualities as web frameworks do.',
      remedy: 'Let the client name the type it wants first.',
      example: { before: 'Accept: text/html;q=0.5, application/json', after: 'Accept: application/json' },
    },
  },
  'template-key-not-a-media-type': {
    section: 'C4',
    severity: 'error',
    when: 'configuration',
    title: 'The key of a template is no content type',
    evidence: recorded('test_integration_response_invalid_responsetemplates (2025-06-18)'),
    help: {
      symptom: 'Storing the rule fails with "Invalid content type specified".',
      cause: 'Templates are stored under content types such as `application/json`; anything else is refused.',
      remedy: 'Write the content type as the key and the template as its value.',
      example: { before: 'json: "…"', after: 'application/json: "…"' },
    },
  },
  'template-empty': {
    section: 'C5',
    severity: 'info',
    when: 'request',
    title: 'An empty template counts as none',
    evidence: recorded('test_put_integration_response_templates (2026-02-12)'),
    help: {
      symptom: 'The body should be empty, and the backend’s answer goes out instead.',
      cause: 'An empty template is stored as no template, so the body passes through.',
      remedy: 'Write a template that prints nothing, for example a comment: `##`.',
    },
  },
  'content-type-header-missing': {
    section: 'C6',
    severity: 'warning',
    when: 'request',
    title: 'The body is not JSON, and is sent as JSON',
    evidence: documented('Amazon API Gateway important notes'),
    help: {
      symptom: 'A browser shows HTML as source text, or a client fails to read plain text as JSON.',
      cause:
        'Content-Type is `application/json` unless a mapping or an override sets another. The key of the template ' +
        'does not.',
      remedy:
        "Map the header: `method.response.header.Content-Type` to `'text/html'`, with the single quotes.",
      example: {
        before: 'responseTemplates: { text/html: page.vtl }',
        after: 'responseParameters: { method.response.header.Content-Type: "\'text/html\'" }',
      },
    },
  },
} as const satisfies CatalogueSection;
