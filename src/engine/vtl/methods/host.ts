import { decodeBase64, encodeBase64 } from '../../bytes/base64';
import { decodeUtf8, encodeUtf8AsJava } from '../../bytes/utf8';
import { looksLikeJson, parseJson } from '../../json/parse-json';
import { writeJson } from '../../json/write-json';
import { compilePath } from '../../jsonpath/compile-path';
import { evaluatePath, type PathEvaluation } from '../../jsonpath/evaluate-path';
import { JavaException } from '../../values/java-exception';
import { getFromMap } from '../../values/maps';
import { JavaMap, type JavaValue } from '../../values/types';
import { escapeJavaScript } from '../escape-javascript';
import {
  type Block,
  type Input,
  type JavaIterator,
  type LoopScope,
  ScopeInfo,
  type Util,
} from '../host-objects';
import type { Run } from '../run';
import { urlDecode, urlEncode } from '../url-coding';
import { type Method, method } from './method';

/** `$input`. */
export const INPUT_METHODS: Method[] = [
  method<Input>('path(String path): Object', (self, args, run) => {
    const found = readBody(self, args.get(0), run);
    return found.ok ? found.value : null;
  }),
  method<Input>('json(String path): String', (self, args, run) => {
    const found = readBody(self, args.get(0), run);
    if (!found.ok || found.value === null) return '""';
    return run.checkText(writeJson(found.value, 'LT_COMPRESS', run.hostText));
  }),
  method<Input>('params(): Map', (self) => self.params),
  method<Input>('params(String name): String', (self, args, run) => {
    for (const group of ['path', 'querystring', 'header']) {
      const map = getFromMap(self.params, group);
      const value = map instanceof JavaMap ? getFromMap(map, args.get(0)) : null;
      if (value !== null) return run.text(value);
    }
    return '';
  }),
  method<Input>('getBody(): String', (self) => self.body),
];

/** `$util`. */
export const UTIL_METHODS: Method[] = [
  method<Util>('escapeJavaScript(Object text): String', (_self, args, run) =>
    args.get(0) === null ? null : run.checkText(escapeJavaScript(run.text(args.get(0)))),
  ),
  method<Util>('parseJson(String json): Object', (_self, args, run) => {
    const text = notNull(args.get(0));
    run.allocate(text.length);
    const result = parseJson(text);
    if (result.ok) return result.value;
    throw new JavaException(result.error.type, result.error.message);
  }),
  method<Util>('urlEncode(String text): String', (_self, args, run) =>
    run.checkText(urlEncode(encodeUtf8AsJava(notNull(args.get(0))))),
  ),
  method<Util>('urlDecode(String text): String', (_self, args) => urlDecode(notNull(args.get(0)))),
  method<Util>('base64Encode(String text): String', (_self, args, run) =>
    run.checkText(encodeBase64(encodeUtf8AsJava(notNull(args.get(0))))),
  ),
  method<Util>('base64Decode(String text): String', (_self, args) => {
    const result = decodeBase64(notNull(args.get(0)));
    if (result.ok) return decodeUtf8(result.bytes);
    throw new JavaException(
      'IllegalArgumentException',
      `Illegal base64 character at position ${result.index}`,
    );
  }),
];

/** `$foreach`, besides what every map has. */
export const LOOP_METHODS: Method[] = [
  method<LoopScope>('getIndex(): int', (self) => self.index),
  method<LoopScope>('getCount(): int', (self) => self.index + 1),
  method<LoopScope>('hasNext(): boolean', (self) => self.hasNext),
  method<LoopScope>('getHasNext(): boolean', (self) => self.hasNext),
  method<LoopScope>('isFirst(): boolean', (self) => self.index < 1),
  method<LoopScope>('getFirst(): boolean', (self) => self.index < 1),
  method<LoopScope>('isLast(): boolean', (self) => !self.hasNext),
  method<LoopScope>('getLast(): boolean', (self) => !self.hasNext),
  method<LoopScope>('getParent(): Scope', (self) => self.parent),
  method<LoopScope>('getTopmost(): Scope', (self) => {
    let scope = self;
    while (scope.parent) scope = scope.parent;
    return scope;
  }),
  method<LoopScope>('getReplaced(): Object', (self) => replacedBy(self)),
  method<LoopScope>('getInfo(): Info', (self) => new ScopeInfo(self)),
];

/** `$foreach.info`. */
export const SCOPE_INFO_METHODS: Method[] = [
  method<ScopeInfo>('getName(): String', () => 'foreach'),
  method<ScopeInfo>('getType(): String', () => 'block'),
  method<ScopeInfo>('getDepth(): int', (self) => self.scope.depth),
  method<ScopeInfo>('getTemplate(): String', () => TEMPLATE_NAME),
  method<ScopeInfo>('getLine(): int', (self) => self.scope.position().line),
  method<ScopeInfo>('getColumn(): int', (self) => self.scope.position().column),
];

/** The name under which the service parses a template is unknown. */
export const TEMPLATE_NAME = 'template';

/** What `iterator()` gives. */
export const ITERATOR_METHODS: Method[] = [
  method<JavaIterator>('hasNext(): boolean', (self) => self.hasNext()),
  method<JavaIterator>('next(): Object', (self) => self.next()),
  method<JavaIterator>('remove(): void', (self) => {
    self.remove();
    return '';
  }),
];

/** What `#define` makes. */
export const BLOCK_METHODS: Method[] = [
  method<Block>('toString(): String', (self, _args, run) => run.textOfBlock(self)),
];

function replacedBy(scope: LoopScope): JavaValue {
  let outer = scope;
  while (outer.parent) outer = outer.parent;
  return outer.replaced;
}

function notNull(value: JavaValue): string {
  if (typeof value === 'string') return value;
  throw new JavaException('NullPointerException', 'a text is null');
}

/**
 * A body that is no JSON is one string; one that looks like JSON and is none is an error.
 *
 * @param located whether the places of its values will be asked for
 */
function documentOf(input: Input, located: boolean): NonNullable<Input['document']> {
  if (input.document) return input.document;
  if (!looksLikeJson(input.body)) {
    input.document = { value: input.body, map: undefined };
    return input.document;
  }
  const result = parseJson(input.body, located);
  if (!result.ok) throw new JavaException(result.error.type, result.error.message);
  input.document = { value: result.value, map: result.document };
  return input.document;
}

/** A path that finds nothing is no error; one that cannot be read, or does not fit the body, is. */
export function readBody(input: Input, path: JavaValue, run: Run): PathEvaluation {
  const { value } = documentOf(input, run.observation !== null);
  const compiled = compilePath(notNull(path));
  if (!compiled.ok) throw new JavaException(compiled.error.type, compiled.error.message);
  const found = evaluatePath(compiled.path, value);
  if (!found.ok && found.error.type !== 'PathNotFoundException') {
    throw new JavaException(found.error.type, found.error.message);
  }
  return found;
}
