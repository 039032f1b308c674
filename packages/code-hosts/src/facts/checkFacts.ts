import type { DiffSide } from "./DiffSide.ts";
import type { BlobFacts, DiffFacts } from "./FileFacts.ts";
import { isCommitID } from "./isCommitID.ts";
import { isRepositoryPath } from "./isRepositoryPath.ts";
import { isRevision } from "./isRevision.ts";

type Unchecked<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The facts about a file, or `undefined` unless repository, path and revision are such. */
export function checkBlobFacts(facts: Unchecked<Omit<BlobFacts, "kind">>): BlobFacts | undefined {
  const { repository, path, revision, commit } = facts;
  if (!isRepositoryPath(repository) || !isRepositoryPath(path) || !isRevision(revision)) {
    return undefined;
  }
  return { kind: "blob", repository, path, revision, ...(isCommitID(commit) && { commit }) };
}

/** What is known of a diff before it is checked. */
export interface UncheckedDiff {
  readonly repository: string | undefined;
  readonly path: string | undefined;
  /** The path before a renaming. */
  readonly basePath?: string | undefined;
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

/** The facts about a diff, or `undefined` unless repository and path are such; a side that is not one is left out. */
export function checkDiffFacts(diff: UncheckedDiff): DiffFacts | undefined {
  const { repository, path, basePath = path } = diff;
  if (!isRepositoryPath(repository) || !isRepositoryPath(path)) return undefined;
  const base = checkSide(diff.base, basePath);
  const head = checkSide(diff.head, path);
  return { kind: "diff", repository, path, ...(base && { base }), ...(head && { head }) };
}

function checkSide(revision: string | undefined, path: string | undefined): DiffSide | undefined {
  return isRevision(revision) && isRepositoryPath(path) ? { revision, path } : undefined;
}
