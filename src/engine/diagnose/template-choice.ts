import { baseMediaType } from '../bytes/media-type';
import type { Fix, Problem } from '../outcome';
import { ruleName, rulePath, rulePlace } from '../pipeline/rule-place';
import { requestHeader } from '../pipeline/setup';
import { count, shorten } from '../pipeline/stage';
import { type DiagnosisContext, type Diagnostician, mapsHeader, tellProblem } from './context';
import { declareHeader, mapHeader } from './edits';
import { type Findings, renderedOf } from './rendered';

/** C: which template runs, and what its output is sent as. */
export const templateChoice: Diagnostician = {
  find: (context) => [...passthrough(context), ...acceptList(context), ...notJson(context)],
  fixes: {
    'accept-picks-template': sameTemplateForJson,
    'template-empty': printNothing,
    'content-type-header-missing': mapTemplateType,
  },
};

// ### C1

function* passthrough(context: DiagnosisContext): Findings {
  const { outcome, chosen, payload, setup } = context;
  const { template, answeredBy, response } = outcome;
  if (!chosen || setup.type === 'MOCK' || answeredBy.kind !== 'integration') return;
  if (template?.verdict !== 'passthrough' || template.contentType !== undefined) return;
  if (payload.text === '' || response.body.text !== payload.text) return;
  yield tellProblem('no-template-passthrough', {
    message: `${capitalised(ruleName(chosen))} has no template: the ${count(payload.text.length, 'character')} of the backend’s answer go out unchanged.`,
    place: rulePlace(chosen),
  });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// ### C2, C5

/** The template that ran, kept under the key that is looked for when nothing else fits. */
function sameTemplateForJson({ severity }: Problem, { chosen, outcome }: DiagnosisContext): Fix[] {
  const written = chosen?.responseTemplates.get(outcome.template?.contentType ?? '');
  if (severity !== 'warning' || !chosen || !written) return [];
  const path = rulePath(chosen, 'responseTemplates', 'application/json');
  return [
    {
      title: 'Use this template for application/json too',
      safe: false,
      edits: [{ kind: 'set', path, value: written }],
    },
  ];
}

function printNothing({ place }: Problem): Fix[] {
  if (place?.in !== 'rules') return [];
  return [
    {
      title: 'Write a template that prints nothing',
      safe: false,
      edits: [{ kind: 'set', path: place.path, value: '##' }],
    },
  ];
}

// ### C3

function* acceptList(context: DiagnosisContext): Findings {
  const { chosen, setup, outcome } = context;
  const accept = requestHeader(setup.request, 'Accept');
  const contentType = outcome.template?.contentType;
  if (!chosen || accept === undefined || contentType === undefined || !accept.includes(',')) return;
  const preferred = preferredKey(accept, [...chosen.responseTemplates.keys()]);
  if (preferred === undefined || baseMediaType(preferred) === baseMediaType(contentType)) return;
  yield tellProblem('accept-list-not-parsed', {
    message: `Of “${shorten(accept, 80)}” only the first type counts, so the template for ${shorten(contentType, 60)} was taken, not the one for ${shorten(preferred, 60)}.`,
    place: { in: 'request', path: ['request', 'headers'] },
  });
}

/** The key a server would choose that weighs the client's wishes (RFC 9110); wildcards wish for nothing special. */
function preferredKey(accept: string, keys: readonly string[]): string | undefined {
  let best: { key: string; quality: number } | undefined;
  for (const entry of accept.split(',').slice(0, 50)) {
    const type = baseMediaType(entry);
    const key = keys.find((candidate) => baseMediaType(candidate) === type);
    const weight = /;\s*q\s*=\s*([\d.]+)/i.exec(entry)?.[1];
    const quality = weight === undefined ? 1 : Number(weight);
    if (key !== undefined && quality > (best?.quality ?? 0)) best = { key, quality };
  }
  return best?.key;
}

// ### C6

/** What a text that is no JSON most likely is. */
function likelyType(output: string): string | undefined {
  const text = output.trimStart().slice(0, 200);
  if (/^<\?xml|^<[a-z][\w:-]*\s+xmlns/i.test(text)) return 'application/xml';
  if (/^<(?:!doctype|!--|[a-z])/i.test(text)) return 'text/html';
  return text === '' || /^(?:[{["]|-?\d|(?:true|false|null)\b)/.test(text) ? undefined : 'text/plain';
}

function* notJson(context: DiagnosisContext): Findings {
  const rendered = renderedOf(context);
  if (!rendered?.isJson || context.reports('content-type-header-missing')) return;
  const type = likelyType(rendered.output);
  if (type === undefined) return;
  const { rule, place } = rendered.template;
  yield tellProblem('content-type-header-missing', {
    message: `The template prints “${shorten(rendered.output.trim(), 40)}”, which is no JSON, and it is sent as ${rendered.mediaType}.`,
    place,
    fixes: mapsHeader(rule, 'Content-Type') ? [] : mapType(context, type),
  });
}

function mapTemplateType(_: Problem, context: DiagnosisContext): Fix[] {
  const type = context.outcome.template?.contentType;
  return type === undefined ? [] : mapType(context, baseMediaType(type));
}

function mapType(context: DiagnosisContext, type: string): Fix[] {
  const { chosen } = context;
  if (!chosen || mapsHeader(chosen, 'Content-Type') || type.includes("'")) return [];
  return [
    {
      title: `Send it as ${type}`,
      safe: false,
      edits: [
        mapHeader(chosen, 'Content-Type', `'${type}'`),
        ...declareHeader(context, chosen.statusCode, 'Content-Type'),
      ],
    },
  ];
}
