import { findRecord, isRecord, type JSONRecord } from "../dom/findRecord.ts";
import { checkBlobFacts } from "../facts/checkFacts.ts";
import type { BlobFacts } from "../facts/FileFacts.ts";
import { isCommitID } from "../facts/isCommitID.ts";
import { splitRevision } from "../facts/splitRevision.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { resolveLink } from "../url/resolveLink.ts";
import { findRawButton } from "./findRawButton.ts";
import { readEmbeddedData } from "./readEmbeddedData.ts";
import { readGitHubAddress, type GitHubAddress } from "./readGitHubAddress.ts";

/** What the page says about the path; without one, nothing but that it does not contradict the address. */
interface Evidence {
  readonly path?: string;
  readonly commit?: string | undefined;
}

const blobPages = new Set(["blob", "blame", "edit"]);

/**
 * What a page shows that has one file. The address joins revision and path, so the page says where
 * the path begins, by its permalink, its data or the link to the raw file; it must fit the address.
 */
export function readGitHubBlob(page: CodeHostPage, codeView: Element): BlobFacts | undefined {
  const address = readGitHubAddress(page.url);
  if (address === undefined || !blobPages.has(address.page ?? "")) return undefined;
  if (showsOther(page, address, codeView)) return undefined;
  for (const evidence of collectEvidence(page, address, codeView)) {
    const parts = evidence && splitRevision(address.rest, evidence.path);
    if (parts === undefined) continue;
    const known = isCommitID(parts.revision) ? parts.revision : evidence?.commit;
    return checkBlobFacts({ repository: address.repository, ...parts, commit: known });
  }
  return undefined;
}

function* collectEvidence(
  page: CodeHostPage,
  address: GitHubAddress,
  codeView: Element,
): Generator<Evidence | undefined> {
  yield readPermalink(page, address);
  yield* readEmbeddedData(page.document).map((data) => readData(data, address));
  const raw = linkWithin(page, address, findRawButton(codeView));
  if (raw !== undefined && raw !== address.rest) return;
  const copied = page.document.querySelector("clipboard-copy[value]")?.getAttribute("value");
  if (copied != null && copied.includes("/")) yield { path: copied };
  yield {};
}

// React shows a page before it has the next file: the link to the raw file is then of another one.
function showsOther(page: CodeHostPage, address: GitHubAddress, codeView: Element): boolean {
  const url = resolveLink(findRawButton(codeView), page.url);
  const raw = url && readGitHubAddress(url);
  if (raw === undefined) return false;
  const isOfRepository = raw.slug.toLowerCase() === address.slug.toLowerCase();
  return !isOfRepository || nameOf(raw.rest) !== nameOf(address.rest);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function readPermalink(page: CodeHostPage, address: GitHubAddress): Evidence | undefined {
  const link = page.document.querySelector("a.js-permalink-shortcut, a[data-hotkey='y,Shift+Y']");
  const parts = splitRevision(linkWithin(page, address, link) ?? "");
  return isCommitID(parts?.revision) ? { path: parts.path, commit: parts.revision } : undefined;
}

// `payload.refInfo` says where the path begins, one or two levels deeper in newer versions. A path beside
// it has to agree: React goes on to other files without touching these data.
function readData(data: unknown, address: GitHubAddress): Evidence | undefined {
  const isRef = ({ refInfo }: JSONRecord) => isRecord(refInfo) && isCommitID(refInfo["currentOid"]);
  const record =
    findRecord(data, (candidate) => isRef(candidate) && candidate["path"] !== undefined) ??
    findRecord(data, isRef);
  if (record === undefined || !isRecord(record["refInfo"])) return undefined;
  const { name, currentOid } = record["refInfo"];
  const revision = [name, currentOid].find((known) => address.rest.startsWith(`${String(known)}/`));
  if (typeof revision !== "string" || revision === "") return undefined;
  const path = address.rest.slice(revision.length + 1);
  const said = (record["path"] === undefined ? findRecord(data, hasPath) : record)?.["path"];
  if (path === "" || (said !== undefined && said !== path)) return undefined;
  return { path, commit: isCommitID(currentOid) ? currentOid : undefined };
}

const hasPath = ({ path }: JSONRecord) => typeof path === "string";

// What follows `/owner/name/blob/` in a link that leads into the same repository.
function linkWithin(
  page: CodeHostPage,
  address: GitHubAddress,
  link: Element | null,
): string | undefined {
  const url = resolveLink(link, page.url);
  const target = url && readGitHubAddress(url);
  if (target?.slug.toLowerCase() !== address.slug.toLowerCase()) return undefined;
  return target.rest.replace(/^refs\/heads\//u, "");
}
