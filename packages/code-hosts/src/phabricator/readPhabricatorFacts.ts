import { readText } from "../dom/readText.ts";
import { checkBlobFacts, checkDiffFacts } from "../facts/checkFacts.ts";
import type { FileFacts } from "../facts/FileFacts.ts";
import { isCommitID } from "../facts/isCommitID.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { resolveLink } from "../url/resolveLink.ts";
import { findPhabricatorLinks } from "./findPhabricatorLinks.ts";
import { readPhabricatorAddress } from "./readPhabricatorAddress.ts";
import { readPhabricatorRepository } from "./readPhabricatorRepository.ts";

const changeset = '.differential-changeset, [data-sigil~="differential-changeset"]';
const lineLinks = '[data-sigil~="phabricator-source-line"] a[href], .diffusion-line-link a[href]';
const origin = /^This file was (?:moved|copied) from (.{1,4096})\.$/u;
const differential = /^\/D\d+(?:\/|$)/u;

/** What a code view of Phabricator shows. */
export function readPhabricatorFacts(page: CodeHostPage, codeView: Element): FileFacts | undefined {
  if (codeView.matches(changeset)) return readChangeset(page, codeView);
  const address = readPhabricatorAddress(page.url);
  if (address?.page !== "browse") return undefined;
  // Every line links to itself, with the commit that the branch stood at.
  const link = resolveLink(codeView.querySelector(lineLinks), page.url);
  const line = link && readPhabricatorAddress(link);
  const shown = line?.path === undefined ? address : line;
  const agrees =
    shown.repository === address.repository && (address.path ?? shown.path) === shown.path;
  if (!agrees) return undefined;
  return checkBlobFacts({
    repository: address.repository,
    path: shown.path,
    revision: address.branch ?? shown.branch ?? shown.commit,
    commit: shown.commit,
  });
}

function readChangeset(page: CodeHostPage, codeView: Element): FileFacts | undefined {
  const address = readPhabricatorAddress(page.url);
  if (address?.page !== "commit" && !differential.test(page.url.pathname)) return undefined;
  const path = readText(codeView.querySelector(".differential-file-icon-header, h1"));
  const head = isCommitID(address?.commit) ? address.commit : undefined;
  return checkDiffFacts({
    repository: readPhabricatorRepository(page),
    path: path || undefined,
    basePath: readFormerPath(codeView) ?? (path || undefined),
    head,
    base: head === undefined ? undefined : readParent(page, head),
  });
}

function readFormerPath(codeView: Element): string | undefined {
  for (const notice of codeView.querySelectorAll(".differential-meta-notice")) {
    const [, path] = origin.exec(readText(notice)) ?? [];
    if (path !== undefined) return path;
  }
  return undefined;
}

// Among the properties of a commit, its parents are the only other commits of the repository.
function readParent(page: CodeHostPage, head: string): string | undefined {
  for (const link of findPhabricatorLinks(page.document)) {
    const target = resolveLink(link, page.url);
    const commit = target && readPhabricatorAddress(target)?.commit;
    if (isCommitID(commit) && commit !== head) return commit;
  }
  return undefined;
}
