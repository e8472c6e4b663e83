/*
 * A document, read into the scenario the engine evaluates. Everything that can't be read is a problem at its place;
 * nothing throws.
 */
import { entryOf } from '../engine/diagnose/catalogue';
import type { Evidence, Place } from '../engine/outcome';
import type { Scenario } from '../engine/scenario';
import type { Span } from '../engine/text/span';
import type { EditorPlace } from './editor-place';
import type { PlacedProblem } from './evaluation';
import type { Fault } from './fault';
import { newLocator } from './locate';
import type { PlaygroundDocument } from './model';
import { explainedId, faultFix, pastedProblems } from './pasted-configuration';
import { newFixPlacer, type PlaceFix } from './place-fixes';
import { readAnswer } from './read-answer';
import { readRequest } from './read-request';
import { readRules } from './read-rules';

export interface DocumentReading {
  /** Absent when a text could not be read: there is then a problem of severity `error`. */
  scenario?: Scenario;
  problems: PlacedProblem[];
  /** Where a place of the scenario stands in the editors; undefined when it was not written anywhere. */
  locate(place: Place): EditorPlace | undefined;
  /** A fix as changes of the texts; undefined when one of its edits finds no sure place. */
  placeFix: PlaceFix;
  /** Span of each integration response in the rules text. */
  ruleSpans: Span[];
}

/** Reads a document with one of its cases as the backend's answer. Never throws. */
export function readDocument(document: PlaygroundDocument, caseIndex = document.activeCase): DocumentReading {
  const rules = readRules(document.rules);
  const request = readRequest(document.request);
  const one = document.cases[caseIndex] ?? { name: '', answer: '' };
  const answer = readAnswer(one, rules.method?.integration ?? { type: 'AWS' });
  const locate = newLocator(document, one.answer, rules, request, answer);
  const problems = [
    ...placed(rules.faults, { editor: 'rules' }, document.rules),
    ...pastedProblems(document, rules, locate),
    // How an answer is read hangs on the rules: without them its faults may be wrong.
    ...(rules.method ? placed(answer.faults, { editor: 'answer' }) : []),
    ...placed(request.faults, { editor: 'request' }),
  ];
  const placeFix = newFixPlacer(document.rules, rules.origins, locate);
  const reading = { problems, locate, placeFix, ruleSpans: rules.ruleSpans };
  if (!rules.method || !request.request || !answer.backend) return reading;
  const scenario: Scenario = { ...rules.method, ...request.request, backend: answer.backend };
  if (document.templates.length > 0) scenario.templates = templatesOf(document);
  return { ...reading, scenario };
}

function templatesOf(document: PlaygroundDocument): Record<string, string> {
  const templates: Record<string, string> = Object.create(null);
  for (const { name, text } of document.templates) templates[name] = text;
  return templates;
}

/** How texts are read is laid down in the standards of YAML, JSON and HTTP and in the API reference. */
const EVIDENCE: Evidence = {
  kind: 'documented',
  source: 'YAML 1.2, RFC 8259, RFC 9110, API Gateway API reference',
};

function placed(faults: Fault[], where: Pick<EditorPlace, 'editor'>, rules?: string): PlacedProblem[] {
  return faults.map((fault) => {
    const { severity, message, span } = fault;
    const id = rules === undefined ? fault.id : explainedId(fault, rules);
    const title = entryOf(id)?.title;
    const fix = rules === undefined ? undefined : faultFix(fault, rules);
    return {
      id,
      ...(title && { title }),
      severity,
      when: 'input',
      message,
      evidence: EVIDENCE,
      place: { ...where, span },
      ...(fix && { fixes: [fix] }),
    };
  });
}
