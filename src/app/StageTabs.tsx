import { statusTone } from '../panels/stage/verdicts';
import type { StageId } from '../store/layout-slice';
import { showStage } from '../store/layout-slice';
import { changeLayout, usePlayground } from '../store/store';

const STAGES: { id: StageId; label: string }[] = [
  { id: 'answer', label: 'Answer' },
  { id: 'rules', label: 'Rules' },
  { id: 'template', label: 'Template' },
  { id: 'response', label: 'Response' },
];

/** The four stages as buttons, for screens that show one at a time; the last one says the status. */
export function StageTabs({ stage }: { stage: StageId }) {
  const status = usePlayground((state) => state.outcome.shown?.outcome.response.statusCode);
  return (
    <nav className="stage-tabs" aria-label="Stages">
      {STAGES.map(({ id, label }, index) => (
        <button
          key={id}
          type="button"
          className="stage-tab"
          aria-current={stage === id ? 'step' : undefined}
          onClick={() => changeLayout((layout) => showStage(layout, id))}
        >
          {id === 'response' && status !== undefined ? (
            <span className="stage-tab-status" data-tone={statusTone(status)}>
              {status}
            </span>
          ) : (
            <span className="stage-tab-number" aria-hidden="true">
              {index + 1}
            </span>
          )}
          {label}
        </button>
      ))}
    </nav>
  );
}
