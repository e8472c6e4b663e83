/*
 * Configuration is pasted from files in which other tools have a say: YAML's quotes and comments, CloudFormation's,
 * Terraform's and frameworks' own variables. What they would change is told at its place in the text as typed.
 */
import { CATALOGUE, type DiagnosticId } from '../engine/diagnose/catalogue';
import type { Place } from '../engine/outcome';
import type { Span } from '../engine/text/span';
import type { EditorPlace } from './editor-place';
import { quoted } from './encode-value';
import type { PlacedFix, PlacedProblem } from './evaluation';
import type { Fault } from './fault';
import type { Locate } from './locate';
import type { NamedTemplate, PlaygroundDocument } from './model';
import type { RulesReading } from './read-rules';
import { type Origins, pathKey } from './shape';
import type { TextNode } from './text-tree';

/** Problems of the texts as they were pasted, beside those that keep a text from being read. */
export function pastedProblems(
  document: PlaygroundDocument,
  rules: RulesReading,
  locate: Locate,
): PlacedProblem[] {
  return [
    ...controlCharacters(document.rules, rules),
    ...repeatedStatuses(rules.origins),
    ...referencesUnderSub(document.rules, rules),
    ...foreignVariables(document, rules, locate),
    ...hiddenRules(document.rules),
    ...httpApi(document.rules),
    ...unusedTemplates(document, rules),
  ];
}

interface Finding {
  message: string;
  place?: EditorPlace | undefined;
  severity?: PlacedProblem['severity'];
  fix?: PlacedFix | undefined;
}

function tell(id: DiagnosticId, { message, place, severity, fix }: Finding): PlacedProblem {
  const entry = CATALOGUE[id];
  return {
    id,
    title: entry.title,
    severity: severity ?? entry.severity,
    when: entry.when,
    message,
    evidence: entry.evidence,
    ...(place && { place }),
    ...(fix && { fixes: [fix] }),
  };
}

function inRules(span: Span): EditorPlace {
  return { editor: 'rules', span };
}

function rewrite(title: string, span: Span, text: string): PlacedFix {
  return { title, safe: true, edits: [{ ...inRules(span), text }] };
}

// ### Faults of reading

/** The id under which a fault of the rules text is explained. */
export function explainedId({ id, span }: Fault, text: string): string {
  return id === 'yaml-bad-dq-escape' && doubleQuotedPattern(text, span.from)
    ? 'yaml-double-quoted-pattern'
    : id;
}

/** A way out of a fault of the rules text. */
export function faultFix({ id, span }: Fault, text: string): PlacedFix | undefined {
  switch (id) {
    case 'yaml-comment-swallowed-template':
      return rewrite('Put the template in quotes', span, quoted(text.slice(span.from, span.to)));
    case 'yaml-bad-dq-escape': {
      const found = doubleQuotedPattern(text, span.from);
      return found && singleQuotes(text, found);
    }
    default:
      return undefined;
  }
}

/** The scalar in double quotes behind `selectionPattern:` on the line of an offset. */
function doubleQuotedPattern(text: string, offset: number): Span | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const line = text.slice(start, newline < 0 ? undefined : newline);
  const found = /^(.{0,200}?[sS]electionPattern["']?[ \t]*:[ \t]*)"(?:[^"\\]|\\.)*"/.exec(line);
  return found ? { from: start + found[1]!.length, to: start + found[0].length } : undefined;
}

/** The scalar in single quotes, its backslashes as they stand; none where some of them were doubled. */
function singleQuotes(text: string, span: Span): PlacedFix | undefined {
  const inside = text.slice(span.from + 1, span.to - 1);
  if (/\\[\\"nrt]/.test(inside)) return undefined;
  return rewrite('Put the pattern in single quotes', span, quoted(inside));
}

// ### YAML

/** `"\b"` is a backspace, which no message holds. */
function controlCharacters(text: string, { method, origins }: RulesReading): PlacedProblem[] {
  return (method?.integration.integrationResponses ?? []).flatMap(({ selectionPattern }, index) => {
    const node = origins.get(pathKey(['integration', 'integrationResponses', index, 'selectionPattern']));
    if (node?.kind !== 'scalar' || node.style !== 'double') return [];
    const character = /[\u0000\u0007\u0008\u000b\u000c\u001b]/.exec(selectionPattern ?? '')?.[0];
    if (character === undefined) return [];
    const source = text.slice(node.span.from, node.span.to);
    const written = /\\(?:[0abefv]|x[0-9a-f]{2}|u[0-9a-f]{4})/i.exec(source)?.[0] ?? source;
    return [
      tell('yaml-double-quoted-pattern', {
        severity: 'warning',
        message: `In double quotes ${written} is a control character, not a part of the pattern. Put the pattern in single quotes.`,
        place: inRules(node.span),
        fix: singleQuotes(text, node.span),
      }),
    ];
  });
}

function repeatedStatuses(origins: Origins): PlacedProblem[] {
  const rules = origins.get(pathKey(['integration', 'integrationResponses']));
  if (rules?.kind !== 'map') return [];
  const seen = new Set<string>();
  const problems: PlacedProblem[] = [];
  for (const { key } of rules.entries) {
    if (!/^[1-5]\d\d$/.test(key.text)) continue;
    if (seen.has(key.text)) {
      problems.push(
        tell('yaml-duplicate-status', {
          message: `Status ${key.text} is listed twice. API Gateway keeps one rule for each status, and quotes around a number make no other status of it.`,
          place: inRules(key.span),
        }),
      );
    }
    seen.add(key.text);
  }
  return problems;
}

// ### Variables of other tools

interface TemplateText {
  text: string;
  place: Place;
  node?: TextNode | undefined;
}

/** Templates written in the rules, and those with a name. */
function* templatesOf(
  named: readonly NamedTemplate[],
  { method, origins }: RulesReading,
): Iterable<TemplateText> {
  const names = new Set<string>();
  for (const { name, text } of named) {
    names.add(name);
    yield { text, place: { in: 'template', name } };
  }
  for (const [index, rule] of (method?.integration.integrationResponses ?? []).entries()) {
    for (const [contentType, text] of Object.entries(rule.responseTemplates ?? {})) {
      if (!text || names.has(text)) continue;
      const path = ['integration', 'integrationResponses', index, 'responseTemplates', contentType];
      yield { text, place: { in: 'rules', path }, node: origins.get(pathKey(path)) };
    }
  }
}

/** The text under `!Sub` or `Fn::Sub`. */
function underSub(node: TextNode | undefined): Span | undefined {
  if (node?.tag === '!Sub') return node.span;
  const only = node?.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  return only?.key.text === 'Fn::Sub' ? only.value.span : undefined;
}

function referencesUnderSub(text: string, rules: RulesReading): PlacedProblem[] {
  const problems: PlacedProblem[] = [];
  for (const { node } of templatesOf([], rules)) {
    const span = underSub(node);
    const source = span && text.slice(span.from, span.to);
    if (!span || !source) continue;
    const found = [...source.matchAll(/\$\{([A-Za-z][\w-]*)/g)].filter(([, name]) =>
      isOfTemplate(name!, source),
    );
    const first = found[0];
    if (!first) continue;
    const at = (index: number) => ({ from: span.from + index, to: span.from + index + 2 });
    problems.push(
      tell('sub-reference-in-template', {
        message: `CloudFormation fills in \${${first[1]}} before API Gateway sees it, and ${first[1]} is a variable of the template. Write \${!${first[1]}}.`,
        place: inRules({ from: span.from + first.index, to: span.from + first.index + first[0].length }),
        fix: {
          title: 'Leave these variables to the template: ${!…}',
          safe: true,
          edits: found.map((one) => ({ ...inRules(at(one.index)), text: '${!' })),
        },
      }),
    );
  }
  return problems;
}

/** The gateway's own variables, and those the template sets. */
function isOfTemplate(name: string, template: string): boolean {
  return (
    ['input', 'context', 'util', 'stageVariables'].includes(name) ||
    new RegExp(`#(?:set|foreach)\\s*\\(\\s*\\$!?\\{?${name}\\b`).test(template)
  );
}

const TERRAFORM = /\$\$\{|\$\{(?:var|local|module|data|aws_\w+)\.[\w.[\]"]{1,200}\}|%\{\s*(?:if|for)\s/;
const FRAMEWORK = /\$\{(?:self|opt|env|sls|cf|ssm|param):[^}\n]{0,200}\}|\$\{file\([^}\n]{0,200}\}/;

function* foreignVariables(
  document: PlaygroundDocument,
  rules: RulesReading,
  locate: Locate,
): Iterable<PlacedProblem> {
  for (const { text, place, node } of templatesOf(document.templates, rules)) {
    if (underSub(node)) continue;
    const framework = FRAMEWORK.exec(text);
    const terraform = TERRAFORM.exec(text);
    const found = framework ?? terraform;
    if (!found) continue;
    const located = locate({ ...place, span: { from: found.index, to: found.index + found[0].length } });
    yield framework
      ? tell('framework-variable-in-template', {
          message: `${framework[0]} is filled in by the Serverless Framework before the deployment. Put its value in its place.`,
          place: located,
        })
      : tell('terraform-interpolation-in-template', {
          message:
            found[0] === '$${'
              ? 'Terraform makes ${ of $${ before the deployment. Here the template is read as API Gateway gets it.'
              : `${found[0]} is filled in by Terraform before the deployment. Put its value in its place.`,
          place: located,
          fix: found[0] === '$${' ? singleDollars(text, place, locate) : undefined,
        });
  }
}

function singleDollars(text: string, place: Place, locate: Locate): PlacedFix | undefined {
  const edits = [...text.matchAll(/\$\$\{/g)].map(({ index }) =>
    locate({ ...place, span: { from: index, to: index + 1 } }),
  );
  if (!edits.every((edit) => edit !== undefined)) return undefined;
  return {
    title: 'Write ${ as API Gateway gets it',
    safe: true,
    edits: edits.map((edit) => ({ ...edit, text: '' })),
  };
}

// ### Other kinds of configuration

function hiddenRules(text: string): PlacedProblem[] {
  const found = /^[ \t]*integration:[ \t]*["']?lambda["']?[ \t]*$/im.exec(text);
  if (!found || !/^functions:/m.test(text) || /^[ \t]*statusCodes:/m.test(text)) return [];
  return [
    tell('framework-hidden-rules', {
      message:
        'The Serverless Framework adds rules that are not in this file: one for each of 400, 401, 403, 404, 422, 500, 502 and 504, chosen by a number in brackets such as [404] in the message. Paste what “aws apigateway get-method” prints.',
      place: inRules(trimmed(found)),
    }),
  ];
}

function httpApi(text: string): PlacedProblem[] {
  const found =
    /AWS::ApiGatewayV2::\w+|\baws_apigatewayv2_\w+|^[ \t]{0,200}(?:-[ \t]{0,20})?["']?payloadFormatVersion["']?[ \t]*:/im.exec(
      text,
    );
  if (!found) return [];
  return [
    tell('http-api-has-no-vtl', {
      message:
        'This is the configuration of an HTTP API, which has neither selection patterns nor templates. What is shown here is what a REST API would answer.',
      place: inRules(trimmed(found)),
    }),
  ];
}

function trimmed({ index, 0: whole }: RegExpExecArray): Span {
  const from = index + whole.length - whole.trimStart().length;
  return { from, to: from + whole.trim().length };
}

function unusedTemplates(
  { templates }: PlaygroundDocument,
  { method, origins }: RulesReading,
): PlacedProblem[] {
  const integration = method?.integration;
  if (!integration || !/_PROXY$/.test(integration.type) || templates.length === 0) return [];
  if ((integration.integrationResponses ?? []).length > 0) return [];
  const type = origins.get(pathKey(['integration', 'type']));
  return [
    tell('nothing-to-map', {
      message: `The integration is of type ${integration.type} and has no rules, so ${templates.length === 1 ? `the template ${templates[0]!.name} is` : `none of the ${templates.length} templates is`} used.`,
      place: type && inRules(type.span),
    }),
  ];
}
