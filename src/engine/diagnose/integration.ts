import type { Fix, FixEdit, Problem } from '../outcome';
import type { Rule } from '../pipeline/setup';
import { shorten } from '../pipeline/stage';
import { type DiagnosisContext, type Diagnostician, ruleOf, tellProblem } from './context';
import { declareHeader, declareStatus } from './edits';

/** F: the type of the integration, and what is declared around it. */
export const integrationProblems: Diagnostician = {
  find: gatewayFailure,
  fixes: {
    'proxy-ignores-mapping': proxyFixes,
    'malformed-proxy-response': proxyResultFix,
    'method-response-missing': declareFix,
    'header-not-declared': declareFix,
    'lambda-needs-post': () => [
      {
        title: 'Call the function with POST',
        safe: true,
        edits: [{ kind: 'set', path: ['integration', 'httpMethod'], value: 'POST' }],
      },
    ],
  },
};

function gatewayFailure({ setup, isProxy, rules }: DiagnosisContext): Problem[] {
  const { backend } = setup;
  if (backend.kind !== 'gateway-failure' || isProxy || rules.length === 0) return [];
  return [
    tellProblem('permission-and-integration-failures', {
      message: `API Gateway itself answers with ${backend.responseType}: no rule is tried and no template runs. Only a gateway response of that type, or the default of its class, changes this answer.`,
      place: { in: 'rules', path: ['gatewayResponses', backend.responseType] },
    }),
  ];
}

function proxyFixes(_: Problem, { setup }: DiagnosisContext): Fix[] {
  const type = setup.type === 'AWS_PROXY' ? 'AWS' : 'HTTP';
  return [
    {
      title: `Map the answer: change the type to ${type}`,
      safe: false,
      edits: [{ kind: 'set', path: ['integration', 'type'], value: type }],
    },
    {
      title: 'Stay with the proxy: remove the rules',
      safe: false,
      edits: [{ kind: 'remove', path: ['integration', 'integrationResponses'] }],
    },
  ];
}

/** The member a malformed result fails by, written the way it has to be. */
function proxyResultFix({ place, message }: Problem, { payload }: DiagnosisContext): Fix[] {
  if (place?.in !== 'answer' || !place.span) return [];
  const name = /: (body|headers\.\S+|statusCode) is /.exec(message)?.[1];
  const written = payload.text.slice(place.span.from, place.span.to);
  const text = name && asMember(name, written);
  if (!text) return [];
  const edit: FixEdit = { kind: 'replace', place, text };
  return [
    {
      title: `Write ${shorten(name, 40)} as ${name === 'statusCode' ? 'a number' : 'a text'}`,
      safe: false,
      edits: [edit],
    },
  ];
}

function asMember(name: string, written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    if (name === 'statusCode')
      return typeof value === 'string' && /^\d{3}$/.test(value.trim()) ? value.trim() : undefined;
    if (typeof value === 'string' || value === null) return undefined;
    return JSON.stringify(JSON.stringify(value));
  } catch {
    return undefined;
  }
}

function declareFix(problem: Problem, context: DiagnosisContext): Fix[] {
  const rule = ruleOf(problem, context);
  if (!rule) return [];
  const edits =
    problem.id === 'header-not-declared'
      ? headerEdits(problem, rule, context)
      : [declareStatus(rule.statusCode)];
  return [
    {
      title:
        problem.id === 'header-not-declared' ? 'Declare the header' : `Declare status ${rule.statusCode}`,
      safe: true,
      edits,
    },
  ];
}

function headerEdits({ place }: Problem, { statusCode }: Rule, context: DiagnosisContext): FixEdit[] {
  const parameter = place?.in === 'rules' ? `${place.path.at(-1)}` : '';
  return declareHeader(context, statusCode, parameter.replace('method.response.header.', ''));
}
