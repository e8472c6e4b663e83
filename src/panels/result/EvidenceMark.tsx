import { useEffect, useId, useRef, useState } from 'react';
import type { Evidence } from '../../engine/outcome';
import { openDialog } from '../../store/store';
import { EVIDENCE_KINDS } from './evidence-kinds';

/** How a behaviour is known, as a small word; pressing it explains the word and names the source. */
export function EvidenceMark({ evidence }: { evidence: Evidence }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const id = useId();
  const kind = EVIDENCE_KINDS[evidence.kind];

  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);

  return (
    <span className="evidence" ref={root}>
      <button
        type="button"
        className={`evidence-mark evidence-${evidence.kind}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && open) {
            event.stopPropagation();
            setOpen(false);
          }
        }}
      >
        {kind.word}
      </button>
      {open && (
        <span
          id={id}
          className="evidence-note"
          role="note"
          ref={(note) => note?.scrollIntoView({ block: 'nearest' })}
        >
          {kind.meaning}
          {evidence.source && <span className="evidence-source">{evidence.source}</span>}
          {evidence.assumption && (
            <button
              type="button"
              className="place-link evidence-more"
              onClick={() => openDialog('rightness')}
            >
              All assumptions
            </button>
          )}
        </span>
      )}
    </span>
  );
}
