import { commonAncestor } from "../dom/commonAncestor.ts";
import { outermost } from "../dom/outermost.ts";

/** The header of a file, in this year's name and the one before. */
export const header = '[data-qa="bk-file__header"], [data-testid="file-header"]';
const content = '[data-qa="bk-file__content"], [data-testid="file-content"]';
// Node.DOCUMENT_POSITION_FOLLOWING, which only exists where there is a DOM.
const following = 4;
/** The files of a commit or pull request. */
export const diffs = [
  ".bb-udiff",
  "[data-qa='branch-diff-file']",
  "[data-qa='commit-file']",
  "[data-qa='pr-diff-file-styles']",
  "article[data-testid='diff-file']",
  "article[aria-label^='Diff of file ']",
].join();

/** The code views of a page of Bitbucket Cloud: a header with the content that follows it, or a file of a diff. */
export function findBitbucketCloudCodeViews(document: Document): readonly HTMLElement[] {
  const contents = [...document.querySelectorAll(content)];
  const blobs = [...document.querySelectorAll(header)].map((head) => {
    const next = contents.find(
      (element) => (head.compareDocumentPosition(element) & following) !== 0,
    );
    const both = next === undefined ? null : commonAncestor(head, next);
    return both?.tagName === "BODY" ? null : both;
  });
  return outermost([...document.querySelectorAll<HTMLElement>(diffs), ...blobs]);
}
