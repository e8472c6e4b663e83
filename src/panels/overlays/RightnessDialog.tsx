import { ASSUMPTIONS } from '../../engine/pipeline/assumptions';
import { closeDialog } from '../../store/store';
import { EVIDENCE_KINDS } from '../result/evidence-kinds';
import { Dialog } from './Dialog';

/** How it is known what the service does, and everything that is not known. */
export function RightnessDialog() {
  const assumptions = Object.entries(ASSUMPTIONS);
  return (
    <Dialog title="How right is this?" className="dialog-wide" onClose={closeDialog}>
      <div className="prose">
        <p>
          Nothing here asks the service. The page imitates it, and every sentence and header says how that
          behaviour is known:
        </p>
        <dl className="kinds">
          {Object.entries(EVIDENCE_KINDS).map(([kind, { word, meaning }]) => (
            <div key={kind}>
              <dt>
                <span className={`evidence-mark evidence-${kind}`}>{word}</span>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <h3>What is assumed ({assumptions.length})</h3>
        <dl className="assumptions">
          {assumptions.map(([id, assumption]) => (
            <div key={id}>
              <dt>{assumption.question}</dt>
              <dd>
                <strong>Here:</strong> {assumption.assumed}
              </dd>
              <dd className="assumption-known">Known: {assumption.known}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
