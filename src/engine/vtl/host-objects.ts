import type { SourceMap } from '../json/source-map';
import type { Position } from '../text/span';
import { type JavaHostObject, JavaList, JavaMap, type JavaValue } from '../values/types';

/*
 * Objects with behaviour of their own. What a template can do with one is in the method table of its `javaType`;
 * the fields here are out of a template's reach.
 */

/** `$input`. */
export class Input implements JavaHostObject {
  readonly javaType = 'Input';
  readonly host = true;
  readonly body: string;
  readonly params: JavaMap;
  /** The parsed body, made at the first `path` or `json`. */
  document: { value: JavaValue; map: SourceMap | undefined } | undefined;
  /** Whose body it is: the backend's answer, or in a request template the client's request. */
  readonly from: 'answer' | 'request';
  constructor(body: string, params: JavaMap, from: Input['from'] = 'answer') {
    this.body = body;
    this.params = params;
    this.from = from;
  }
}

/** `$util`. */
export class Util implements JavaHostObject {
  readonly javaType = 'Util';
  readonly host = true;
}

/** What `#define` puts into its variable: a block that is rendered at each use. */
export class Block implements JavaHostObject {
  readonly javaType = 'Block';
  readonly host = true;
  readonly name: string;
  /** Renders the block into the current output; false when it is used inside itself too often. */
  readonly render: () => boolean;
  constructor(name: string, render: () => boolean) {
    this.name = name;
    this.render = render;
  }
}

/** `$foreach`. It is a map as well; what an inner loop does not know it asks the outer one. */
export class LoopScope implements JavaHostObject {
  readonly javaType = 'LoopScope';
  readonly host = true;
  readonly parent: LoopScope | null;
  /** What `$foreach` held before the loop, when that was no loop. */
  readonly replaced: JavaValue;
  readonly storage = new JavaMap();
  /** Where the directive stands. */
  readonly position: () => Position;
  /** Stands for the directive, for `#break($foreach.parent)`. */
  readonly owner: object;
  index = -1;
  hasNext = false;
  constructor(before: JavaValue, position: () => Position, owner: object) {
    this.parent = before instanceof LoopScope ? before : null;
    this.replaced = before instanceof LoopScope ? null : before;
    this.position = position;
    this.owner = owner;
  }

  get depth(): number {
    return this.parent ? this.parent.depth + 1 : 1;
  }
}

/** `$foreach.info`. */
export class ScopeInfo implements JavaHostObject {
  readonly javaType = 'ScopeInfo';
  readonly host = true;
  readonly scope: LoopScope;
  constructor(scope: LoopScope) {
    this.scope = scope;
  }
}

/** `keySet()`, `values()` or `entrySet()` of a map: shows the map as it is now. */
export class MapView implements JavaHostObject {
  readonly host = true;
  readonly javaType: 'KeySet' | 'Values' | 'EntrySet';
  readonly map: JavaMap;
  constructor(javaType: MapView['javaType'], map: JavaMap) {
    this.javaType = javaType;
    this.map = map;
  }
}

/** `subList(a, b)`: a window on a list, broken by changes that go past it. */
export class SubList implements JavaHostObject {
  readonly javaType = 'SubList';
  readonly host = true;
  readonly root: JavaList;
  readonly parent: SubList | null;
  readonly offset: number;
  size: number;
  modCount: number;
  constructor(root: JavaList, parent: SubList | null, offset: number, size: number) {
    this.root = root;
    this.parent = parent;
    this.offset = offset;
    this.size = size;
    this.modCount = root.modCount;
  }
}

/** An iterator over a list, a view or an array. */
export abstract class JavaIterator implements JavaHostObject {
  readonly javaType = 'Iterator';
  readonly host = true;
  abstract hasNext(): boolean;
  /** @throws JavaException */
  abstract next(): JavaValue;
  /** @throws JavaException */
  abstract remove(): void;
}

/** Element classes of Java arrays other than `String[]`. */
const ELEMENTS = new WeakMap<JavaList, string>();

/** A Java array. @param elements its element class */
export function arrayOf(items: JavaValue[], elements: 'String' | 'Object' | 'char' | 'byte'): JavaList {
  const array = new JavaList(items, 'Array');
  if (elements !== 'String') ELEMENTS.set(array, elements);
  return array;
}

export function elementClass(array: JavaList): string {
  return ELEMENTS.get(array) ?? 'String';
}
