import type { LensQuestion } from './question';

/** Page to lens worker; one per worker. */
export interface LensRequest {
  question: LensQuestion;
}
