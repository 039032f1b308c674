import { isCommitID } from "../facts/isCommitID.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { resolveLink } from "../url/resolveLink.ts";
import {
  readBitbucketServerAddress,
  type BitbucketServerAddress,
} from "./readBitbucketServerAddress.ts";

interface Sides {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

const parents =
  ".commit-parents [data-commitid], .parents [data-commitid], .commit-parents a.commitid";
const comparedHead = "#branch-compare .source-selector a.commitid";

/**
 * The commits that a page of Bitbucket Server compares, as far as it says: a commit and its parent,
 * the two that the history of a file names, the newest of a pull request or of a comparison.
 *
 * @param link where the header of the file leads to
 */
export function readBitbucketServerSides(
  page: CodeHostPage,
  address: BitbucketServerAddress,
  codeView: Element,
  link: BitbucketServerAddress | undefined,
): Sides {
  if (address.page === "diff") return readHistory(page, address, codeView, link);
  const commit = readCommit(address);
  const { document } = page;
  const compared = readCommitID(document.querySelector(comparedHead));
  const head = [commit, link?.at, address.page === "compare" ? compared : undefined].find(
    isCommitID,
  );
  const base = commit === undefined ? undefined : readCommitID(document.querySelector(parents));
  return { head, base: base === head ? undefined : base };
}

// The address of a commit, also of one that is shown as part of a pull request.
function readCommit({ page, rest }: BitbucketServerAddress): string | undefined {
  const [first, second, third] = rest.split("/");
  if (page === "commits") return first;
  return page === "pull-requests" && second === "commits" ? third : undefined;
}

function readHistory(
  page: CodeHostPage,
  address: BitbucketServerAddress,
  codeView: Element,
  link: BitbucketServerAddress | undefined,
): Sides {
  const url = resolveLink(codeView.querySelector("a.mode-diff"), page.url);
  const isOfFile = url && readBitbucketServerAddress(url)?.rest === address.rest;
  const all = [page.url.searchParams, ...(isOfFile ? [url.searchParams] : [])];
  const read = (name: string) => all.map((parameters) => parameters.get(name)).find(isCommitID);
  return { base: read("since"), head: read("until") ?? [link?.at].find(isCommitID) };
}

function readCommitID(element: Element | null): string | undefined {
  return [element?.getAttribute("data-commitid")].find(isCommitID);
}
