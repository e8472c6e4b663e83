/*
 * Where the integration responses stand in an integration, whichever way it lists them.
 */
import { apiName, isNull, kindOf, type Reading } from './shape';
import type { ListNode, MapEntry, MapNode, ScalarNode, TextNode } from './text-tree';

export interface RuleSource {
  /** Whether rules are listed at all, be it an empty list. */
  given: boolean;
  /** The list or map of rules. */
  node?: TextNode;
  found: FoundRule[];
  /** Names in the integration that belong to the rules. */
  names: string[];
}

interface FoundRule {
  node: TextNode;
  /** The key it is listed under. */
  key?: ScalarNode;
  /** The key, where it is the status. */
  status?: ScalarNode;
  /** The key, where it is the pattern; null value for OpenAPI's `default`. */
  pattern?: ScalarNode;
  /** Members that stand beside the rule's own because it is alone in its map. */
  alongside?: string[];
}

const STATUS = /^[1-5]\d\d$/;

/** Finds the rules in a bare list, an integration, a single rule or a bare map of rules. */
export function findRules(reading: Reading, map: ListNode | MapNode): RuleSource {
  if (map.kind === 'list') return { given: true, node: map, found: inList(reading, map), names: [] };
  const entry = (name: string) => map.entries.findLast(({ key }) => apiName(key.text) === name);
  const listed = entry('integrationResponses');
  if (listed) return { ...rulesIn(reading, listed, byStatus), names: [] };
  const byKey = entry('responses');
  if (byKey) return { ...rulesIn(reading, byKey, byPattern), names: [] };
  if (entry('statusCode') || entry('selectionPattern')) return single(map);
  return bareMap(reading, map);
}

function rulesIn(
  reading: Reading,
  entry: MapEntry,
  inMap: (reading: Reading, entries: MapEntry[]) => FoundRule[],
): Omit<RuleSource, 'names'> {
  const { value } = entry;
  if (value.kind === 'list') return { given: true, node: value, found: inList(reading, value) };
  if (value.kind === 'map') return { given: true, node: value, found: inMap(reading, value.entries) };
  if (!isNull(value)) {
    reading.tell(
      'not-a-list',
      'error',
      value.span,
      `“${entry.key.text}” has to be a list of rules, but is ${kindOf(value)}. Begin each rule with “- statusCode: …”.`,
    );
  }
  return { given: true, found: [] };
}

function inList(reading: Reading, list: ListNode): FoundRule[] {
  const found: FoundRule[] = [];
  for (const node of list.items) {
    reading.spend();
    if (node.kind === 'map') found.push({ node });
    else {
      reading.tell(
        'not-a-rule',
        'error',
        node.span,
        `each item of the list has to be a rule such as “- statusCode: 200”, but this is ${kindOf(node)}.`,
      );
    }
  }
  return found;
}

/** The service's own form: one rule per status. */
function byStatus(reading: Reading, entries: MapEntry[]): FoundRule[] {
  return fromEntries(reading, entries, (key) => (STATUS.test(key.text) ? { status: key } : {}));
}

/** OpenAPI's form: the key is the pattern, and the word `default` stands for none. */
function byPattern(reading: Reading, entries: MapEntry[]): FoundRule[] {
  return fromEntries(reading, entries, (key) =>
    key.text === 'default' ? {} : { pattern: { ...key, value: key.text } },
  );
}

function fromEntries(
  reading: Reading,
  entries: MapEntry[],
  meaning: (key: ScalarNode) => Partial<FoundRule>,
): FoundRule[] {
  const found: FoundRule[] = [];
  for (const { key, value: node } of entries) {
    reading.spend();
    if (node.kind === 'map' || isNull(node)) found.push({ node, key, ...meaning(key) });
    else
      reading.tell('not-a-rule', 'error', node.span, `a rule has to be a map, but this is ${kindOf(node)}.`);
  }
  return found;
}

const RULE_NAMES = [
  'statusCode',
  'selectionPattern',
  'responseParameters',
  'responseTemplates',
  'contentHandling',
];

/** One rule by itself, as `get-integration-response` prints it; the type may have been added to it. */
function single(map: MapNode): RuleSource {
  const alongside = map.entries
    .map(({ key }) => apiName(key.text))
    .filter((name) => !RULE_NAMES.includes(name));
  return { given: true, node: map, found: [{ node: map, alongside }], names: RULE_NAMES };
}

/** Rules by status or by pattern without a name around them. */
function bareMap(reading: Reading, map: MapNode): RuleSource {
  const statuses = map.entries.filter(({ key }) => STATUS.test(key.text));
  if (statuses.length > 0) {
    return { given: true, node: map, found: byStatus(reading, statuses), names: namesOf(statuses) };
  }
  const patterns = map.entries.filter(
    ({ value }) =>
      value.kind === 'map' && value.entries.some(({ key }) => apiName(key.text) === 'statusCode'),
  );
  if (patterns.length > 0) {
    return { given: true, node: map, found: byPattern(reading, patterns), names: namesOf(patterns) };
  }
  return { given: false, found: [], names: [] };
}

function namesOf(entries: MapEntry[]): string[] {
  return entries.map(({ key }) => apiName(key.text));
}
