import type { DiffSide } from "./DiffSide.ts";

/**
 * What a code view shows. All strings come from the page and are data: they are bounded, paths have
 * no empty and no dot segments, and nothing else is promised.
 */
export type FileFacts = BlobFacts | DiffFacts;

/** A file at one revision. */
export interface BlobFacts {
  readonly kind: "blob";
  /** The repository, by the name the instance knows it by, such as `github.com/a/b`. */
  readonly repository: string;
  /** The file's path from the repository's root. */
  readonly path: string;
  /** The branch, tag or commit as the page's address names it. */
  readonly revision: string;
  /** The full ID of the commit, where the page says it. */
  readonly commit?: string;
}

/** The changes to a file between two revisions. */
export interface DiffFacts {
  readonly kind: "diff";
  /** The repository, by the name the instance knows it by, such as `github.com/a/b`. */
  readonly repository: string;
  /** The file's path after the change, or before it where the file was removed. */
  readonly path: string;
  /** The side before the change; absent where the page does not say. */
  readonly base?: DiffSide;
  /** The side after the change; absent where the page does not say. */
  readonly head?: DiffSide;
}
