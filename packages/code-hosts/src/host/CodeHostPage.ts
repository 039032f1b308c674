/**
 * A page of a code host, as the adapters see it. Document and address are passed in, so that
 * pages can be read that are not the current one. What it says is input from outside, never trusted.
 */
export interface CodeHostPage {
  /** The page's document. */
  readonly document: Document;
  /** The page's address, as of now: pages of code hosts change it without loading. */
  readonly url: URL;
}
