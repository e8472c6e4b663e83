import type { IntegrationType } from '../engine/scenario';
import type { Span } from '../engine/text/span';
import { type OutlineEntry, outlineRules, type RulesOutline, scalarText } from './rules-outline';

/*
 * Changes of single words in a rules text. They work on the text itself, so that comments, order and spacing stay
 * what they were.
 */

const TYPES: readonly string[] = [
  'AWS',
  'AWS_PROXY',
  'HTTP',
  'HTTP_PROXY',
  'MOCK',
] satisfies IntegrationType[];

/** Keys under which the integration stands when the whole method was pasted. */
const INTEGRATION_KEYS = [
  'methodIntegration',
  'MethodIntegration',
  'integration',
  'Integration',
  'x-amazon-apigateway-integration',
];

/** Maps from content type to template. */
const TEMPLATE_KEYS = ['responseTemplates', 'ResponseTemplates', 'requestTemplates', 'RequestTemplates'];

/** The integration type a rules text names, or undefined when it names none that exists. */
export function integrationTypeIn(rules: string): IntegrationType | undefined {
  const entry = typeEntry(rules, outlineRules(rules));
  const written = entry?.value && scalarText(rules.slice(entry.value.from, entry.value.to)).toUpperCase();
  return written && isIntegrationType(written) ? written : undefined;
}

/** The URI of the integration a rules text names, where it stands on one line. */
export function integrationUriIn(rules: string): string | undefined {
  const entry = integrationEntry(rules, outlineRules(rules), 'uri');
  return entry?.value && scalarText(rules.slice(entry.value.from, entry.value.to));
}

function isIntegrationType(text: string): text is IntegrationType {
  return TYPES.includes(text);
}

/** The rules text with the integration type replaced or, where it names none, put in. */
export function withIntegrationType(rules: string, type: IntegrationType): string {
  const outline = outlineRules(rules);
  const entry = typeEntry(rules, outline);
  if (entry?.value) return replace(rules, entry.value, retyped(rules, entry.value, type));
  if (entry) return insert(rules, rules.indexOf(':', entry.from) + 1, ` ${type}`);
  const { start } = outline;
  switch (outline.form) {
    case 'blank':
      return rules.trim() === '' ? `type: ${type}\n` : `${rules.trimEnd()}\ntype: ${type}\n`;
    case 'list': {
      const line = Math.max(rules.lastIndexOf('\n', start) + 1, rules.startsWith('\uFEFF') ? 1 : 0);
      return `${rules.slice(0, line)}type: ${type}\nintegrationResponses:\n${indented(rules.slice(line))}`;
    }
    case 'flow-list':
      return `${rules.slice(0, start)}{\n  "type": "${type}",\n  "integrationResponses": ${rules.slice(start).trimEnd()}\n}\n`;
    case 'flow-map':
      return insertInFlowMap(rules, outline, type);
    case 'map':
      return insertInBlockMap(rules, outline, type);
  }
}

function insertInFlowMap(rules: string, outline: RulesOutline, type: IntegrationType): string {
  const parent = outline.entries.find((entry) => INTEGRATION_KEYS.includes(entry.key) && !entry.value);
  const brace = parent ? rules.indexOf('{', parent.from) : outline.start;
  const at = (brace < 0 ? outline.start : brace) + 1;
  const space = /^\s*/.exec(rules.slice(at))?.[0] ?? '';
  const empty = rules[at + space.length] === '}';
  return insert(rules, at, `${empty ? '' : space}"type": "${type}"${empty ? '' : ','}`);
}

function insertInBlockMap(rules: string, outline: RulesOutline, type: IntegrationType): string {
  const parent = outline.entries.findIndex((entry) => INTEGRATION_KEYS.includes(entry.key) && !entry.value);
  const child = outline.entries[parent + 1];
  const nested = parent >= 0 && child && child.column > outline.entries[parent]!.column;
  const [at, column, key] = nested
    ? [child.from, child.column, /^[A-Z]/.test(child.key) ? 'Type' : 'type']
    : [outline.start, outline.entries[0]?.column ?? 0, 'type'];
  return insert(rules, at, `${key}: ${type}\n${' '.repeat(Math.max(0, column))}`);
}

/**
 * The entry that holds the type: at the top or in the integration, and not the type of a CloudFormation resource.
 */
function typeEntry(rules: string, outline: RulesOutline): OutlineEntry | undefined {
  return integrationEntry(rules, outline, 'type');
}

/** The entry of a member of the integration, written in small letters or with CloudFormation's capital. */
function integrationEntry(rules: string, outline: RulesOutline, member: string): OutlineEntry | undefined {
  return outline.entries.find(
    ({ key, path, value }) =>
      (key === member || key === member[0]!.toUpperCase() + member.slice(1)) &&
      (path.length === 0 || INTEGRATION_KEYS.includes(path[path.length - 1]!)) &&
      !(value && rules.slice(value.from, value.to).includes('::')) &&
      isTopOrIntegration(outline, path),
  );
}

/** A bare list's rules have no type of their own, so a key there is somebody else's. */
function isTopOrIntegration(outline: RulesOutline, path: string[]): boolean {
  return path.length > 0 || outline.form === 'map' || outline.form === 'flow-map';
}

/** The new type in the quotes and letter case of the old one. */
function retyped(rules: string, { from, to }: Span, type: IntegrationType): string {
  const old = rules.slice(from, to);
  const quote = /^["']/.exec(old)?.[0] ?? '';
  return `${quote}${/^["']?[a-z]/.test(old) ? type.toLowerCase() : type}${quote}`;
}

/** The rules text with every reference to a template changed to its new name. */
export function withTemplateRenamed(rules: string, oldName: string, name: string): string {
  let result = rules;
  for (const { value, path } of outlineRules(rules).entries.toReversed()) {
    if (!value || !TEMPLATE_KEYS.includes(path[path.length - 1] ?? '')) continue;
    const source = rules.slice(value.from, value.to);
    if (scalarText(source) === oldName) result = replace(result, value, quotedLike(source, name));
  }
  return result;
}

/** The name in the quotes of the text it replaces, or in quotes where it could not stand without. */
function quotedLike(source: string, name: string): string {
  if (source.startsWith("'")) return `'${name.replaceAll("'", "''")}'`;
  const safe = /^[A-Za-z_][\w./-]*$/.test(name) && !/^(?:true|false|null)$/i.test(name);
  return source.startsWith('"') || !safe ? JSON.stringify(name) : name;
}

function replace(text: string, { from, to }: Span, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}

function insert(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at);
}

function indented(text: string): string {
  return text.replace(/^(?=[^\r\n])/gm, '  ');
}
