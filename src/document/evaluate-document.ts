import {
  evaluate,
  type HeaderOrigin,
  type Outcome,
  type OutputPiece,
  type Place,
  type Problem,
  type Scenario,
  type ValueSource,
} from '../engine';
import { diagnose } from '../engine/diagnose/diagnose';
import { placeKey } from './editor-place';
import type { Evaluation, PlacedProblem } from './evaluation';
import type { Locate } from './locate';
import type { PlaygroundDocument } from './model';
import { neverChosen } from './never-chosen';
import type { PlaceFix } from './place-fixes';
import { readDocument } from './read-document';
import { readPatterns } from './read-patterns';
import { sourcePlace } from './source-place';

/**
 * Reads a document, evaluates one of its cases and puts everything worth telling at its place in the editors.
 *
 * Without an outcome there is at least one problem of severity `error` that says why.
 */
export function evaluateDocument(document: PlaygroundDocument, caseIndex = document.activeCase): Evaluation {
  const { scenario, problems, locate, placeFix, ruleSpans } = readDocument(document, caseIndex);
  if (!scenario) return { problems, places: {}, ruleSpans };
  const evaluated = evaluate(scenario);
  const outcome: Outcome = { ...evaluated, problems: diagnose(scenario, evaluated) };
  return {
    outcome,
    problems: [
      ...problems,
      ...outcome.problems.map((problem) => placedProblem(problem, locate, placeFix)),
      ...neverChosen(document, scenario, outcome, locate),
    ],
    places: locatedPlaces(outcome, scenario, locate),
    ruleSpans,
    patterns: readPatterns(outcome, locate),
  };
}

function placedProblem(
  { place, fixes, ...problem }: Problem,
  locate: Locate,
  placeFix: PlaceFix,
): PlacedProblem {
  const found = place && locate(place);
  const placed = fixes?.map(placeFix).filter((fix) => fix !== undefined) ?? [];
  return { ...problem, ...(found && { place: found }), ...(placed.length > 0 && { fixes: placed }) };
}

/** A loop can print any number of pieces; those beyond this keep no place of their own. */
const MAX_PLACES = 20_000;

/** Where every place in an outcome stands in the editors, by `placeKey`. */
function locatedPlaces(outcome: Outcome, scenario: Scenario, locate: Locate): Evaluation['places'] {
  const places: Evaluation['places'] = Object.create(null);
  let count = 0;
  const add = (place: Place | undefined) => {
    if (!place || count >= MAX_PLACES) return;
    const key = placeKey(place);
    if (places[key]) return;
    const found = locate(place);
    if (!found) return;
    places[key] = found;
    count += 1;
  };
  for (const { place } of [...outcome.steps, ...outcome.problems, ...outcome.overrides]) add(place);
  const addSource = (source: ValueSource | undefined, template: Place | undefined) => {
    const place = source && sourcePlace(source, template);
    // A sample value of the service's was written by nobody: the place around it would be a wrong one.
    if (place && (place.in !== 'request' || isWritten(scenario, place.path))) add(place);
    for (const span of source?.via ?? []) add(template && { ...template, span });
  };
  for (const { origin } of outcome.response.headers) {
    const { place, source } = placesOfOrigin(origin);
    add(place);
    addSource(source, outcome.template?.place);
  }
  for (const { source } of outcome.overrides) addSource(source, outcome.template?.place);
  if (outcome.subject?.span) add({ in: 'answer', span: outcome.subject.span });
  for (const template of [outcome.requestTemplate, outcome.template]) {
    add(template?.place);
    if (template?.pieces) addPieces(template.pieces, template.place, add, addSource);
  }
  return places;
}

function placesOfOrigin(origin: HeaderOrigin): { place?: Place; source?: ValueSource } {
  if (origin.kind === 'remapped') return placesOfOrigin(origin.origin);
  return origin.kind === 'mapping' || origin.kind === 'override' ? origin : {};
}

function isWritten(scenario: Scenario, path: readonly (string | number)[]): boolean {
  let value: unknown = scenario;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Record<string | number, unknown>)[step];
  }
  return true;
}

/** The stretch of template that wrote a piece, and the place its value was read from. */
function addPieces(
  pieces: OutputPiece[],
  template: Place | undefined,
  add: (place: Place) => void,
  addSource: (source: ValueSource | undefined, template: Place | undefined) => void,
): void {
  // A loop writes the same stretch again and again.
  const seen = new Set<number>();
  for (const piece of pieces) {
    const { from, to } = piece.template;
    const pair = from * 0x4000000 + to;
    if (template && !seen.has(pair)) {
      seen.add(pair);
      add({ ...template, span: piece.template });
    }
    addSource(piece.source, template);
  }
}
