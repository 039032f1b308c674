import type { CodeLine } from "../code/CodeLine.ts";
import { readLineNumber } from "../code/readLineNumber.ts";

const diffCell = ".line_content";
// On the left side of a split diff stands the old version, also what has not changed of it.
const oldCell = ".old, .parallel.left-side";
const rapidCell = ".rd-line-content, [data-testid=rd-diff-line-content]";
const numberOf = "[data-linenumber], [data-line-number]";

/** The line of code that an element of a page of GitLab is in. */
export function findGitLabLine(codeView: HTMLElement, element: Element): CodeLine | undefined {
  if (!codeView.contains(element)) return undefined;
  const rapid = element.closest<HTMLTableCellElement>(rapidCell);
  if (rapid !== null) return readRapid(rapid);
  const cell = element.closest(diffCell);
  if (cell !== null) return readDiff(cell);
  const shown = element.closest<HTMLElement>("[id^=LC]");
  const line = readLineNumber(shown?.id.slice(2));
  return shown !== null && line !== undefined ? { element: shown, line } : undefined;
}

// Cells of a rapid diff name their side; where a row is shared by both, the number of the new one counts.
function readRapid(cell: HTMLTableCellElement): CodeLine | undefined {
  const row = cell.closest("tr");
  const position = cell.getAttribute("data-position");
  const isBase = position === "old" || (position === null && cell.matches("[data-change=removed]"));
  const side = isBase ? "old" : "new";
  const link = row?.querySelector(
    `.rd-line-number[data-position=${side}] [data-line-number], .${side}_line [data-line-number]`,
  );
  const line = readLineNumber(link?.getAttribute("data-line-number"));
  const text = cell.querySelector<HTMLElement>("pre, code") ?? cell;
  return line === undefined ? undefined : { element: text, line, side: isBase ? "base" : "head" };
}

function readDiff(cell: Element): CodeLine | undefined {
  const text = cell.querySelector<HTMLElement>(".line");
  // A side of a split diff has its own numbers; a row of a unified one has both, the old one first.
  const own = cell.closest("[data-interop-type]");
  const around = own ?? cell.closest(".line_holder");
  const isBase = own === null ? cell.matches(oldCell) : own.matches("[data-interop-type=old]");
  const known = around?.getAttribute(isBase ? "data-interop-old-line" : "data-interop-new-line");
  const written =
    findNumbers(around, isBase ? ".old_line" : ".new_line")[0] ??
    findNumbers(around, ".diff-line-num").at(isBase ? 0 : -1);
  const line =
    readLineNumber(known) ??
    readLineNumber(written?.getAttribute("data-linenumber")) ??
    readLineNumber(written?.getAttribute("data-line-number"));
  if (text === null || line === undefined) return undefined;
  return { element: text, line, side: isBase ? "base" : "head" };
}

// Some versions write the number on the cell, others on a link in it.
function findNumbers(around: Element | null, cells: string): readonly Element[] {
  return [...(around?.querySelectorAll(cells) ?? [])]
    .map((cell) => (cell.matches(numberOf) ? cell : cell.querySelector(numberOf)))
    .filter((number) => number !== null);
}
