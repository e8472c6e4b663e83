/** A stretch of a text. Both ends are offsets in UTF-16 units, as JavaScript strings count them. */
export interface Span {
  /** Offset of the first character. */
  from: number;
  /** Offset just after the last character; equal to `from` for an empty stretch. */
  to: number;
}

/** A place as people and Java name it. */
export interface Position {
  /** Line, 1-based. */
  line: number;
  /** Column in UTF-16 units, 1-based. */
  column: number;
}
