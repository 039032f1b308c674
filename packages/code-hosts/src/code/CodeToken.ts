/** A word of code, and where it is on the page. */
export interface CodeToken {
  /** The line's number in its file, from 1. */
  readonly line: number;
  /** In a diff the side whose file has the line. */
  readonly side?: "base" | "head";
  /** Where the word begins in its line, from 0, in UTF-16 code units. */
  readonly character: number;
  /** The word. */
  readonly text: string;
  /** Holds the text of the line. */
  readonly element: HTMLElement;
  /** Where the word is in the viewport now; empty when it has gone from the page. */
  getBoundingClientRect(): DOMRect;
}
