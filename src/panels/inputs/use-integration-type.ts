import type { IntegrationType } from '../../engine/scenario';
import { integrationType } from '../../store/integration-type';
import { usePlayground } from '../../store/store';

/** The integration type of the response on the screen. */
export function useIntegrationType(): IntegrationType {
  return usePlayground(({ outcome, work }) => integrationType(outcome.shown?.document ?? work.document));
}
