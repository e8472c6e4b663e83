import { Icon } from '../panels/icons';
import { tell, usePlayground } from '../store/store';

/** A line below the top bar: what just happened, and the way back. */
export function NoticeLine() {
  const notice = usePlayground((state) => state.notice);
  return (
    <div role="status" className="notice-slot">
      {notice && (
        <div className="notice" data-tone={notice.tone}>
          <p>{notice.text}</p>
          {notice.action && (
            <button
              type="button"
              className="button"
              onClick={() => {
                tell(undefined);
                notice.action?.run();
              }}
            >
              {notice.action.label}
            </button>
          )}
          <button type="button" className="button quiet" aria-label="Dismiss" onClick={() => tell(undefined)}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}

/** While a link's document is open beside work of one's own: what to do with the two. */
export function VisitLine({ onKeep, onBack }: { onKeep(): void; onBack(): void }) {
  const visiting = usePlayground((state) => state.work.visit !== undefined);
  if (!visiting) return null;
  return (
    <section className="notice" data-tone="info" aria-label="Opened link">
      <p>This document came with a link. Your own work is untouched.</p>
      <button type="button" className="button" onClick={onBack}>
        Back to my work
      </button>
      <button type="button" className="button" onClick={onKeep}>
        Keep this instead
      </button>
    </section>
  );
}
