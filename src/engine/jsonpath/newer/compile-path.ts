import { parseJson } from '../../json/parse-json';
import { MAX_PATH_LENGTH, type CompileResult as OlderResult, tooLong } from '../compile-path';
import { InvalidPath, type PathError, trim } from '../path-error';
import { parseCondition } from './compile-filter';
import type { NewerPath, NewerStepKind, Parameter } from './path-model';
import { Reader, resolveEscapes } from './reader';

/*
 * The path grammar of Jayway JsonPath 2.2 and later, as 2.10.0 has it (spec of JSONPath, section 8). It serves to say
 * what another version of the library would answer.
 */

export type NewerCompilation = { ok: true; path: NewerPath } | Extract<OlderResult, { ok: false }>;

const MAX_STEPS = 200;
const MAX_FILTER_DEPTH = 20;

/** Compiles a path for the newer family. Never throws. */
export function compileNewerPath(path: string): NewerCompilation {
  if (path === '') {
    return failed(new InvalidPath('json can not be null or empty', 'java.lang.IllegalArgumentException'));
  }
  if (path.length > MAX_PATH_LENGTH) return tooLong();
  try {
    return { ok: true, path: compileNewerText(path, 0) };
  } catch (failure) {
    if (!(failure instanceof InvalidPath)) throw failure;
    return failed(failure);
  }
}

function failed({ type, message }: InvalidPath): NewerCompilation {
  const error: PathError = { stage: 'compile', type: type.replace(/^.*\./, ''), message: String(message) };
  return { ok: false, error };
}

/** @throws InvalidPath, wrapped around any other exception as the library does */
export function compileNewerText(text: string, depth: number): NewerPath {
  try {
    if (depth > MAX_FILTER_DEPTH) throw new InvalidPath('Filters are nested too deeply');
    let reader = new Reader(text).trim();
    // A blank in front counts here, though it is skipped otherwise.
    const first = reader.at(0);
    if (first !== '$' && first !== '@') reader = new Reader(`$.${text}`).trim();
    if (reader.at(reader.last) === '.') throw new InvalidPath("Path must not end with a '.' or '..'");
    return assemble(new PathReader(reader, depth).read());
  } catch (failure) {
    if (!(failure instanceof InvalidPath) || failure.type.endsWith('.InvalidPathException')) throw failure;
    throw new InvalidPath(failure.toString());
  }
}

/** Puts steps together. */
export function assemble(kinds: NewerStepKind[]): NewerPath {
  const [root, scan] = kinds;
  const isFunction = kinds.at(-1)?.kind === 'function';
  const firstFunction = kinds.findIndex((kind) => kind.kind === 'function');
  if (root && isFunction && scan?.kind === 'scan') {
    // `$..price.max()` is read as `$.max($..price)`.
    const inner = assemble(kinds.slice(0, firstFunction));
    const [first, ...rest] = kinds.slice(firstFunction);
    if (first?.kind === 'function') {
      return assemble([{ kind: 'root', sign: '$' }, { ...first, parameters: [{ path: inner }] }, ...rest]);
    }
  }
  const own = kinds.map(isDefinite);
  const steps = kinds.map((kind, i) => ({
    ...kind,
    definiteFromHere: !own.includes(false, i),
    definiteUpToHere: !own.slice(0, i).includes(false),
  }));
  return {
    steps,
    definite: !own.includes(false),
    fromRoot: root?.kind === 'root' && root.sign === '$',
    isFunction,
  };
}

function isDefinite(step: NewerStepKind, index: number, all: NewerStepKind[]): boolean {
  if (step.kind === 'names') return step.names.length === 1 || index === all.length - 1;
  if (step.kind === 'indexes') return step.indexes.length === 1;
  return step.kind === 'root' || step.kind === 'function';
}

class PathReader {
  private readonly reader: Reader;
  readonly #depth: number;
  private readonly steps: NewerStepKind[] = [];

  constructor(reader: Reader, depth: number) {
    this.reader = reader;
    this.#depth = depth;
  }

  read(): NewerStepKind[] {
    const { reader } = this;
    while (reader.inBounds() && /[ \t\n\r]/.test(reader.current)) reader.position++;
    this.steps.push({ kind: 'root', sign: reader.current });
    if (reader.isTail) return this.steps;
    reader.position++;
    if (reader.current !== '.' && reader.current !== '[') {
      throw new InvalidPath(`Illegal character at position ${reader.position} expected '.' or '['`);
    }
    // A single character left over at the end is not read at all.
    do this.#readStep();
    while (!reader.isTail);
    return this.steps;
  }

  #readStep(): void {
    const { reader, steps } = this;
    if (steps.length > MAX_STEPS) throw new InvalidPath(`The path has more than ${MAX_STEPS} steps`);
    switch (reader.current) {
      case '[':
        if (this.#readNames() || this.#readArray() || this.#readWildcard() || this.#readFilter()) return;
        this.#refusePlaceholder();
        throw new InvalidPath(`${this.#unreadable()}. Expected ?, ', 0-9, * `);
      case '.':
        this.#readDot();
        return;
      case '*':
        if (!this.#readWildcard()) throw new InvalidPath(this.#unreadable());
        return;
      default:
        if (!this.#readNameOrFunction()) throw new InvalidPath(this.#unreadable());
    }
  }

  #unreadable(): string {
    return `Could not parse token starting at position ${this.reader.position}`;
  }

  #readDot(): void {
    const { reader } = this;
    if (reader.inBounds(reader.position + 1) && reader.at(reader.position + 1) === '.') {
      this.steps.push({ kind: 'scan' });
      reader.position += 2;
    } else if (!reader.inBounds(reader.position + 1)) throw new InvalidPath("Path must not end with a '.");
    else reader.position++;
    if (reader.current === '.') {
      throw new InvalidPath(`Character '.' on position ${reader.position} is not valid.`);
    }
    this.#readStep();
  }

  #readNameOrFunction(): boolean {
    const { reader } = this;
    if ('[*. '.includes(reader.current)) return false;
    const from = reader.position;
    let end = from;
    while (reader.inBounds(end) && !'.[('.includes(reader.at(end))) {
      if (reader.at(end) === ' ') {
        throw new InvalidPath(
          `Use bracket notion ['my prop'] if your property contains blank characters. position: ${from}`,
        );
      }
      end++;
    }
    if (!reader.inBounds(end)) end = reader.last + 1;
    const name = reader.slice(from, end);
    if (!reader.inBounds(end) || reader.at(end) !== '(') {
      reader.position = end;
      this.steps.push({ kind: 'names', names: [name], quote: "'" });
      return true;
    }
    const close = closingParenthesis(reader, end);
    if (close < 0) throw new InvalidPath(`Arguments to function: '${name}' are not closed properly.`);
    this.steps.push({ kind: 'function', name, parameters: this.#parameters(reader.slice(end + 1, close)) });
    // Without arguments the closing parenthesis is left where it is, and read as a name when more follows.
    reader.position = close === end + 1 ? close : close + 1;
    return true;
  }

  #parameters(text: string): Parameter[] {
    if (text === '') return [];
    return splitArguments(text).map((argument) => {
      const trimmed = trim(argument);
      if (/^[$@]/.test(trimmed)) return { path: compileNewerText(trimmed, this.#depth + 1) };
      const parsed = parseJson(trimmed);
      return { json: parsed.ok ? parsed.value : null };
    });
  }

  #readNames(): boolean {
    const { reader } = this;
    const quote = reader.nextSignificant();
    if (quote !== "'" && quote !== '"') return false;
    const names: string[] = [];
    let from: number | undefined;
    let end = 0;
    let afterComma = false;
    let at = reader.position + 1;
    for (; reader.inBounds(at); at++) {
      const character = reader.at(at);
      if (character === '\\') at++;
      else if (character === ']' && from === undefined) {
        if (afterComma) throw new InvalidPath(`Found empty property at index ${at}`);
        break;
      } else if (character === quote) {
        if (from === undefined) {
          from = at + 1;
          afterComma = false;
          continue;
        }
        if (!'],'.includes(reader.nextSignificant(at))) {
          throw new InvalidPath(
            `Property must be separated by comma or Property must be terminated close square bracket at index ${at}`,
          );
        }
        end = at;
        names.push(resolveEscapes(reader.slice(from, at)));
        from = undefined;
      } else if (character === ',' && from === undefined) {
        if (afterComma) throw new InvalidPath(`Found empty property at index ${at}`);
        afterComma = true;
      }
    }
    if (from !== undefined) throw new InvalidPath(`Property has not been closed - missing closing ${quote}`);
    const close = reader.indexOfNextSignificant(']', end);
    if (close < 0) throw new InvalidPath('Property has not been closed - missing closing ]');
    reader.position = close + 1;
    this.steps.push({ kind: 'names', names, quote });
    return true;
  }

  #readArray(): boolean {
    const { reader } = this;
    if (!/[\d:-]/.test(reader.nextSignificant())) return false;
    const close = reader.text.indexOf(']', reader.position + 1);
    if (close < 0 || close > reader.last) return false;
    const expression = trim(reader.slice(reader.position + 1, close));
    if (!/^[\d,: -]*$/.test(expression)) return false;
    this.steps.push(expression.includes(':') ? slice(expression) : indexes(expression));
    reader.position = close + 1;
    return true;
  }

  #readWildcard(): boolean {
    const { reader } = this;
    if (reader.current === '[') {
      if (reader.nextSignificant() !== '*') return false;
      const star = reader.indexOfNextSignificant('*');
      if (reader.nextSignificant(star) !== ']') {
        throw new InvalidPath(`Expected wildcard token to end with ']' on position ${star + 1}`);
      }
      reader.position = reader.indexOfNextSignificant(']', star) + 1;
    } else reader.position++;
    this.steps.push({ kind: 'wildcard' });
    return true;
  }

  #readFilter(): boolean {
    const { reader } = this;
    const from = reader.position;
    const question = reader.indexOfNextSignificant('?');
    const open = question < 0 ? -1 : reader.indexOfNextSignificant('(', question);
    const close = open < 0 ? -1 : reader.indexOfPartner(open, '(', ')', true);
    if (close < 0 || reader.nextSignificant(close) !== ']') return false;
    const end = reader.indexOfNextSignificant(']', close) + 1;
    this.steps.push({ kind: 'filter', condition: parseCondition(reader.slice(from, end), this.#depth) });
    reader.position = end;
    return true;
  }

  /** `[?]` waits for a filter nobody supplies. */
  #refusePlaceholder(): void {
    const { reader } = this;
    const question = reader.indexOfNextSignificant('?');
    if (question < 0 || !'],'.includes(reader.nextSignificant(question))) return;
    const close = reader.text.indexOf(']', reader.position + 1);
    if (close < 0) return;
    throw new InvalidPath(
      `Not enough predicates supplied for filter [${reader.slice(reader.position + 1, close)}] at position ${reader.position}`,
    );
  }
}

function closingParenthesis(reader: Reader, open: number): number {
  let depth = 1;
  for (let at = open + 1; at <= reader.last; at++) {
    if (reader.at(at) === ')') depth--;
    else if (reader.at(at) === '(') depth++;
    if (depth === 0) return at;
  }
  return -1;
}

/** At commas outside of quotes and brackets. */
function splitArguments(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"' && text[at - 1] !== '\\') quoted = !quoted;
    else if (quoted) continue;
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (character === ',' && depth === 0) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)];
}

function indexes(expression: string): NewerStepKind {
  const read = expression.split(/\s*,\s*/).map((token) => {
    const value = readInt(token);
    if (value === undefined) throw new InvalidPath(`Failed to parse token in ArrayIndexOperation: ${token}`);
    return value;
  });
  return { kind: 'indexes', indexes: read };
}

function slice(expression: string): NewerStepKind {
  if (!/^[\d:-]*$/.test(expression)) throw new InvalidPath(`Failed to parse SliceOperation: ${expression}`);
  const [from, to] = expression.split(':').map((token) => {
    if (token === '') return undefined;
    const value = readInt(token);
    if (value !== undefined) return value;
    throw new InvalidPath(`For input string: "${token}"`, 'java.lang.NumberFormatException');
  });
  if (from === undefined && to === undefined)
    throw new InvalidPath(`Failed to parse SliceOperation: ${expression}`);
  return { kind: 'slice', from, to };
}

function readInt(token: string): number | undefined {
  const value = Number(token);
  return /^[+-]?\d+$/.test(token) && value === (value | 0) ? value | 0 : undefined;
}
