import { isCommitID } from "./isCommitID.ts";

/** A revision and a path that were written as one, with a slash between them. */
export interface RevisionAndPath {
  readonly revision: string;
  readonly path: string;
}

/**
 * Parts `revision/path`. Revisions contain slashes too, so it takes evidence: the path the page
 * shows, a commit ID in front, or no more than one slash. Without any it is `undefined`.
 *
 * @param shownPath the path by the page's own word
 */
export function splitRevision(joined: string, shownPath?: string): RevisionAndPath | undefined {
  if (shownPath !== undefined && shownPath !== "") {
    if (!joined.endsWith(`/${shownPath}`)) return undefined;
    return { revision: joined.slice(0, -shownPath.length - 1), path: shownPath };
  }
  const slash = joined.indexOf("/");
  if (slash < 1) return undefined;
  const revision = joined.slice(0, slash);
  const path = joined.slice(slash + 1);
  return isCommitID(revision) || !path.includes("/") ? { revision, path } : undefined;
}
