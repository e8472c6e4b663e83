import { ASSUMPTIONS } from '../../engine/pipeline/assumptions';
import { closeDialog } from '../../store/store';
import { EVIDENCE_KINDS } from '../result/evidence-kinds';
import { AgreementTable } from './AgreementTable';
import { Dialog } from './Dialog';

/** How it is known what the service does, what was compared, and everything that is not known. */
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
        <h3>What was compared</h3>
        <AgreementTable />
        <h3>What is assumed ({assumptions.length})</h3>
        <p>Here something had to be chosen. Test these against the service before you rely on them.</p>
        <dl className="assumptions">
          {assumptions.map(([id, { question, assumed, known, evidence }]) => (
            <div key={id}>
              <dt>{question}</dt>
              <dd>
                <strong>Here:</strong> {assumed}
              </dd>
              <dd className="assumption-known">
                Known: {known}
                {evidence !== 'nothing' && ` (${EVIDENCE_KINDS[evidence].word})`}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
