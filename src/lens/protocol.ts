import type { PlaygroundDocument } from '../document/model';
import type { Place } from '../engine/outcome';

/** Page to lens worker; one per worker. */
export interface LensRequest {
  document: PlaygroundDocument;
  /** Where the outcome says its template stands. */
  place: Place;
}
