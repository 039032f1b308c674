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

// The cell of the number comes before that of its code and is named after the side: `C1OL26`, `C1NL26`.
function readChangeset(cell: HTMLTableCellElement, row: HTMLTableRowElement): CodeLine | undefined {
  const before = [...row.cells].slice(0, cell.cellIndex).reverse();
  const numbers = before.map((other) => /^C\d+([ON])L(\d+)$/u.exec(other.id));
  const isBase = cell.matches('[data-copy-mode="copy-l"], .old') || undefined;
  const [, side, number] =
    numbers.find((match) => match !== null && (isBase === undefined || match[1] === "O")) ?? [];
  const line = readLineNumber(number);
  return toCodeLine(line, cell, side === "O" ? "base" : "head");
}
