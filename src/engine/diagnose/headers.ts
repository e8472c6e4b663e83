import type { Fix, Problem } from '../outcome';
import { parseResponseMapping } from '../pipeline/mapping-expression';
import { readBodyPath } from '../pipeline/read-body-path';
import { rulePlace } from '../pipeline/rule-place';
import { METHOD_RESPONSE_HEADER, type Rule } from '../pipeline/setup';
import { shorten } from '../pipeline/stage';
import { JavaList, JavaMap } from '../values/types';
import { type DiagnosisContext, type Diagnostician, mapsHeader, ruleOf, tellProblem } from './context';
import { declareHeader, mapHeader } from './edits';

/** G: headers. */
export const headerProblems: Diagnostician = {
  find(context) {
    if (context.isProxy) return [];
    return [...corsMissing(context), ...objectValues(context), ...severalCookies(context)];
  },
  fixes: {
    'header-static-needs-quotes': quotesFix,
    'header-path-syntax': pathFix,
    'header-source-case': nameFix,
    'redirect-without-location': (_, context) => locationFix(context),
  },
};

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';

function corsMissing(context: DiagnosisContext): Problem[] {
  const { rules, outcome } = context;
  const stored = rules.filter(
    ({ index }) => !['replaced', 'refused', 'invalid'].includes(outcome.rules[index]?.verdict ?? ''),
  );
  const expression = stored.map(originOf).find((found) => found !== undefined);
  if (expression === undefined) return [];
  const without = stored.filter((rule) => !mapsHeader(rule, ALLOW_ORIGIN) && !overridesOrigin(rule, context));
  const first = without[0];
  if (!first) return [];
  const listed = without.map(({ statusCode }) => statusCode).join(', ');
  return [
    tellProblem('cors-missing-on-error', {
      message: `Browsers refuse the answers of ${without.length === 1 ? `rule ${listed}` : `rules ${listed}`}: ${ALLOW_ORIGIN} is mapped by other rules and not by ${without.length === 1 ? 'this one' : 'these'}. Answers of API Gateway itself need it in gateway responses.`,
      place: rulePlace(first),
      fixes: [
        {
          title: `Map ${ALLOW_ORIGIN} in every rule`,
          safe: false,
          edits: without.flatMap((rule) => [
            mapHeader(rule, ALLOW_ORIGIN, expression),
            ...declareHeader(context, rule.statusCode, ALLOW_ORIGIN),
          ]),
        },
      ],
    }),
  ];
}

function originOf({ responseParameters }: Rule): string | undefined {
  for (const [parameter, expression] of responseParameters) {
    if (parameter.toLowerCase() === `${METHOD_RESPONSE_HEADER}${ALLOW_ORIGIN}`.toLowerCase())
      return expression;
  }
  return undefined;
}

/** A template may set it, too. */
function overridesOrigin(rule: Rule, { templates }: DiagnosisContext): boolean {
  return templates.some(
    (template) => template.rule === rule && /access-control-allow-origin/i.test(template.text),
  );
}

function objectValues(context: DiagnosisContext): Problem[] {
  const { chosen, isLambda } = context;
  const json = chosen && context.payload.json;
  if (!chosen || !json?.ok) return [];
  const problems: Problem[] = [];
  for (const [parameter, text] of chosen.responseParameters) {
    const expression = parseResponseMapping(text);
    if (expression?.kind !== 'body' || expression.path === undefined) continue;
    const value = readBodyPath(expression.path, json.value, isLambda);
    if (!(value instanceof JavaMap) && !(value instanceof JavaList)) continue;
    problems.push(
      tellProblem('header-object-value', {
        message: `${shorten(text, 60)} is ${value instanceof JavaMap ? 'an object' : 'a list'}, so the header gets its JSON. Map a member that is a text.`,
        place: rulePlace(chosen, 'responseParameters', parameter),
      }),
    );
  }
  return problems;
}

function severalCookies({ chosen, setup }: DiagnosisContext): Problem[] {
  if (!chosen || setup.backend.kind !== 'http') return [];
  const sent = setup.backend.headers.filter(([name]) => name.toLowerCase() === 'set-cookie');
  if (sent.length < 2) return [];
  for (const [parameter, text] of chosen.responseParameters) {
    const expression = parseResponseMapping(text);
    if (expression?.kind !== 'header' || expression.name.toLowerCase() !== 'set-cookie') continue;
    return [
      tellProblem('set-cookie-many', {
        message: `The backend sets ${sent.length} cookies and the mapping passes on one, the last: ${shorten(sent.at(-1)![1], 60)}.`,
        place: rulePlace(chosen, 'responseParameters', parameter),
      }),
    ];
  }
  return [];
}

// ### Ways out of what the pipeline tells

/** The mapping a problem is about. */
function mappingOf(problem: Problem, context: DiagnosisContext) {
  const rule = ruleOf(problem, context);
  const parameter = problem.place?.in === 'rules' ? `${problem.place.path[4]}` : '';
  const text = rule?.responseParameters.get(parameter);
  return rule && text !== undefined
    ? { rule, name: parameter.replace(METHOD_RESPONSE_HEADER, ''), text }
    : undefined;
}

function quotesFix(problem: Problem, context: DiagnosisContext): Fix[] {
  const mapping = mappingOf(problem, context);
  if (!mapping || /^(?:integration|method|context|stageVariables)\b/.test(mapping.text)) return [];
  const constant = mapping.text.replace(/^["']|["']$/g, '');
  if (constant === '' || constant.includes("'")) return [];
  const quoted = `'${constant}'`;
  const title = `Write the constant in quotes: ${shorten(quoted, 40)}`;
  return [{ title, safe: true, edits: [mapHeader(mapping.rule, mapping.name, quoted)] }];
}

function pathFix(problem: Problem, context: DiagnosisContext): Fix[] {
  const mapping = mappingOf(problem, context);
  const text = mapping?.text.replace(/^(integration\.response\.body\.)\$\.?/, '$1');
  if (!mapping || !text || text === mapping.text || !parseResponseMapping(text)) return [];
  const title = `Leave “$.” out: ${shorten(text, 60)}`;
  return [{ title, safe: true, edits: [mapHeader(mapping.rule, mapping.name, text)] }];
}

function nameFix(problem: Problem, context: DiagnosisContext): Fix[] {
  const mapping = mappingOf(problem, context);
  const { backend } = context.setup;
  const expression = mapping && parseResponseMapping(mapping.text);
  if (!mapping || backend.kind !== 'http' || expression?.kind !== 'header') return [];
  const sent = backend.headers.find(([name]) => name.toLowerCase() === expression.name.toLowerCase())?.[0];
  if (sent === undefined) return [];
  const text = `integration.response.header.${sent}`;
  return [
    {
      title: `Write the name as the backend does: ${sent}`,
      safe: true,
      edits: [mapHeader(mapping.rule, mapping.name, text)],
    },
  ];
}

/** Members in which functions tell where to go. */
const LOCATION_MEMBERS = ['location', 'Location', 'url', 'redirectUrl', 'errorMessage'];

function locationFix(context: DiagnosisContext): Fix[] {
  const { chosen } = context;
  const expression = chosen && locationSource(context);
  if (!chosen || expression === undefined || mapsHeader(chosen, 'Location')) return [];
  return [
    {
      title: `Map Location to ${expression}`,
      safe: false,
      edits: [
        mapHeader(chosen, 'Location', expression),
        ...declareHeader(context, chosen.statusCode, 'Location'),
      ],
    },
  ];
}

function locationSource(context: DiagnosisContext): string | undefined {
  const { backend } = context.setup;
  if (backend.kind === 'http') {
    const sent = backend.headers.find(([name]) => name.toLowerCase() === 'location')?.[0];
    if (sent !== undefined) return `integration.response.header.${sent}`;
  }
  const name = LOCATION_MEMBERS.find((member) => {
    const value = context.member(member);
    return typeof value === 'string' && /^(?:https?:\/\/|\/)\S+$/.test(value);
  });
  return name && `integration.response.body.${name}`;
}
