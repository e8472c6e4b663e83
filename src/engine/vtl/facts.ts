import type { MissingReference, TemplateFacts } from '../outcome';
import type { Span } from '../text/span';
import { JavaList, JavaMap, type JavaValue } from '../values/types';
import { classOf } from './java-class';
import type { Foreach, Reference } from './tree';

/** Entries of one list; a template with more surprises than that has been told enough. */
const MAX_FACTS = 300;

/** Keys kept of a map in which one was missing. */
const MAX_KEYS = 60;

/** Longer keys and arguments are no candidates for a slip of the pen. */
const MAX_TEXT = 200;

/** Collects what a run meets. Every part of the template is told of once, however often it runs. */
export class FactCollector {
  readonly facts: TemplateFacts = {
    missing: [],
    empty: [],
    blanks: [],
    maps: [],
    sets: [],
    kept: [],
    cutLoops: [],
  };
  private readonly known = new Set<object>();
  private readonly knownMaps = new Set<object>();

  /** A reference came to nothing at a part. @param of what the part was asked of; null for the variable itself */
  missing(node: Reference, part: number, of: JavaValue, argument: JavaValue): void {
    const { missing } = this.facts;
    if (this.known.has(node) || missing.length >= MAX_FACTS) return;
    this.known.add(node);
    const fact: MissingReference = { template: spanOf(node), part };
    if (of !== null) fact.of = classOf(of);
    const asked = node.parts[part];
    if (asked?.type === 'call' && typeof argument === 'string' && argument.length <= MAX_TEXT) {
      fact.argument = argument;
    }
    if (of instanceof JavaMap) {
      fact.keys = keysOf(of);
      const key = asked?.type === 'property' ? asked.name : argument;
      if (typeof key === 'string' && of.entries.has(key)) fact.isNull = true;
    }
    missing.push(fact);
  }

  /** Notes a value that is there and empty. */
  found(node: Reference, value: JavaValue): void {
    const what = emptiness(value);
    if (!what || this.known.has(node) || this.facts.empty.length >= MAX_FACTS) return;
    this.known.add(node);
    this.facts.empty.push({ template: spanOf(node), what });
  }

  blank(node: Reference, output: number): void {
    const { blanks } = this.facts;
    if (blanks.length < MAX_FACTS) blanks.push({ template: spanOf(node), output });
  }

  printedMap(node: Reference): void {
    this.once(this.facts.maps, this.knownMaps, node);
  }

  ranSet(node: Span): void {
    this.once(this.facts.sets, this.known, node);
  }

  keptValue(node: Span): void {
    this.once(this.facts.kept, this.knownMaps, node);
  }

  cutLoop({ head }: Foreach): void {
    const { cutLoops } = this.facts;
    if (cutLoops.length < MAX_FACTS && !cutLoops.some(({ from }) => from === head.from)) {
      cutLoops.push(spanOf(head));
    }
  }

  private once(list: Span[], known: Set<object>, node: Span): void {
    if (known.has(node) || list.length >= MAX_FACTS) return;
    known.add(node);
    list.push(spanOf(node));
  }
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}

function emptiness(value: JavaValue): 'text' | 'list' | 'map' | undefined {
  if (value === '') return 'text';
  if (value instanceof JavaList) return value.items.length === 0 ? 'list' : undefined;
  return value instanceof JavaMap && value.entries.size === 0 ? 'map' : undefined;
}

function keysOf(map: JavaMap): string[] {
  const keys: string[] = [];
  for (const { key } of map.entries.values()) {
    if (keys.length >= MAX_KEYS) break;
    if (typeof key === 'string' && key.length <= MAX_TEXT) keys.push(key);
  }
  return keys;
}
