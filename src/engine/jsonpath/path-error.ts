/** Why a path has no answer, in Jayway's own words. */
export interface PathError {
  /** Whether the path, the body, or the reading of the one from the other failed. */
  stage: 'compile' | 'parse' | 'read';
  /**
   * Java's exception class without its package, such as `PathNotFoundException`. Two are not Java's: `StepLimit` and
   * `TextOverflow`, when the answer is out of proportion.
   */
  type: string;
  message: string;
  /** Where it is: in the path for `compile`, in the body for `parse`; UTF-16 units, where known. */
  offset?: number;
}

/**
 * Leaves the path compilers; caught at their doors, never seen by callers. `type` is the class with its package, since
 * Jayway puts the whole name into the message of the exception it wraps around.
 */
export class InvalidPath {
  readonly type: string;
  readonly message: string | null;
  readonly offset: number | undefined;
  constructor(message: string | null, type = 'com.jayway.jsonpath.InvalidPathException', offset?: number) {
    this.type = type;
    this.message = message;
    this.offset = offset;
  }

  /** `Throwable.toString`. */
  toString(): string {
    return this.message === null ? this.type : `${this.type}: ${this.message}`;
  }
}

/** `charAt` beyond an end. Java words it by how it stores the text: one byte a character where that is enough. */
export function indexOutOfRange(index: number, text: string): InvalidPath {
  const message = /[^\0-\xff]/.test(text)
    ? `index ${index}, length ${text.length}`
    : `String index out of range: ${index}`;
  return new InvalidPath(message, 'java.lang.StringIndexOutOfBoundsException', index);
}

/** `substring` with its ends crossed. */
export function crossedEnds(begin: number, end: number, length: number): InvalidPath {
  const message = `begin ${begin}, end ${end}, length ${length}`;
  return new InvalidPath(message, 'java.lang.StringIndexOutOfBoundsException');
}

/** `String.trim`: removes everything up to U+0020 at both ends. */
export function trim(text: string): string {
  return text.replace(/^[\0- ]+|[\0- ]+$/g, '');
}
