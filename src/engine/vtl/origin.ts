import type { ValueSource } from '../outcome';
import type { JavaList, JavaMap, JavaValue } from '../values/types';
import type { Run } from './run';

/** Where a value came from. Never changed once made: values share them. */
export type Origin = ValueSource;

/** A key as it appears in a path. */
export function keyName(key: JavaValue): string {
  if (typeof key === 'string') return key;
  return typeof key === 'object' ? '?' : String(key);
}

/** The path of a member: `.name` where that can be written, otherwise `['na me']` or `[0]`. */
export function joinPath(path: string, key: JavaValue): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const name = keyName(key);
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name)) return `${path}['${name}']`;
  return path === '' ? name : `${path}.${name}`;
}

/** The origin of a member of a map or list, with its place in the body when it was parsed from there. */
export function memberOf(
  run: Run,
  container: JavaMap | JavaList,
  key: JavaValue,
  origin: Origin | null,
): Origin | null {
  const stored = run.observation?.storedOrigin(container, key);
  if (stored !== undefined) return stored;
  // A constant is one place in the template, whatever is in it.
  if (origin === null || origin.derived || origin.in === 'template') return origin;
  if (run.observation?.isChanged(container)) return { ...origin, derived: true };
  const member: Origin = { in: origin.in, path: joinPath(origin.path, key) };
  const { document, index } = container;
  if (document && document === run.bodyDocument() && (typeof key === 'string' || typeof key === 'number')) {
    const span = document.memberSpan(index, key);
    if (span) member.span = span;
  }
  return member;
}
