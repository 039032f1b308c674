import { toCodeLine, type CodeLine } from "../code/CodeLine.ts";
import { readLineNumber } from "../code/readLineNumber.ts";

/** The line of code that an element of a page of Phabricator is in. */
export function findPhabricatorLine(codeView: HTMLElement, element: Element): CodeLine | undefined {
  const cell = codeView.contains(element) ? element.closest<HTMLTableCellElement>("td") : null;
  const row = cell?.closest("tr");
  if (!cell || !row || cell.matches(".n, .copy, .show-more, .show-context")) return undefined;
  const link = row.querySelector('[data-sigil~="phabricator-source-line"]');
  if (link !== null && codeView.querySelector(".differential-diff") === null) {
    const shown = link.querySelector("[data-n]") ?? link;
    const line =
      readLineNumber(shown.getAttribute("data-n")) ??
      readLineNumber(link.textContent) ??
      readLineNumber(/\$(\d+)$/u.exec(link.querySelector("a")?.getAttribute("href") ?? "")?.[1]);
    return toCodeLine(line, cell);
  }
  return readChangeset(cell, row);
}

// The cell of a line's number comes before that of its code. Where two versions of a change are compared,
// both sides are marked as new ones, so it is its place that tells: the older version has the first cell.
function readChangeset(cell: HTMLTableCellElement, row: HTMLTableRowElement): CodeLine | undefined {
  const cells = [...row.cells];
  const nearest = cells
    .slice(0, cells.indexOf(cell))
    .findLast((other) => other.matches("th, td.n"));
  const isBase = cell.matches('[data-copy-mode="copy-l"], .old') || nearest === cells[0];
  const number = isBase ? cells[0] : nearest;
  const line =
    readLineNumber(number?.getAttribute("data-n")) ??
    readLineNumber(/^C\d+[ON]L(\d+)$/u.exec(number?.id ?? "")?.[1]);
  return toCodeLine(line, cell, isBase ? "base" : "head");
}
