import { isRecord } from "../dom/findRecord.ts";
import { readJSON } from "../dom/readJSON.ts";
import { readText } from "../dom/readText.ts";
import { checkBlobFacts, checkDiffFacts } from "../facts/checkFacts.ts";
import type { FileFacts } from "../facts/FileFacts.ts";
import { isCommitID } from "../facts/isCommitID.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { resolveLink } from "../url/resolveLink.ts";
import {
  readBitbucketServerAddress,
  type BitbucketServerAddress,
} from "./readBitbucketServerAddress.ts";

// Breadcrumbs lead to the folders that the file is in.
const fileLinks =
  "a.source-view-link, a.raw-view-link, a.mode-source, .change-header a[href*='/browse/']:not(.breadcrumbs a, .file-breadcrumbs a)";
const parents =
  ".commit-parents [data-commitid], .parents [data-commitid], .commit-parents a.commitid";

/** What a code view of Bitbucket Server shows. */
export function readBitbucketServerFacts(
  page: CodeHostPage,
  codeView: Element,
): FileFacts | undefined {
  const address = readBitbucketServerAddress(page.url);
  if (address === undefined) return undefined;
  const link = readFileLink(page, address, codeView);
  if (address.page === "browse") return readBlob(page, address, link);
  if (!["diff", "commits", "pull-requests", "compare"].includes(address.page ?? ""))
    return undefined;
  const shown = address.page === "commits" ? address.rest.split("/")[0] : undefined;
  const head = [shown, link?.at].find(isCommitID);
  const base = page.document.querySelector(parents)?.getAttribute("data-commitid");
  return checkDiffFacts({
    repository: address.repository,
    path: link?.rest || readBreadcrumbs(codeView),
    head,
    base: shown !== undefined && isCommitID(base) && base !== head ? base : undefined,
  });
}

function readBlob(
  page: CodeHostPage,
  address: BitbucketServerAddress,
  link: BitbucketServerAddress | undefined,
) {
  if (link !== undefined && link.rest !== address.rest) return undefined;
  const ref = readJSON(
    page.document.querySelector("[data-revision-ref]")?.getAttribute("data-revision-ref"),
  );
  const { latestCommit, displayId, id } = isRecord(ref) ? ref : {};
  const at = address.at ?? link?.at ?? (typeof displayId === "string" ? displayId : undefined);
  const isShown = at === undefined || [displayId, id, latestCommit].includes(at);
  const commit = isCommitID(at)
    ? at
    : isShown && isCommitID(latestCommit)
      ? latestCommit
      : undefined;
  const revision = at?.replace(/^refs\/(?:heads|tags)\//u, "");
  return checkBlobFacts({
    repository: address.repository,
    path: address.rest,
    revision: revision ?? commit,
    commit,
  });
}

// A link from a file's header to the file itself.
function readFileLink(page: CodeHostPage, address: BitbucketServerAddress, codeView: Element) {
  for (const link of codeView.querySelectorAll(fileLinks)) {
    const url = resolveLink(link, page.url);
    const target = url && readBitbucketServerAddress(url);
    const isFile = target?.page === "browse" || target?.page === "raw";
    if (isFile && target.rest !== "" && target.repository === address.repository) return target;
  }
  return undefined;
}

function readBreadcrumbs(codeView: Element): string | undefined {
  const crumbs = codeView.querySelector(".breadcrumbs, .file-breadcrumbs");
  return crumbs === null
    ? undefined
    : readText(crumbs)
        .replace(/\s*\/\s*/gu, "/")
        .replace(/\s*\n\s*/gu, "");
}
