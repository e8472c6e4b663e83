import { parseJson } from '../json/parse-json';
import { compilePath } from '../jsonpath/compile-path';
import { evaluatePath } from '../jsonpath/evaluate-path';
import type { Fix, MissingReference, Problem } from '../outcome';
import { shorten } from '../pipeline/stage';
import { getFromMap } from '../values/maps';
import { JavaList, JavaMap, type JavaValue } from '../values/types';
import type { Call, StringLiteral } from '../vtl/tree';
import { type DiagnosisContext, tellProblem } from './context';
import { nearestName } from './nearest-name';
import { type Findings, MAX_TOLD, type Rendered } from './rendered';
import { bareText, type SeenReference } from './template-walk';

/** D10, D11, D24, D25, and misspelt names in a path (D6): what `$input` is asked for. */
export function* pathFindings(rendered: Rendered, context: DiagnosisContext): Findings {
  let told = 0;
  for (const fact of rendered.facts.missing) {
    const seen = rendered.referenceAt(fact.template);
    const asked = seen && pathAsked(seen, fact);
    const problem = asked && explain(rendered, context, asked);
    if (problem) yield problem;
    if (problem && ++told >= MAX_TOLD) break;
  }
  yield* listsOfOne(rendered, context);
}

/** A call of `$input.path` or `json` with a path that found nothing. */
interface AskedPath {
  seen: SeenReference;
  call: Call;
  path: string;
  /** The path in the template, when it is written there as it is. */
  literal: StringLiteral | undefined;
}

function pathAsked(seen: SeenReference, fact: MissingReference): AskedPath | undefined {
  const { node } = seen;
  const [call] = node.parts;
  if (node.root !== 'input' || call?.type !== 'call' || call.name !== 'path') return undefined;
  const [argument] = call.arguments;
  const literal = argument?.type === 'string' && !argument.template ? argument : undefined;
  const path = fact.part === 0 ? fact.argument : literal?.text;
  return path === undefined ? undefined : { seen, call, path, literal };
}

function explain(rendered: Rendered, context: DiagnosisContext, asked: AskedPath): Problem | undefined {
  const { json } = context.payload;
  if (!json?.ok) return undefined;
  return (
    insideMessage(rendered, json.value, asked) ??
    dottedKey(rendered, json.value, asked) ??
    misspelt(rendered, json.value, asked) ??
    fromRequest(rendered, context, asked)
  );
}

// ### D10

const IN_MESSAGE = /^\$(?:\.errorMessage|\['errorMessage'\])((?:\.\w[\w-]*|\['[^']+'\]|\[\d+\])+)$/;

function insideMessage(rendered: Rendered, answer: JavaValue, asked: AskedPath): Problem | undefined {
  const rest = IN_MESSAGE.exec(asked.path)?.[1];
  const message = answer instanceof JavaMap ? getFromMap(answer, 'errorMessage') : null;
  if (rest === undefined || typeof message !== 'string') return undefined;
  const parsed = /^\s*\{/.test(message) ? parseJson(message) : undefined;
  const isObject = parsed?.ok === true && parsed.value instanceof JavaMap;
  return tellProblem('path-on-text-message', {
    message:
      `errorMessage is the text ${shorten(message, 60)}, which has no members, so ${shorten(asked.path, 60)} finds nothing.` +
      (isObject ? ' It is JSON: parse it with $util.parseJson first.' : ''),
    place: rendered.placeOf(asked.seen.node),
    fixes: isObject ? parseFix(rendered, asked, rest) : [],
  });
}

/** Parses the message in a line of its own and reads from what comes out. */
function parseFix(rendered: Rendered, { seen, call }: AskedPath, rest: string): Fix[] {
  const { node } = seen;
  if (seen.role === 'text' || !/^(?:\.[A-Za-z][\w-]*)+$/.test(rest)) return [];
  const taken = (name: string) => rendered.parts.assigned.has(name);
  const name = ['error', 'errorObject', 'parsedError'].find((candidate) => !taken(candidate));
  if (name === undefined) return [];
  const after = rendered.textOf({ from: call.to, to: node.to }).replace(/\}$/, '');
  const read = node.form === 'formal' ? `\${${name}${rest}${after}}` : `$${name}${rest}${after}`;
  return [
    {
      title: 'Parse the message as JSON first',
      safe: false,
      edits: [
        {
          kind: 'replace',
          place: rendered.placeOf({ from: 0, to: 0 }),
          text: `#set($${name} = $util.parseJson($input.path('$.errorMessage')))\n`,
        },
        { kind: 'replace', place: rendered.placeOf(node), text: read },
      ],
    },
  ];
}

// ### D24 and D6: keys that are nearly there

/** The steps of a path that has only names and positions. */
function plainSteps(path: string): { text: string; key: string | number }[] | undefined {
  if (!/^\$(?:\.[\w-]+|\['[^'\]]+'\]|\[\d+\])*$/.test(path)) return undefined;
  return Array.from(path.matchAll(/\.([\w-]+)|\['([^']+)'\]|\[(\d+)\]/g), (match) => ({
    text: match[0],
    key: match[3] === undefined ? (match[1] ?? match[2]!) : Number(match[3]),
  }));
}

function memberOf(value: JavaValue, key: string | number): JavaValue {
  if (value instanceof JavaMap) return getFromMap(value, key);
  return value instanceof JavaList && typeof key === 'number' ? (value.items[key] ?? null) : null;
}

/** How far a path gets: the last value and the index of the step that finds nothing in it. */
function reach(
  answer: JavaValue,
  steps: readonly { key: string | number }[],
): { value: JavaValue; at: number } {
  let value = answer;
  for (const [at, { key }] of steps.entries()) {
    const next = memberOf(value, key);
    if (next === null) return { value, at };
    value = next;
  }
  return { value, at: steps.length };
}

function dottedKey(rendered: Rendered, answer: JavaValue, asked: AskedPath): Problem | undefined {
  const steps = plainSteps(asked.path);
  if (!steps) return undefined;
  for (let start = 0; start < steps.length; start++) {
    const { value, at } = reach(answer, steps.slice(0, start));
    if (at < start || !(value instanceof JavaMap)) return undefined;
    for (let end = steps.length; end > start + 1; end--) {
      const some = steps.slice(start, end);
      if (!some.every(({ text }) => text.startsWith('.'))) continue;
      const key = some.map((step) => step.key).join('.');
      const found = getFromMap(value, key);
      if (found === null || reach(found, steps.slice(end)).at < steps.length - end) continue;
      const texts = steps.map(({ text }) => text);
      const path = `$${texts.slice(0, start).join('')}['${key}']${texts.slice(end).join('')}`;
      return tellProblem('jsonpath-key-needs-brackets', {
        message: `${shorten(asked.path, 60)} finds nothing; the answer has a key “${shorten(key, 60)}”, which is written ${shorten(path, 80)}.`,
        place: rendered.placeOf(asked.seen.node),
        fixes: pathFix(rendered, asked, path),
      });
    }
  }
  return undefined;
}

/** Writes another path, in quotes that let it be what it is. */
function pathFix(rendered: Rendered, { literal, seen }: AskedPath, path: string): Fix[] {
  if (!literal || seen.role === 'text') return [];
  const quote = path.includes("'") ? '"' : "'";
  return [
    {
      title: `Read ${shorten(path, 60)}`,
      safe: false,
      edits: [{ kind: 'replace', place: rendered.placeOf(literal), text: `${quote}${path}${quote}` }],
    },
  ];
}

function misspelt(rendered: Rendered, answer: JavaValue, asked: AskedPath): Problem | undefined {
  const steps = plainSteps(asked.path);
  const { node, role } = asked.seen;
  if (!steps || role === 'condition' || rendered.parts.checked.has(bareText(rendered.parts.source, node))) {
    return undefined;
  }
  const { value, at } = reach(answer, steps);
  const step = steps[at];
  if (!step || !(value instanceof JavaMap) || typeof step.key !== 'string' || value.entries.has(step.key)) {
    return undefined;
  }
  const keys = Array.from(value.entries.values()).flatMap(({ key }) =>
    typeof key === 'string' ? [key] : [],
  );
  const meant = nearestName(step.key, keys.slice(0, 200));
  if (meant === undefined) return undefined;
  const texts = steps.map(({ text }) => text);
  texts[at] = /^[\w-]+$/.test(meant) ? `.${meant}` : `['${meant}']`;
  return tellProblem('unresolved-reference', {
    message: `${shorten(asked.path, 60)} finds nothing: there is no ${shorten(step.key, 40)}, but there is ${shorten(meant, 40)}.`,
    place: rendered.placeOf(node),
    fixes: meant.includes("'") ? [] : pathFix(rendered, asked, `$${texts.join('')}`),
  });
}

// ### D11

/** What the client sent and the backend did not hand back. */
function fromRequest(rendered: Rendered, context: DiagnosisContext, asked: AskedPath): Problem | undefined {
  const { body } = context.setup.request;
  const steps = plainSteps(asked.path);
  if (asked.seen.role === 'condition' || !steps || steps.length === 0 || !/^\s*\{/.test(body))
    return undefined;
  const parsed = parseJson(body);
  if (!parsed.ok || reach(parsed.value, steps).at < steps.length) return undefined;
  return tellProblem('input-body-is-the-lambda-value', {
    message: `${shorten(asked.path, 60)} is in the body the client sent, but not in the backend’s answer, which is what $input reads here.`,
    place: rendered.placeOf(asked.seen.node),
  });
}

// ### D25

function* listsOfOne(rendered: Rendered, context: DiagnosisContext): Findings {
  const { json } = context.payload;
  if (!json?.ok) return;
  const told = new Set<number>();
  for (const { piece } of rendered.values) {
    if (told.has(piece.template.from)) continue;
    told.add(piece.template.from);
    const seen = rendered.referenceAt(piece.template);
    const problem = seen && listOfOne(rendered, json.value, seen);
    if (problem) yield problem;
  }
}

function listOfOne(rendered: Rendered, answer: JavaValue, { node }: SeenReference): Problem | undefined {
  const [call] = node.parts;
  if (node.root !== 'input' || node.parts.length !== 1 || call?.type !== 'call') return undefined;
  const [argument] = call.arguments;
  const isRead = call.name === 'path' || call.name === 'json';
  if (!isRead || argument?.type !== 'string' || argument.template) return undefined;
  const compiled = compilePath(argument.text);
  if (!compiled.ok || compiled.path.definite) return undefined;
  const found = evaluatePath(compiled.path, answer);
  if (!found.ok || !(found.value instanceof JavaList) || found.value.items.length !== 1) return undefined;
  return tellProblem('jsonpath-filter-returns-list', {
    message: `${shorten(argument.text, 60)} finds one value, and still gives a list with it: the brackets are printed.`,
    place: rendered.placeOf(node),
    fixes:
      call.name === 'path'
        ? [
            {
              title: 'Take the first one',
              safe: false,
              edits: [
                { kind: 'replace', place: rendered.placeOf({ from: call.to, to: call.to }), text: '[0]' },
              ],
            },
          ]
        : [],
  });
}
