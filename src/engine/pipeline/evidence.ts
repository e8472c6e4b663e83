import type { Evidence } from '../outcome';
import { ASSUMPTIONS, type AssumptionId } from './assumptions';

/*
 * How each behaviour is known. A stage names its evidence with one of these, so that every step of an outcome
 * carries a mark a person can question.
 */

/** Stated by the service's documentation; `source` is the page's title. */
export function documented(source: string): Evidence {
  return { kind: 'documented', source };
}

/** Observed on the real service; `source` is the name of the recording. */
export function recorded(source: string): Evidence {
  return { kind: 'recorded', source };
}

/** What an emulator whose authors compare it with the service does; nothing was recorded for this very point. */
export function emulatorSource(source: string): Evidence {
  return { kind: 'emulator-source', source };
}

/** Logs, bug reports and answers of users. */
export function community(source: string): Evidence {
  return { kind: 'community', source };
}

/** Same as the Java library the service is built on. */
export function javaLibrary(source: string): Evidence {
  return { kind: 'java-library', source };
}

/** Our choice where evidence is missing; every one is in the list of assumptions. */
export function assumed(id: AssumptionId): Evidence {
  return { kind: 'assumed', source: ASSUMPTIONS[id].assumed, assumption: id };
}
