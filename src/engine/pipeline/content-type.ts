import { baseMediaType } from '../bytes/media-type';
import type { ResponseHeader } from '../outcome';
import { findHeader } from './draft';
import { assumed, documented, recorded } from './evidence';
import type { Setup } from './setup';
import type { Told } from './stage';

/**
 * Sets Content-Type to `application/json` where nothing else set one (§5.2). Neither the backend's type nor the key of
 * the template decides; only HTTP_PROXY passes on what the endpoint said, also when it said nothing.
 *
 * @param templateType key of the template that ran
 */
export function defaultContentType(
  setup: Setup,
  headers: readonly ResponseHeader[],
  templateType: string | undefined,
): Told<ResponseHeader[]> {
  if (setup.type === 'HTTP_PROXY' || findHeader(headers, 'Content-Type')) {
    return { value: [...headers], steps: [], problems: [] };
  }
  const header: ResponseHeader = {
    name: 'Content-Type',
    value: 'application/json',
    origin: { kind: 'service', why: 'nothing else set a Content-Type' },
  };
  const evidence =
    setup.type === 'AWS_PROXY'
      ? recorded('test_aws_proxy_response_payload_format_validation (2024-11-15)')
      : documented('Amazon API Gateway important notes');
  const told: Told<ResponseHeader[]> = {
    value: [...headers, header],
    steps: [
      {
        stage: 'content-type',
        verdict: 'ok',
        text: 'Nothing set a Content-Type, so it is application/json.',
        evidence,
      },
    ],
    problems: [],
  };
  if (templateType !== undefined && baseMediaType(templateType) !== 'application/json') {
    told.problems.push({
      id: 'content-type-header-missing',
      severity: 'warning',
      when: 'request',
      message:
        `The template is for ${templateType}, and the response is sent as application/json: the key of a template does ` +
        `not set the header. Map method.response.header.Content-Type to '${templateType}'.`,
      evidence: assumed('template-key-and-content-type'),
    });
  }
  return told;
}
