/*
 * Changes of members in a rules text: what is written is changed where it stands, what is missing is put beside its
 * neighbours, in the manner of the text: YAML or JSON, on lines of its own or in braces, names with or without a capital.
 * Where the text leaves no sure place there is no edit.
 */
import type { JsonValue } from '../engine/text/json-value';
import type { Span } from '../engine/text/span';
import { blockEntry, blockItem, blockValue, encodedLike, flowValue, quoted } from './encode-value';
import { apiName, isNull, type Origins, type Path, pathKey } from './shape';
import type { ListNode, MapEntry, MapNode, ScalarNode, TextNode } from './text-tree';

/** One change of a text. */
export interface TextEdit {
  /** What is replaced; empty to insert. */
  span: Span;
  text: string;
}

const RULES = pathKey(['integration', 'integrationResponses']);

/** Members below which names are free and keep their letter case. */
const FREE_NAMES = new Set([
  'responseParameters',
  'responseTemplates',
  'requestTemplates',
  'responseModels',
  'methodResponses',
]);

/** Gives a member a value, adding it where it is missing. */
export function setMember(
  text: string,
  origins: Origins,
  path: Path,
  value: JsonValue,
): TextEdit | undefined {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const node = origins.get(pathKey(path));
  if (node && !isShared(text, node)) return replaceNode(text, node, value);
  if (node) return undefined;
  const parentPath = path.slice(0, -1);
  const parent = origins.get(pathKey(parentPath));
  if (!parent) {
    if (parentPath.length === 0) return setBesideType(text, origins, `${last}`, value);
    const inner = typeof last === 'number' ? (last === 0 ? [value] : undefined) : { [last]: value };
    return inner === undefined ? undefined : setMember(text, origins, parentPath, inner);
  }
  if (isShared(text, parent)) return undefined;
  if (parent.kind === 'list') return insertInList(text, parent, asItem(path, value, parent));
  if (parent.kind === 'scalar') return isNull(parent) ? fillEmpty(text, parent, `${last}`, value) : undefined;
  if (pathKey(parentPath) === RULES) return appendRule(text, parent, value);
  if (last === 'selectionPattern') return setPattern(text, origins, path, parent, value);
  if (isOpenApiResponse(path, parent)) return undefined;
  return insertInMap(text, parent, spelled(path, parent), value);
}

/** A setting of the whole API goes beside the integration's own, where the text is nothing but the integration. */
function setBesideType(text: string, origins: Origins, name: string, value: JsonValue): TextEdit | undefined {
  const integration = origins.get(pathKey(['integration']));
  if (integration?.kind !== 'map') return undefined;
  const before = text.slice(0, integration.span.from).replace(/^\s*#.*$/gm, '');
  return before.trim() === '' ? insertInMap(text, integration, name, value) : undefined;
}

/** Takes a member away. */
export function removeMember(text: string, origins: Origins, path: Path): TextEdit | undefined {
  const node = origins.get(pathKey(path));
  const parent = origins.get(pathKey(path.slice(0, -1)));
  if (!node || !parent || isShared(text, node)) return undefined;
  if (parent.kind === 'list') return removeItem(text, parent, node);
  if (parent.kind !== 'map') return undefined;
  const index = parent.entries.findIndex(
    ({ key, value, merged }) => !merged && (value === node || isKey(key, node)),
  );
  const entry = parent.entries[index];
  if (!entry) return keyAsPattern(text, origins, path, node);
  const next = parent.entries[index + 1];
  const before = parent.entries[index - 1];
  if (isFlow(text, parent)) {
    if (next && !next.merged)
      return { span: { from: entry.key.span.from, to: next.key.span.from }, text: '' };
    if (before) return { span: { from: endOf(text, before), to: endOf(text, entry) }, text: '' };
    return { span: { from: entry.key.span.from, to: endOf(text, entry) }, text: '' };
  }
  if (next && !next.merged) return { span: { from: entry.key.span.from, to: next.key.span.from }, text: '' };
  if (!before) return undefined;
  return { span: lines(text, entry.key.span.from, endOf(text, entry)), text: '' };
}

/** A value is replaced in the style it has; a list or map gives way to one line of JSON, which YAML reads too. */
function replaceNode(text: string, node: TextNode, value: JsonValue): TextEdit | undefined {
  const { span } = node;
  if (node.kind !== 'scalar') {
    return isFlow(text, node)
      ? { span, text: flowValue(value, lineIndent(text, span.from), false) }
      : undefined;
  }
  if (span.from === span.to) return fillScalar(text, node, value);
  const source = text.slice(span.from, span.to);
  if (typeof value === 'object' && value !== null)
    return isNull(node) ? { span, text: JSON.stringify(value) } : undefined;
  if (typeof value !== 'string') return { span, text: String(value) };
  return { span, text: encodedLike(source, node.style, value, blockIndent(text, node)) };
}

/** Indentation of the lines of a block scalar. */
function blockIndent(text: string, { span }: ScalarNode): string {
  const body = text.slice(text.indexOf('\n', span.from) + 1, span.to);
  return /^[ ]*(?=\S)/m.exec(body)?.[0] ?? `${lineIndent(text, span.from)}  `;
}

/** A value for `name:` that has none. */
function fillScalar(text: string, node: ScalarNode, value: JsonValue): TextEdit | undefined {
  const at = afterColon(text, node);
  if (at === undefined) return undefined;
  const indent = lineIndent(text, node.span.from);
  return { span: { from: at, to: at }, text: blockValue(value, indent) };
}

/** A first member for `name:` that has no value. */
function fillEmpty(text: string, node: ScalarNode, name: string, value: JsonValue): TextEdit | undefined {
  if (node.span.from < node.span.to) return { span: node.span, text: JSON.stringify({ [name]: value }) };
  return fillScalar(text, node, { [name]: value });
}

/** The offset after the colon behind which a value is missing. */
function afterColon(text: string, { span }: ScalarNode): number | undefined {
  const match = /^["']?[ \t]*:/.exec(text.slice(span.from, span.from + 20));
  if (match) return span.from + match[0].length;
  return text[span.from - 1] === ':' ? span.from : undefined;
}

// ### Inserting

function insertInMap(text: string, map: MapNode, name: string, value: JsonValue): TextEdit | undefined {
  const own = map.entries.filter(({ merged }) => !merged);
  const last = own.at(-1);
  if (isFlow(text, map))
    return insertInFlow(text, map, own[0]?.key, last, `${JSON.stringify(name)}: `, value);
  const first = own[0];
  if (!first || !last) return undefined;
  // A pattern is looked for beside the status.
  const status =
    name.toLowerCase() === 'selectionpattern' && own.find(({ key }) => apiName(key.text) === 'statusCode');
  const indent = columnIndent(text, first.key.span.from);
  return onNewLine(text, endOf(text, status || last), indent + blockEntry(name, value, indent));
}

function insertInList(text: string, list: ListNode, value: JsonValue): TextEdit | undefined {
  const first = list.items[0];
  const last = list.items.at(-1);
  if (isFlow(text, list)) {
    const end = last && { key: first as ScalarNode, value: last };
    return insertInFlow(text, list, first, end, '', value);
  }
  const dash = first && dashBefore(text, first);
  if (!last || dash === undefined) return undefined;
  const indent = columnIndent(text, dash);
  return onNewLine(text, endOfNode(text, last), indent + blockItem(value, indent));
}

/** Inside braces or brackets: on a line of its own where the others are. */
function insertInFlow(
  text: string,
  node: TextNode,
  first: TextNode | undefined,
  last: Pick<MapEntry, 'key' | 'value'> | undefined,
  label: string,
  value: JsonValue,
): TextEdit | undefined {
  if (!first || !last) {
    const at = node.span.from + 1;
    return { span: { from: at, to: at }, text: label + flowValue(value, lineIndent(text, at), false) };
  }
  const spread = text.slice(node.span.from, first.span.from).includes('\n');
  const indent = lineIndent(text, first.span.from);
  const at = endOf(text, last);
  const gap = spread ? `,\n${indent}` : ', ';
  return { span: { from: at, to: at }, text: gap + label + flowValue(value, indent, spread) };
}

/** After the line an offset is in, so that a comment stays with its line. */
function onNewLine(text: string, at: number, written: string): TextEdit {
  if (text[at - 1] === '\n') return { span: { from: at, to: at }, text: `${written}\n` };
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline;
  const from = text[end - 1] === '\r' ? end - 1 : end;
  return { span: { from, to: from }, text: `\n${written}` };
}

// ### Rules

/** A rule in a map: by its status, or as OpenAPI has it by its pattern. */
function appendRule(text: string, map: MapNode, value: JsonValue): TextEdit | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (map.entries.every(({ key }) => /^[1-5]\d\d$/.test(key.text))) {
    return insertInMap(text, map, `${value.statusCode}`, value);
  }
  // A single rule that stands by itself is no list.
  if (!isByPattern(map)) return undefined;
  const { selectionPattern, ...rule } = value;
  return insertInMap(text, map, `${selectionPattern ?? 'default'}`, rule);
}

function isByPattern(map: MapNode): boolean {
  return map.entries.every(
    ({ value }) =>
      value.kind === 'map' && value.entries.some(({ key }) => apiName(key.text) === 'statusCode'),
  );
}

/** Gives the default rule a pattern: in OpenAPI its key is the word `default`. */
function setPattern(
  text: string,
  origins: Origins,
  path: Path,
  rule: MapNode,
  value: JsonValue,
): TextEdit | undefined {
  const rules = origins.get(RULES);
  const listed = rules?.kind === 'map' ? rules.entries.find((entry) => entry.value === rule) : undefined;
  if (listed?.key.text === 'default')
    return { span: listed.key.span, text: keyLike(text, listed.key, `${value}`) };
  return insertInMap(text, rule, spelled(path, rule), value);
}

/** Where the pattern is the key, a rule without one is called `default`. */
function keyAsPattern(text: string, origins: Origins, path: Path, node: TextNode): TextEdit | undefined {
  if (path.at(-1) !== 'selectionPattern' || node.kind !== 'scalar') return undefined;
  const rules = origins.get(RULES);
  const isListed = rules?.kind === 'map' && rules.entries.some(({ key }) => isKey(key, node));
  return isListed ? { span: node.span, text: keyLike(text, node, 'default') } : undefined;
}

function keyLike(text: string, key: ScalarNode, name: string): string {
  return text[key.span.from] === '"' ? JSON.stringify(name) : quoted(name);
}

function isKey(key: ScalarNode, node: TextNode): boolean {
  return key.span.from === node.span.from && key.span.to === node.span.to && key.span.to > key.span.from;
}

/** An item of the list of method responses names its status itself. */
function asItem(path: Path, value: JsonValue, list: ListNode): JsonValue {
  if (path.length !== 2 || path[0] !== 'methodResponses') return capitalised(value, list);
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return capitalised({ statusCode: `${path[1]}`, ...members }, list);
}

/** OpenAPI declares headers in another way. */
function isOpenApiResponse(path: Path, parent: MapNode): boolean {
  if (path[0] !== 'methodResponses') return false;
  const response = path.length === 2 ? parent.entries[0]?.value : parent;
  return (
    response?.kind === 'map' &&
    response.entries.some(({ key }) => ['description', 'headers', 'content', 'schema'].includes(key.text))
  );
}

// ### Letter case

/** A name as its neighbours are written. */
function spelled(path: Path, parent: MapNode): string {
  const name = `${path.at(-1)}`;
  const free = FREE_NAMES.has(`${path.at(-2)}`);
  const first = parent.entries[0]?.key.text ?? '';
  return !free && /^[A-Z]/.test(first) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** The members of a new item as those of its neighbours are written. */
function capitalised(value: JsonValue, list: ListNode): JsonValue {
  const [first] = list.items;
  const isCapital = first?.kind === 'map' && /^[A-Z]/.test(first.entries[0]?.key.text ?? '');
  if (!isCapital || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name.charAt(0).toUpperCase() + name.slice(1), item]),
  );
}

// ### Places

function isFlow(text: string, node: TextNode): boolean {
  return node.kind !== 'scalar' && '{['.includes(text[node.span.from] ?? ' ');
}

/** What an alias stands for is written elsewhere, and may be used twice. */
function isShared(text: string, { span }: TextNode): boolean {
  return (
    text[span.from] === '*' || /[&][^\s,[\]{}]+\s*$/.test(text.slice(Math.max(0, span.from - 80), span.from))
  );
}

function endOf(text: string, { key, value }: Pick<MapEntry, 'key' | 'value'>): number {
  return Math.max(key.span.to, endOfNode(text, value));
}

/** Where a node ends that may go on over many lines. */
function endOfNode(text: string, node: TextNode): number {
  if (node.kind === 'scalar' || isFlow(text, node)) return node.span.to;
  const last =
    node.kind === 'list' ? node.items.at(-1) : node.entries.findLast(({ merged }) => !merged)?.value;
  const key = node.kind === 'map' ? node.entries.findLast(({ merged }) => !merged)?.key.span.to : undefined;
  return Math.max(last ? endOfNode(text, last) : node.span.to, key ?? 0);
}

function removeItem(text: string, list: ListNode, node: TextNode): TextEdit | undefined {
  const index = list.items.indexOf(node);
  const next = list.items[index + 1];
  const before = list.items[index - 1];
  if (index < 0 || (!next && !before)) return undefined;
  if (isFlow(text, list)) {
    const span = next
      ? { from: node.span.from, to: next.span.from }
      : { from: before!.span.to, to: node.span.to };
    return { span, text: '' };
  }
  const dash = dashBefore(text, node);
  const nextDash = next && dashBefore(text, next);
  if (dash === undefined) return undefined;
  if (nextDash !== undefined) return { span: { from: dash, to: nextDash }, text: '' };
  return before && { span: lines(text, dash, endOfNode(text, node)), text: '' };
}

function dashBefore(text: string, { span }: TextNode): number | undefined {
  const dash = text.lastIndexOf('-', span.from - 1);
  return dash >= 0 && text.slice(dash + 1, span.from).trim() === '' ? dash : undefined;
}

/** Whole lines from the one an offset begins in, its line break before included. */
function lines(text: string, from: number, to: number): Span {
  const start = text.lastIndexOf('\n', from - 1);
  const end = text[to - 1] === '\n' ? to - 1 : text.indexOf('\n', to);
  return { from: Math.max(start, 0), to: end < 0 ? text.length : end };
}

/** White space up to the column of an offset; what stands before it on its line counts as white space. */
function columnIndent(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).replace(/^\uFEFF/, '');
  return line.replace(/[^\t]/g, ' ');
}

/** White space at the beginning of the line an offset is in. */
function lineIndent(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))?.[0] ?? '';
}
