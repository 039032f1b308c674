import { readText } from "../dom/readText.ts";
import { checkBlobFacts, checkDiffFacts } from "../facts/checkFacts.ts";
import type { FileFacts } from "../facts/FileFacts.ts";
import { isCommitID } from "../facts/isCommitID.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { readBitbucketCloudAddress } from "./readBitbucketCloudAddress.ts";

/** What a code view of Bitbucket Cloud shows. */
export function readBitbucketCloudFacts(
  { url }: CodeHostPage,
  codeView: Element,
): FileFacts | undefined {
  const address = readBitbucketCloudAddress(url);
  if (address === undefined) return undefined;
  const { repository, page, rest } = address;
  const [first, ...path] = rest;
  const header = codeView.querySelector('[data-qa="bk-file__header"]');
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
  const head = page === "commits" && isCommitID(first) ? first : undefined;
  return checkDiffFacts({ repository, path: readPath(codeView), head });
}

function readPath(codeView: Element): string | undefined {
  for (const name of ["data-path", "data-identifier", "data-filename"]) {
    const path = codeView.getAttribute(name);
    if (path) return path;
  }
  const title = codeView.querySelector(".filename, [data-qa='bk-filepath'], h1, h2, h3");
  return readText(title) || undefined;
}
