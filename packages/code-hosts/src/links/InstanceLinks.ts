import type { BlobFacts, DiffFacts } from "../facts/FileFacts.ts";

/** The links from a code host to the instance. Each call returns a new `URL`. */
export interface InstanceLinks {
  /** The search page for a query typed into GitHub's search field. */
  search(query: string): URL;
  /** The search page for a query entered in the address bar. */
  omnibox(query: string): URL;
  /** The page to sign in at, which closes itself afterwards; for use in place of the other links. */
  signIn(): URL;
  /** The file that a code view shows. */
  file(facts: BlobFacts): URL | undefined;
  /** The comparison that a code view shows; `undefined` unless both sides are known. */
  diff(facts: DiffFacts): URL | undefined;
  /** A repository, at a revision. `undefined` if one of them cannot be such. */
  repository(name: string, revision?: string): URL | undefined;
  /**
   * Any address, marked if it leads to the instance, and left as it is if it leads elsewhere. Marked
   * again it is the same: markers do not stack.
   */
  mark(url: URL): URL;
}
