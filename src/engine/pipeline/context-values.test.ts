import { expect, test } from 'vitest';
import { evaluate } from './evaluate';

function rendered(template: string): string | undefined {
  return evaluate({
    integration: {
      type: 'AWS',
      integrationResponses: [{ statusCode: '200', responseTemplates: { 'application/json': template } }],
    },
    backend: { kind: 'lambda', payload: '{}' },
  }).response.body.text;
}

// Recorded from the service (test_sqs_amz_json_protocol, 2025-05-20): keys that fall into one slot of the hash map
// come out in the order in which the service put them in.
test('the keys of $context come in the recorded order', () => {
  expect(rendered('#foreach($key in $context.keySet())$key #end')).toBe(
    'resourceId resourcePath httpMethod extendedRequestId requestTime path accountId protocol requestOverride stage ' +
      'domainPrefix requestTimeEpoch requestId identity domainName deploymentId responseOverride apiId ',
  );
});
