import { useMemo } from 'react';
import { usePlayground } from '../../store/store';
import { type Reached, reachedFrom } from './reached-parts';

/** What the text at the cursor went to, while the response on the screen is that of the texts in the editors. */
export function useReached(): Reached | undefined {
  const cursor = usePlayground((state) => state.trace.cursor);
  const document = usePlayground((state) => state.work.document);
  const shown = usePlayground((state) => state.outcome.shown);
  return useMemo(
    () => (cursor && shown && shown.document === document ? reachedFrom(shown, cursor) : undefined),
    [cursor, document, shown],
  );
}
