import { expect, test } from 'vitest';
import type { Scenario } from '../scenario';
import { evaluate } from './evaluate';

const lambda = (more: Partial<Scenario> = {}): Scenario => ({
  integration: {
    type: 'AWS',
    uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:f/invocations',
    integrationResponses: [{ statusCode: '200' }],
  },
  request: {
    resourcePath: '/foo',
    headers: { Authorization: 'secret' },
    queryStringParameters: { a: '1', b: '2' },
  },
  context: { requestId: 'ID' },
  backend: { kind: 'lambda', payload: '{"ok":true}', latencyInMillis: 150 },
  ...more,
});

// The form of §13; what the gateway sends to Lambda are samples.
test('a Lambda integration', () => {
  const { log } = evaluate(lambda());
  const url =
    'https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:f/invocations';
  expect(log.filter((line) => !/^Endpoint (request|response) headers: /.test(line))).toEqual([
    'Execution log for request ID',
    'Starting execution for request: ID',
    'HTTP Method: GET, Resource Path: /foo',
    'Method request path: {}',
    'Method request query string: {a=1, b=2}',
    'Method request headers: {Authorization=******}',
    'Method request body before transformations: ',
    `Endpoint request URI: ${url}`,
    'Endpoint request body after transformations: ',
    `Sending request to ${url}`,
    'Received response. Status: 200, Integration latency: 150 ms',
    'Endpoint response body before transformations: {"ok":true}',
    'Method response body after transformations: {"ok":true}',
    'Method response headers: {X-Amzn-Trace-Id=Root=1-6a450040-0123456789abcdef01234567, Content-Type=application/json}',
    'Successfully completed execution',
    'Method completed with status: 200',
  ]);
  expect(log.find((line) => line.startsWith('Endpoint response headers: '))).toMatch(
    /^Endpoint response headers: \{Date=.*, Content-Type=application\/json, Content-Length=11, .*X-Amz-Executed-Version=\$LATEST, X-Amzn-Trace-Id=.*\}$/,
  );
});

test('a function error shows among the headers', () => {
  const { log } = evaluate(
    lambda({ backend: { kind: 'lambda', payload: '{"errorMessage":"m"}', functionError: true } }),
  );
  expect(log.join('\n')).toContain('X-Amz-Function-Error=Unhandled');
});

test('a failure ends the log with its reason and the status', () => {
  const { log } = evaluate({ ...lambda(), integration: { type: 'AWS', integrationResponses: [] } });
  expect(log.slice(-3)).toEqual([
    'Endpoint response body before transformations: {"ok":true}',
    'Execution failed due to configuration error: No match for output mapping and no default output mapping configured. Endpoint Response Status Code: 200',
    'Method completed with status: 500',
  ]);
});

test('a time-out ends the log after the request was sent', () => {
  const { log, answeredBy } = evaluate(
    lambda({ backend: { kind: 'lambda', payload: '{}', latencyInMillis: 29_001 } }),
  );
  expect(log.slice(-3)).toEqual([
    expect.stringMatching(/^Sending request to /),
    'Execution failed due to a timeout error',
    'Method completed with status: 504',
  ]);
  expect(answeredBy).toMatchObject({ responseType: 'INTEGRATION_TIMEOUT' });
});

test('a function error of a proxy integration', () => {
  const { log } = evaluate(
    lambda({
      integration: { type: 'AWS_PROXY' },
      backend: { kind: 'lambda', payload: '{"errorMessage":"boom"}', functionError: true },
    }),
  );
  expect(log.slice(-2)).toEqual([
    expect.stringMatching(
      /^Lambda execution failed with status 200 due to customer function error: boom\. Lambda request id: [\w-]+$/,
    ),
    'Method completed with status: 502',
  ]);
});

test('long texts are cut', () => {
  const { log } = evaluate(
    lambda({ request: { headers: { 'X-Long': 'x'.repeat(2000) }, body: 'y'.repeat(5000) } }),
  );
  expect(log.find((line) => line.startsWith('Method request headers'))).toMatch(/x \[TRUNCATED\]$/);
  expect(log.every((line) => line.length < 1100)).toBe(true);
});
