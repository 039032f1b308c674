import { findRecord, isRecord } from "../dom/findRecord.ts";
import { readText } from "../dom/readText.ts";
import { checkDiffFacts } from "../facts/checkFacts.ts";
import type { DiffFacts } from "../facts/FileFacts.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { readEmbeddedData } from "./readEmbeddedData.ts";
import { readGitHubAddress } from "./readGitHubAddress.ts";
import { readGitHubSides } from "./readGitHubSides.ts";

const titles = ".file-info a[title], a.file-info[title]";
const anchors = 'a[href^="#diff-"]';
const arrow = / (?:→|⟶|➔) /u;

/** What one file of a pull request, commit or comparison shows. */
export function readGitHubDiff(page: CodeHostPage, codeView: Element): DiffFacts | undefined {
  const address = readGitHubAddress(page.url);
  if (address === undefined || !["pull", "commit", "compare"].includes(address.page ?? "")) {
    return undefined;
  }
  const title = codeView.querySelector(titles)?.getAttribute("title") ?? "";
  const [before, after] = arrow.test(title) ? title.split(arrow) : [];
  const renamed = readRenaming(page.document, codeView);
  const path = after ?? renamed?.path ?? readPath(codeView) ?? title;
  const { base, head } = readGitHubSides(page, address, codeView);
  return checkDiffFacts({
    repository: address.repository,
    path,
    basePath: before ?? renamed?.before,
    base,
    head,
  });
}

function readPath(codeView: Element): string | undefined {
  for (const name of ["data-tagsearch-path", "data-path", "data-file-path"]) {
    const path =
      codeView.getAttribute(name) ?? codeView.querySelector(`[${name}]`)?.getAttribute(name);
    if (path) return path;
  }
  const anchor = codeView.querySelector(`${titles}, ${anchors}`);
  const table = codeView.querySelector('table[aria-label^="Diff for: "]');
  return (
    anchor?.getAttribute("title") ||
    readText(anchor) ||
    table?.getAttribute("aria-label")?.slice("Diff for: ".length) ||
    readText(codeView.querySelector("h3 code")) ||
    undefined
  );
}

// React pages name a file by a digest of its path; their data say by which path it was known before.
function readRenaming(document: Document, codeView: Element) {
  const digest = codeView.id.replace(/^diff-/u, "");
  for (const data of readEmbeddedData(document)) {
    const found = findRecord(data, ({ diffContents }) => Array.isArray(diffContents));
    const contents = (found?.["diffContents"] ?? []) as readonly unknown[];
    const entry = contents.filter(isRecord).find(({ pathDigest }) => pathDigest === digest);
    const { path, oldTreeEntry } = entry ?? {};
    const before = isRecord(oldTreeEntry) ? oldTreeEntry["path"] : undefined;
    if (typeof path === "string" && typeof before === "string") return { path, before };
  }
  return undefined;
}
