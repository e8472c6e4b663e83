import type { Shown } from '../../store/outcome-slice';
import { goTo } from '../../store/session';
import { usePlayground } from '../../store/store';
import { originOf } from './part-origin';
import { describeReached } from './reached-parts';
import { useReached } from './use-reached';

/** One quiet line under the response: where the part pointed at came from, or where the text at the cursor went. */
export function OriginLine({ shown }: { shown: Shown }) {
  const pointed = usePlayground((state) => state.trace.pointed);
  const reached = useReached();
  const origin = pointed && originOf(shown, pointed);
  return (
    <div className="origin-line" data-active={origin !== undefined || reached !== undefined}>
      <p aria-live="polite">
        {origin?.words.map(({ text, place, unseen }, index) =>
          place ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: words of one sentence, in order
            <button key={index} type="button" className="place-link" onClick={() => goTo(place)}>
              {text}
            </button>
          ) : unseen ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same
            <span key={index} className="visually-hidden">
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </p>
      {!origin && (
        <p>{reached ? describeReached(reached, shown) : 'Point at a part to see where it came from.'}</p>
      )}
    </div>
  );
}
