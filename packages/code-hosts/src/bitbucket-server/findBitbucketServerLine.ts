import { toCodeLine, type CodeLine } from "../code/CodeLine.ts";
import { readLineNumber } from "../code/readLineNumber.ts";
import { findBitbucketServerCell } from "./findBitbucketServerCell.ts";

/** The line of code that an element of a page of Bitbucket Server is in. */
export function findBitbucketServerLine(
  codeView: HTMLElement,
  element: Element,
): CodeLine | undefined {
  if (!codeView.contains(element)) return undefined;
  const cell = element.closest<HTMLElement>(".diff-line");
  if (cell !== null) return findBitbucketServerCell(cell);
  const row = element.closest(".line, .CodeMirror-code > div");
  const text = row?.querySelector<HTMLElement>("pre.CodeMirror-line, pre");
  const locator = row?.querySelector("[data-line-number]");
  if (!row || !text?.contains(element) || locator == null) return undefined;
  const isDiff = codeView.querySelector(".diff-view, .diff-editor") !== null;
  if (!isDiff) {
    const line = readLineNumber(locator.getAttribute("data-line-number"));
    return toCodeLine(line, text);
  }
  const isBase = locator.getAttribute("data-line-type") === "REMOVED" || isLeft(row);
  const number = row.querySelector(isBase ? ".line-number-from" : ".line-number-to");
  const line =
    readLineNumber(number?.textContent) ?? readLineNumber(locator.getAttribute("data-line-number"));
  return toCodeLine(line, text, isBase ? "base" : "head");
}

function isLeft(row: Element): boolean {
  return row.closest(".side-by-side-diff-editor-from") !== null;
}
