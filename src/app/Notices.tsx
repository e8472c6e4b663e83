import { useEffect } from 'react';
import { Icon } from '../panels/icons';
import { tell, usePlayground } from '../store/store';

/** How long a notice that asks for nothing stays, in ms. */
const READING_TIME = 4000;

/** What just happened, and the way back. Lies over the page, so that nothing moves. */
export function NoticeLine() {
  const notice = usePlayground((state) => state.notice);
  useEffect(() => {
    if (!notice || notice.action || notice.tone === 'bad') return;
    const timer = setTimeout(() => tell(undefined), READING_TIME);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div role="status" className="notice-slot">
      {notice && (
        <div className="notice notice-floating" data-tone={notice.tone}>
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
