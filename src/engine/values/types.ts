import type { Span } from '../text/span';

/*
 * The values a mapping template can hold, as the Java objects API Gateway hands to Velocity.
 *
 * The common ones are JavaScript primitives, so that the hot paths stay cheap:
 *
 *   null     Java null            boolean  java.lang.Boolean
 *   string   java.lang.String     number   java.lang.Integer, always a 32-bit whole number
 *
 * Everything else is an instance of one of the classes below. A template never sees a JavaScript object:
 * members are looked up in our own method tables by the value's `javaType`, never on the instance.
 */

/** `java.lang.Long`: 64-bit, outside the Integer range unless Java arithmetic made it so. */
export class JavaLong {
  readonly javaType = 'Long';
  readonly value: bigint;
  constructor(value: bigint) {
    this.value = value;
  }
}

/** `java.math.BigInteger`. */
export class JavaBigInteger {
  readonly javaType = 'BigInteger';
  readonly value: bigint;
  constructor(value: bigint) {
    this.value = value;
  }
}

/** `java.lang.Double`. Boxed because a JavaScript number means Integer here: `1.0` is not `1`. */
export class JavaDouble {
  readonly javaType = 'Double';
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** `java.lang.Float`; json-smart makes one for the bare word `NaN`. */
export class JavaFloat {
  readonly javaType = 'Float';
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** `java.math.BigDecimal`: `unscaled × 10^-scale`, exact. */
export class JavaBigDecimal {
  readonly javaType = 'BigDecimal';
  readonly unscaled: bigint;
  readonly scale: number;
  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }
}

/** `java.lang.Character`: one UTF-16 unit. */
export class JavaCharacter {
  readonly javaType = 'Character';
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

/** Which Java class a list is; they print and behave differently. */
export type ListKind =
  /** `java.util.ArrayList`: literals, ranges. Prints `[a, b]`. */
  | 'ArrayList'
  /** `net.minidev.json.JSONArray`: every array read from JSON. Prints as JSON text. */
  | 'JSONArray'
  /** A Java array (`split`, `toArray`): fixed length, its text is an identity hash. */
  | 'Array';

/** A Java list or array. */
export class JavaList {
  /** Counts structural changes, so that a loop can notice a concurrent one as Java does. */
  modCount = 0;
  /** The text it was parsed from. */
  readonly document: SourceDocument | undefined;
  /** Its number in the document. */
  readonly index: number;
  readonly items: JavaValue[];
  readonly kind: ListKind;
  constructor(items: JavaValue[], kind: ListKind = 'ArrayList', document?: SourceDocument, index = 0) {
    this.items = items;
    this.kind = kind;
    this.document = document;
    this.index = index;
  }

  // No field: a large body has many of them.
  get javaType(): 'List' {
    return 'List';
  }
}

/** Which Java class a map is. */
export type MapKind =
  /** Insertion order; prints `{k=v}`. */
  | 'LinkedHashMap'
  /** The service's `$context` and the maps in it: `java.util.HashMap` order, prints nothing. */
  | 'ContextMap';

/** A Java map. Keys keep their Java type: the Integer `1` is not the String `"1"`. */
export class JavaMap {
  modCount = 0;
  /** The text it was parsed from. */
  readonly document: SourceDocument | undefined;
  /** Its number in the document. */
  readonly index: number;
  readonly kind: MapKind;
  #content: Map<MapKey, MapEntry> | JavaValue[];

  /** @param content the entries; or keys (all Strings) and values by turns, which become the map's own */
  constructor(
    kind: MapKind = 'LinkedHashMap',
    content: Map<MapKey, MapEntry> | JavaValue[] = [],
    document?: SourceDocument,
    index = 0,
  ) {
    this.kind = kind;
    this.#content = content;
    this.document = document;
    this.index = index;
  }

  get javaType(): 'Map' {
    return 'Map';
  }

  /**
   * Keyed by `keyOf(key)` (see keys.ts), so that equal Java keys share one slot; each slot holds the key as it was put.
   * The order of the JavaScript Map is the insertion order. The table is made when somebody looks, which for most
   * objects of a large body is never.
   */
  get entries(): Map<MapKey, MapEntry> {
    const content = this.#content;
    if (content instanceof Map) return content;
    const table = tableOf(content);
    this.#content = table;
    return table;
  }

  /** The value under `keyOf(key)`; undefined when there is none. */
  valueAt(key: MapKey): JavaValue | undefined {
    const content = this.#content;
    if (content instanceof Map) return content.get(key)?.value;
    if (content.length > SEARCHED) return this.entries.get(key)?.value;
    for (let i = content.length - 2; i >= 0; i -= 2) {
      if (content[i] === key) return content[i + 1];
    }
    return undefined;
  }

  /** Puts a value under `keyOf(key)` and gives the one it replaces; undefined when the key is new. */
  put(slot: MapKey, key: JavaValue, value: JavaValue): JavaValue | undefined {
    const content = this.#content;
    if (Array.isArray(content) && typeof slot === 'string' && content.length < SEARCHED) {
      for (let i = content.length - 2; i >= 0; i -= 2) {
        if (content[i] !== slot) continue;
        const previous = content[i + 1];
        content[i + 1] = value;
        return previous;
      }
      content.push(slot, value);
      return undefined;
    }
    const entry = this.entries.get(slot);
    if (entry === undefined) {
      this.entries.set(slot, new MapEntry(key, value));
      return undefined;
    }
    const previous = entry.value;
    entry.value = value;
    return previous;
  }

  get isEmpty(): boolean {
    const content = this.#content;
    return content instanceof Map ? content.size === 0 : content.length === 0;
  }
}

/** Keys and values that are looked through quicker than put into a table. */
const SEARCHED = 32;

/** A repeated key keeps its first place and its last value. */
function tableOf(members: readonly JavaValue[]): Map<MapKey, MapEntry> {
  const table = new Map<MapKey, MapEntry>();
  for (let i = 0; i < members.length; i += 2) {
    const key = members[i] as string;
    const value = members[i + 1] ?? null;
    const entry = table.get(key);
    if (entry) entry.value = value;
    else table.set(key, new MapEntry(key, value));
  }
  return table;
}

/** What `keyOf` makes of a Java value: primitives stand for themselves, the rest gets a tagged text. */
export type MapKey = string | number | boolean | null | symbol | object;

/** `java.util.Map.Entry`: shares its value with the map it belongs to. */
export class MapEntry {
  readonly javaType = 'Entry';
  readonly key: JavaValue;
  value: JavaValue;
  constructor(key: JavaValue, value: JavaValue) {
    this.key = key;
    this.value = value;
  }
}

/**
 * A parsed text that can tell where its values stand. Containers know their number in it; the place of a scalar is
 * asked by its container's, so that parsing does not pay for what nobody looks at.
 */
export interface SourceDocument {
  readonly text: string;
  /** Span of the container itself. */
  spanOf(index: number): Span;
  /** Span of a member's value (key: its name or position), or undefined when there is none. */
  memberSpan(index: number, key: string | number): Span | undefined;
}

/**
 * An object with behaviour of its own: `$input`, `$util`, iterators, the views `keySet()`, `values()` and
 * `entrySet()`, a `#define` block, `$foreach`. `javaType` is the name of its method table.
 */
export interface JavaHostObject {
  readonly javaType: string;
  readonly host: true;
}

export type JavaNumber = number | JavaLong | JavaBigInteger | JavaDouble | JavaFloat | JavaBigDecimal;

export type JavaValue =
  | null
  | string
  | boolean
  | JavaNumber
  | JavaCharacter
  | JavaList
  | JavaMap
  | MapEntry
  | JavaHostObject;
