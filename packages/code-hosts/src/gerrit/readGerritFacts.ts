import { isRecord } from "../dom/findRecord.ts";
import { readJSON } from "../dom/readJSON.ts";
import { checkDiffFacts } from "../facts/checkFacts.ts";
import type { FileFacts } from "../facts/FileFacts.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { resolveLink } from "../url/resolveLink.ts";
import { readGerritAddress } from "./readGerritAddress.ts";

const magicFiles = new Set(["/COMMIT_MSG", "/MERGE_LIST", "/PATCHSET_LEVEL"]);

/** What a code view of Gerrit shows. Patch sets are refs: `refs/changes/45/12345/2`. */
export function readGerritFacts(page: CodeHostPage, codeView: Element): FileFacts | undefined {
  const address = readGerritAddress(page.url);
  if (address === undefined) return undefined;
  const row = codeView.matches(".file-row") ? readRow(page, codeView) : undefined;
  const path = row?.path ?? address.path;
  if (path === undefined || magicFiles.has(path)) return undefined;
  const patchSet = address.head ?? row?.head;
  const toRef = (set: number) =>
    `refs/changes/${String(address.change % 100).padStart(2, "0")}/${address.change}/${set}`;
  const head = patchSet === undefined ? undefined : toRef(patchSet);
  const base = address.base === undefined ? head && `${head}^` : toRef(address.base);
  return checkDiffFacts({ repository: address.repository, path, head, base });
}

function readRow(page: CodeHostPage, row: Element) {
  const link = resolveLink(row.querySelector('a[href*="/+/"]'), page.url);
  const target = link && readGerritAddress(link);
  const data = readJSON(row.getAttribute("data-file"));
  const named = isRecord(data) && typeof data["path"] === "string" ? data["path"] : undefined;
  return { path: named ?? row.getAttribute("data-path") ?? target?.path, head: target?.head };
}
