import packed from 'virtual:first-outcome';
import type { Evaluation } from '../document/evaluation';

/** What the default example comes to, computed by the engine when the page was built. */
export const firstEvaluation: Evaluation = JSON.parse(packed, (_key, value) =>
  isBytes(value) ? Uint8Array.from(atob(value.base64), (character) => character.charCodeAt(0)) : value,
);

function isBytes(value: unknown): value is { base64: string } {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'base64';
}
