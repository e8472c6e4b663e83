import { integrationTypeOf } from '../../document/changes';
import type { IntegrationType } from '../../engine/scenario';
import { usePlayground } from '../../store/store';

/** The integration type of the response on the screen. */
export function useIntegrationType(): IntegrationType {
  return usePlayground(({ outcome, work }) => integrationTypeOf(outcome.shown?.document ?? work.document));
}
