import { commonAncestor } from "../dom/commonAncestor.ts";
import { outermost } from "../dom/outermost.ts";
import { findFileButtons } from "./findRawButton.ts";
import { reactDiffFile } from "./reactDiffFile.ts";

const diffFiles = [
  // Pull requests, commits and snippets in conversations.
  '.file:not(:has(.js-file-line-container, [id^="LC"]))',
  reactDiffFile,
].join();
const blobLines = [
  ".js-file-line-container",
  "#read-only-cursor-text-area",
  ".react-code-lines",
  '.file [itemprop="text"].blob-wrapper',
].join();
const notLoaded = ".js-diff-load-container";

/** The code views of a page of GitHub: the file that is shown, or each file of a diff that has loaded. */
export function findGitHubCodeViews(document: Document): readonly HTMLElement[] {
  const diffs = [...document.querySelectorAll<HTMLElement>(diffFiles)].filter(
    (file) => file.querySelector("table, [role=grid]") !== null && !isLeftOut(file),
  );
  const lines = [...document.querySelectorAll(blobLines)].filter(
    (element) => element.closest(diffFiles) === null,
  );
  return outermost([...diffs, ...lines.map(findBlob)]);
}

function isLeftOut(file: Element): boolean {
  const placeholder = file.querySelector(notLoaded);
  return placeholder !== null && file.querySelector(".blob-code, [data-line-number]") === null;
}

// The smallest element that holds both the header, known by its buttons, and the lines.
function findBlob(lines: Element): HTMLElement | null {
  const file = lines.closest<HTMLElement>(".file");
  if (file !== null) return file;
  const button = findFileButtons(lines.ownerDocument);
  const both = button && commonAncestor(lines, button);
  if (both !== null && both.tagName !== "BODY" && both.tagName !== "HTML") return both;
  return lines.closest<HTMLElement>(".repository-content, react-app, .Box");
}
