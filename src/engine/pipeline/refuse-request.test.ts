import { expect, test } from 'vitest';
import type { JsonValue } from '../text/json-value';
import { evaluate } from './evaluate';

const TEMPLATE = '$context.error.messageString $context.error.validationErrorString';

test.each<[context: Record<string, JsonValue>, body: string]>([
  [{}, '"Invalid request body" '],
  [{ error: { validationErrorString: '[no id]' } }, '"Invalid request body" [no id]'],
  [{ error: { message: 'Own', validationErrorString: '[no id]' } }, '"Own" [no id]'],
  [{ error: 'no map' }, '"Invalid request body" '],
])('a gateway response chosen for a case is told with the $context.error given: %j', (context, body) => {
  const { response } = evaluate({
    integration: { type: 'AWS', integrationResponses: [{ statusCode: '200' }] },
    gatewayResponses: { BAD_REQUEST_BODY: { responseTemplates: { 'application/json': TEMPLATE } } },
    context,
    backend: { kind: 'gateway-failure', responseType: 'BAD_REQUEST_BODY' },
  });
  expect(response.body.text).toBe(body);
});
