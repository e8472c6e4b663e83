import { duplicateCase, setCaseOptions } from '../../document/changes';
import { GATEWAY_RESPONSE_TYPES, type GatewayResponseType } from '../../engine/scenario';
import { edit } from '../../store/session';
import { closeDialog, usePlayground } from '../../store/store';
import { Dialog } from './Dialog';

/** What a case says besides its answer. */
export function CaseDialog() {
  const document = usePlayground((state) => state.work.document);
  const active = document.cases[document.activeCase];
  if (!active) return null;
  const functionError = active.functionError === undefined ? 'guess' : active.functionError ? 'yes' : 'no';

  return (
    <Dialog title={`Case ${active.name}`} className="dialog-small" onClose={closeDialog}>
      <div className="fields">
        <label className="field">
          <span>Answered by</span>
          <select
            value={active.gatewayFailure ?? ''}
            onChange={({ currentTarget: { value } }) =>
              edit((current) => setCaseOptions(current, { gatewayFailure: failureType(value) }))
            }
          >
            <option value="">the backend</option>
            <optgroup label="API Gateway itself, with the gateway response">
              {GATEWAY_RESPONSE_TYPES.map((type) => (
                <option key={type}>{type}</option>
              ))}
            </optgroup>
          </select>
        </label>
        <label className="field">
          <span>The Lambda function threw</span>
          <select
            value={functionError}
            onChange={({ currentTarget: { value } }) =>
              edit((current) =>
                setCaseOptions(current, { functionError: value === 'guess' ? undefined : value === 'yes' }),
              )
            }
          >
            <option value="guess">when the payload looks like an error</option>
            <option value="yes">yes</option>
            <option value="no">no</option>
          </select>
        </label>
        <label className="field">
          <span>The backend takes, in ms</span>
          <input
            type="number"
            min={0}
            max={3_600_000}
            step={100}
            placeholder="0"
            value={active.latencyInMillis ?? ''}
            onChange={({ currentTarget: { value } }) =>
              edit((current) => setCaseOptions(current, { latencyInMillis: latency(value) }))
            }
          />
        </label>
        <label className="field field-check">
          <input
            type="checkbox"
            checked={active.base64 ?? false}
            onChange={({ currentTarget: { checked } }) =>
              edit((current) => setCaseOptions(current, { base64: checked || undefined }))
            }
          />
          <span>The answer’s body is binary and written here in base64</span>
        </label>
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
      </div>
    </Dialog>
  );
}

function failureType(value: string): GatewayResponseType | undefined {
  return GATEWAY_RESPONSE_TYPES.find((type) => type === value);
}

function latency(value: string): number | undefined {
  const millis = Math.round(Number(value));
  return value === '' || !Number.isFinite(millis) || millis <= 0 ? undefined : Math.min(millis, 3_600_000);
}
