import type { Outcome } from '../engine/outcome';
import { evaluate } from '../engine/pipeline/evaluate';
import type { EditorPlace } from './editor-place';
import { type Difference, differencesFrom, expectationOf } from './expectations';
import type { Expectation, PlaygroundDocument } from './model';
import { readDocument } from './read-document';

/** What one case comes to, small enough to be sent for dozens of cases. */
export interface CaseSummary {
  /** Absent when a text could not be read; there is then nothing else. */
  response?: ShortResponse;
  /** What the patterns were compared with, its beginning on one line. */
  subject?: string;
  /** The rule that answered. */
  rule?: { index: number; statusCode: string; selectionPattern: string };
  /** The template that ran, and how often each of its lines did (1-based). */
  template?: { place?: EditorPlace; lineHits: Record<number, number> };
  /** What differs from the case's expectation; absent when it has none. */
  differences?: Difference[];
  /** The response as it can be kept as expected; absent when its body is too long for a document. */
  keep?: Expectation;
}

interface ShortResponse {
  statusCode: number;
  reason: string;
  /** The body's beginning on one line; undefined for binary content. */
  body?: string;
  /** Length of the whole body in bytes. */
  size: number;
  /** API Gateway itself answered, with this gateway response. */
  gatewayResponse?: string;
}

/** Characters of texts that are shown in one line. */
const SHOWN = 120;

/** Longest body that is offered to be kept as expected, in UTF-16 units. */
const LONGEST_KEPT = 100_000;

/** Evaluates one case and says in short what it comes to and whether that was expected. */
export function summariseCase(document: PlaygroundDocument, index: number): CaseSummary {
  const { scenario, locate } = readDocument(document, index);
  if (!scenario) return {};
  const outcome = evaluate(scenario);
  const { response, subject, template } = outcome;
  const expected = document.cases[index]?.expected;
  const place = template?.place && locate(template.place);
  return {
    response: shortResponse(outcome),
    ...(subject && { subject: inLine(subject.text) }),
    ...ruleOf(outcome),
    ...(template?.lineHits && { template: { ...(place && { place }), lineHits: template.lineHits } }),
    ...(expected && { differences: differencesFrom(expected, response) }),
    ...((response.body.text?.length ?? 0) <= LONGEST_KEPT && { keep: expectationOf(response) }),
  };
}

function shortResponse({ response, answeredBy }: Outcome): ShortResponse {
  const { statusCode, reason, body } = response;
  return {
    statusCode,
    reason,
    size: body.bytes.length,
    ...(body.text !== undefined && { body: inLine(body.text) }),
    ...(answeredBy.kind === 'gateway' && { gatewayResponse: answeredBy.responseType }),
  };
}

function ruleOf({ rules, chosenRule }: Outcome): Pick<CaseSummary, 'rule'> {
  const rule = chosenRule === undefined ? undefined : rules[chosenRule];
  if (!rule || chosenRule === undefined) return {};
  return {
    rule: { index: chosenRule, statusCode: rule.statusCode, selectionPattern: inLine(rule.selectionPattern) },
  };
}

function inLine(text: string): string {
  return text.slice(0, SHOWN).replace(/\s+/g, ' ').trim() + (text.length > SHOWN ? '…' : '');
}
