import { isRecord, type JSONRecord } from "../dom/findRecord.ts";
import { readJSON } from "../dom/readJSON.ts";
import { readText } from "../dom/readText.ts";
import { checkBlobFacts, checkDiffFacts } from "../facts/checkFacts.ts";
import type { FileFacts } from "../facts/FileFacts.ts";
import { isCommitID } from "../facts/isCommitID.ts";
import { splitRevision } from "../facts/splitRevision.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { resolveLink } from "../url/resolveLink.ts";
import { readGitLabAddress, type GitLabAddress } from "./readGitLabAddress.ts";
import { readGitLabRoot } from "./readGitLabRoot.ts";
import { readGitLabSides } from "./readGitLabSides.ts";

// What a title says, in English, of a file that was removed.
const removed = /(?<!\s)\s+deleted$/u;
const diffPages = new Set(["merge_requests", "commit", "compare"]);

/** What a code view of GitLab shows. */
export function readGitLabFacts(page: CodeHostPage, codeView: Element): FileFacts | undefined {
  const address = readGitLabAddress(page.url, readGitLabRoot(page.document));
  if (address === undefined) return undefined;
  const shown = readPath(codeView);
  if (address.page === "blob" || address.page === "blame")
    return readBlob(page, address, codeView, shown);
  if (!diffPages.has(address.page ?? "")) return undefined;
  const { repository } = address;
  const basePath = readOldPath(codeView);
  return checkDiffFacts({
    repository,
    path: shown,
    basePath,
    ...readGitLabSides(page, address, codeView),
  });
}

function readBlob(
  page: CodeHostPage,
  address: GitLabAddress,
  codeView: Element,
  shown: string | undefined,
) {
  const permalink = readPermalink(page, address, codeView);
  const parts = splitRevision(address.rest, shown ?? permalink?.path);
  if (parts === undefined) return undefined;
  const fits = permalink?.path === parts.path;
  const commit = isCommitID(parts.revision)
    ? parts.revision
    : fits
      ? permalink.revision
      : undefined;
  return checkBlobFacts({ repository: address.repository, ...parts, commit });
}

function readPermalink(page: CodeHostPage, address: GitLabAddress, codeView: Element) {
  const link =
    page.document.querySelector(
      ".js-data-file-blob-permalink-url, [data-testid='permalink'] a[href]",
    ) ?? codeView.querySelector("a.js-permalink");
  const url = resolveLink(link, page.url);
  const target = url && readGitLabAddress(url, readGitLabRoot(page.document));
  if (target?.project !== address.project) return undefined;
  const parts = splitRevision(target.rest);
  return isCommitID(parts?.revision) ? parts : undefined;
}

// The button that copies the path has it as JSON; titles may be cut short, and show the name alone.
function readPath(codeView: Element): string | undefined {
  const own = codeView.getAttribute("data-path") ?? readFileData(codeView)["new_path"];
  if (typeof own === "string" && own !== "") return own;
  for (const button of codeView.querySelectorAll(
    ".js-file-title [data-clipboard-text], .file-header-content [data-clipboard-text]",
  )) {
    const copied = button.getAttribute("data-clipboard-text");
    const value = readJSON(copied);
    if (isRecord(value) && typeof value["text"] === "string") return value["text"];
    if (copied?.includes("/") && value === undefined) return copied;
  }
  const title = codeView.querySelector("[data-qa-file-name], [data-file-name]");
  const named = title?.getAttribute("data-qa-file-name") ?? title?.getAttribute("data-file-name");
  return named ?? readNames(codeView).at(-1);
}

function readOldPath(codeView: Element): string | undefined {
  const path = codeView.querySelector("[data-old-path]")?.getAttribute("data-old-path");
  const known = readFileData(codeView)["old_path"];
  if (typeof known === "string" && known !== "") return known;
  const [before, after] = readNames(codeView);
  return path ?? (after === undefined ? undefined : before);
}

// Rapid diffs have both paths as data.
function readFileData(codeView: Element): JSONRecord {
  const data = readJSON(codeView.getAttribute("data-file-data"));
  return isRecord(data) ? data : {};
}

// A diff's title has the whole path, and both paths of a file that was renamed.
function readNames(codeView: Element): readonly string[] {
  if (!codeView.matches(".diff-file")) return [];
  return [...codeView.querySelectorAll(".file-title-name")].map((name) =>
    readText(name).replace(removed, ""),
  );
}
