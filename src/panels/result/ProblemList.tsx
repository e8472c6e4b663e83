import type { PlacedFix, PlacedProblem } from '../../document/evaluation';
import { fixTogether, safeFixes } from '../../document/fix-together';
import type { PlaygroundDocument } from '../../document/model';
import { goTo } from '../../store/session';
import { usePlayground } from '../../store/store';
import { Icon } from '../icons';
import { EvidenceMark } from './EvidenceMark';
import { runFix } from './fix';
import { helpAddress } from './help-address';
import { bySeverity, describePlace } from './problem-places';

const WHEN = {
  input: 'cannot be read',
  configuration: 'refused when the configuration is stored or deployed',
  request: 'when answering this request',
} as const;

interface Props {
  problems: readonly PlacedProblem[];
  document: PlaygroundDocument;
  readOnly?: boolean;
}

/** Everything to tell, the gravest first, each with its place, its ways out and a page that explains it. */
export function ProblemList({ problems, document, readOnly = false }: Props) {
  const fresh = usePlayground(({ outcome, work }) => outcome.evaluated === work.document);
  if (problems.length === 0) return <p className="empty">No problems found.</p>;
  const safe = readOnly ? [] : safeFixes(problems);
  return (
    <>
      {safe.length > 1 && (
        <p className="problems-head">
          <span>{safe.length} problems can be fixed without changing anything else.</span>
          <button
            type="button"
            className="button"
            aria-disabled={!fresh}
            onClick={() => runFix(fixTogether(safe))}
          >
            Fix all safe
          </button>
        </p>
      )}
      <ul className="problems">
        {bySeverity(problems).map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one id can occur at several places
          <li key={`${problem.id}-${index}`} className="problem" data-severity={problem.severity}>
            <Icon name={problem.severity} />
            <div className="problem-text">
              {problem.title && <p className="problem-title">{problem.title}</p>}
              <p className="problem-message">
                <span className="visually-hidden">{problem.severity}: </span>
                {problem.message} <EvidenceMark evidence={problem.evidence} />
              </p>
              <p className="problem-where">
                <ProblemPlace problem={problem} document={document} />
                {problem.when !== 'request' && <span>{WHEN[problem.when]}</span>}
                <HelpLink problem={problem} />
              </p>
              {!readOnly && problem.fixes && <Fixes fixes={problem.fixes} fresh={fresh} />}
            </div>
          </li>
        ))}
      </ul>
    </>
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

/** The page that explains the problem, in a tab of its own: the work stays where it is. */
function HelpLink({ problem }: { problem: PlacedProblem }) {
  const address = helpAddress(problem.id);
  if (address === undefined) return null;
  return (
    <a className="place-link" href={address} target="_blank" rel="noopener">
      Why<span className="visually-hidden">: {problem.title ?? problem.id}, opens a new tab</span>
    </a>
  );
}

function Fixes({ fixes, fresh }: { fixes: readonly PlacedFix[]; fresh: boolean }) {
  return (
    <p className="problem-fixes">
      {fixes.map((fix) => (
        <button
          key={fix.title}
          type="button"
          className="button"
          title={fix.title}
          aria-disabled={!fresh}
          onClick={() => runFix(fix)}
        >
          <span className="visually-hidden">Apply: </span>
          {fix.title}
        </button>
      ))}
    </p>
  );
}
