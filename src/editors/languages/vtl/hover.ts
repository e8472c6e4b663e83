import type { Explanation } from '../suggestion';
import { chainParts, chainType, partsAt } from './chain';
import { DIRECTIVES } from './knowledge/directives';
import { javaName, memberOf } from './knowledge/members';
import { LOOP_OBJECTS, OBJECTS } from './knowledge/objects';
import { scanTemplate } from './scan';
import { templateVariables } from './variables';

/** What is known about the directive, variable or member at an offset of a template, in UTF-16 units. */
export function explainTemplate(text: string, offset: number): Explanation | undefined {
  for (const token of scanTemplate(text)) {
    if (token.from > offset) return undefined;
    if (token.kind === 'directive' && offset <= token.to)
      return explainDirective(token.name, token.from, token.to);
    if (token.kind !== 'reference') continue;
    if (offset <= token.to) return explainVariable(text, token.name, token.from, token.to);
    const inside = explainMember(text, token.name, token.to, offset);
    if (inside) return inside;
  }
  return undefined;
}

function explainDirective(name: string, from: number, to: number): Explanation | undefined {
  const directive = DIRECTIVES.find((each) => each.name === name);
  return directive && { span: { from, to }, title: `#${name}`, doc: directive.doc };
}

function explainVariable(text: string, name: string, from: number, to: number): Explanation | undefined {
  const own = templateVariables(text).find((variable) => variable.name === name);
  if (own) return { span: { from, to }, title: own.binding, doc: '' };
  const object = [...OBJECTS, ...LOOP_OBJECTS].find((each) => each.name === name);
  return object && { span: { from, to }, title: `$${name}`, doc: object.doc };
}

function explainMember(
  text: string,
  variable: string,
  from: number,
  offset: number,
): Explanation | undefined {
  const parts = partsAt(text, from);
  if (offset > from + parts.length) return undefined;
  for (const { name, at } of chainParts(parts)) {
    if (name === undefined) continue;
    const span = { from: from + at + 1, to: from + at + 1 + name.length };
    if (offset < span.from || offset > span.to) continue;
    const known = memberOf(chainType(variable, parts.slice(0, at), templateVariables(text)), name);
    return (
      known && { span, title: `${name}${known.parameters ?? ''}${javaName(known.type)}`, doc: known.doc }
    );
  }
  return undefined;
}
