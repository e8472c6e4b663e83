import type { Problem } from '../outcome';
import { documented, recorded } from './evidence';
import type { Setup } from './setup';
import { shorten } from './stage';

/** What the service refuses about an integration, and what a proxy integration says in vain (§3.1, §9). */
export function checkIntegration(setup: Setup): Problem[] {
  const problems: Problem[] = [];
  if (setup.unknownType !== undefined) {
    problems.push({
      id: 'integration-type-invalid',
      severity: 'error',
      when: 'configuration',
      message:
        `1 validation error detected: Value '${shorten(setup.unknownType)}' at 'putIntegrationInput.type' failed to ` +
        'satisfy constraint: Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]',
      place: { in: 'rules', path: ['integration', 'type'] },
      evidence: recorded('test_put_integration_wrong_type'),
    });
  }
  if (setup.type !== 'AWS_PROXY' && setup.type !== 'HTTP_PROXY') return problems;
  const uri = setup.uri ?? ':lambda:path/';
  // A uri with a reference to be filled in on deployment is not judged.
  const unsupported = /^arn:/.test(uri) && !uri.includes(':lambda:path/') && !uri.includes(':firehose:');
  if (setup.type === 'AWS_PROXY' && unsupported) {
    problems.push({
      id: 'proxy-uri-not-lambda',
      severity: 'error',
      when: 'configuration',
      message:
        "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
      place: { in: 'rules', path: ['integration', 'uri'] },
      evidence: recorded('test_put_integration_aws_proxy_uri'),
    });
  }
  if (setup.rules.length > 0) {
    problems.push({
      id: 'proxy-ignores-mapping',
      severity: 'warning',
      when: 'configuration',
      message:
        `The integration is of type ${setup.type}: its rules, templates and header mappings have no effect. ` +
        `For mapping use type ${setup.type === 'AWS_PROXY' ? 'AWS' : 'HTTP'}.`,
      place: { in: 'rules', path: ['integration', 'integrationResponses'] },
      evidence: documented('Set up Lambda proxy integrations'),
    });
  }
  return problems;
}
