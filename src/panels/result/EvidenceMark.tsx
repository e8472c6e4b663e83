import { useEffect, useId, useRef, useState } from 'react';
import type { Evidence } from '../../engine/outcome';
import { openDialog } from '../../store/store';

/** The word for each kind of evidence and what it means. */
export const EVIDENCE_KINDS: Record<Evidence['kind'], { word: string; meaning: string }> = {
  documented: { word: 'documented', meaning: 'Amazon’s documentation says so.' },
  recorded: { word: 'recorded', meaning: 'Seen on the real service and kept as a recording.' },
  'java-library': {
    word: 'Java library',
    meaning: 'Measured on the Java library the service runs: Velocity, java.util.regex or JsonPath.',
  },
  'emulator-source': {
    word: 'emulator',
    meaning:
      'An emulator whose authors compare with the service does it so; there is no recording of this point.',
  },
  community: { word: 'reported', meaning: 'People who use the service report it: logs, issues, answers.' },
  assumed: {
    word: 'assumed',
    meaning:
      'Nobody has shown what the service does here. This is our choice; check it before you rely on it.',
  },
};

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
