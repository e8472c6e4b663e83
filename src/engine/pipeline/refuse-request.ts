import { TIMEOUT_LINE } from './endpoint';
import { documented } from './evidence';
import { asMembers, asText } from './read-value';
import type { Setup } from './setup';
import type { Failure, Staged } from './stage';

/** What clients get when the endpoint cannot be reached; other integration failures say "Internal server error". */
const NETWORK_MESSAGE = 'Network error communicating with endpoint';

const NETWORK_LINE = 'Execution failed due to a network error communicating with endpoint';

/** Whether API Gateway answers before or instead of the backend (§10): throttled, unauthorised, unreachable, ... */
export function refuseRequest({ backend, context }: Setup): Staged<undefined> {
  if (backend.kind !== 'gateway-failure') return { ok: true, value: undefined, steps: [], problems: [] };
  const { responseType } = backend;
  // Where the failure says nothing more, the person's own `$context.error` does.
  const error = asMembers(context.get('error'));
  const validationErrorString = backend.validationErrorString ?? asText(error.get('validationErrorString'));
  const unreachable = responseType === 'INTEGRATION_FAILURE' ? NETWORK_MESSAGE : undefined;
  const message = backend.message ?? asText(error.get('message')) ?? unreachable;
  const failure: Failure = {
    responseType,
    ...(message !== undefined && { message }),
    ...(validationErrorString !== undefined && { validationErrorString }),
    ...(responseType === 'INTEGRATION_TIMEOUT' && { logLine: TIMEOUT_LINE, requestSent: true as const }),
    ...(responseType === 'INTEGRATION_FAILURE' && { logLine: NETWORK_LINE, requestSent: true as const }),
  };
  return {
    ok: false,
    failure,
    steps: [
      {
        stage: 'request',
        verdict: 'failed',
        text: `API Gateway answers by itself (${responseType}); the backend's answer plays no part.`,
        evidence: documented('Gateway response types'),
      },
    ],
    problems: [],
  };
}
