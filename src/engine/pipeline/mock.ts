import type { Problem, TemplateVerdict } from '../outcome';
import { type ChosenTemplate, chooseTemplate } from './choose-template';
import type { Endpoint } from './endpoint';
import { assumed, documented, emulatorSource, recorded } from './evidence';
import { readMockStatus } from './mock-status';
import { Payload } from './payload';
import { nameOf, templateFailed } from './render-body';
import { requestHeader, type Setup } from './setup';
import { configurationError, type Failure, type Staged, shorten } from './stage';
import type { TemplateFrame } from './template-frame';

/*
 * MOCK integrations (§1.1): the request template is the backend. Overrides it sets reach the client (§7).
 */

export interface MockRun {
  template: TemplateVerdict | undefined;
  staged: Staged<Endpoint>;
}

const STATUS_REASON =
  'Unable to parse statusCode. It should be an integer that is defined in the request template.';

/** Runs the request template and reads the status it gives. */
export function runMock(setup: Setup, frame: TemplateFrame): MockRun {
  const { request } = setup;
  const header = requestHeader(request, 'Content-Type');
  const choice = chooseTemplate({
    templates: setup.requestTemplates,
    named: setup.templates,
    header,
    headerName: 'Content-Type',
    path: ['integration', 'requestTemplates'],
  }).value;
  const unmatched = choice.template !== undefined && !choice.matched;
  const refused =
    setup.passthroughBehavior === 'NEVER'
      ? choice.template === undefined || unmatched
      : setup.passthroughBehavior === 'WHEN_NO_TEMPLATES' && unmatched;
  if (refused) return { template: undefined, staged: unsupported(setup, choice.mediaType) };
  // An unmatched type passes through; the request side has no template to fall back to.
  const template = unmatched ? undefined : choice.template;
  if (!template) return { template: passthrough(choice.mediaType), staged: passBody(setup) };
  const run = frame.run(template, new Payload(request.body));
  const verdict: TemplateVerdict = {
    ...run.verdict,
    contentType: template.contentType,
    accept: choice.mediaType,
  };
  if (run.error) {
    const failure = run.brokenJson
      ? badPayload(run.error.message)
      : configurationError('Unable to transform request');
    return { template: verdict, staged: templateFailed(template, run.error, run.brokenJson, failure) };
  }
  const status = readMockStatus(run.output);
  const staged = status === undefined ? noStatus(template, run.output) : answer(status, template);
  return { template: verdict, staged };
}

function passthrough(mediaType: string): TemplateVerdict {
  return { verdict: 'passthrough', accept: mediaType };
}

function endpointOf(statusCode: number | undefined): Endpoint {
  return {
    lambda: false,
    statusCode,
    headers: [],
    body: new Uint8Array(),
    payload: new Payload(''),
    located: false,
    functionError: false,
    latencyInMillis: 0,
  };
}

function answer(statusCode: number, template: ChosenTemplate): Staged<Endpoint> {
  return {
    ok: true,
    value: endpointOf(statusCode),
    steps: [
      {
        stage: 'request',
        verdict: 'ok',
        text: `MOCK answers by itself: ${nameOf(template)} gave statusCode ${statusCode}.`,
        evidence: recorded('test_integration_mock_with_path_param (2024-11-29)'),
        place: template.place,
      },
    ],
    problems: [],
  };
}

/** Without a request template the client's body stands in its place. */
function passBody(setup: Setup): Staged<Endpoint> {
  return {
    ok: true,
    value: endpointOf(readMockStatus(setup.request.body)),
    steps: [
      {
        stage: 'request',
        verdict: 'ok',
        text: 'MOCK has no request template for this request, so the body passes through.',
        evidence: assumed('mock-passthrough'),
      },
    ],
    problems: [],
  };
}

function noStatus(template: ChosenTemplate, output: string): Staged<Endpoint> {
  const evidence = emulatorSource('LocalStack');
  return failed(
    configurationError(STATUS_REASON),
    `${nameOf(template)} gave “${shorten(output.trim())}”, in which there is no whole number statusCode`,
    evidence,
    {
      id: 'mock-status-missing',
      severity: 'error',
      when: 'request',
      message: `A MOCK integration needs a request template that writes an object with a whole number statusCode, such as {"statusCode": 200}; this one wrote “${shorten(output.trim())}”.`,
      place: template.place,
      evidence,
    },
  );
}

function unsupported(setup: Setup, mediaType: string): Staged<Endpoint> {
  const evidence = documented('Integration passthrough behaviors');
  return failed(
    { responseType: 'UNSUPPORTED_MEDIA_TYPE' },
    `The request is ${mediaType}, for which there is no request template, and passthroughBehavior is ${setup.passthroughBehavior}`,
    evidence,
    {
      id: 'request-type-unsupported',
      severity: 'error',
      when: 'request',
      message: `No request template is for ${mediaType}, and passthroughBehavior ${setup.passthroughBehavior} refuses the request with 415.`,
      place: { in: 'rules', path: ['integration', 'passthroughBehavior'] },
      evidence,
    },
  );
}

/** Broken JSON from the client; how the message goes on after its recorded beginning is not known. */
function badPayload(detail: string): Failure {
  return {
    responseType: 'BAD_REQUEST_BODY',
    typeEvidence: assumed('request-json-error-type'),
    statusCode: 400,
    message: `Could not process payload: ${detail}`,
  };
}

function failed(
  failure: Failure,
  text: string,
  evidence: Problem['evidence'],
  problem?: Problem,
): Staged<Endpoint> {
  return {
    ok: false,
    failure,
    steps: [{ stage: 'request', verdict: 'failed', text: `${text}.`, evidence }],
    problems: problem ? [problem] : [],
  };
}
