import type { Step } from '../../engine/outcome';
import { findPlace, type Shown } from '../../store/outcome-slice';
import { goTo } from '../../store/session';
import { EvidenceMark } from './EvidenceMark';

/** The answer's way in sentences, each leading to its place and saying how it is known. */
export function Story({ shown }: { shown: Shown }) {
  return (
    <ol className="story">
      {shown.outcome.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its position on the way
        <li key={index} className="story-step" data-verdict={step.verdict}>
          <StepText step={step} shown={shown} /> <EvidenceMark evidence={step.evidence} />
        </li>
      ))}
    </ol>
  );
}

function StepText({ step, shown }: { step: Step; shown: Shown }) {
  const place = findPlace(shown.evaluation, step.place);
  const state = step.verdict === 'failed' ? 'Failed: ' : step.verdict === 'skipped' ? 'Skipped: ' : '';
  const text = (
    <>
      {state && <span className="visually-hidden">{state}</span>}
      {step.text}
    </>
  );
  if (!place) return <span>{text}</span>;
  return (
    <button type="button" className="place-link" onClick={() => goTo(place)}>
      {text}
    </button>
  );
}
