import type { Fix, MissingReference, Problem } from '../outcome';
import { shorten } from '../pipeline/stage';
import type { Span } from '../text/span';
import { methodsNamed, methodsOf } from '../vtl/methods/tables';
import type { Part, Reference } from '../vtl/tree';
import { tellProblem } from './context';
import { contextNames } from './context-names';
import { isJavaMethod } from './java-methods';
import { nearestName } from './nearest-name';
import { type Findings, MAX_TOLD, type Rendered } from './rendered';
import { bareText, type SeenReference } from './template-walk';

/** D6, D9, D12 to D15, D22: references that name nothing. */
export function* referenceFindings(rendered: Rendered): Findings {
  const told = new Set<string>();
  for (const fact of rendered.facts.missing) {
    if (told.size >= 2 * MAX_TOLD) return;
    const seen = rendered.referenceAt(fact.template);
    if (!seen || fact.isNull) continue;
    const text = bareText(rendered.parts.source, seen.node);
    const problem = told.has(text) ? undefined : explain(rendered, { ...seen, fact, text });
    if (!problem) continue;
    told.add(text);
    yield problem;
  }
}

interface Missing extends SeenReference {
  fact: MissingReference;
  /** The reference without `$` and braces. */
  text: string;
}

function explain(rendered: Rendered, missing: Missing): Problem | undefined {
  const { node, fact } = missing;
  if (LOOP_NAMES.has(node.root)) return aboutLoop(rendered, missing);
  if (fact.part < 0) return variableMissing(rendered, missing);
  if (node.root === 'util' && fact.part === 0) return utilMethod(rendered, missing);
  if (node.root === 'stageVariables' && fact.part === 0) return stageVariable(rendered, missing);
  if (node.root === 'context' && fact.of === 'ContextMap') return contextName(rendered, missing);
  if (fact.keys) return keyMissing(rendered, missing);
  return memberMissing(rendered, missing);
}

/** A template that asks whether a value is there knows that it may not be. */
function isChecked({ parts }: Rendered, { role, text }: Missing): boolean {
  return role === 'condition' || parts.checked.has(text);
}

function rename(rendered: Rendered, span: Span, name: string): Fix[] {
  return [
    {
      title: `Write ${name}`,
      safe: false,
      edits: [{ kind: 'replace', place: rendered.placeOf(span), text: name }],
    },
  ];
}

function shown(rendered: Rendered, node: Reference): string {
  return shorten(rendered.textOf(node), 60);
}

// ### Variables

const PROVIDED = ['input', 'util', 'context', 'stageVariables'];

/** Names that people leave unset on purpose, to have nothing at hand. */
const NOTHING = new Set(['null', 'nil', 'none', 'nothing', 'empty', 'undefined', 'void', 'blank']);

/** Variables of AppSync's templates. */
const APPSYNC = new Set(['ctx', 'utils', 'appsync']);

function variableMissing(rendered: Rendered, missing: Missing): Problem | undefined {
  const { node, role } = missing;
  const { assigned } = rendered.parts;
  if (APPSYNC.has(node.root)) {
    return tellProblem('util-method-unknown', {
      message: `$${node.root} belongs to AppSync. In API Gateway ${node.root === 'ctx' ? '$context and $input' : '$util'} is there instead.`,
      place: rendered.placeOf(node),
    });
  }
  // A variable that only some branches set prints nothing after the others: that is how defaults are written.
  if (role === 'condition' || NOTHING.has(node.root.toLowerCase()) || assigned.has(node.root))
    return undefined;
  // A loop does not run over its own variable.
  const own = rendered.parts.loops.find(({ head }) => head.from <= node.from && node.to <= head.to)?.variable;
  const meant = nearestName(
    node.root,
    [...assigned, ...PROVIDED].filter((name) => name !== own),
  );
  if (meant !== undefined) {
    return tellProblem('unresolved-reference', {
      message: `$${node.root} was never set, so ${shown(rendered, node)} gives nothing. There is a $${meant}.`,
      place: rendered.placeOf(node),
      fixes: rename(rendered, node.rootSpan, meant),
    });
  }
  if (node.form === 'quiet') return undefined;
  const isWord = role === 'printed' && node.parts.length === 0 && node.form === 'normal';
  return isWord ? dollarLiteral(rendered, node) : neverSet(rendered, node);
}

function neverSet(rendered: Rendered, node: Reference): Problem {
  return tellProblem('unresolved-reference', {
    message: `$${node.root} was never set, so ${shown(rendered, node)} gives nothing.`,
    place: rendered.placeOf(node),
  });
}

function dollarLiteral(rendered: Rendered, node: Reference): Problem {
  const text = rendered.textOf(node);
  return tellProblem('dollar-literal', {
    message: `${shorten(text, 60)} is taken for a variable, which was never set, and prints nothing. If the text is meant, write #[[${shorten(text, 60)}]]#.`,
    place: rendered.placeOf(node),
    fixes: [
      {
        title: `Print ${shorten(text, 40)} as it is written`,
        safe: false,
        edits: [{ kind: 'replace', place: rendered.placeOf(node), text: `#[[${text}]]#` }],
      },
    ],
  });
}

// ### D9

const LOOP_NAMES = new Set(['foreach', 'velocityCount', 'velocityHasNext']);
const LOOP_MEMBERS = ['index', 'count', 'hasNext', 'first', 'last', 'parent', 'topmost', 'info'];

function aboutLoop(rendered: Rendered, missing: Missing): Problem | undefined {
  const { node, fact, inLoop } = missing;
  if (rendered.parts.assigned.has(node.root)) return undefined;
  const asked = node.parts[fact.part];
  if (fact.part < 0) {
    return inLoop
      ? undefined
      : tellProblem('loop-variable-missing', {
          message: `${shown(rendered, node)} stands outside of a loop, where there is no $${node.root}; it gives nothing.`,
          place: rendered.placeOf(node),
        });
  }
  if (fact.of !== 'LoopScope' || asked?.type !== 'property') return undefined;
  const meant = nearestName(asked.name, LOOP_MEMBERS);
  return tellProblem('loop-variable-missing', {
    message: `$foreach has no member ${shorten(asked.name, 40)}; ${meant ? `write ${meant}` : `it has ${LOOP_MEMBERS.slice(0, 5).join(', ')}`}.`,
    place: rendered.placeOf(asked.nameSpan),
    fixes: meant ? rename(rendered, asked.nameSpan, meant) : [],
  });
}

// ### D12, D13, D14

function stageVariable(rendered: Rendered, missing: Missing): Problem | undefined {
  if (isChecked(rendered, missing)) return undefined;
  const { node, fact } = missing;
  const asked = node.parts[0];
  const name = keyAsked(asked, fact);
  if (name === undefined) return undefined;
  const meant = nearestName(name, fact.keys ?? []);
  return tellProblem('stage-variables-missing', {
    message: `The stage variable ${shorten(name, 60)} is not defined, and ${shown(rendered, node)} gives nothing.${meant ? ` There is one called ${meant}.` : ''}`,
    place: rendered.placeOf(node),
    fixes: meant && asked?.type === 'property' ? rename(rendered, asked.nameSpan, meant) : [],
  });
}

/** The name of the member a part asks for, when it is a plain one. */
function keyAsked(asked: Part | undefined, fact: MissingReference): string | undefined {
  if (asked?.type === 'property') return asked.name;
  if (asked?.type === 'call') return asked.name === 'get' ? fact.argument : undefined;
  return asked?.type === 'index' && asked.index.type === 'string' && !asked.index.template
    ? asked.index.text
    : undefined;
}

function contextName(rendered: Rendered, missing: Missing): Problem | undefined {
  const { node, fact } = missing;
  const asked = node.parts[fact.part];
  if (asked?.type !== 'property' || fact.part > 1) return undefined;
  const parent = node.parts[fact.part - 1];
  if (parent && parent.type !== 'property') return undefined;
  const names = contextNames(parent?.name);
  if (!names) return undefined;
  const place = rendered.placeOf(asked.nameSpan);
  if (fact.part === 0 && asked.name === 'error') {
    return tellProblem('context-name-unknown', {
      message: '$context.error exists in gateway responses only; here it gives nothing.',
      place,
    });
  }
  if (names.includes(asked.name)) return undefined;
  const meant = nearestName(asked.name, names);
  if (!meant && isChecked(rendered, missing)) return undefined;
  return tellProblem('context-name-unknown', {
    message: `$context${parent ? `.${parent.name}` : ''} has no member ${shorten(asked.name, 40)}, so this gives nothing.${meant ? ` There is ${meant}.` : ''}`,
    place,
    fixes: meant ? rename(rendered, asked.nameSpan, meant) : [],
  });
}

/** What people bring along from AppSync, and what takes its place. */
const INSTEAD: Readonly<Record<string, string>> = {
  toJson: "print JSON with $input.json('$.path')",
  qr: 'use #set to call something for its effect',
  quiet: 'use #set to call something for its effect',
  error: 'set $context.responseOverride.status and print the error',
  appendError: 'print the error into the body',
  unauthorized: 'set $context.responseOverride.status to 401',
  validate: 'use #if',
  defaultIfNull: 'use #if with == ""',
  defaultIfNullOrEmpty: 'use #if with == ""',
  defaultIfNullOrBlank: 'use #if with == ""',
  isNull: 'compare with ""',
  isNullOrEmpty: 'compare with ""',
  isNullOrBlank: 'compare with ""',
  autoId: 'use $context.requestId',
  time: 'use $context.requestTimeEpoch',
};

function utilMethod(rendered: Rendered, { node }: Missing): Problem | undefined {
  const [asked] = node.parts;
  if (!asked || asked.type === 'index' || methodsNamed('Util', asked.name)) return undefined;
  const instead = Object.hasOwn(INSTEAD, asked.name) ? INSTEAD[asked.name] : undefined;
  const names = methodsOf('Util').map(({ name }) => name);
  const meant = instead ? undefined : nearestName(asked.name, names);
  const advice = instead
    ? ` It belongs to AppSync; in API Gateway ${instead}.`
    : meant
      ? ` There is ${meant}.`
      : '';
  return tellProblem('util-method-unknown', {
    message: `$util has no ${shorten(asked.name, 40)} in API Gateway, so this gives nothing.${advice}`,
    place: rendered.placeOf(asked.nameSpan),
    fixes: meant ? rename(rendered, asked.nameSpan, meant) : [],
  });
}

// ### Members

/** A missing member is ordinary; one that nearly has the name of another is a slip of the pen. */
function keyMissing(rendered: Rendered, missing: Missing): Problem | undefined {
  if (isChecked(rendered, missing)) return undefined;
  const { node, fact } = missing;
  const asked = node.parts[fact.part];
  if (asked?.type === 'call' && asked.name !== 'get') return memberMissing(rendered, missing);
  const name = keyAsked(asked, fact);
  const meant = name === undefined ? undefined : nearestName(name, fact.keys ?? []);
  if (!asked || name === undefined || meant === undefined) return undefined;
  const isPlain = asked.type === 'property' && /^[A-Za-z_][\w-]*$/.test(meant);
  return tellProblem('unresolved-reference', {
    message: `${shown(rendered, node)} gives nothing: there is no ${shorten(name, 40)}, but there is ${shorten(meant, 40)}.`,
    place: rendered.placeOf(asked),
    fixes: isPlain ? rename(rendered, asked.nameSpan, meant) : [],
  });
}

/** How sentences name the classes of values. */
const CLASSES: Readonly<Record<string, string>> = {
  String: 'A text',
  JSONArray: 'A list',
  ArrayList: 'A list',
  LinkedHashMap: 'An object',
  Integer: 'A number',
  Long: 'A number',
  Double: 'A number',
  Float: 'A number',
  BigInteger: 'A number',
  BigDecimal: 'A number',
  Boolean: 'A boolean',
  Input: '$input',
};

function memberMissing(rendered: Rendered, missing: Missing): Problem | undefined {
  const { node, fact } = missing;
  const asked = node.parts[fact.part];
  const { of } = fact;
  if (!asked || asked.type === 'index' || of === undefined || !Object.hasOwn(CLASSES, of)) return undefined;
  const { name } = asked;
  const what = CLASSES[of]!;
  const named = methodsNamed(of, name);
  const tell = (sentence: string, fixes: Fix[] = []) =>
    tellProblem('unresolved-reference', {
      message: `${shown(rendered, node)} gives nothing: ${sentence}`,
      place: rendered.placeOf(asked.nameSpan),
      fixes,
    });
  if (asked.type === 'call') {
    // `path` of $input that finds nothing is another story, told with the path.
    if (named)
      return of === 'Input' || of === 'LinkedHashMap' ? undefined : wrongArguments(tell, what, named);
    if (isJavaMethod(of, name)) return unsupported(rendered, missing, name, of);
  } else if (named?.some(({ parameters }) => parameters.length === 0)) {
    const end = asked.nameSpan.to;
    return tell(`${name} is a method, called with parentheses.`, [
      {
        title: `Call ${name}()`,
        safe: false,
        edits: [{ kind: 'replace', place: rendered.placeOf({ from: end, to: end }), text: '()' }],
      },
    ]);
  }
  const meant =
    asked.type === 'call'
      ? nearestName(
          name,
          methodsOf(of).map((method) => method.name),
        )
      : undefined;
  const verb = asked.type === 'call' ? 'method' : 'member';
  return tell(
    `${what.replace(/^A/, (a) => a.toLowerCase())} has no ${verb} ${shorten(name, 40)}${meant ? `, but ${meant}` : ''}.`,
    meant ? rename(rendered, asked.nameSpan, meant) : [],
  );
}

function wrongArguments(
  tell: (sentence: string) => Problem,
  what: string,
  named: NonNullable<ReturnType<typeof methodsNamed>>,
): Problem {
  const forms = named.map(
    ({ name, parameters }) => `${name}(${parameters.map(({ type }) => type).join(', ')})`,
  );
  const list = [...new Set(forms)].slice(0, 4).join(' or ');
  return tell(`${what.replace(/^A/, (a) => a.toLowerCase())} has ${list}, and the arguments do not fit.`);
}

function unsupported(rendered: Rendered, { node }: Missing, name: string, of: string): Problem {
  return tellProblem('java-method-unsupported-here', {
    message: `${shown(rendered, node)} gives nothing here: Java has ${name} for ${of}, and the playground does not. The service may print something.`,
    place: rendered.placeOf(node),
  });
}
