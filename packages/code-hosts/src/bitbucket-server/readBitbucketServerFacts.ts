import { isRecord } from "../dom/findRecord.ts";
import { readJSON } from "../dom/readJSON.ts";
import { checkBlobFacts, checkDiffFacts } from "../facts/checkFacts.ts";
import type { FileFacts } from "../facts/FileFacts.ts";
import { isCommitID } from "../facts/isCommitID.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { resolveLink } from "../url/resolveLink.ts";
import {
  readBitbucketServerAddress,
  type BitbucketServerAddress,
} from "./readBitbucketServerAddress.ts";
import { readBitbucketServerPaths } from "./readBitbucketServerPaths.ts";
import { readBitbucketServerSides } from "./readBitbucketServerSides.ts";

// Breadcrumbs lead to the folders that the file is in.
const fileLinks =
  "a.source-view-link, a.raw-view-link, a.mode-source, .change-header a[href*='/browse/']:not(.breadcrumbs a, .file-breadcrumbs a)";

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
  const { path, before } = readBitbucketServerPaths(codeView, link?.rest);
  const { base, head } = readBitbucketServerSides(page, address, codeView, link);
  return checkDiffFacts({
    repository: address.repository,
    path,
    basePath: before,
    // A path that is not known is none to be asked for at the older commit.
    base: before === undefined ? undefined : base,
    head,
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
