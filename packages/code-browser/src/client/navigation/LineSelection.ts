/** Lines of a file, and optionally a place in the first of them; all counted from 1. */
export interface LineSelection {
  readonly start: number;
  /** The last line; the same as `start` for one line. */
  readonly end: number;
  /** A character of the first line. */
  readonly character?: number;
}
