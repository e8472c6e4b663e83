/*
 * YAML and JSON as a tree of lists, maps and scalars that know where they stand. The only file that knows the YAML
 * package; its faults come out as sentences with a place.
 *
 * Repeated parts (anchors and aliases) are shared, not copied, so a small text cannot grow without end here. A
 * reader that walks the tree has to bound its own walk, as `Reading` does.
 */

import type { Alias, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { Composer, type CST, isAlias, isMap, isScalar, isSeq, Parser } from 'yaml';
import type { Span } from '../engine/text/span';
import { type Fault, hasError, tellFault } from './fault';
import type { ScalarStyle } from './scalar-offsets';
import { yamlFaults } from './yaml-faults';

export type TextNode = ScalarNode | ListNode | MapNode;

interface NodeBase {
  span: Span;
  /** A tag such as `!Sub`; absent for YAML's own. */
  tag?: string;
}

export interface ScalarNode extends NodeBase {
  kind: 'scalar';
  /** As YAML 1.2 understands it; a number beyond what JavaScript holds is nearest to it. */
  value: null | boolean | number | string;
  /** The value as text: `0404` stays `0404`. */
  text: string;
  /** Absent when nothing was written. */
  style?: ScalarStyle;
}

export interface ListNode extends NodeBase {
  kind: 'list';
  items: TextNode[];
}

export interface MapNode extends NodeBase {
  kind: 'map';
  /** As written, repeated keys included, followed by those a merge key (`<<`) brings in. */
  entries: MapEntry[];
}

export interface MapEntry {
  key: ScalarNode;
  value: TextNode;
  /** Brought in by `<<`: an entry of the map itself goes before it. */
  merged?: true;
}

export interface TextTree {
  /** Absent when the text is blank or could not be read. */
  root?: TextNode;
  faults: Fault[];
}

/** Longest text that is parsed, in UTF-16 units. At this length the worst of texts takes about a second. */
const MAX_PARSED_LENGTH = 512 * 1024;

/** Deepest nesting of lists and maps. */
export const MAX_DEPTH = 60;

/** Most entries that merge keys may bring in. */
const MAX_MERGED = 2000;

/** Parses a text. Never throws; `what` names the text in sentences, such as "rules". */
export function parseTextTree(text: string, what: string): TextTree {
  if (text.length > MAX_PARSED_LENGTH) {
    return refuse(
      'text-too-large',
      `The ${what} are longer than ${MAX_PARSED_LENGTH / 1024} KB, the most that is read.`,
    );
  }
  return withoutStackTraces(() => parse(text, what));
}

/**
 * The parser makes an Error of every fault, and with its stack trace each costs ten times as much. Engines that know
 * no such limit are not slowed by it.
 */
function withoutStackTraces<Result>(run: () => Result): Result {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function parse(text: string, what: string): TextTree {
  // The parser takes no list after a byte order mark. A line break in its place keeps every offset.
  const tokens: CST.Token[] = [...new Parser().parse(text.replace(/^\uFEFF/, '\n'))];
  const depth = depthOf(tokens);
  if (depth > MAX_DEPTH) {
    return refuse(
      'text-too-deep',
      `The ${what} are nested ${depth} levels deep; ${MAX_DEPTH} is the most that is read.`,
    );
  }
  const options = { uniqueKeys: false, prettyErrors: false, strict: true } as const;
  const documents = [...new Composer<ParsedNode>(options).compose(tokens, true, text.length)];
  const document = documents[0]!;
  const faults = yamlFaults(text, document, tokens);
  const second = documents[1];
  if (second) {
    faults.push({
      id: 'several-documents',
      severity: 'warning',
      message: `Only the first of ${documents.length} YAML documents is read; a line of “---” ends it.`,
      span: { from: second.range[0], to: Math.min(second.range[0] + 3, text.length) },
    });
  }
  if (hasError(faults) || !document.contents) return { faults };
  const builder = new TreeBuilder(text, faults);
  const root = builder.build(document.contents);
  return hasError(faults) ? { faults } : { root, faults };
}

function refuse(id: string, message: string): TextTree {
  return { faults: [{ id, severity: 'error', message, span: { from: 0, to: 0 } }] };
}

/** Nesting of the tokens, found without recursion: they can be nested as deeply as the text is long. */
function depthOf(tokens: CST.Token[]): number {
  let deepest = 0;
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    deepest = Math.max(deepest, depth);
    if (token.type === 'document') {
      if (token.value) open.push({ token: token.value, depth });
    } else if ('items' in token) {
      for (const item of token.items) {
        if (item.key) open.push({ token: item.key, depth: depth + 1 });
        if (item.value) open.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return deepest;
}

class TreeBuilder {
  readonly #text: string;
  readonly #faults: Fault[];
  readonly #anchors = new Map<string, TextNode>();
  #merged = 0;

  constructor(text: string, faults: Fault[]) {
    this.#text = text;
    this.#faults = faults;
  }

  /** Builds a node. Recursion is bounded by MAX_DEPTH. */
  build(node: ParsedNode | null | undefined, at = 0): TextNode {
    if (isAlias(node)) return this.#alias(node);
    if (isSeq(node)) return this.#list(node as YAMLSeq.Parsed);
    if (isMap(node)) return this.#map(node as YAMLMap.Parsed);
    if (isScalar(node)) return this.#named(node, scalarNode(node as Scalar.Parsed));
    return { kind: 'scalar', value: null, text: '', span: { from: at, to: at } };
  }

  #list(node: YAMLSeq.Parsed): ListNode {
    const result: ListNode = this.#named(node, {
      kind: 'list',
      items: [],
      span: spanOf(node),
      ...tagOf(node),
    });
    // A tag such as !!omap makes pairs of the items.
    for (const item of node.items as unknown[]) {
      result.items.push(this.build(item as ParsedNode | null, result.span.to));
    }
    return result;
  }

  #map(node: YAMLMap.Parsed): MapNode {
    const result: MapNode = this.#named(node, {
      kind: 'map',
      entries: [],
      span: spanOf(node),
      ...tagOf(node),
    });
    const merges: TextNode[] = [];
    for (const { key: keyNode, value: valueNode } of node.items) {
      const key = this.build(keyNode, result.span.from);
      const value = this.build(valueNode, key.span.to);
      if (key.kind !== 'scalar') {
        this.#fault('key-not-text', 'error', 'A name has to be text; here it is a list or a map.', key.span);
      } else if (key.text === '<<' && key.style === 'plain') {
        merges.push(value);
      } else {
        result.entries.push({ key, value });
      }
    }
    for (const source of merges) this.#merge(result, source);
    return result;
  }

  /** `<<: *a` or `<<: [*a, *b]`: the entries of `a`, where the map has none of that name. */
  #merge(target: MapNode, source: TextNode): void {
    const maps = source.kind === 'list' ? source.items : [source];
    const names = new Set(target.entries.map(({ key }) => key.text));
    for (const map of maps) {
      if (map.kind !== 'map' || map === target) {
        this.#fault('bad-merge', 'warning', '“<<” can only bring in maps; this is left out.', source.span);
        continue;
      }
      for (const { key, value } of [...map.entries]) {
        if (names.has(key.text)) continue;
        this.#merged += 1;
        if (this.#merged > MAX_MERGED) {
          this.#fault(
            'too-many-merges',
            'error',
            `“<<” brings in more than ${MAX_MERGED} entries.`,
            source.span,
          );
          return;
        }
        names.add(key.text);
        target.entries.push({ key, value, merged: true });
      }
    }
  }

  #alias(node: Alias.Parsed): TextNode {
    const known = this.#anchors.get(node.source);
    if (known) return known;
    this.#fault(
      'unknown-alias',
      'error',
      `“*${node.source}” refers to an anchor “&${node.source}” that is not written above it. ` +
        'If the star is meant as text, put the value in quotes.',
      spanOf(node),
    );
    return { kind: 'scalar', value: null, text: '', span: spanOf(node) };
  }

  #named<Node extends TextNode>(node: { anchor?: string }, result: Node): Node {
    if (node.anchor) this.#anchors.set(node.anchor, result);
    return result;
  }

  #fault(id: string, severity: Fault['severity'], message: string, span: Span): void {
    tellFault(this.#faults, this.#text, id, severity, span, message);
  }
}

const STYLES: Partial<Record<Scalar.Type, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function scalarNode(node: Scalar.Parsed): ScalarNode {
  const span = spanOf(node);
  const text = typeof node.source === 'string' ? node.source : '';
  const style = node.type && span.to > span.from ? STYLES[node.type] : undefined;
  const { value } = node;
  const simple =
    value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string';
  return {
    kind: 'scalar',
    value: simple ? value : text,
    text,
    span,
    ...(style && { style }),
    ...tagOf(node),
  };
}

/** Tags of the language itself say nothing that the node does not. */
function tagOf(node: { tag?: string }): { tag?: string } {
  return node.tag && !node.tag.startsWith('tag:yaml.org,2002:') ? { tag: node.tag } : {};
}

function spanOf(node: { range: [number, number, number] }): Span {
  return { from: node.range[0], to: node.range[1] };
}
