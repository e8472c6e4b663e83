import { encodeUtf8 } from '../bytes/utf8';
import type { Problem, ResponseHeader } from '../outcome';
import { PAYLOAD_LIMIT } from './endpoint';
import { assumed, documented } from './evidence';
import { rulePlace } from './rule-place';
import type { Setup } from './setup';
import { type Failure, type Staged, shorten } from './stage';

/*
 * Limits of the service (§11). Crossing one is a result, told like any other.
 */

const QUOTAS = documented('Amazon API Gateway quotas and important notes');

/** All header lines together, in bytes. */
const HEADER_LIMIT = 10_240;

/** A mapping template, in bytes. */
const TEMPLATE_LIMIT = 300 * 1024;

/** Refuses a response the service would not carry. */
export function checkSize(bytes: number, headers: readonly ResponseHeader[]): Staged<undefined> {
  const failure: Failure = { responseType: 'DEFAULT_5XX', statusCode: 500 };
  const headerBytes = sizeOf(headers);
  if (headerBytes > HEADER_LIMIT) {
    const text = `The headers have ${headerBytes} bytes; API Gateway carries at most ${HEADER_LIMIT}.`;
    return refuse(failure, 'header-limit', text, assumed('header-size'));
  }
  if (bytes > PAYLOAD_LIMIT) {
    const text = `The body has ${bytes} bytes; API Gateway carries at most ${PAYLOAD_LIMIT} (10 MB).`;
    return refuse(failure, 'body-limit', text, assumed('response-size'));
  }
  return { ok: true, value: undefined, steps: [], problems: [] };
}

function sizeOf(headers: readonly ResponseHeader[]): number {
  let size = 0;
  for (const { name, value } of headers) size += name.length + value.length;
  return size;
}

function refuse(
  failure: Failure,
  id: string,
  text: string,
  evidence: Problem['evidence'],
): Staged<undefined> {
  return {
    ok: false,
    failure,
    steps: [{ stage: 'limits', verdict: 'failed', text, evidence }],
    problems: [{ id, severity: 'error', when: 'request', message: text, evidence }],
  };
}

/** Checks the configuration against the limits the service keeps when it is stored. */
export function checkConfiguredLimits(setup: Setup): Problem[] {
  const problems: Problem[] = [];
  for (const rule of setup.rules) {
    for (const [key, written] of rule.responseTemplates) {
      const text = written === null ? '' : (setup.templates.get(written) ?? written);
      if (text.length * 3 <= TEMPLATE_LIMIT || encodeUtf8(text).length <= TEMPLATE_LIMIT) continue;
      problems.push({
        id: 'template-too-large',
        severity: 'error',
        when: 'configuration',
        message: `The template for ${shorten(key, 40)} of rule ${rule.statusCode} is larger than 300 KB, which the service does not store.`,
        place: rulePlace(rule, 'responseTemplates', key),
        evidence: QUOTAS,
      });
    }
  }
  if (setup.timeoutInMillis < 50) {
    problems.push({
      id: 'timeout-out-of-range',
      severity: 'error',
      when: 'configuration',
      message: `timeoutInMillis is ${setup.timeoutInMillis}; the least is 50 ms.`,
      place: { in: 'rules', path: ['integration', 'timeoutInMillis'] },
      evidence: QUOTAS,
    });
  } else if (setup.timeoutInMillis > 29_000) {
    problems.push({
      id: 'timeout-out-of-range',
      severity: 'info',
      when: 'configuration',
      message: `timeoutInMillis is ${setup.timeoutInMillis}; more than 29000 ms needs a raised quota (Regional and private APIs).`,
      place: { in: 'rules', path: ['integration', 'timeoutInMillis'] },
      evidence: QUOTAS,
    });
  }
  const tooLong = [...setup.stageVariables].find(([name, value]) => name.length > 64 || value.length > 512);
  if (tooLong || setup.stageVariables.size > 100) {
    problems.push({
      id: 'stage-variables-limit',
      severity: 'error',
      when: 'configuration',
      message: tooLong
        ? `The stage variable ${shorten(tooLong[0], 64)} is too long: names have at most 64 characters, values 512.`
        : `There are ${setup.stageVariables.size} stage variables; a stage has at most 100.`,
      place: { in: 'request', path: ['stageVariables', ...(tooLong ? [tooLong[0]] : [])] },
      evidence: QUOTAS,
    });
  }
  return problems;
}
