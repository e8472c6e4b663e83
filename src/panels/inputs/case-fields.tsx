import { type CaseOptions, setCaseOptions } from '../../document/changes';
import type { BackendCase } from '../../document/model';
import { gatewayResponseDefaults } from '../../engine/pipeline/gateway-response-types';
import { GATEWAY_RESPONSE_TYPES, type GatewayResponseType } from '../../engine/scenario';
import { edit } from '../../store/session';

/*
 * The controls for what a case says besides its answer. They stand under the cases, where they are in sight, and in
 * the dialog of a case, with more words.
 */

export interface CaseFieldProps {
  of: BackendCase;
  /** What stands beside the control. */
  text: string;
  /** Accessible name, where the text alone does not say enough. */
  name?: string;
  title?: string;
  className: string;
}

/** The longest time a backend can be said to take, in ms: one hour. */
const LONGEST = 3_600_000;

/** The gateway responses as they are looked for: by the class of the status. */
const FAILURES = (['4XX', '5XX'] as const).map((statusClass) => ({
  statusClass,
  title: statusClass === '4XX' ? 'API Gateway refuses the request (4XX)' : 'API Gateway fails (5XX)',
  types: GATEWAY_RESPONSE_TYPES.filter((type) => classOf(type) === statusClass),
}));

function classOf(type: GatewayResponseType): '4XX' | '5XX' {
  const { statusCode, fallback } = gatewayResponseDefaults(type);
  if (type === 'DEFAULT_4XX' || type === 'DEFAULT_5XX') return type === 'DEFAULT_4XX' ? '4XX' : '5XX';
  return fallback === 'DEFAULT_4XX' || (statusCode ?? 500) < 500 ? '4XX' : '5XX';
}

/** Whether the backend answers, or API Gateway with one of its 21 gateway responses. */
export function AnsweredByField({ of, text, name, ...label }: CaseFieldProps) {
  return (
    <label {...label}>
      <span>{text}</span>
      <select
        aria-label={name}
        value={of.gatewayFailure ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ gatewayFailure: GATEWAY_RESPONSE_TYPES.find((type) => type === value) })
        }
      >
        <option value="">the backend</option>
        {FAILURES.map(({ statusClass, title, types }) => (
          <optgroup key={statusClass} label={title}>
            {types.map((type) => (
              <option key={type} value={type}>
                {[type, gatewayResponseDefaults(type).statusCode].filter(Boolean).join(' · ')}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

/** Whether the Lambda function threw. */
export function ThrewField({ of, text, name, ...label }: CaseFieldProps) {
  const value = of.functionError === undefined ? 'guess' : of.functionError ? 'threw' : 'returned';
  return (
    <label {...label}>
      <span>{text}</span>
      <select
        aria-label={name}
        value={value}
        onChange={({ currentTarget: { value: chosen } }) =>
          change({ functionError: chosen === 'guess' ? undefined : chosen === 'threw' })
        }
      >
        <option value="guess">guessed</option>
        <option value="threw">threw</option>
        <option value="returned">returned</option>
      </select>
    </label>
  );
}

/** How long the backend takes, in ms. */
export function LatencyField({ of, text, name, ...label }: CaseFieldProps) {
  return (
    <label {...label}>
      <span>{text}</span>
      <input
        type="number"
        aria-label={name}
        min={0}
        max={LONGEST}
        step={100}
        placeholder="0"
        value={of.latencyInMillis ?? ''}
        onChange={({ currentTarget: { value } }) => change({ latencyInMillis: latency(value) })}
      />
    </label>
  );
}

/** Whether the answer's body is written in base64. */
export function Base64Field({ of, text, name, ...label }: CaseFieldProps) {
  return (
    <label {...label}>
      <input
        type="checkbox"
        aria-label={name}
        checked={of.base64 ?? false}
        onChange={({ currentTarget: { checked } }) => change({ base64: checked || undefined })}
      />
      <span>{text}</span>
    </label>
  );
}

function change(options: CaseOptions) {
  edit((document) => setCaseOptions(document, options));
}

function latency(value: string): number | undefined {
  const millis = Math.round(Number(value));
  return value === '' || !Number.isFinite(millis) || millis <= 0 ? undefined : Math.min(millis, LONGEST);
}
