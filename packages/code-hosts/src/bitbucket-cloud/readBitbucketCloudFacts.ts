import { findRecord, isRecord } from "../dom/findRecord.ts";
import { readJSON } from "../dom/readJSON.ts";
import { readText } from "../dom/readText.ts";
import { checkBlobFacts, checkDiffFacts } from "../facts/checkFacts.ts";
import type { FileFacts } from "../facts/FileFacts.ts";
import { isCommitID } from "../facts/isCommitID.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { header as headers } from "./findBitbucketCloudCodeViews.ts";
import { readBitbucketCloudAddress } from "./readBitbucketCloudAddress.ts";
import { readBitbucketCloudPaths } from "./readBitbucketCloudPaths.ts";

interface Sides {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

/** What a code view of Bitbucket Cloud shows. */
export function readBitbucketCloudFacts(
  { document, url }: CodeHostPage,
  codeView: Element,
): FileFacts | undefined {
  const address = readBitbucketCloudAddress(url);
  if (address === undefined) return undefined;
  const { repository, page, rest } = address;
  const [first, ...path] = rest;
  const header = codeView.querySelector(headers);
  if (page === "src") {
    // The header shows the file's name at least: another one is of a page that is gone.
    const named = readText(header);
    const agrees = named === "" || named.includes(path.at(-1) ?? "");
    const commit = isCommitID(first) ? first : undefined;
    const revision = url.searchParams.get("at") ?? first;
    return agrees
      ? checkBlobFacts({ repository, path: path.join("/"), revision, commit })
      : undefined;
  }
  if (page !== "commits" && page !== "pull-requests") return undefined;
  const { base, head } = page === "pull-requests" ? readSides(document) : readCommit(first);
  const { path: shown, before } = readBitbucketCloudPaths(codeView);
  return checkDiffFacts({
    repository,
    path: shown,
    basePath: before,
    base: before === undefined ? undefined : base,
    head,
  });
}

function readCommit(shown: string | undefined): Sides {
  return { head: [shown].find(isCommitID) };
}

// Some pages carry the pull request as data: a branch and its commit on either side.
function readSides(document: Document): Sides {
  for (const script of document.querySelectorAll('script[type="application/json"]')) {
    const found = findRecord(
      readJSON(script.textContent),
      ({ source, destination }) =>
        hashOf(source) !== undefined && hashOf(destination) !== undefined,
    );
    if (found !== undefined)
      return { base: hashOf(found["destination"]), head: hashOf(found["source"]) };
  }
  return {};
}

function hashOf(side: unknown): string | undefined {
  const commit = isRecord(side) ? side["commit"] : undefined;
  const hash = isRecord(commit) ? commit["hash"] : undefined;
  return typeof hash === "string" && /^[0-9a-f]{12,64}$/u.test(hash) ? hash : undefined;
}
