import { memberTest } from '../java-regex/char-set';
import { compilePattern } from '../java-regex/compile-pattern';
import {
  type Alternation,
  type Literal,
  type Look,
  MAX_REPEATS,
  type OneOf,
  type PatternNode,
  type Repeat,
  type Sequence,
} from '../java-regex/syntax-tree';

/*
 * A pattern read aloud: `.*404.*` is "anything but line breaks, then `404`, then anything but line breaks".
 *
 * The tree is walked once, with the pattern at hand: what has no short English name is shown as it was written.
 */

/** Deeper or longer patterns are not made clearer by words. */
const MAX_DEPTH = 12;
const MAX_LENGTH = 600;

/**
 * Reads a selection pattern in plain words.
 *
 * @returns undefined for a pattern that does not compile or is too long to be read in words
 * @example describePattern('.*NotFound.*') // 'anything but line breaks, then `NotFound`, then anything but line breaks'
 */
export function describePattern(pattern: string): string | undefined {
  if (pattern === '') return 'nothing: only the empty text';
  const compiled = compilePattern(pattern);
  if (!compiled.ok) return undefined;
  const words = new Reader(pattern).body(compiled.program.program.tree.root, 0);
  return words === undefined || words.length > MAX_LENGTH ? undefined : words;
}

class Reader {
  private readonly pattern: string;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  body(node: Alternation | Sequence, depth: number): string | undefined {
    if (depth > MAX_DEPTH) return undefined;
    if (node.kind === 'sequence') return this.sequence(node, depth);
    const alternatives = node.alternatives.map((one) => this.sequence(one, depth + 1));
    if (alternatives.some((words) => words === undefined)) return undefined;
    return `either ${alternatives.join(', or ')}`;
  }

  private sequence(node: Sequence, depth: number): string | undefined {
    const items: string[] = [];
    for (const item of node.items) {
      const words = this.node(item, depth);
      if (words === undefined) return undefined;
      if (words !== '') items.push(words);
    }
    return items.length === 0 ? 'nothing' : items.join(', then ');
  }

  /** Empty for what matches nothing by itself and needs no mention. */
  private node(node: PatternNode, depth: number): string | undefined {
    switch (node.kind) {
      case 'literal':
        return this.literal(node);
      case 'one-of':
        return this.oneOf(node);
      case 'anchor':
        return ANCHOR_WORDS[node.anchor] ?? '';
      case 'back-reference':
        return `the text of group ${node.name ?? node.group} again`;
      case 'line-break':
        return 'a line break';
      case 'grapheme':
        return 'a character with its marks';
      case 'flag-switch':
        return this.flags(this.source(node));
      case 'repeat':
        return this.repeat(node, depth);
      case 'look':
        return this.look(node, depth);
      case 'atomic':
        return this.grouped(node.body, depth);
      case 'group':
        return this.grouped(node.body, depth);
    }
  }

  private grouped(body: Alternation | Sequence, depth: number): string | undefined {
    const words = this.body(body, depth + 1);
    return words === undefined || !/, /.test(words) ? words : `(${words})`;
  }

  private literal(node: Literal): string {
    if (node.codePoints.length === 0) return '';
    const text = visible(String.fromCodePoint(...node.codePoints.slice(0, 200)));
    return node.fold === 'none' ? `\`${text}\`` : `\`${text}\` in any case`;
  }

  private oneOf(node: OneOf): string {
    const source = this.source(node);
    if (node.form === 'dot')
      return this.dotTakesBreaks(node) ? 'any character' : 'any character but a line break';
    return CLASS_WORDS[source] ?? `one of \`${source}\``;
  }

  /** Under `(?s)` the dot takes line breaks; the set knows. */
  private dotTakesBreaks(node: OneOf): boolean {
    return memberTest(node.set)(0x0a);
  }

  private repeat(node: Repeat, depth: number): string | undefined {
    const { of, min, max } = node;
    if (of.kind === 'one-of') {
      const any = this.anyRun(of);
      if (any !== undefined && max === MAX_REPEATS && min === 0) return any;
      if (any !== undefined && max === MAX_REPEATS && min === 1) return `${any}, at least one character`;
      const plural = CLASS_PLURALS[this.source(of)];
      if (plural !== undefined) return counted(plural, min, max);
    }
    const words = this.node(of, depth + 1);
    if (words === undefined) return undefined;
    if (min === 0 && max === 1) return `optionally ${words}`;
    return `${words} ${times(min, max)}`;
  }

  /** The words for "as much as you like" of a character that is nearly any. */
  private anyRun(node: OneOf): string | undefined {
    if (node.form === 'dot') return this.dotTakesBreaks(node) ? 'anything' : 'anything but line breaks';
    return ANY_CLASSES.has(this.source(node)) ? 'anything' : undefined;
  }

  private look(node: Look, depth: number): string | undefined {
    const words = this.body(node.body, depth + 1);
    if (words === undefined) return undefined;
    const place = node.behind ? 'just before' : 'next';
    return node.negated ? `not if ${place} comes ${words}` : `only if ${place} comes ${words}`;
  }

  private flags(source: string): string {
    const parts: string[] = [];
    const on = source.split('-')[0]!;
    if (on.includes('i')) parts.push('ignoring case');
    if (on.includes('s')) parts.push('with dots that take line breaks');
    return parts.length === 0 ? '' : `(from here on ${parts.join(' and ')})`;
  }

  private source(node: PatternNode): string {
    return this.pattern.slice(node.span.from, node.span.to);
  }
}

const ANY_CLASSES = new Set(['[\\s\\S]', '[\\S\\s]', '[\\d\\D]', '[\\D\\d]', '[\\w\\W]', '[\\W\\w]']);

const CLASS_WORDS: Record<string, string> = {
  '\\d': 'a digit',
  '[0-9]': 'a digit',
  '\\D': 'a character that is no digit',
  '\\w': 'a letter, digit or underscore',
  '\\W': 'a character that is no letter, digit or underscore',
  '\\s': 'a blank',
  '\\S': 'a character that is no blank',
  '[a-z]': 'a small letter',
  '[A-Z]': 'a capital letter',
  '[a-zA-Z]': 'a letter',
  '[A-Za-z]': 'a letter',
  '[\\s\\S]': 'any character',
  '[\\S\\s]': 'any character',
};

const CLASS_PLURALS: Record<string, string> = {
  '\\d': 'digits',
  '[0-9]': 'digits',
  '\\w': 'letters, digits or underscores',
  '\\s': 'blanks',
  '\\S': 'characters other than blanks',
  '[a-z]': 'small letters',
  '[A-Z]': 'capital letters',
  '[a-zA-Z]': 'letters',
  '[A-Za-z]': 'letters',
};

/** Under a whole match `^` and `$` at the ends say nothing; elsewhere they are worth a word. */
const ANCHOR_WORDS: Record<string, string> = {
  begin: 'the start of the text',
  'line-begin': 'the start of a line',
  'unix-line-begin': 'the start of a line',
  'end-of-content': 'the end of the text',
  'unix-end-of-content': 'the end of the text',
  'line-end': 'the end of a line',
  'unix-line-end': 'the end of a line',
  end: 'the very end of the text',
  'word-boundary': 'a word boundary',
  'unicode-word-boundary': 'a word boundary',
  'no-word-boundary': 'no word boundary',
  'no-unicode-word-boundary': 'no word boundary',
};

function counted(plural: string, min: number, max: number): string {
  if (min === 1 && max === 1) return `1 of ${plural}`;
  if (max === MAX_REPEATS) return min === 0 ? `any number of ${plural}` : `${min} or more ${plural}`;
  return min === max ? `${min} ${plural}` : `${min} to ${max} ${plural}`;
}

function times(min: number, max: number): string {
  if (max === MAX_REPEATS) {
    if (min === 0) return 'any number of times';
    return min === 1 ? 'one or more times' : `${min} or more times`;
  }
  return min === max ? `${min} times` : `${min} to ${max} times`;
}

function visible(text: string): string {
  return text.replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
}
