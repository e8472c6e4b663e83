import type { Fix, FixEdit, OutputPiece, Problem } from '../outcome';
import { shorten } from '../pipeline/stage';
import { positionOf } from '../text/position-of';
import type { Span } from '../text/span';
import type { Call, Reference } from '../vtl/tree';
import { tellProblem } from './context';
import { type Findings, MAX_TOLD, type PrintedValue, quotedAfter, type Rendered } from './rendered';

/** D1 to D5, D7: JSON that a template prints, and what breaks it. */
export function* jsonFindings(rendered: Rendered): Findings {
  yield* outputNotJson(rendered);
  const quoted = [...quotedValues(rendered)];
  yield* quoted;
  if (!quoted.some(({ id }) => id === 'escape-single-quote')) yield* escapedApostrophes(rendered);
  yield* mapsPrinted(rendered);
  yield* holes(rendered);
}

/** The only call of a reference such as `$input.json('$.a')`, when it is a call on that variable and nothing more. */
function onlyCall({ root, parts }: Reference, variable: string): Call | undefined {
  const [part] = parts;
  return root === variable && parts.length === 1 && part?.type === 'call' ? part : undefined;
}

function replace(rendered: Rendered, span: Span, text: string): FixEdit {
  return { kind: 'replace', place: rendered.placeOf(span), text };
}

// ### D7

function* outputNotJson(rendered: Rendered): Findings {
  const { fault, output } = rendered;
  if (!fault) return;
  const { line, column } = positionOf(output, fault.offset);
  const found = output.slice(fault.offset, fault.offset + 1);
  const shown = found === '' ? 'the body ends' : `there is ${found === '\n' ? 'a line break' : `“${found}”`}`;
  const writer = writerAt(rendered, fault.offset);
  yield tellProblem('output-not-json', {
    message:
      `The body is sent as ${rendered.mediaType}, and stops being JSON at line ${line}, column ${column}: ${shown} ` +
      `where ${fault.expected} should be.${writer ? ` ${writtenBy(rendered, writer)}` : ''} API Gateway does not check; clients will fail to read it.`,
    place: writer ? rendered.placeOf(spanOfOffset(rendered, writer, fault.offset)) : rendered.template.place,
  });
}

/** The piece that wrote a character, or the last one before it. */
function writerAt({ pieces }: Rendered, offset: number): OutputPiece | undefined {
  return pieces.find(({ output }) => output.to > offset) ?? pieces.at(-1);
}

function writtenBy(rendered: Rendered, { kind, template }: OutputPiece): string {
  const line = rendered.lineOf(template);
  return kind === 'value'
    ? `${shorten(rendered.textOf(template), 60)} in ${line} of the template wrote that.`
    : `The text of the template wrote that.`;
}

/** Text that prints as it is written is named to the character. */
function spanOfOffset(rendered: Rendered, { kind, output, template }: OutputPiece, offset: number): Span {
  const verbatim =
    kind === 'text' && rendered.output.slice(output.from, output.to) === rendered.textOf(template);
  if (!verbatim) return template;
  const from = Math.min(template.from + offset - output.from, template.to - 1);
  return { from, to: from + 1 };
}

// ### D1, D2, D3: values between quotes

const STRING_BODY = /^(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*$/;

function* quotedValues(rendered: Rendered): Findings {
  const told = new Set<Reference>();
  for (const value of rendered.values) {
    const node = rendered.referenceAt(value.piece.template)?.node;
    if (!node || !value.quoted || told.has(node) || told.size >= MAX_TOLD) continue;
    const problem =
      jsonInQuotes(rendered, value, node) ??
      brokenText(rendered, value, node) ??
      rawText(rendered, value, node);
    if (!problem) continue;
    told.add(node);
    yield problem;
  }
}

function jsonInQuotes(
  rendered: Rendered,
  { text, piece }: PrintedValue,
  node: Reference,
): Problem | undefined {
  if (!rendered.fault || !onlyCall(node, 'input') || node.parts[0]?.type !== 'call') return undefined;
  if (node.parts[0].name !== 'json' || !/^["{[]/.test(text)) return undefined;
  const within = quotesAround(rendered, piece.template);
  return tellProblem('json-inside-quotes', {
    message: `${shorten(rendered.textOf(node), 60)} prints ${shorten(text, 40)}, and quotes stand around that. It is JSON already: take the quotes away.`,
    place: rendered.placeOf(node),
    fixes: within
      ? [
          {
            title: 'Take the quotes away',
            safe: true,
            edits: [replace(rendered, within, rendered.textOf(node))],
          },
        ]
      : [],
  });
}

/** The reference with the two quotes that touch it, when both do. */
function quotesAround(rendered: Rendered, { from, to }: Span): Span | undefined {
  const { source } = rendered.parts;
  return source[from - 1] === '"' && source[to] === '"' ? { from: from - 1, to: to + 1 } : undefined;
}

function brokenText(rendered: Rendered, { text }: PrintedValue, node: Reference): Problem | undefined {
  if (!rendered.fault || text.length > 100_000 || STRING_BODY.test(text)) return undefined;
  const place = rendered.placeOf(node);
  const name = shorten(rendered.textOf(node), 60);
  if (text.includes("\\'") && STRING_BODY.test(text.replaceAll("\\'", "'"))) {
    return tellProblem('escape-single-quote', {
      severity: 'error',
      message: `${name} prints ${shorten(text, 40)} with \\', which is no JSON: escapeJavaScript escapes apostrophes for JavaScript.`,
      place,
      fixes: undoFix(rendered, node),
    });
  }
  return tellProblem('path-without-escape', {
    severity: 'error',
    message: `${name} prints ${shorten(text, 40)} between quotes, and ${breaker(text)} in it breaks the JSON.`,
    place,
    fixes: escapeFixes(rendered, node),
  });
}

/** The text is escaped and nothing undoes `\\'`: the next apostrophe breaks the JSON. */
function* escapedApostrophes(rendered: Rendered): Findings {
  if (!rendered.isJson || rendered.fault) return;
  const quoted = new Set<Reference>();
  for (const value of rendered.values) {
    const node = value.quoted && rendered.referenceAt(value.piece.template)?.node;
    if (node) quoted.add(node);
  }
  const told = new Set<Reference>();
  for (const node of quoted) {
    const escaping = escapingOf(rendered, node);
    if (!escaping || told.has(escaping) || told.size >= MAX_TOLD) continue;
    told.add(escaping);
    yield tellProblem('escape-single-quote', {
      message: `${shorten(rendered.textOf(escaping), 60)} writes an apostrophe as \\', which would break the JSON.`,
      place: rendered.placeOf(escaping),
      fixes: undoFix(rendered, escaping),
    });
  }
}

/** The bare call of `$util.escapeJavaScript` that a printed reference is, or whose result its variable holds. */
function escapingOf(rendered: Rendered, node: Reference): Reference | undefined {
  if (node.root === 'util') return isBareEscape(rendered, node) ? node : undefined;
  if (node.parts.length > 0) return undefined;
  const sets = rendered.parts.sets.filter(
    ({ target }) => target.root === node.root && target.parts.length === 0,
  );
  const value = sets.length === 1 ? sets[0]?.value : undefined;
  return value?.type === 'reference' && isBareEscape(rendered, value) ? value : undefined;
}

function isBareEscape(rendered: Rendered, node: Reference): boolean {
  return onlyCall(node, 'util')?.name === 'escapeJavaScript' && !rendered.textOf(node).includes('.replace');
}

function breaker(text: string): string {
  const unit = /["\n\r\t\u0000-\u001f]|\\(?!["\\/bfnrtu])/.exec(text)?.[0] ?? '\\';
  if (unit === '"') return 'the quote';
  if (unit === '\n' || unit === '\r') return 'the line break';
  return unit === '\\' ? 'the backslash' : 'the control character';
}

/** `.replaceAll("\\'","'")`, as the documentation shows it. */
const UNDO_ESCAPE = `.replaceAll("\\\\'","'")`;

/** Appends what turns the escaped apostrophes back, at the call or at the variable that holds its result. */
function undoFix(rendered: Rendered, node: Reference): Fix[] {
  const last = node.parts.at(-1);
  const end = last?.to ?? node.rootSpan.to;
  return [
    {
      title: "Turn \\' back into an apostrophe",
      safe: false,
      edits: [replace(rendered, { from: end, to: end }, UNDO_ESCAPE)],
    },
  ];
}

function escapeFixes(rendered: Rendered, node: Reference): Fix[] {
  const fixes: Fix[] = [];
  const call = onlyCall(node, 'input');
  const within = quotesAround(rendered, node);
  if (call?.name === 'path' && within) {
    const text = rendered.textOf(node);
    const at = call.nameSpan.from - node.from;
    const json = `${text.slice(0, at)}json${text.slice(at + call.name.length)}`;
    fixes.push({
      title: 'Print the value as JSON instead',
      safe: false,
      edits: [replace(rendered, within, json)],
    });
  }
  fixes.push({
    title: 'Escape the text',
    safe: false,
    edits: [replace(rendered, node, `$util.escapeJavaScript(${rendered.textOf(node)})${UNDO_ESCAPE}`)],
  });
  return fixes;
}

/** Nothing is broken by this answer; another one can. */
function rawText(rendered: Rendered, { piece, text }: PrintedValue, node: Reference): Problem | undefined {
  if (!rendered.isJson || rendered.fault || onlyCall(node, 'input')?.name !== 'path') return undefined;
  const { source } = piece;
  // A number or a word such as true, put into quotes, has nothing to escape.
  if (source?.in !== 'answer' || source.derived || /^(?:-?\d[\d.eE+-]*|true|false)$/.test(text))
    return undefined;
  return tellProblem('path-without-escape', {
    severity: source.path.includes('errorMessage') ? 'warning' : 'hint',
    message: `${shorten(rendered.textOf(node), 60)} prints its text as it is between quotes. A text with a quote, a backslash or a line break would break the JSON.`,
    place: rendered.placeOf(node),
    fixes: escapeFixes(rendered, node),
  });
}

// ### D4

function* mapsPrinted(rendered: Rendered): Findings {
  for (const span of rendered.facts.maps.slice(0, MAX_TOLD)) {
    const seen = rendered.referenceAt(span);
    if (!seen || (seen.role !== 'printed' && seen.role !== 'text')) continue;
    const value = rendered.values.find(({ piece }) => piece.template.from === span.from);
    const path = cleanPath(value);
    yield tellProblem('map-printed-java-style', {
      severity: rendered.isJson ? 'warning' : 'info',
      message:
        `${shorten(rendered.textOf(span), 60)} is an object, and prints in Java’s form` +
        `${value ? `: ${shorten(value.text, 60)}` : ''}.${path ? ` $input.json('${shorten(path, 60)}') prints it as JSON.` : ''}`,
      place: rendered.placeOf(span),
      fixes: path && value && !value.quoted && !seen.inLoop ? jsonFix(rendered, span, path) : [],
    });
  }
}

/** The path a value was read from, when it can be written into a single-quoted text. */
function cleanPath(value: PrintedValue | undefined): string | undefined {
  const source = value?.piece.source;
  if (source?.in !== 'answer' || source.derived || !source.path.startsWith('$')) return undefined;
  return /['?]|\.\.|\*/.test(source.path) ? undefined : source.path;
}

function jsonFix(rendered: Rendered, span: Span, path: string): Fix[] {
  return [
    {
      title: 'Print it as JSON',
      safe: false,
      edits: [replace(rendered, span, `$input.json('${path}')`)],
    },
  ];
}

// ### D5

function* holes(rendered: Rendered): Findings {
  if (!rendered.fault) return;
  const told = new Set<number>();
  for (const { template, output } of rendered.facts.blanks) {
    if (told.has(template.from) || told.size >= MAX_TOLD || !isHole(rendered, output)) continue;
    const seen = rendered.referenceAt(template);
    if (seen?.role !== 'printed') continue;
    told.add(template.from);
    const text = rendered.textOf(template);
    const before = rendered.output.slice(0, output).trimEnd().slice(-24);
    const after = rendered.output.slice(output).trimStart().slice(0, 1);
    yield tellProblem('missing-path-renders-empty', {
      message: `${shorten(text, 60)} prints nothing, which leaves a hole: ${shorten(before.slice(before.lastIndexOf('\n') + 1), 30)} ${after}`,
      place: rendered.placeOf(template),
      fixes: [
        {
          title: 'Print null when there is nothing',
          safe: false,
          edits: [replace(rendered, template, `#if(${text} == "")null#{else}${text}#end`)],
        },
      ],
    });
  }
}

/** Whether a value should stand at an offset of the output and none does. */
function isHole(rendered: Rendered, offset: number): boolean {
  if (isQuotedAt(rendered, offset)) return false;
  const before = /[^\s]\s*$/.exec(rendered.output.slice(Math.max(0, offset - 200), offset))?.[0][0];
  const after = /[^\s]/.exec(rendered.output.slice(offset, offset + 200))?.[0];
  if (before === ':') return after === ',' || after === '}';
  if (before === ',') return after === ',' || after === ']';
  return before === '[' && after === ',';
}

function isQuotedAt(rendered: Rendered, offset: number): boolean {
  const value = rendered.values.findLast(({ piece }) => piece.output.to <= offset);
  const from = value?.piece.output.to ?? 0;
  return quotedAfter(rendered.output.slice(from, offset), value?.quoted ?? false);
}
