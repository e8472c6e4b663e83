import { isMediaType } from '../bytes/media-type';
import type { AnsweredBy, Place, Problem, ResponseHeader, Step } from '../outcome';
import type { GatewayResponseType } from '../scenario';
import { chooseKey } from './choose-template';
import { type ContextValues, lookUp } from './context-values';
import { type Draft, findHeader, isStatusText } from './draft';
import { assumed, community, documented, recorded } from './evidence';
import { type GatewayResponseDefaults, gatewayResponseDefaults } from './gateway-response-types';
import { readRequest, substitute } from './gateway-template';
import { isHeaderName } from './legal-headers';
import { type MappingExpression, parseGatewayMapping } from './mapping-expression';
import { type CustomGatewayResponse, requestHeader, type Setup } from './setup';
import { type Failure, shorten } from './stage';

/*
 * The answers API Gateway gives by itself (§10): a default for each type, customised by the type's own entry or else by
 * that of DEFAULT_4XX or DEFAULT_5XX.
 */

export interface GatewayAnswer {
  draft: Draft;
  answeredBy: Extract<AnsweredBy, { kind: 'gateway' }>;
  steps: Step[];
  problems: Problem[];
}

interface Customisation {
  /** Undefined: nobody customised the type or its default. */
  custom: CustomGatewayResponse | undefined;
  by: 'type' | 'default' | 'none';
  /** The type whose entry applies. */
  owner: GatewayResponseType;
}

/** Answers for a failure. */
export function answerByGateway(setup: Setup, base: ContextValues, failure: Failure): GatewayAnswer {
  const { responseType } = failure;
  const defaults = gatewayResponseDefaults(responseType);
  const { custom, by, owner } = findCustomisation(setup, responseType, defaults);
  const message = failure.message ?? defaults.message;
  const context = withError(base, failure, message);
  const statusCode = chooseStatus(custom, failure, defaults, responseType);
  const body = makeBody(setup, context, custom, defaults, responseType, message);
  const headers = mapHeaders(setup, context, custom, owner);
  if (!findHeader(headers, 'Content-Type')) {
    headers.push(serviceHeader('Content-Type', body.contentType, 'the type of the body'));
  }
  if (!findHeader(headers, 'x-amzn-ErrorType')) {
    headers.push(serviceHeader('x-amzn-ErrorType', defaults.errorType, `for ${responseType}`));
  }
  const reason = failure.logLine?.replace(/^Execution failed due to configuration error: /, '');
  return {
    draft: { statusCode, headers, body: { kind: 'text', text: body.text } },
    answeredBy: { kind: 'gateway', responseType, customisedBy: by, ...(reason && { reason }) },
    steps: [tell(failure, statusCode, by, owner), ...(body.templated ? [tellTemplate(body)] : [])],
    problems: failure.responseType === 'REQUEST_TOO_LARGE' ? refusedCustomisation(setup) : [],
  };
}

function findCustomisation(
  setup: Setup,
  type: GatewayResponseType,
  defaults: GatewayResponseDefaults,
): Customisation {
  // The one type the documentation says cannot be customised.
  if (type === 'REQUEST_TOO_LARGE') return { custom: undefined, by: 'none', owner: type };
  const own = setup.gatewayResponses.get(type);
  if (own) return { custom: own, by: 'type', owner: type };
  const inherited = defaults.fallback && setup.gatewayResponses.get(defaults.fallback);
  if (inherited) return { custom: inherited, by: 'default', owner: defaults.fallback ?? type };
  return { custom: undefined, by: 'none', owner: type };
}

/** An explicit status beats that of the failing step, and that beats the default of the type. */
function chooseStatus(
  custom: CustomGatewayResponse | undefined,
  failure: Failure,
  defaults: GatewayResponseDefaults,
  type: GatewayResponseType,
): number {
  if (custom?.statusCode !== undefined && isStatusText(custom.statusCode)) return Number(custom.statusCode);
  return failure.statusCode ?? defaults.statusCode ?? (type === 'DEFAULT_4XX' ? 400 : 500);
}

function withError(base: ContextValues, failure: Failure, message: string | null): ContextValues {
  const context: ContextValues = new Map(base);
  const error: ContextValues = new Map();
  error.set('message', message);
  error.set('messageString', message === null ? 'null' : JSON.stringify(message));
  error.set('responseType', failure.responseType);
  error.set('validationErrorString', failure.validationErrorString ?? null);
  context.set('error', error);
  return context;
}

interface GatewayBody {
  text: string;
  contentType: string;
  /** A customised template was filled in. */
  templated: boolean;
}

function tellTemplate({ contentType }: GatewayBody): Step {
  return {
    stage: 'gateway-response',
    verdict: 'ok',
    text: `Its template for ${contentType} is filled in, and names the Content-Type unless a header mapping does.`,
    evidence: assumed('gateway-template-choice'),
  };
}

function makeBody(
  setup: Setup,
  context: ContextValues,
  custom: CustomGatewayResponse | undefined,
  defaults: GatewayResponseDefaults,
  type: GatewayResponseType,
  message: string | null,
): GatewayBody {
  const templates = usableTemplates(custom);
  const key = chooseKey(requestHeader(setup.request, 'Accept'), [...templates.keys()]);
  if (key !== undefined) {
    const { stageVariables, request } = setup;
    const text = substitute(templates.get(key) ?? '', { context, stageVariables, request });
    return { text, contentType: key, templated: true };
  }
  const name = type === 'ACCESS_DENIED' ? 'Message' : 'message';
  const text = `{"${name}":${defaults.spaced ? ' ' : ''}${JSON.stringify(message)}}`;
  return { text, contentType: 'application/json', templated: false };
}

/** Templates the service accepts: it refuses empty ones and keys that are no media type. */
function usableTemplates(custom: CustomGatewayResponse | undefined): Map<string, string> {
  const entries = [...(custom?.responseTemplates ?? [])];
  return new Map(entries.filter(([key, text]) => text !== '' && isMediaType(key)));
}

/** Prefix of a header as gateway responses name it. */
const GATEWAY_RESPONSE_HEADER = 'gatewayresponse.header.';

/** The connection's own headers, which no customisation can set. */
const TRANSPORT = new Set(['content-length', 'transfer-encoding', 'connection']);

function mapHeaders(
  setup: Setup,
  context: ContextValues,
  custom: CustomGatewayResponse | undefined,
  owner: GatewayResponseType,
): ResponseHeader[] {
  const byName = new Map<string, ResponseHeader>();
  for (const [parameter, text] of custom?.responseParameters ?? []) {
    const expression = parseGatewayMapping(text);
    const name = gatewayHeaderName(parameter);
    if (!expression || !name || TRANSPORT.has(name.toLowerCase())) continue;
    const value = mappedValue(expression, setup, context);
    if (!value) continue;
    const place: Place = { in: 'rules', path: ['gatewayResponses', owner, 'responseParameters', parameter] };
    byName.set(name.toLowerCase(), {
      name,
      value,
      origin: { kind: 'mapping', parameter, expression: text, place },
    });
  }
  return [...byName.values()];
}

/** The header a parameter of a gateway response names; undefined when the service refuses it. */
function gatewayHeaderName(parameter: string): string | undefined {
  if (!parameter.startsWith(GATEWAY_RESPONSE_HEADER)) return undefined;
  const name = parameter.slice(GATEWAY_RESPONSE_HEADER.length);
  return isHeaderName(name) ? name : undefined;
}

function mappedValue(
  expression: MappingExpression,
  setup: Setup,
  context: ContextValues,
): string | undefined {
  switch (expression.kind) {
    case 'static':
      return expression.value;
    case 'context': {
      const value = lookUp(context, expression.path);
      return typeof value === 'string' ? value : undefined;
    }
    case 'stageVariable':
      return setup.stageVariables.get(expression.name);
    case 'request':
      return readRequest(setup.request, expression.location, expression.name);
    default:
      return undefined;
  }
}

function serviceHeader(name: string, value: string, why: string): ResponseHeader {
  return { name, value, origin: { kind: 'service', why } };
}

function tell(
  { responseType, typeEvidence }: Failure,
  statusCode: number,
  by: Customisation['by'],
  owner: GatewayResponseType,
): Step {
  const whose =
    by === 'none'
      ? 'as the service does when nobody customised it'
      : by === 'type'
        ? 'as customised'
        : `as ${owner} is customised`;
  return {
    stage: 'gateway-response',
    verdict: 'ok',
    text: `API Gateway answers with the gateway response ${responseType}, ${whose}: status ${statusCode}.`,
    evidence:
      typeEvidence ??
      (by === 'none'
        ? documented('Gateway response types')
        : recorded('test_gateway_response_put (2024-04-15)')),
  };
}

function refusedCustomisation(setup: Setup): Problem[] {
  const own = setup.gatewayResponses.has('REQUEST_TOO_LARGE');
  const inherited = setup.gatewayResponses.has('DEFAULT_4XX');
  if (!own && !inherited) return [];
  return [
    {
      id: 'gateway-response-fixed',
      severity: 'warning',
      when: 'configuration',
      message: 'REQUEST_TOO_LARGE cannot be customised; the service sends its own answer.',
      place: { in: 'rules', path: ['gatewayResponses', own ? 'REQUEST_TOO_LARGE' : 'DEFAULT_4XX'] },
      evidence: documented('Gateway response types'),
    },
  ];
}

/** Checks the customised gateway responses as the service does when they are stored (§10.3). */
export function checkGatewayResponses(setup: Setup): Problem[] {
  const problems: Problem[] = [];
  for (const [type, custom] of setup.gatewayResponses) {
    const path = ['gatewayResponses', type];
    const add = (
      id: string,
      severity: Problem['severity'],
      message: string,
      members: string[],
      evidence: Problem['evidence'],
    ) => {
      const place: Place = { in: 'rules', path: [...path, ...members] };
      problems.push({ id, severity, when: 'configuration', message, place, evidence });
    };
    if (custom.statusCode !== undefined && !isStatusText(custom.statusCode)) {
      add(
        'gateway-status-invalid',
        'error',
        `“${shorten(custom.statusCode, 40)}” is no status: three digits from 100 to 599.`,
        ['statusCode'],
        recorded('test_gateway_response_put (2024-04-15)'),
      );
    }
    for (const [parameter, text] of custom.responseParameters) {
      const reason = !gatewayHeaderName(parameter)
        ? 'Invalid mapping identifier specified'
        : !parseGatewayMapping(text)
          ? `Invalid mapping expression specified: ${shorten(text)}`
          : undefined;
      if (!reason) continue;
      add(
        gatewayHeaderName(parameter) ? 'header-static-needs-quotes' : 'mapping-target-invalid',
        'error',
        `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${reason}]. The key is gatewayresponse.header.NAME, a constant is written in single quotes.`,
        ['responseParameters', parameter],
        community('logs in issues of aws-apigateway-importer and CDK'),
      );
    }
    for (const [key, template] of custom.responseTemplates) {
      if (template === '') {
        add(
          'gateway-template-empty',
          'error',
          'Invalid null or empty value in responseTemplates',
          ['responseTemplates', key],
          recorded('test_update_gateway_response (2024-04-15)'),
        );
      }
      if (/#(set|if|foreach|define)\s*\(|\$!?\{?(input|util)\b/.test(template)) {
        add(
          'gateway-response-is-not-vtl',
          'warning',
          `The template of ${type} uses VTL. Gateway responses only replace $context, $stageVariables and $method.request names; the rest is sent as it stands.`,
          ['responseTemplates', key],
          documented('Gateway responses in API Gateway'),
        );
      }
    }
  }
  return problems;
}
