import type { Fix, Outcome, Problem } from '../outcome';
import type { Scenario } from '../scenario';
import { backendAnswer } from './backend-answer';
import { binaryProblems } from './binary';
import { CATALOGUE, entryOf } from './catalogue';
import { DiagnosisContext, type Diagnostician } from './context';
import { headerProblems } from './headers';
import { integrationProblems } from './integration';
import { overrideProblems } from './override';
import { ruleChoice } from './rule-choice';
import { templateChoice } from './template-choice';
import { templateOutput } from './template-output';

/** In the order of an answer's way. */
const SECTIONS: readonly Diagnostician[] = [
  backendAnswer,
  ruleChoice,
  templateChoice,
  templateOutput,
  overrideProblems,
  integrationProblems,
  headerProblems,
  binaryProblems,
];

/**
 * Everything worth telling about an outcome: the pipeline's own problems with titles and ways out, and what only shows
 * when one looks at the whole. The gravest come first, those of one severity in the order of an answer's way.
 */
export function diagnose(scenario: Scenario, outcome: Outcome): Problem[] {
  const context = new DiagnosisContext(scenario, outcome);
  const told = outcome.problems.map((problem) => explained(problem, context));
  const known = new Set(told.map(identityOf));
  for (const section of SECTIONS) {
    for (const problem of section.find(context)) {
      const identity = identityOf(problem);
      if (known.has(identity)) continue;
      known.add(identity);
      told.push(problem);
    }
  }
  return told.sort((a, b) => rankOf(a) - rankOf(b));
}

/** One id can occur at several places, each once. */
function identityOf({ id, place }: Problem): string {
  return JSON.stringify([id, place]);
}

function explained(problem: Problem, context: DiagnosisContext): Problem {
  const title = problem.title ?? entryOf(problem.id)?.title;
  const fixes = problem.fixes ?? fixesOf(problem, context);
  return { ...problem, ...(title && { title }), ...(fixes.length > 0 && { fixes }) };
}

function fixesOf(problem: Problem, context: DiagnosisContext): Fix[] {
  for (const { fixes } of SECTIONS) {
    if (fixes && Object.hasOwn(fixes, problem.id)) return fixes[problem.id]!(problem, context);
  }
  return [];
}

const SEVERITIES: readonly Problem['severity'][] = ['error', 'warning', 'info', 'hint'];

const ORDER: ReadonlyMap<string, number> = new Map(Object.keys(CATALOGUE).map((id, index) => [id, index]));

function rankOf({ severity, id }: Problem): number {
  return SEVERITIES.indexOf(severity) * 1000 + (ORDER.get(id) ?? 999);
}
