import { findRecord } from "../dom/findRecord.ts";
import { isCommitID } from "../facts/isCommitID.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { resolveLink } from "../url/resolveLink.ts";
import { readEmbeddedData } from "./readEmbeddedData.ts";
import { readGitHubAddress, type GitHubAddress } from "./readGitHubAddress.ts";
import { readGitHubRange, type GitHubRange } from "./readGitHubRange.ts";

/** The two commits that are compared, as far as the page says. */
export interface Sides {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

const addedOrKept = ".blob-code-addition, .blob-code-context";

/** The commits that a page of GitHub compares: of a pull request, a commit, or a snippet in a conversation. */
export function readGitHubSides(
  page: CodeHostPage,
  address: GitHubAddress,
  codeView: Element,
): Sides {
  if (address.page === "commit") return readCommit(page, address);
  const snippet = codeView.querySelector('a.file-info[href*="/files/"]');
  if (snippet !== null) return { head: readOid(resolveLink(snippet, page.url)?.pathname) };
  const inputs = readInputs(page.document);
  const said = inputs ?? readAddresses(page.document) ?? readData(page.document);
  const range = readGitHubRange(address);
  const sides = range === undefined ? said : withinRange(range, said, inputs !== undefined);
  return sides.head === undefined ? { ...sides, head: readFileLink(page, codeView) } : sides;
}

// Of a part of a pull request the page may still say what all of it compares.
function withinRange(range: GitHubRange, said: Sides, isOfRange: boolean): Sides {
  const { base, head, isCommit } = range;
  const isShown =
    said.head?.startsWith(head) === true &&
    (base === undefined || said.base?.startsWith(base) === true);
  if (isShown) return isCommit && !isOfRange ? { head: said.head } : said;
  return { base: [base].find(isCommitID), head: [head].find(isCommitID) };
}

// The menu of a file leads to it at the newer commit; where it was removed, at the older one.
function readFileLink(page: CodeHostPage, codeView: Element): string | undefined {
  const isRemoved = codeView.querySelector(addedOrKept) === null;
  if (isRemoved) return undefined;
  const link = codeView.querySelector('.file-actions a[href*="/blob/"]');
  const target = resolveLink(link, page.url);
  const [commit] = (target && readGitHubAddress(target)?.rest.split("/")) ?? [];
  return [commit].find(isCommitID);
}

function readCommit(page: CodeHostPage, address: GitHubAddress): Sides {
  const { document, url } = page;
  const shown = address.rest.split("/")[0] ?? "";
  const permalink = resolveLink(document.querySelector("a.js-permalink-shortcut"), url)?.pathname;
  // A merge has several parents, and the diff is against the first.
  const parent = resolveLink(document.querySelector('.sha-block a.sha, a[data-hotkey="p"]'), url);
  const isOfRepository = parent && readGitHubAddress(parent)?.slug === address.slug;
  const data = readCommitData(document, shown);
  const head = [shown, readOid(permalink), data?.head].find(
    (oid) => isCommitID(oid) && oid.startsWith(shown),
  );
  return { head, base: isOfRepository ? readOid(parent.pathname) : data?.base };
}

// React pages name the commit, and the two that its diff is between.
function readCommitData(document: Document, shown: string): Sides | undefined {
  for (const data of readEmbeddedData(document)) {
    const found = findRecord(
      data,
      ({ oid }) => shown !== "" && isCommitID(oid) && oid.startsWith(shown),
    );
    if (found === undefined) continue;
    const { oid, sha1, sha2, parents } = found;
    const [parent] = Array.isArray(parents) ? (parents as readonly unknown[]) : [];
    const base = [sha2 === oid ? sha1 : undefined, parent].find(isCommitID);
    return { base, head: isCommitID(oid) ? oid : undefined };
  }
  return undefined;
}

function readInputs(document: Document): Sides | undefined {
  const read = (name: string) =>
    document.querySelector(`input[name="${name}"]`)?.getAttribute("value") ?? undefined;
  return pair(read("comparison_start_oid"), read("comparison_end_oid"));
}

// Parts of the page are loaded from addresses that name both commits.
function readAddresses(document: Document): Sides | undefined {
  for (const attribute of ["data-url", "src", "action"]) {
    const element = document.querySelector(`[${attribute}*="base_sha="], [${attribute}*="sha1="]`);
    const query = element?.getAttribute(attribute)?.split("?")[1];
    const parameters = new URLSearchParams(query);
    const get = (...names: readonly string[]) =>
      names.map((name) => parameters.get(name)).find((value) => value !== null) ?? undefined;
    const sides = pair(get("base_sha", "sha1"), get("head_sha", "sha2"));
    if (sides !== undefined) return sides;
  }
  return undefined;
}

function readData(document: Document): Sides {
  for (const data of readEmbeddedData(document)) {
    const found = findRecord(
      data,
      ({ baseOid, headOid }) => isCommitID(baseOid) && isCommitID(headOid),
      6,
    );
    if (found !== undefined) return pair(found["baseOid"], found["headOid"]) ?? {};
  }
  return {};
}

function pair(base: unknown, head: unknown): Sides | undefined {
  return isCommitID(base) && isCommitID(head) ? { base, head } : undefined;
}

function readOid(pathname: string | undefined): string | undefined {
  return pathname?.split("/").find(isCommitID);
}
