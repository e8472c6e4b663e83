import type { Position } from '../text/span';
import { positionAt } from './position';
import type { Template } from './tree';

/**
 * Where Velocity says something is: inside a string it counts from the string's own position, adding the string's
 * column on the first line.
 *
 * @param offset in the template's own `source`.
 */
export function positionIn(template: Template, offset: number): Position {
  const { line, column } = positionAt(template.source, offset);
  if (!template.within) return { line, column };
  const string = positionIn(template.within.template, template.within.at);
  return { line: string.line + line - 1, column: line === 1 ? string.column + column : column };
}
