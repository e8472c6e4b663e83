import type { Evidence, Fix, Outcome, Place, Problem } from '../outcome';
import { looksLikeFunctionError } from '../pipeline/match-subject';
import { Payload } from '../pipeline/payload';
import { rulePath } from '../pipeline/rule-place';
import { METHOD_RESPONSE_HEADER, type Rule, readSetup, type Setup } from '../pipeline/setup';
import type { Scenario } from '../scenario';
import type { JavaValue } from '../values/types';
import { parseTemplate } from '../vtl/parser';
import { TemplateFailure } from '../vtl/template-error';
import type { Template } from '../vtl/tree';
import { CATALOGUE, type DiagnosticId } from './catalogue';

/** A response template as a rule names it. */
export class RuleTemplate {
  readonly rule: Rule;
  readonly contentType: string;
  readonly text: string;
  /** Where the text stands: under its name, or in the rule. */
  readonly place: Place;
  private parsed: { tree: Template | undefined } | undefined;

  constructor(rule: Rule, contentType: string, text: string, place: Place) {
    this.rule = rule;
    this.contentType = contentType;
    this.text = text;
    this.place = place;
  }

  /** Its tree; undefined when it does not parse. */
  get tree(): Template | undefined {
    this.parsed ??= { tree: parse(this.text) };
    return this.parsed.tree;
  }
}

function parse(text: string): Template | undefined {
  try {
    return parseTemplate(text);
  } catch (thrown) {
    if (thrown instanceof TemplateFailure) return undefined;
    throw thrown;
  }
}

/** What the diagnostics look at. What is costly is worked out when one of them asks. */
export class DiagnosisContext {
  readonly scenario: Scenario;
  readonly outcome: Outcome;
  private readonly ids: ReadonlySet<string>;
  private readSetup: Setup | undefined;
  private readPayload: Payload | undefined;
  private ruleTemplates: RuleTemplate[] | undefined;

  constructor(scenario: Scenario, outcome: Outcome) {
    this.scenario = scenario;
    this.outcome = outcome;
    this.ids = new Set(outcome.problems.map(({ id }) => id));
  }

  /** The scenario with its defaults filled in. */
  get setup(): Setup {
    this.readSetup ??= readSetup(this.scenario);
    return this.readSetup;
  }

  /** The rules that the service would store as written. */
  get rules(): readonly Rule[] {
    return this.setup.rules;
  }

  /** The rule that answered. */
  get chosen(): Rule | undefined {
    const { chosenRule } = this.outcome;
    return chosenRule === undefined ? undefined : this.rules[chosenRule];
  }

  /** A custom integration whose subject is the error message of a Lambda function. */
  get isLambda(): boolean {
    return this.setup.type === 'AWS' && this.setup.lambda;
  }

  get isProxy(): boolean {
    return this.setup.type === 'AWS_PROXY' || this.setup.type === 'HTTP_PROXY';
  }

  /** The backend's body as text. */
  get payload(): Payload {
    this.readPayload ??= new Payload(bodyText(this.setup));
    return this.readPayload;
  }

  /** The function threw, or its result looks as if it had. */
  get threw(): boolean {
    const { backend } = this.setup;
    if (backend.kind !== 'lambda') return false;
    return backend.functionError ?? looksLikeFunctionError(this.payload);
  }

  /** A member of the backend's body; undefined when the body is no object or has none of that name. */
  member(name: string): JavaValue | undefined {
    return this.payload.object?.entries.get(name)?.value;
  }

  /** Place of a member of the backend's body. */
  placeOfMember(name: string): Place {
    const span = this.payload.spanOf(name);
    return { in: 'answer', ...(span && { span }) };
  }

  /** Every response template of every rule, in the order written; empty ones are left out. */
  get templates(): readonly RuleTemplate[] {
    this.ruleTemplates ??= this.rules.flatMap((rule) => templatesOf(rule, this.setup.templates));
    return this.ruleTemplates;
  }

  /** The response template that ran, to its end or not. */
  get ran(): RuleTemplate | undefined {
    const { template } = this.outcome;
    if (!template?.place) return undefined;
    return this.templates.find(
      ({ rule, contentType }) => rule === this.chosen && contentType === template.contentType,
    );
  }

  /** Whether the pipeline has already told of a problem of that kind. */
  reports(id: string): boolean {
    return this.ids.has(id);
  }
}

function bodyText({ backend }: Setup): string {
  if (backend.kind === 'lambda') return backend.payload;
  return backend.kind === 'http' ? (backend.text ?? '') : '';
}

function templatesOf(rule: Rule, named: Setup['templates']): RuleTemplate[] {
  return [...rule.responseTemplates].flatMap(([contentType, written]) => {
    if (!written) return [];
    const text = named.get(written);
    const place: Place =
      text === undefined
        ? { in: 'rules', path: rulePath(rule, 'responseTemplates', contentType) }
        : { in: 'template', name: written };
    return new RuleTemplate(rule, contentType, text ?? written, place);
  });
}

/** Whether a rule maps a header, whatever its capitals. */
export function mapsHeader(rule: Rule, name: string): boolean {
  const wanted = (METHOD_RESPONSE_HEADER + name).toLowerCase();
  return [...rule.responseParameters.keys()].some((parameter) => parameter.toLowerCase() === wanted);
}

/** The rule a problem of the configuration is about. */
export function ruleOf({ place }: Problem, { rules }: DiagnosisContext): Rule | undefined {
  const index = place?.in === 'rules' && place.path[1] === 'integrationResponses' ? place.path[2] : undefined;
  return typeof index === 'number' ? rules[index] : undefined;
}

/** A section of the diagnosis. */
export interface Diagnostician {
  /** Problems that the pipeline does not tell of. */
  find(context: DiagnosisContext): Problem[];
  /** Ways out of problems that the pipeline tells of, by their id. */
  fixes?: Readonly<Record<string, (problem: Problem, context: DiagnosisContext) => Fix[]>>;
}

/** What is told of one finding; the rest is in the catalogue. */
export interface Finding {
  /** With the user's own values; plain text. */
  message: string;
  place?: Place | undefined;
  severity?: Problem['severity'];
  evidence?: Evidence;
  fixes?: Fix[];
}

/** A problem of the catalogue. */
export function tellProblem(id: DiagnosticId, { message, place, fixes, ...own }: Finding): Problem {
  const { title, severity, when, evidence } = CATALOGUE[id];
  return {
    id,
    title,
    severity,
    when,
    message,
    evidence,
    ...own,
    ...(place && { place }),
    ...(fixes && fixes.length > 0 && { fixes }),
  };
}
