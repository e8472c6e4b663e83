import { integrationTypeOf } from '../../document/changes';
import type { IntegrationType } from '../../engine/scenario';
import { usePlayground } from '../../store/store';
import type { Verdict } from '../stage/verdicts';

/** The integration type of the response on the screen. */
export function useIntegrationType(): IntegrationType {
  return usePlayground(({ outcome, work }) => integrationTypeOf(outcome.shown?.document ?? work.document));
}

/** The head of a stage nothing is known about, because no document could be evaluated yet. */
export const WAITING: Verdict = { tone: 'quiet', text: 'Nothing evaluated yet' };
