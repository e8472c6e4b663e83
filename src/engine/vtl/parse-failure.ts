import { T } from './tokens';

/** What the parser was doing when a token did not fit. */
export interface Situation {
  /** Kind of the token that does not fit. */
  kind: number;
  /** Its text. */
  image: string;
  /** Names of the blocks that are open, outermost first. */
  open: OpenBlock[];
  /** Whether an expression, argument or condition was being read. */
  inside: 'template' | 'expression' | 'arguments' | 'reference';
}

export interface OpenBlock {
  name: string;
  line: number;
}

export interface Explanation {
  message: string;
  hint: string;
}

/** A sentence about a token that does not fit, and one about what to do. */
export function explainUnexpected({ kind, image, open, inside }: Situation): Explanation {
  const block = open.at(-1);
  if (kind === T.EOF) {
    if (inside !== 'template') {
      return {
        message: 'The template ends inside parentheses, brackets or braces.',
        hint: 'Close what was opened.',
      };
    }
    return {
      message: `The template ends before the #end of #${block?.name ?? 'if'} in line ${block?.line ?? 1}.`,
      hint: 'Add #end.',
    };
  }
  const shown = shorten(image);
  if (kind === T.END) {
    if (inside === 'template') {
      return {
        message: '#end without an opener.',
        hint: 'Remove it, or open a block with #if, #foreach or #define. A directive written \\#if opens nothing.',
      };
    }
  }
  if (kind === T.ELSE_DIRECTIVE || kind === T.ELSEIF_DIRECTIVE) {
    const name = kind === T.ELSE_DIRECTIVE ? '#else' : '#elseif';
    return block?.name === 'if'
      ? { message: `${name} after #else.`, hint: 'A block has one #else, and it comes last.' }
      : { message: `${name} without an #if.`, hint: 'Put it between #if and its #end.' };
  }
  if (kind === T.WORD && (image === 'null' || image === 'nil')) {
    return {
      message: `VTL has no ${image}.`,
      hint: 'Compare with an empty string, or with a variable that was never set: API Gateway reads both as "".',
    };
  }
  if (kind === T.WORD) {
    return {
      message: `The bare word ${shown} is not a value.`,
      hint: `Write '${image}' for a string or $${image} for a variable.`,
    };
  }
  if (kind === T.INTEGER_LITERAL && image.startsWith('-') && inside === 'expression') {
    return {
      message: `${shown} is a negative number here, not a subtraction.`,
      hint: 'Put blanks around the minus sign: $a - 1.',
    };
  }
  if (kind === T.EQUALS && inside === 'expression') {
    return { message: 'One = does not compare.', hint: 'Compare with ==.' };
  }
  if (kind === T.MINUS) {
    return {
      message: 'A minus sign cannot stand here.',
      hint: 'Only digits take a sign; write 0 - $a to negate a variable.',
    };
  }
  if (isOperator(kind) && inside === 'arguments') {
    return {
      message: `No operators inside arguments, lists, maps and indexes: ${shown}.`,
      hint: 'Compute the value with #set first and pass the variable.',
    };
  }
  if (inside === 'reference') {
    return {
      message: `${shown} cannot follow here: the name is not closed.`,
      hint: 'Close the braces right after the name.',
    };
  }
  return {
    message: `${shown} does not fit here.`,
    hint: 'Check quotes, commas and parentheses just before it. A quote inside a string is doubled, not escaped.',
  };
}

function isOperator(kind: number): boolean {
  return kind >= T.PLUS && kind <= T.LOGICAL_NOT;
}

/** The text for a message: on one line, and not long. */
function shorten(image: string): string {
  const line = image.trim().replace(/\s+/g, ' ');
  const text = line === '' ? 'White space' : line;
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

/** A text no token fits. */
export function explainLexical(text: string, offset: number, start: number): Explanation {
  const first = text[start] ?? '';
  if (offset + 1 >= text.length && (first === '"' || first === "'")) {
    return {
      message: `The string that starts with ${shorten(text.slice(start, start + 20))} is never closed.`,
      hint: `Close it with ${first}. A quote inside a string is doubled (${first}${first}); a backslash does not escape it.`,
    };
  }
  if (text.startsWith('#[[', start)) {
    return { message: 'The text block is never closed.', hint: 'Close #[[ with ]]#.' };
  }
  if (offset + 1 >= text.length && /[$#!]$/.test(text)) {
    return {
      message: `The template ends with a lone ${text.endsWith('#') ? '#' : '$'}.`,
      hint: 'Velocity reads on and finds nothing. Put a character or a line ending after it.',
    };
  }
  if (/[-+*/%<>=&|!]/.test(first)) {
    return {
      message: `No operators inside arguments, lists, maps and indexes: ${first}.`,
      hint: 'Compute the value with #set first and pass the variable.',
    };
  }
  return {
    message: `${shorten(text.slice(start, offset + 1))} is not part of the language here.`,
    hint: 'Inside parentheses only values, operators and references are allowed.',
  };
}
