/** A place in a text: line and character count from 0, characters in UTF-16 code units. */
export interface SourcePosition {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text; the end is exclusive. */
export interface SourceRange {
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}
