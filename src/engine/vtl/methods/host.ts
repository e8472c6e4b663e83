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
import { urlDecode, urlEncode } from '../url-coding';
import { type Method, method } from './method';

/** `$input`. */
export const INPUT_METHODS: Method[] = [
  method<Input>(
    'path(String path): Object',
    'The value at a JSONPath; prints nothing when there is none.',
    (self, args) => {
      const found = readBody(self, args.get(0));
      return found.ok ? found.value : null;
    },
  ),
  method<Input>(
    'json(String path): String',
    'The value at a JSONPath as JSON text; "" in quotes when there is none.',
    (self, args, run) => {
      const found = readBody(self, args.get(0));
      if (!found.ok || found.value === null) return '""';
      return run.checkText(writeJson(found.value, 'LT_COMPRESS', run.hostText));
    },
  ),
  method<Input>(
    'params(): Map',
    'All parameters of the request: path, querystring and header.',
    (self) => self.params,
  ),
  method<Input>(
    'params(String name): String',
    'A parameter of the request, looked for in the path, the query string and the headers, in that order.',
    (self, args, run) => {
      for (const group of ['path', 'querystring', 'header']) {
        const map = getFromMap(self.params, group);
        const value = map instanceof JavaMap ? getFromMap(map, args.get(0)) : null;
        if (value !== null) return run.text(value);
      }
      return '';
    },
  ),
  method<Input>(
    'getBody(): String',
    'The raw body; short: .body. An empty body reads as {}.',
    (self) => self.body,
  ),
];

/** `$util`. */
export const UTIL_METHODS: Method[] = [
  method<Util>(
    'escapeJavaScript(Object text): String',
    'The text as the inside of a JavaScript string. It escapes \' too, which JSON does not allow: undo that with .replaceAll("\\\\\'","\'").',
    (_self, args, run) =>
      args.get(0) === null ? null : run.checkText(escapeJavaScript(run.text(args.get(0)))),
  ),
  method<Util>('parseJson(String json): Object', 'The value a JSON text describes.', (_self, args, run) => {
    const text = notNull(args.get(0));
    run.allocate(text.length);
    const result = parseJson(text);
    if (result.ok) return result.value;
    throw new JavaException(result.error.type, result.error.message);
  }),
  method<Util>(
    'urlEncode(String text): String',
    'The text as a form field: blanks as +, the rest of UTF-8 as %XX.',
    (_self, args, run) => run.checkText(urlEncode(encodeUtf8AsJava(notNull(args.get(0))))),
  ),
  method<Util>('urlDecode(String text): String', 'The text of a form field.', (_self, args) =>
    urlDecode(notNull(args.get(0))),
  ),
  method<Util>(
    'base64Encode(String text): String',
    'The UTF-8 bytes of the text in base64.',
    (_self, args, run) => run.checkText(encodeBase64(encodeUtf8AsJava(notNull(args.get(0))))),
  ),
  method<Util>(
    'base64Decode(String text): String',
    'The text of which the UTF-8 bytes are given in base64.',
    (_self, args) => {
      const result = decodeBase64(notNull(args.get(0)));
      if (result.ok) return decodeUtf8(result.bytes);
      throw new JavaException(
        'IllegalArgumentException',
        `Illegal base64 character at position ${result.index}`,
      );
    },
  ),
];

/** `$foreach`, besides what every map has. */
export const LOOP_METHODS: Method[] = [
  method<LoopScope>('getIndex(): int', 'The round, from 0; short: .index.', (self) => self.index),
  method<LoopScope>('getCount(): int', 'The round, from 1; short: .count.', (self) => self.index + 1),
  method<LoopScope>('hasNext(): boolean', 'Whether another round follows.', (self) => self.hasNext),
  method<LoopScope>(
    'getHasNext(): boolean',
    'Whether another round follows; short: .hasNext.',
    (self) => self.hasNext,
  ),
  method<LoopScope>('isFirst(): boolean', 'Whether this is the first round.', (self) => self.index < 1),
  method<LoopScope>(
    'getFirst(): boolean',
    'Whether this is the first round; short: .first.',
    (self) => self.index < 1,
  ),
  method<LoopScope>('isLast(): boolean', 'Whether this is the last round.', (self) => !self.hasNext),
  method<LoopScope>(
    'getLast(): boolean',
    'Whether this is the last round; short: .last.',
    (self) => !self.hasNext,
  ),
  method<LoopScope>('getParent(): Scope', 'The loop around this one; short: .parent.', (self) => self.parent),
  method<LoopScope>('getTopmost(): Scope', 'The outermost loop; short: .topmost.', (self) => {
    let scope = self;
    while (scope.parent) scope = scope.parent;
    return scope;
  }),
  method<LoopScope>('getReplaced(): Object', 'What $foreach held before the loop.', (self) =>
    replacedBy(self),
  ),
  method<LoopScope>('getInfo(): Info', 'Where the loop stands; short: .info.', (self) => new ScopeInfo(self)),
];

/** `$foreach.info`. */
export const SCOPE_INFO_METHODS: Method[] = [
  method<ScopeInfo>('getName(): String', 'The name of the directive.', () => 'foreach'),
  method<ScopeInfo>('getType(): String', 'The kind of directive.', () => 'block'),
  method<ScopeInfo>(
    'getDepth(): int',
    'How many loops it is in, itself included.',
    (self) => self.scope.depth,
  ),
  method<ScopeInfo>('getTemplate(): String', 'The name of the template.', () => TEMPLATE_NAME),
  method<ScopeInfo>('getLine(): int', 'Its line.', (self) => self.scope.position().line),
  method<ScopeInfo>('getColumn(): int', 'Its column.', (self) => self.scope.position().column),
];

/** The name under which the service parses a template is unknown. */
export const TEMPLATE_NAME = 'template';

/** What `iterator()` gives. */
export const ITERATOR_METHODS: Method[] = [
  method<JavaIterator>('hasNext(): boolean', 'Whether another element follows.', (self) => self.hasNext()),
  method<JavaIterator>('next(): Object', 'The next element; an error after the last.', (self) => self.next()),
  method<JavaIterator>('remove(): void', 'Removes the element next() gave last.', (self) => {
    self.remove();
    return '';
  }),
];

/** What `#define` makes. */
export const BLOCK_METHODS: Method[] = [
  method<Block>('toString(): String', 'The block rendered.', (self, _args, run) => run.textOfBlock(self)),
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

/** A body that is no JSON is one string; one that looks like JSON and is none is an error. */
function documentOf(input: Input): NonNullable<Input['document']> {
  if (input.document) return input.document;
  if (!looksLikeJson(input.body)) {
    input.document = { value: input.body, map: undefined };
    return input.document;
  }
  const result = parseJson(input.body);
  if (!result.ok) throw new JavaException(result.error.type, result.error.message);
  input.document = { value: result.value, map: result.document };
  return input.document;
}

/** A path that finds nothing is no error; one that cannot be read, or does not fit the body, is. */
export function readBody(input: Input, path: JavaValue): PathEvaluation {
  const { value } = documentOf(input);
  const compiled = compilePath(notNull(path));
  if (!compiled.ok) throw new JavaException(compiled.error.type, compiled.error.message);
  const found = evaluatePath(compiled.path, value);
  if (!found.ok && found.error.type !== 'PathNotFoundException') {
    throw new JavaException(found.error.type, found.error.message);
  }
  return found;
}
