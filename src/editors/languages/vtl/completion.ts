import type { Suggestion } from '../suggestion';
import { chainType, openChain } from './chain';
import { DIRECTIVES } from './knowledge/directives';
import { javaName, membersOf } from './knowledge/members';
import { LOOP_OBJECTS, OBJECTS } from './knowledge/objects';
import type { Member } from './knowledge/types';
import { scanTemplate } from './scan';
import { type TemplateVariable, templateVariables } from './variables';

/** What can be typed at an offset of a template, in UTF-16 units. */
export function completeTemplate(text: string, offset: number): Suggestion[] {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const directive = /(\\*)#\{?([a-z]*)$/.exec(before);
  if (directive) {
    const escaped = (directive[1] ?? '').length % 2 === 1;
    const from = offset - (directive[0].length - (directive[1] ?? '').length);
    return escaped || inComment(text, offset) ? [] : directives(from, offset, directive[0].includes('{'));
  }
  const chain = openChain(before);
  if (chain) {
    if (inComment(text, offset)) return [];
    const type = chainType(chain.name, chain.parts, templateVariables(text));
    const replace = { from: offset - chain.member.length, to: offset };
    return membersOf(type).map((member) => suggestMember(member, replace));
  }
  const reference = /\$!?\{?([A-Za-z_][\w-]*)?$/.exec(before);
  if (!reference || inComment(text, offset)) return [];
  return references(text, offset, (reference[1] ?? '').length);
}

function directives(from: number, to: number, braced: boolean): Suggestion[] {
  return DIRECTIVES.map(({ name, snippet, doc }) => ({
    label: `#${name}`,
    insert: braced ? `#{${name}\\}` : snippet,
    replace: { from, to },
    kind: 'keyword',
    detail: '',
    doc,
  }));
}

function suggestMember({ name, parameters, type, doc }: Member, replace: Suggestion['replace']): Suggestion {
  if (parameters === undefined) {
    return {
      label: name,
      insert: name,
      replace,
      kind: 'property',
      detail: javaName(type),
      doc,
    };
  }
  const path = parameters === '(jsonPath)';
  const insert = path ? `${name}('\\$\${1}')` : `${name}(${parameters === '()' ? '' : '${1}'})`;
  return { label: name, insert, replace, kind: 'method', detail: parameters, doc };
}

function references(text: string, offset: number, typed: number): Suggestion[] {
  const replace = { from: offset - typed, to: offset };
  const loops = insideLoop(text, offset) ? LOOP_OBJECTS : [];
  return [
    ...templateVariables(text)
      // The name that is being typed is not yet a variable.
      .filter(
        ({ at, name }) =>
          !(at < offset && text.slice(offset - name.length, offset) === name && name.length === typed),
      )
      .map((variable) => suggestVariable(variable, replace)),
    ...[...OBJECTS, ...loops].map(
      ({ name, doc }): Suggestion => ({
        label: name,
        insert: name,
        replace,
        kind: 'variable',
        detail: '',
        doc,
      }),
    ),
  ];
}

function suggestVariable({ name, binding }: TemplateVariable, replace: Suggestion['replace']): Suggestion {
  return { label: name, insert: name, replace, kind: 'variable', detail: '', doc: binding };
}

function inComment(text: string, offset: number): boolean {
  return scanTemplate(text).some(({ kind, from, to }) => {
    if ((kind !== 'comment' && kind !== 'textBlock') || from >= offset) return false;
    // A line comment goes on at its end, and so does one that nothing closes.
    return (
      offset < to || (offset === to && !/^#(?:\*[\s\S]*\*#|\[\[[\s\S]*\]\]#)$/.test(text.slice(from, to)))
    );
  });
}

function insideLoop(text: string, offset: number): boolean {
  const open: string[] = [];
  for (const token of scanTemplate(text)) {
    if (token.from >= offset) break;
    if (token.kind !== 'directive') continue;
    if (token.name === 'end') open.pop();
    else if (['if', 'foreach', 'define', 'macro'].includes(token.name)) open.push(token.name);
  }
  return open.includes('foreach');
}
