import { duplicateCase } from '../../document/changes';
import { edit } from '../../store/session';
import { closeDialog, openDialog, usePlayground } from '../../store/store';
import { AnsweredByField, Base64Field, LatencyField, ThrewField } from '../inputs/case-fields';
import { Dialog } from './Dialog';

/** What a case says besides its answer. */
export function CaseDialog() {
  const document = usePlayground((state) => state.work.document);
  const active = document.cases[document.activeCase];
  if (!active) return null;

  return (
    <Dialog title={`Case ${active.name}`} className="dialog-small" onClose={closeDialog}>
      <div className="fields">
        <AnsweredByField of={active} className="field" text="Answered by" />
        <ThrewField of={active} className="field" text="The Lambda function" />
        <LatencyField of={active} className="field" text="The backend takes, in ms" />
        <Base64Field
          of={active}
          className="field field-check"
          text="The answer’s body is binary and written here in base64"
        />
      </div>
      <div className="dialog-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            edit((current) => duplicateCase(current));
            closeDialog();
          }}
        >
          Duplicate this case
        </button>
        <button type="button" className="button" onClick={() => openDialog('presets')}>
          Add a usual answer
        </button>
      </div>
    </Dialog>
  );
}
