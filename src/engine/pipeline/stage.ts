import type { Evidence, Problem, Step } from '../outcome';
import type { GatewayResponseType } from '../scenario';

/** What a stage has to say besides its value. */
export interface Account {
  steps: Step[];
  problems: Problem[];
}

/** A stage that cannot fail. */
export type Told<T> = { value: T } & Account;

/** A stage after which API Gateway may answer by itself. */
export type Staged<T> = ({ ok: true; value: T } & Account) | ({ ok: false; failure: Failure } & Account);

/** Why API Gateway answers by itself. */
export interface Failure {
  responseType: GatewayResponseType;
  /** How it is known that the failure has this type. Absent: documented. */
  typeEvidence?: Evidence;
  /** Status set by the failing step; it gives way to a customised one. Absent: the default of the type. */
  statusCode?: number;
  /** `$context.error.message`. Absent: the service's text for the type. */
  message?: string;
  /** `$context.error.validationErrorString`. */
  validationErrorString?: string;
  /** Line of the execution log. Absent: the log does not tell. */
  logLine?: string;
  /** The backend was called before things failed. */
  requestSent?: true;
}

/** A failure the execution log calls a configuration error (§13 lists the known reasons). */
export function configurationError(reason: string, statusCode = 500): Failure {
  return {
    responseType: 'API_CONFIGURATION_ERROR',
    statusCode,
    logLine: `Execution failed due to configuration error: ${reason}`,
  };
}

/** A user's value inside a sentence: cut when long, line breaks made visible. */
export function shorten(value: string, limit = 80): string {
  const cut = value.length > limit ? `${value.slice(0, limit - 1)}…` : value;
  return cut.replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, '↵');
}

/** A message of another part, ended as a sentence. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** `1 character`, `17 characters`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
