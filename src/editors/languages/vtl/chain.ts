import { memberOf } from './knowledge/members';
import { LOOP_OBJECTS, OBJECTS } from './knowledge/objects';
import type { Member, ValueType } from './knowledge/types';
import type { TemplateVariable } from './variables';

/** How far back from the cursor a reference is looked for. */
const LOOK_BACK = 400;

/** Steps from variable to variable before a type is given up. */
const MOST_STEPS = 20;

const PART = String.raw`(?:\.[A-Za-z][\w-]*(?:\((?:[^()]|\([^()]*\))*\))?|\[[^\][]*\])`;
const BEFORE_MEMBER = new RegExp(String.raw`\$!?\{?([A-Za-z_][\w-]*)(${PART}*)\.([A-Za-z][\w-]*)?$`);
const EVERY_PART = new RegExp(PART, 'g');
const PARTS = new RegExp(`${PART}*`, 'y');
const WHOLE = new RegExp(String.raw`^\$!?\{?([A-Za-z_][\w-]*)(${PART}*)\}?$`);

/** A reference up to its last dot, and the beginning of the member after it. */
export interface OpenChain {
  name: string;
  /** Everything between the name and the last dot. */
  parts: string;
  /** What is typed of the member. */
  member: string;
}

/** The reference whose member is being typed at the end of `before`, a piece of one line. */
export function openChain(before: string): OpenChain | undefined {
  const match = BEFORE_MEMBER.exec(before.slice(-LOOK_BACK));
  if (!match) return undefined;
  return { name: match[1] ?? '', parts: match[2] ?? '', member: match[3] ?? '' };
}

/** One property, call or index after a variable. */
export interface ChainPart {
  /** Absent for an index. */
  name?: string;
  text: string;
  /** Offset in the parts, in UTF-16 units. */
  at: number;
}

/** Cuts what follows a variable into its parts; what is inside parentheses belongs to the call. */
export function chainParts(parts: string): ChainPart[] {
  return Array.from(parts.matchAll(EVERY_PART), ({ 0: text, index: at }) => {
    const name = /^\.([\w-]+)/.exec(text)?.[1];
    return name === undefined ? { text, at } : { name, text, at };
  });
}

/** Parts that follow the variable that ends at `offset`. */
export function partsAt(text: string, offset: number): string {
  PARTS.lastIndex = offset;
  return PARTS.exec(text)?.[0] ?? '';
}

/** Type of the value that `name` followed by `parts` stands for. */
export function chainType(
  name: string,
  parts: string,
  variables: readonly TemplateVariable[],
  steps = MOST_STEPS,
): ValueType {
  let type = variableType(name, variables, steps);
  for (const part of chainParts(parts)) {
    if (part.name === undefined) {
      type =
        type === 'List' || type === 'Map' || type === 'json' ? 'json' : type === 'params' ? 'Map' : 'unknown';
    } else type = memberType(type, part.name, part.text);
  }
  return type;
}

function memberType(type: ValueType, name: string, part: string): ValueType {
  if (type === 'input' && /^\.params\(\s*\)/.test(part)) return 'params';
  const called = part.endsWith(')');
  const member = memberOf(type, name);
  if (member && (member.parameters !== undefined) === called) return member.type;
  // A map's key read as a property.
  return !called && (type === 'json' || type === 'Map') ? 'json' : 'unknown';
}

function variableType(name: string, variables: readonly TemplateVariable[], steps: number): ValueType {
  const object: Member | undefined = [...OBJECTS, ...LOOP_OBJECTS].find((each) => each.name === name);
  if (object) return object.type;
  const variable = variables.find((each) => each.name === name);
  if (variable === undefined || steps === 0) return 'unknown';
  if (variable.boundBy === 'define') return 'unknown';
  if (variable.boundBy === 'foreach') {
    const list = /\bin\s+(.*?)\s*\)[^)]*$/.exec(variable.binding)?.[1] ?? '';
    return /\.entrySet\(\)$/.test(list) ? 'Entry' : /\.keySet\(\)$/.test(list) ? 'String' : 'json';
  }
  return expressionType(/=\s*(.*?)\s*\)$/.exec(variable.binding)?.[1] ?? '', variables, steps - 1);
}

function expressionType(
  expression: string,
  variables: readonly TemplateVariable[],
  steps: number,
): ValueType {
  if (/^(?:"[^"]*"|'[^']*')$/.test(expression)) return 'String';
  if (/^-?\d+(?:\.\d+)?$/.test(expression)) return 'Number';
  if (/^(?:true|false)$/.test(expression)) return 'Boolean';
  if (/^\[.*\]$/.test(expression)) return 'List';
  if (/^\{.*\}$/.test(expression)) return 'Map';
  const reference = WHOLE.exec(expression);
  return reference ? chainType(reference[1] ?? '', reference[2] ?? '', variables, steps) : 'unknown';
}
