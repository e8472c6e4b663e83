import { chainType, openChain } from './chain';
import { memberOf } from './knowledge/members';
import { templateVariables } from './variables';

/** The call whose arguments are being typed. */
export interface CallSignature {
  /** Such as `replace(text, by)`. */
  label: string;
  parameters: string[];
  /** Index of the parameter the cursor is at. */
  active: number;
  /** Plain text. */
  doc: string;
}

/** The innermost known call that is open at an offset of a template, in UTF-16 units. */
export function signatureAt(text: string, offset: number): CallSignature | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const call = openCall(line);
  const chain = call && openChain(line.slice(0, call.at));
  if (!chain) return undefined;
  const type = chainType(chain.name, chain.parts, templateVariables(text));
  const member = memberOf(type, chain.member);
  if (member?.parameters === undefined) return undefined;
  const parameters = member.parameters
    .slice(1, -1)
    .split(', ')
    .filter((name) => name !== '');
  const active = Math.min(call.commas, Math.max(0, parameters.length - 1));
  return { label: member.name + member.parameters, parameters, active, doc: member.doc };
}

/** Where the innermost open parenthesis stands, and how many commas came after it at its own depth. */
function openCall(line: string): { at: number; commas: number } | undefined {
  const open: { at: number; commas: number }[] = [];
  for (const match of line.matchAll(/"[^"]*(?:"|$)|'[^']*(?:'|$)|[()[\],]/g)) {
    const [sign] = match;
    if (sign === '(' || sign === '[') open.push({ at: match.index, commas: 0 });
    else if (sign === ')' || sign === ']') open.pop();
    else if (sign === ',') {
      const call = open.at(-1);
      if (call) call.commas += 1;
    }
  }
  return open.at(-1);
}
