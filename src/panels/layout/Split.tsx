import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import { DEFAULT_SPLITS, moveSplit, type SplitId } from '../../store/layout-slice';
import { changeLayout, usePlayground } from '../../store/store';

export interface SplitProps {
  id: SplitId;
  /** How the halves lie: side by side or one above the other. */
  direction: 'row' | 'column';
  /** What the separator divides, for people who do not see it. */
  label: string;
  className?: string;
  first: ReactNode;
  second: ReactNode;
}

/** An arrow key moves a separator by this share. */
const KEY_STEP = 0.02;

/** Two halves with a separator that is dragged or moved with the arrow keys; a double click puts it back. */
export function Split({ id, direction, label, className = '', first, second }: SplitProps) {
  const share = usePlayground((state) => state.layout.splits[id]);
  const box = useRef<HTMLDivElement>(null);
  const firstId = useId();
  const move = (to: number) => changeLayout((layout) => moveSplit(layout, id, to));

  function drag(event: PointerEvent<HTMLElement>) {
    const bounds = box.current?.getBoundingClientRect();
    if (!bounds || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(
      direction === 'row'
        ? (event.clientX - bounds.left) / bounds.width
        : (event.clientY - bounds.top) / bounds.height,
    );
  }

  function press(event: KeyboardEvent) {
    const [less, more] = direction === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const target: Record<string, number> = {
      [less]: share - KEY_STEP,
      [more]: share + KEY_STEP,
      Home: 0,
      End: 1,
    };
    const to = event.key === 'Enter' ? DEFAULT_SPLITS[id] : target[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  }

  return (
    <div
      ref={box}
      className={`split split-${direction} ${className}`}
      style={{ '--share': share } as React.CSSProperties}
    >
      <div className="split-half split-first" id={firstId}>
        {first}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule that can be moved has no element of its own */}
      <div
        className="separator"
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-controls={firstId}
        aria-orientation={direction === 'row' ? 'vertical' : 'horizontal'}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={15}
        aria-valuemax={85}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
        onDoubleClick={() => move(DEFAULT_SPLITS[id])}
        onKeyDown={press}
      />
      <div className="split-half split-second">{second}</div>
    </div>
  );
}
