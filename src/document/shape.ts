/*
 * Reading values of a known shape out of a text tree: what every reader of rules and requests needs. A reader
 * notes where each scenario member came from, so that a place in the scenario can be shown in the text.
 */
import type { JsonValue } from '../engine/text/json-value';
import type { Span } from '../engine/text/span';
import { type Fault, tellFault } from './fault';
import type { MapEntry, MapNode, ScalarNode, TextNode } from './text-tree';

/** Path of a scenario member. */
export type Path = readonly (string | number)[];

/** Where scenario members stand in the text, by `pathKey`. */
export type Origins = Map<string, TextNode>;

export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

/** Most nodes one reading looks at. Aliases make a few lines stand for any number of nodes. */
const MAX_NODES = 50_000;

/** Thrown when a reading goes over MAX_NODES; `readingOf` turns it into a fault. */
class OverBudget extends Error {}

/** The state of one reading. */
export class Reading {
  readonly text: string;
  readonly faults: Fault[];
  readonly origins: Origins = new Map();
  #left = MAX_NODES;

  constructor(text: string, faults: Fault[]) {
    this.text = text;
    this.faults = faults;
  }

  /** Tells of something at a place. */
  tell(id: string, severity: Fault['severity'], span: Span, message: string): void {
    tellFault(this.faults, this.text, id, severity, span, message);
  }

  /** Every look at a node is counted. */
  spend(nodes = 1): void {
    this.#left -= nodes;
    if (this.#left < 0) throw new OverBudget();
  }

  /** Runs a reader; a tree that is too large ends it with a fault. */
  run(read: () => void, what: string): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error;
      this.faults.push({
        id: 'text-too-large',
        severity: 'error',
        message: `The ${what} have more than ${MAX_NODES} values once every “*alias” is filled in, the most that is read.`,
        span: { from: 0, to: 0 },
      });
    }
  }
}

/** Members of a map by name, spelled as in the API: `SelectionPattern` counts as `selectionPattern`. */
export type Members = ReadonlyMap<string, MapEntry>;

export interface KnownMembers {
  /** Members that are read. */
  read: readonly string[];
  /** Members that exist in the service and don't bear on a response. */
  ignored?: readonly string[];
}

/** The members of a map. Those not known are told of; of a repeated one the last counts, as in JSON. */
export function membersOf(reading: Reading, map: MapNode, known: KnownMembers): Members {
  const members = new Map<string, MapEntry>();
  for (const entry of map.entries) {
    reading.spend();
    const name = apiName(entry.key.text);
    if (known.read.includes(name)) {
      if (members.has(name)) {
        if (entry.merged) continue;
        tellRepeated(reading, entry.key);
      }
      members.set(name, entry);
    } else if (!known.ignored?.includes(name) && !name.startsWith('x-')) {
      const similar = known.read.find((other) => bareName(other) === bareName(name));
      reading.tell(
        'unknown-member',
        'hint',
        entry.key.span,
        `“${shortened(entry.key.text)}” is not known here and is left out.` +
          (similar ? ` Is “${similar}” meant?` : ''),
      );
    }
  }
  return members;
}

/** Name-value pairs with free names. Of a repeated name the last counts, as in JSON. */
export function entriesOf(reading: Reading, map: MapNode): MapEntry[] {
  const byName = new Map<string, MapEntry>();
  for (const entry of map.entries) {
    reading.spend();
    if (byName.has(entry.key.text)) {
      if (entry.merged) continue;
      tellRepeated(reading, entry.key);
    }
    byName.set(entry.key.text, entry);
  }
  return [...byName.values()];
}

function tellRepeated(reading: Reading, key: ScalarNode): void {
  reading.tell(
    'repeated-member',
    'warning',
    key.span,
    `“${shortened(key.text)}” is written twice; the last one counts.`,
  );
}

/** CloudFormation begins names with a capital. */
export function apiName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A name without the differences between `selection_pattern`, `selection-pattern` and `selectionPattern`. */
function bareName(name: string): string {
  return name.replace(/[-_ ]/g, '').toLowerCase();
}

export function findMember(map: MapNode, ...names: string[]): MapEntry | undefined {
  return (
    map.entries.findLast((entry) => !entry.merged && names.includes(apiName(entry.key.text))) ??
    map.entries.find((entry) => names.includes(apiName(entry.key.text)))
  );
}

export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

export function isNull(node: TextNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

export function kindOf(node: TextNode): string {
  return node.kind === 'list' ? 'a list' : node.kind === 'map' ? 'a map' : isNull(node) ? 'empty' : 'text';
}

/** The map a member holds; null counts as no map, anything else is told of. */
export function readMap(reading: Reading, entry: MapEntry | undefined): MapNode | undefined {
  if (!entry || isNull(entry.value)) return undefined;
  reading.spend();
  if (entry.value.kind === 'map') return entry.value;
  reading.tell(
    'not-a-map',
    'error',
    entry.value.span,
    `“${shortened(entry.key.text)}” has to be a map of names to values, but is ${kindOf(entry.value)}.`,
  );
  return undefined;
}

/**
 * The text of a scalar, as written: `0404` stays `0404`, `true` is `"true"`. Null for null; undefined, with a
 * fault, for a list or a map.
 */
export function readText(
  reading: Reading,
  node: TextNode,
  what: string,
  path?: Path,
): string | null | undefined {
  reading.spend();
  if (path) reading.origins.set(pathKey(path), node);
  const intrinsic = intrinsicText(reading, node);
  if (intrinsic !== undefined) return intrinsic;
  if (node.kind === 'scalar') return node.value === null ? null : node.text;
  reading.tell(
    'not-text',
    'error',
    node.span,
    `${what} has to be text, but is ${kindOf(node)}.` +
      (node.kind === 'map' ? ' Put it in quotes, or on the lines after a “|”.' : ''),
  );
  return undefined;
}

/** A map from free names to texts. Null values are kept where `nulls` says so, else left out. */
export function readTexts(
  reading: Reading,
  map: MapNode | undefined,
  path: Path,
): Record<string, string | null> | undefined {
  if (!map) return undefined;
  reading.origins.set(pathKey(path), map);
  const result: Record<string, string | null> = Object.create(null);
  for (const { key, value } of entriesOf(reading, map)) {
    const text = readText(reading, value, `“${shortened(key.text)}”`, [...path, key.text]);
    if (text !== undefined) result[key.text] = text;
  }
  return result;
}

/** Leaves out the members without a value. */
export function withoutNulls(texts: Record<string, string | null>): Record<string, string> {
  const result: Record<string, string> = Object.create(null);
  for (const [name, text] of Object.entries(texts)) if (text !== null) result[name] = text;
  return result;
}

/** A value as JSON has it. Numbers JSON does not know become text. */
export function readJson(reading: Reading, node: TextNode, path: Path): JsonValue {
  reading.spend();
  reading.origins.set(pathKey(path), node);
  if (node.kind === 'scalar') {
    return typeof node.value === 'number' && !Number.isFinite(node.value) ? node.text : node.value;
  }
  // An anchor can hold an alias to itself.
  if (path.length > 64) {
    reading.tell('text-too-deep', 'error', node.span, 'this value holds itself, or is nested too deep.');
    return null;
  }
  if (node.kind === 'list') return node.items.map((item, index) => readJson(reading, item, [...path, index]));
  const result: { [key: string]: JsonValue } = Object.create(null);
  for (const { key, value } of entriesOf(reading, node)) {
    result[key.text] = readJson(reading, value, [...path, key.text]);
  }
  return result;
}

// ### CloudFormation's functions
//
// They are filled in before API Gateway sees the text, and what with is not known here. `!Sub` and `!Join` of
// known texts can be read; of anything else the source is kept, so that it is at least seen.

/** Stands for `${!` until it is known whether anything else is to be filled in. */
const HELD = '\u0000{';

function intrinsicText(reading: Reading, node: TextNode): string | undefined {
  const call = intrinsicCall(node);
  if (!call) return undefined;
  const { name, argument } = call;
  const known =
    name === 'Sub' ? subText(argument) : name === 'Join' ? joinedText(reading, argument) : undefined;
  const complete = known !== undefined && !(name === 'Sub' && known.includes('${'));
  if (!complete) {
    reading.tell(
      'unresolved-hole',
      'hint',
      node.span,
      `CloudFormation fills in ${name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`} before API Gateway ` +
        'sees it. Here it stands as written; put the final text in its place to see what it does.',
    );
  }
  return known?.replaceAll(HELD, '${') ?? reading.text.slice(node.span.from, node.span.to).trimEnd();
}

function intrinsicCall(node: TextNode): { name: string; argument: TextNode } | undefined {
  if (node.tag) {
    const { tag: _, ...argument } = node;
    return { name: node.tag.replace(/^!/, ''), argument };
  }
  const only = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  const name = only && /^(?:Fn::([A-Z]\w*)|(Ref|Condition))$/.exec(only.key.text);
  return only && name ? { name: name[1] ?? name[2]!, argument: only.value } : undefined;
}

function subText(argument: TextNode): string | undefined {
  const text = argument.kind === 'list' ? argument.items[0] : argument;
  // `${!x}` is how a text says `${x}` to what comes after CloudFormation.
  return text?.kind === 'scalar' && !text.tag ? text.text.replaceAll('${!', HELD) : undefined;
}

function joinedText(reading: Reading, argument: TextNode): string | undefined {
  if (argument.kind !== 'list') return undefined;
  const [delimiter, parts] = argument.items;
  if (delimiter?.kind !== 'scalar' || parts?.kind !== 'list') return undefined;
  const texts: string[] = [];
  for (const part of parts.items) {
    reading.spend();
    if (part.kind !== 'scalar' || part.tag) return undefined;
    texts.push(part.text);
  }
  return texts.join(delimiter.text);
}
