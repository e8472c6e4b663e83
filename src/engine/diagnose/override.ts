import type { Fix, FixEdit, Problem } from '../outcome';
import { ruleName } from '../pipeline/rule-place';
import { shorten } from '../pipeline/stage';
import type { Property, Reference, Set as SetDirective } from '../vtl/tree';
import { type DiagnosisContext, type Diagnostician, type RuleTemplate, tellProblem } from './context';
import { nearestName } from './nearest-name';
import { type Findings, MAX_TOLD, placeIn } from './rendered';
import { partsOf, spanKey } from './template-walk';

/** E: overrides of status and headers. */
export const overrideProblems: Diagnostician = {
  find: (context) => [
    ...deadBranches(context),
    ...mappingsBeaten(context),
    ...templatesNotRun(context),
    ...misspeltTargets(context),
    ...ruleStatusBeaten(context),
  ],
  fixes: {
    'override-twice': assignOnce,
    'override-misspelt': writeMeant,
    'override-status-invalid': unquoteStatus,
  },
};

/** An assignment to `$context.responseOverride`. */
interface OverrideSet {
  node: SetDirective;
  /** `status`, `header.` and a name in lower case, or undefined when the target is none of these. */
  target: string | undefined;
}

function overridesIn(template: RuleTemplate): OverrideSet[] {
  if (!template.tree || !template.text.includes('responseOverride')) return [];
  return partsOf(template.tree).sets.flatMap((node) => {
    const [first, second, third] = namesOf(node.target);
    if (node.target.root !== 'context' || first !== 'responseOverride') return [];
    if (second === 'status') return [{ node, target: 'status' }];
    const isHeader = second === 'header' && third !== undefined;
    return [{ node, target: isHeader ? `header.${third.toLowerCase()}` : undefined }];
  });
}

/** Names of the parts of a target, as far as they are fixed. */
function namesOf({ parts }: Reference): (string | undefined)[] {
  return parts.map((part) => {
    if (part.type === 'property') return part.name;
    if (part.type === 'call') return undefined;
    return part.index.type === 'string' && !part.index.template ? part.index.text : undefined;
  });
}

function label(target: string): string {
  return target === 'status' ? 'the status' : `the header ${target.slice('header.'.length)}`;
}

// ### E1

/** Collects the value in a variable, and assigns it at the end of the template. */
function assignOnce({ place }: Problem, { ran }: DiagnosisContext): Fix[] {
  const span = place && 'span' in place ? place.span : undefined;
  if (!ran?.tree || !span) return [];
  const overrides = overridesIn(ran);
  const target = overrides.find(({ node }) => node.from === span.from)?.target;
  if (target === undefined) return [];
  const sets = overrides.filter((other) => other.target === target);
  const { assigned } = partsOf(ran.tree);
  const base = target === 'status' ? 'status' : `header${target.slice(7).replace(/[^a-z0-9]/g, '')}`;
  const name = [base, `${base}Override`, `${base}Collected`].find((candidate) => !assigned.has(candidate));
  const [some] = sets;
  if (name === undefined || !some) return [];
  const written = ran.text.slice(some.node.target.from, some.node.target.to);
  const end = ran.text.length;
  const lastLine = ran.text.slice(ran.text.lastIndexOf('\n') + 1);
  const before = lastLine.includes('##') ? '\n' : '';
  const edits: FixEdit[] = sets.map(({ node }) => ({
    kind: 'replace',
    place: placeIn(ran, node.target),
    text: `$${name}`,
  }));
  edits.push({
    kind: 'replace',
    place: placeIn(ran, { from: end, to: end }),
    text: `${before}#if($${name} != "")#set(${written} = $${name})#end`,
  });
  return [{ title: 'Collect it in a variable and assign once', safe: false, edits }];
}

// ### E2

function unquoteStatus({ place }: Problem, { ran }: DiagnosisContext): Fix[] {
  const span = place && 'span' in place ? place.span : undefined;
  if (!ran || !span) return [];
  const set = overridesIn(ran).find(({ node }) => spanKey(node) === spanKey(span))?.node;
  if (set?.value.type !== 'string' || set.value.template || !/^[1-5]\d\d$/.test(set.value.text)) return [];
  return [
    {
      title: `Write ${set.value.text} without quotes`,
      safe: true,
      edits: [{ kind: 'replace', place: placeIn(ran, set.value), text: set.value.text }],
    },
  ];
}

// ### E3

function* deadBranches({ outcome, ran }: DiagnosisContext): Findings {
  const facts = outcome.template?.facts;
  if (!ran || !facts || outcome.template?.verdict !== 'rendered') return;
  const run = new Set(facts.sets.map(spanKey));
  const overrides = overridesIn(ran);
  const live = new Set(overrides.filter(({ node }) => run.has(spanKey(node))).map(({ target }) => target));
  let told = 0;
  for (const { node, target } of overrides) {
    // Of several branches one runs; a target that was set elsewhere misses nothing.
    if (target === undefined || live.has(target)) continue;
    if (++told > MAX_TOLD) return;
    yield tellProblem('override-in-dead-branch', {
      message: `The override of ${label(target)} stands in a branch that did not run for this answer.`,
      place: placeIn(ran, node),
    });
  }
}

// ### E4

function* mappingsBeaten({ outcome }: DiagnosisContext): Findings {
  for (const { name, value, origin } of outcome.response.headers) {
    const own = origin.kind === 'remapped' ? origin.origin : origin;
    if (own.kind !== 'override' || own.replaced === undefined || own.replaced === value) continue;
    const remapped =
      origin.kind === 'remapped' ? ` It is sent as ${name}, because ${origin.from} is reserved.` : '';
    const header = origin.kind === 'remapped' ? origin.from : name;
    yield tellProblem('override-beats-mapping', {
      message: `${header}: the rule maps ${shorten(own.replaced, 60)}, the override sets ${shorten(value, 60)}, and the override counts.${remapped}`,
      place: own.place,
    });
  }
}

// ### E5

function* templatesNotRun(context: DiagnosisContext): Findings {
  const { outcome, chosen, templates, ran } = context;
  const verdict = outcome.template?.verdict;
  if (!chosen || (verdict !== 'rendered' && verdict !== 'passthrough')) return;
  const set = new Set(
    outcome.overrides.map(({ target, name }) => (name ? `header.${name.toLowerCase()}` : target)),
  );
  const has = new Set(ran ? overridesIn(ran).map(({ target }) => target) : []);
  for (const template of templates) {
    if (template.rule !== chosen || template === ran || template.text === ran?.text) continue;
    const missed = overridesIn(template).find(
      ({ target }) => target !== undefined && !set.has(target) && !has.has(target),
    );
    if (missed?.target === undefined) continue;
    const instead = ran ? `the template for ${ran.contentType} ran` : 'no template ran';
    yield tellProblem('override-needs-template-to-run', {
      message: `The template for ${shorten(template.contentType, 60)} overrides ${label(missed.target)}, but ${instead}, so nothing overrides it. An override works only in the template that runs.`,
      place: placeIn(template, missed.node),
    });
  }
}

// ### E6

const RIGHT: Readonly<Record<string, string>> = { statuscode: 'status', code: 'status', headers: 'header' };

function* misspeltTargets({ outcome, templates, ran, isProxy }: DiagnosisContext): Findings {
  if (isProxy) return;
  // What ran under a wrong name was told of by the pipeline.
  const reported = new Set(
    outcome.problems.flatMap(({ id, place }) =>
      id === 'override-misspelt' && place && 'span' in place && place.span ? spanKey(place.span) : [],
    ),
  );
  const seen = new Set<string>();
  for (const template of templates) {
    if (seen.has(template.text) || !template.tree || !/overr?r?ide/i.test(template.text)) continue;
    seen.add(template.text);
    for (const set of partsOf(template.tree).sets) {
      if (template === ran && reported.has(spanKey(set))) continue;
      const slip = slipIn(set.target);
      if (slip) yield misspelt(template, slip, template === ran);
    }
  }
}

interface Slip {
  wrong: Property;
  meant: string;
  isOverride: boolean;
}

/** A wrong name in the target of an assignment, with the one that was meant. */
function slipIn({ root, parts }: Reference): Slip | undefined {
  const [first, second] = parts;
  if (root !== 'context' || first?.type !== 'property' || first.name === 'requestOverride') return undefined;
  const isOverride = first.name === 'responseOverride';
  const wrong = isOverride ? second : first;
  if (wrong?.type !== 'property') return undefined;
  const { name } = wrong;
  if (isOverride && (name === 'status' || name === 'header')) return undefined;
  const meant = isOverride
    ? (RIGHT[name.toLowerCase()] ?? nearestName(name, ['status', 'header']))
    : nearestName(name, ['responseOverride', 'requestOverride']);
  return meant === undefined ? undefined : { wrong, meant, isOverride };
}

function misspelt(template: RuleTemplate, { wrong, meant, isOverride }: Slip, hasRun: boolean): Problem {
  return tellProblem('override-misspelt', {
    ...(!hasRun && { severity: 'warning' as const }),
    message: `$context.${isOverride ? 'responseOverride.' : ''}${shorten(wrong.name, 40)} overrides nothing; the name is ${meant}.`,
    place: placeIn(template, wrong.nameSpan),
    fixes: renameFix(template, wrong, meant),
  });
}

function renameFix(template: RuleTemplate, wrong: Property, meant: string): Fix[] {
  const edit: FixEdit = { kind: 'replace', place: placeIn(template, wrong.nameSpan), text: meant };
  return [{ title: `Write ${meant}`, safe: false, edits: [edit] }];
}

/** For what the pipeline tells of. */
function writeMeant({ place }: Problem, { ran }: DiagnosisContext): Fix[] {
  const span = place && 'span' in place ? place.span : undefined;
  if (!ran?.tree || !span) return [];
  const set = partsOf(ran.tree).sets.find((candidate) => spanKey(candidate) === spanKey(span));
  const slip = set && slipIn(set.target);
  return slip ? renameFix(ran, slip.wrong, slip.meant) : [];
}

// ### E7

function* ruleStatusBeaten({ outcome, chosen }: DiagnosisContext): Findings {
  const status = outcome.overrides.find(({ target, applied }) => target === 'status' && applied);
  const { statusCode } = outcome.response;
  if (!status || !chosen || outcome.answeredBy.kind !== 'integration') return;
  if (`${statusCode}` === chosen.statusCode || `${statusCode}` !== status.value) return;
  yield tellProblem('override-vs-rule-status', {
    message: `The client gets ${statusCode}, because the template overrides the ${chosen.statusCode} of ${ruleName(chosen)}.`,
    place: status.place,
  });
}
