import type { PlacedProblem } from '../../document/evaluation';
import type { PlaygroundDocument } from '../../document/model';
import { goTo } from '../../store/session';
import { Icon } from '../icons';
import { EvidenceMark } from './EvidenceMark';
import { bySeverity, describePlace } from './problem-places';

const WHEN = {
  input: 'cannot be read',
  configuration: 'refused when the configuration is stored or deployed',
  request: 'when answering this request',
} as const;

/** Everything to tell, the gravest first, each with its place. */
export function ProblemList(props: { problems: readonly PlacedProblem[]; document: PlaygroundDocument }) {
  if (props.problems.length === 0) return <p className="empty">No problems found.</p>;
  return (
    <ul className="problems">
      {bySeverity(props.problems).map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one id can occur at several places
        <li key={`${problem.id}-${index}`} className="problem" data-severity={problem.severity}>
          <Icon name={problem.severity} />
          <div>
            <p className="problem-message">
              <span className="visually-hidden">{problem.severity}: </span>
              {problem.message} <EvidenceMark evidence={problem.evidence} />
            </p>
            <p className="problem-where">
              <ProblemPlace problem={problem} document={props.document} />
              {problem.when !== 'request' && <span>{WHEN[problem.when]}</span>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function ProblemPlace({ problem, document }: { problem: PlacedProblem; document: PlaygroundDocument }) {
  const { place } = problem;
  if (!place) return null;
  return (
    <button type="button" className="place-link" data-problem={problem.id} onClick={() => goTo(place)}>
      {describePlace(document, place)}
    </button>
  );
}
