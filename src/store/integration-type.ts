import { integrationTypeOf } from '../document/changes';
import type { PlaygroundDocument } from '../document/model';
import type { IntegrationType } from '../engine/scenario';

const known = new WeakMap<PlaygroundDocument, IntegrationType>();

/** The integration type of a document, looked up once: half the page asks for it with every key. */
export function integrationType(document: PlaygroundDocument): IntegrationType {
  const type = known.get(document) ?? integrationTypeOf(document);
  known.set(document, type);
  return type;
}
