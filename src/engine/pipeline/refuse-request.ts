import { TIMEOUT_LINE } from './endpoint';
import { documented } from './evidence';
import type { Setup } from './setup';
import type { Failure, Staged } from './stage';

const NETWORK_LINE = 'Execution failed due to a network error communicating with endpoint';

/** Whether API Gateway answers before or instead of the backend (§10): throttled, unauthorised, unreachable, ... */
export function refuseRequest({ backend }: Setup): Staged<undefined> {
  if (backend.kind !== 'gateway-failure') return { ok: true, value: undefined, steps: [], problems: [] };
  const { responseType, message, validationErrorString } = backend;
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
