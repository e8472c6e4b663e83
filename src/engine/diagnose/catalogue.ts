import { BACKEND_ANSWER } from './catalogue/backend-answer';
import { BINARY } from './catalogue/binary';
import type { CatalogueEntry } from './catalogue/entry';
import { HEADERS } from './catalogue/headers';
import { INTEGRATION } from './catalogue/integration';
import { OVERRIDE } from './catalogue/override';
import { PASTED_CONFIGURATION } from './catalogue/pasted-configuration';
import { RULE_CHOICE } from './catalogue/rule-choice';
import { TEMPLATE_CHOICE } from './catalogue/template-choice';
import { TEMPLATE_LANGUAGE } from './catalogue/template-language';
import { TEMPLATE_OUTPUT } from './catalogue/template-output';

/*
 * Every problem that is explained, in the order of an answer's way: the backend's answer, the rule, the template, its
 * output, overrides, the integration, headers, binary content, pasted configuration.
 */

const ENTRIES = {
  ...BACKEND_ANSWER,
  ...RULE_CHOICE,
  ...TEMPLATE_CHOICE,
  ...TEMPLATE_OUTPUT,
  ...TEMPLATE_LANGUAGE,
  ...OVERRIDE,
  ...INTEGRATION,
  ...HEADERS,
  ...BINARY,
  ...PASTED_CONFIGURATION,
} as const;

export type DiagnosticId = keyof typeof ENTRIES;

export const CATALOGUE: Readonly<Record<DiagnosticId, CatalogueEntry>> = ENTRIES;

/** The entry of a problem, if it is one of the catalogue. */
export function entryOf(id: string): CatalogueEntry | undefined {
  return Object.hasOwn(CATALOGUE, id) ? CATALOGUE[id as DiagnosticId] : undefined;
}
