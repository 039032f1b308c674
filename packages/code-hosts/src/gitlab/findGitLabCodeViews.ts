import { rapidDiffFile } from "./rapidDiffFile.ts";
import { outermost } from "../dom/outermost.ts";

const files = ".file-holder, .diff-file";
const lines = [
  '.blob-viewer[data-type="simple"]',
  '[data-testid="blob-content"], [data-testid="blob-viewer-file-content"]',
  ".file-content.code, .diff-viewer, .diff-table, table.text-file, .js-syntax-highlight",
].join();

/** The code views of a page of GitLab: the file that is shown, or each file of a diff. Threads and read-me files are none. */
export function findGitLabCodeViews(document: Document): readonly HTMLElement[] {
  const holders = [...document.querySelectorAll<HTMLElement>(files)].filter(
    (file) =>
      file.closest(
        ".discussion-wrapper, .readme-holder, .discussion-notes, .snippet-file-content",
      ) === null &&
      file.querySelector(".file-actions") !== null &&
      file.querySelector(lines) !== null,
  );
  const rapid = [...document.querySelectorAll<HTMLElement>(rapidDiffFile)].filter(
    (file) =>
      file.querySelector(".rd-diff-file-header, [data-testid=rd-diff-file-header]") !== null,
  );
  return outermost([...holders, ...rapid]);
}
