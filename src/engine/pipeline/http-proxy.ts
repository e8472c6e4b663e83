import type { Draft } from './draft';
import { isStatusCode } from './draft';
import type { Endpoint } from './endpoint';
import { assumed, recorded } from './evidence';
import type { Staged } from './stage';

/** HTTP proxy integrations (§9.2): status, headers and body of the endpoint pass on, whatever the status. */
export function passHttpAnswer(endpoint: Endpoint): Staged<Draft> {
  const statusCode = endpoint.statusCode ?? 200;
  if (!isStatusCode(statusCode)) {
    const evidence = assumed('proxy-endpoint-status');
    return {
      ok: false,
      failure: { responseType: 'INTEGRATION_FAILURE', statusCode: 502 },
      steps: [
        {
          stage: 'proxy',
          verdict: 'failed',
          text: `The endpoint answered with ${statusCode}, which is no HTTP status.`,
          evidence,
          place: { in: 'answer' },
        },
      ],
      problems: [],
    };
  }
  return {
    ok: true,
    value: {
      statusCode,
      headers: endpoint.headers.map(([name, value]) => ({ name, value, origin: { kind: 'backend' } })),
      body: { kind: 'bytes', bytes: endpoint.body },
    },
    steps: [
      {
        stage: 'proxy',
        verdict: 'ok',
        text: `Status ${statusCode}, headers and body of the endpoint pass on to the client.`,
        evidence: recorded('test_http_integration_invoke_status_code_passthrough (2024-04-01)'),
      },
    ],
    problems: [],
  };
}
