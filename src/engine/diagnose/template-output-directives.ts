import type { Fix, Problem } from '../outcome';
import { shorten } from '../pipeline/stage';
import { getFromMap } from '../values/maps';
import { JavaMap } from '../values/types';
import type { Binary, Expression, Foreach, If, Reference } from '../vtl/tree';
import { type DiagnosisContext, tellProblem } from './context';
import { type Findings, MAX_TOLD, type Rendered } from './rendered';
import { bareText, spanKey } from './template-walk';

/** D8, D16 to D18, D20, D21, D23: directives, and the signs that are taken for them. */
export function* directiveFindings(rendered: Rendered, context: DiagnosisContext): Findings {
  yield* first(trailingCommas(rendered));
  yield* first(emptyConditions(rendered));
  yield* first(textsInOrder(rendered, context));
  yield* first(keptValues(rendered));
  yield* first(indentedDirectives(rendered));
  yield* first(eatenTexts(rendered));
  yield* first(singleQuotes(rendered));
  yield* first(longLoops(rendered));
}

function* first(findings: Findings): Findings {
  let told = 0;
  for (const problem of findings) {
    if (++told > MAX_TOLD) return;
    yield problem;
  }
}

// ### D8

function* trailingCommas(rendered: Rendered): Findings {
  if (!rendered.isJson) return;
  for (const loop of rendered.parts.loops) {
    const at = lastComma(rendered, loop);
    if (at === undefined) continue;
    const span = { from: at, to: at + 1 };
    yield tellProblem('trailing-comma-in-loop', {
      ...(rendered.fault && endsAfterComma(rendered) && { severity: 'error' as const }),
      message: `The loop in ${rendered.lineOf(loop)} writes a comma after its last item too, before the ${rendered.parts.source.slice(loop.to).trimStart()[0]} that ends the list.`,
      place: rendered.placeOf(span),
      fixes: [
        {
          title: 'Write the comma only between items',
          safe: true,
          edits: [{ kind: 'replace', place: rendered.placeOf(span), text: '#if($foreach.hasNext),#end' }],
        },
      ],
    });
  }
}

/** Offset of the comma a loop's body ends with, when a bracket follows the loop. */
function lastComma({ parts }: Rendered, { body, to }: Foreach): number | undefined {
  if (!/^\s*[\]}]/.test(parts.source.slice(to, to + 200))) return undefined;
  const last = body.items.findLast((item) => item.type !== 'text' || item.text.trim() !== '');
  if (last?.type !== 'text' || last.what !== 'plain') return undefined;
  const text = parts.source.slice(last.from, last.to).trimEnd();
  return text.endsWith(',') ? last.from + text.length - 1 : undefined;
}

function endsAfterComma({ output, fault }: Rendered): boolean {
  return fault !== undefined && output.slice(0, fault.offset).trimEnd().endsWith(',');
}

// ### D16

function* emptyConditions(rendered: Rendered): Findings {
  const { missing, empty } = rendered.facts;
  const nothing = new Map<string, 'nothing' | 'text' | 'list' | 'map'>();
  for (const { template } of missing) nothing.set(spanKey(template), 'nothing');
  for (const { template, what } of empty) nothing.set(spanKey(template), what);
  for (const directive of rendered.parts.ifs) yield* emptyCondition(rendered, directive, nothing);
}

const WHAT = {
  nothing: 'has no value',
  text: 'is an empty text',
  list: 'is an empty list',
  map: 'is an empty object',
};

function* emptyCondition(
  rendered: Rendered,
  { branches }: If,
  nothing: ReadonlyMap<string, keyof typeof WHAT>,
): Findings {
  for (const { condition } of branches) {
    for (const { asked, whole, negated } of truthsAsked(condition, false)) {
      const what = nothing.get(spanKey(asked));
      if (!what || asked.root === 'foreach' || isAskedAgain(rendered, asked, condition)) continue;
      const text = rendered.textOf(asked);
      const better = askingFor(text, what, negated);
      yield tellProblem('if-empty-and-null', {
        message: `${shorten(text, 60)} ${WHAT[what]}, and #if takes that for true: only the boolean false is false.`,
        place: rendered.placeOf(whole),
        fixes: [
          {
            title: negated ? 'Ask whether it is empty' : 'Ask whether there is something in it',
            safe: false,
            edits: [
              {
                kind: 'replace',
                place: rendered.placeOf(whole),
                text: whole === condition ? better : `(${better})`,
              },
            ],
          },
        ],
      });
    }
  }
}

interface AskedTruth {
  asked: Reference;
  /** The reference, with the sign that negates it. */
  whole: Expression;
  negated: boolean;
}

/** References of which a condition asks nothing but whether they are true. */
function* truthsAsked(node: Expression, negated: boolean, whole = node): Iterable<AskedTruth> {
  if (node.type === 'reference') yield { asked: node, whole, negated };
  else if (node.type === 'not' && node.operand.type === 'reference')
    yield* truthsAsked(node.operand, !negated, node);
  else if (node.type === 'binary' && (node.operator === '&&' || node.operator === '||')) {
    yield* truthsAsked(node.left, false);
    yield* truthsAsked(node.right, false);
  }
}

/** A condition that also compares the reference, or asks for its size, knows what it does. */
function isAskedAgain(rendered: Rendered, asked: Reference, condition: Expression): boolean {
  const name = bareText(rendered.parts.source, asked);
  return rendered.textOf(condition).split(name).length > 2;
}

function askingFor(text: string, what: keyof typeof WHAT, negated: boolean): string {
  if (what === 'list' || what === 'map') return `${bare(text)}.size() ${negated ? '==' : '>'} 0`;
  return negated ? `!${text} || ${text} == ""` : `${text} && ${text} != ""`;
}

/** A reference in braces cannot be continued. */
function bare(text: string): string {
  return text.replace(/^\$!?\{(.*)\}$/, '$$$1');
}

// ### D17

const ORDER: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

function* textsInOrder(rendered: Rendered, context: DiagnosisContext): Findings {
  for (const node of rendered.parts.binaries) {
    if (!ORDER.has(node.operator)) continue;
    for (const side of [node.left, node.right]) {
      const text = textOfSide(side, rendered, context);
      if (text === undefined) continue;
      yield textInOrder(rendered, node, side, text);
      break;
    }
  }
}

/** The text on one side of a comparison: written there, or read from the answer by a fixed path. */
function textOfSide(side: Expression, rendered: Rendered, context: DiagnosisContext): string | undefined {
  if (side.type === 'string') return side.template ? undefined : side.text;
  const path = side.type === 'reference' ? pathOf(side, rendered) : undefined;
  const { json } = context.payload;
  if (path === undefined || !json?.ok) return undefined;
  let value = json.value;
  for (const key of path) {
    const next = value instanceof JavaMap ? getFromMap(value, key) : null;
    if (next === null) return undefined;
    value = next;
  }
  return typeof value === 'string' ? value : undefined;
}

/** The names of a plain path such as `$.a.b`, also behind a variable that is set once. */
function pathOf({ root, parts }: Reference, rendered: Rendered): string[] | undefined {
  const [call] = parts;
  if (root === 'input' && parts.length === 1 && call?.type === 'call' && call.name === 'path') {
    const [argument] = call.arguments;
    if (argument?.type !== 'string' || !/^\$(?:\.[\w-]+)+$/.test(argument.text)) return undefined;
    return argument.text.split('.').slice(1);
  }
  if (parts.length > 0) return undefined;
  const sets = rendered.parts.sets.filter(({ target }) => target.root === root && target.parts.length === 0);
  const value = sets.length === 1 ? sets[0]?.value : undefined;
  const isLoop = rendered.parts.loops.some(({ variable }) => variable === root);
  return value?.type === 'reference' && value.root === 'input' && !isLoop
    ? pathOf(value, rendered)
    : undefined;
}

function textInOrder(rendered: Rendered, node: Binary, side: Expression, text: string): Problem {
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(text);
  const fixes: Fix[] =
    side.type === 'string' && isNumber
      ? [
          {
            title: `Write ${text} without quotes`,
            safe: false,
            edits: [{ kind: 'replace', place: rendered.placeOf(side), text }],
          },
        ]
      : [];
  return tellProblem('equality-types', {
    message: `“${shorten(text, 40)}” is text, and ${node.operator} compares numbers only: ${shorten(rendered.textOf(node), 60)} is never true.`,
    place: rendered.placeOf(node),
    fixes,
  });
}

// ### D18

function* keptValues(rendered: Rendered): Findings {
  for (const span of rendered.facts.kept) {
    const set = rendered.parts.sets.find(({ from, to }) => from === span.from && to === span.to);
    if (!set) continue;
    const calculation = shorten(rendered.textOf(set.value), 60);
    yield tellProblem('set-null-keeps-old', {
      message: `${calculation} has no result here, so ${shorten(rendered.textOf(set.target), 60)} keeps the value it had.`,
      place: rendered.placeOf(set),
    });
  }
}

// ### D20

/** Types in which every blank counts. */
const EXACT = new Set(['text/plain', 'text/csv', 'text/tab-separated-values']);

function* indentedDirectives(rendered: Rendered): Findings {
  if (!EXACT.has(rendered.mediaType)) return;
  const { source, beforeDirectives } = rendered.parts;
  for (const { before, directive } of beforeDirectives) {
    if (before.type !== 'text') continue;
    const blanks = /(?:^|\n)([ \t]+)$/.exec(source.slice(before.from, directive.from))?.[1];
    if (!blanks || (before.from > 0 && source.slice(before.from, directive.from) === blanks)) continue;
    const span = { from: directive.from - blanks.length, to: directive.from };
    yield tellProblem('whitespace-in-output', {
      message: `The ${blanks.length} blanks before the directive in ${rendered.lineOf(directive)} are printed.`,
      place: rendered.placeOf(span),
      fixes: [
        {
          title: 'Begin the directive at the start of the line',
          safe: false,
          edits: [{ kind: 'replace', place: rendered.placeOf(span), text: '' }],
        },
      ],
    });
  }
}

// ### D21

function* eatenTexts(rendered: Rendered): Findings {
  const { source, comments } = rendered.parts;
  for (const { from, to } of comments) {
    if (!source.startsWith('##', from)) continue;
    const line = source.slice(source.lastIndexOf('\n', from - 1) + 1, from);
    const eaten = source.slice(from, to).trimEnd();
    const opens = (line.match(/"/g) ?? []).length % 2 === 1;
    if (!opens || !eaten.includes('"')) continue;
    yield tellProblem('comment-hash-eats-text', {
      message: `${shorten(eaten, 60)} is a comment, though quotes are open before it: it is not printed.`,
      place: rendered.placeOf({ from, to: from + eaten.length }),
      fixes: [
        {
          title: 'Print the two hash signs',
          safe: false,
          edits: [{ kind: 'replace', place: rendered.placeOf({ from, to: from + 2 }), text: '#[[##]]#' }],
        },
      ],
    });
  }
}

// ### D23

function* singleQuotes(rendered: Rendered): Findings {
  const { source, strings, assigned } = rendered.parts;
  for (const node of strings) {
    if (source[node.from] !== "'") continue;
    const names = Array.from(node.text.matchAll(/\$!?\{?([A-Za-z][\w-]*)/g), ([, name]) => name!);
    const name = names.find((candidate) => assigned.has(candidate));
    if (name === undefined) continue;
    yield tellProblem('quotes-in-directive-argument', {
      message: `${shorten(rendered.textOf(node), 60)} stands in single quotes, so $${name} is not filled in.`,
      place: rendered.placeOf(node),
      fixes: /["#]/.test(node.text)
        ? []
        : [
            {
              title: 'Use double quotes',
              safe: false,
              edits: [{ kind: 'replace', place: rendered.placeOf(node), text: `"${node.text}"` }],
            },
          ],
    });
  }
}

// ### D27

function* longLoops(rendered: Rendered): Findings {
  for (const span of rendered.facts.cutLoops) {
    yield tellProblem('loop-limit', {
      message: `The loop in ${rendered.lineOf(span)} stopped after 1000 rounds; what is left of its list is not printed.`,
      place: rendered.placeOf(span),
    });
  }
}
