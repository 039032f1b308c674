import { findRecord } from "../dom/findRecord.ts";
import { readJSON } from "../dom/readJSON.ts";
import { isCommitID } from "../facts/isCommitID.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { resolveLink } from "../url/resolveLink.ts";
import { readGitLabAddress, type GitLabAddress } from "./readGitLabAddress.ts";
import { readGitLabRoot } from "./readGitLabRoot.ts";

interface Sides {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

const removedLine = ".line_content.old";
const otherLine = ".line_content:not(.old, .match, .empty-cell)";
const partial = ["start_sha", "commit_id", "diff_id"];

/**
 * The commits that a page of GitLab compares, as far as it says: a commit's parent stands beside
 * it; a merge request names its head in the link to the file, and its base in few versions.
 */
export function readGitLabSides(
  page: CodeHostPage,
  address: GitLabAddress,
  codeView: Element,
): Sides {
  const shown = address.page === "commit" ? address.rest.split("/")[0] : undefined;
  const head = isCommitID(shown) ? shown : readFileLink(page, address, codeView);
  if (address.page === "commit") return { head, base: readParent(page, address, head) };
  const start = page.url.searchParams.get("start_sha");
  if (isCommitID(start)) return { head, base: start };
  // Of a part of a merge request, what all of it compares would be wrong.
  const refs = partial.some((name) => page.url.searchParams.has(name))
    ? undefined
    : readDiffRefs(page.document);
  return refs?.head === head || head === undefined ? { head, ...refs } : { head };
}

// In a merge request from a fork it leads there; for a file that was removed, to the older commit.
function readFileLink(page: CodeHostPage, address: GitLabAddress, codeView: Element) {
  const isRemoved =
    codeView.querySelector(removedLine) !== null && codeView.querySelector(otherLine) === null;
  if (isRemoved) return undefined;
  const project = address.page === "merge_requests" ? undefined : address.project;
  for (const link of codeView.querySelectorAll(
    '.file-actions a[href*="/blob/"], a.rd-diff-file-link[href*="/blob/"], .rd-diff-file-header a[href*="/blob/"]',
  )) {
    const commit = commitOfLink(page, project, link, "blob");
    if (commit !== undefined) return commit;
  }
  return undefined;
}

function readParent(page: CodeHostPage, address: GitLabAddress, head: string | undefined) {
  for (const link of page.document.querySelectorAll(
    '.commit-info a[href*="/commit/"], [data-testid="commit-parent"] a',
  )) {
    const commit = commitOfLink(page, address.project, link, "commit");
    if (commit !== undefined && commit !== head) return commit;
  }
  return undefined;
}

function readDiffRefs(document: Document): Sides | undefined {
  const element = document.querySelector("[data-noteable-data]");
  const refs = findRecord(
    readJSON(element?.getAttribute("data-noteable-data")),
    ({ base_sha, head_sha }) => isCommitID(base_sha) && isCommitID(head_sha),
  );
  if (refs === undefined) return undefined;
  const { base_sha, head_sha } = refs;
  return isCommitID(base_sha) && isCommitID(head_sha)
    ? { base: base_sha, head: head_sha }
    : undefined;
}

function commitOfLink(
  page: CodeHostPage,
  project: string | undefined,
  link: Element,
  kind: string,
) {
  const url = resolveLink(link, page.url);
  const target = url && readGitLabAddress(url, readGitLabRoot(page.document));
  if (target?.page !== kind || (project ?? target.project) !== target.project) return undefined;
  const commit = target.rest.split("/")[0];
  return isCommitID(commit) ? commit : undefined;
}
