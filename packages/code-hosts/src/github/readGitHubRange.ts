import type { GitHubAddress } from "./readGitHubAddress.ts";

/** The commits that the address of a pull request's page picks out of it. */
export interface GitHubRange {
  /** The older commit. Without one it is the parent of the newer one, or where the pull request begins. */
  readonly base: string | undefined;
  /** The newer commit. Both may be cut short. */
  readonly head: string;
  /** Whether it is one commit, and so compared with its parent. */
  readonly isCommit: boolean;
}

const pages = new Set(["commits", "files", "changes"]);
const range = /^(?:([0-9a-f]{7,64}|BASE)(\.\.))?([0-9a-f]{7,64})$/;

/** Reads which commits of a pull request are shown; `undefined` is all of them. */
export function readGitHubRange(address: GitHubAddress): GitHubRange | undefined {
  const [, page = "", commits = ""] = address.page === "pull" ? address.rest.split("/") : [];
  const [, base, dots, head] = (pages.has(page) && range.exec(commits)) || [];
  if (head === undefined) return undefined;
  return { base: base === "BASE" ? undefined : base, head, isCommit: dots === undefined };
}
