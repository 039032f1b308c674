import type { CodeLine } from "../code/CodeLine.ts";
import { readLineNumber } from "../code/readLineNumber.ts";

const diffCell = ".line_content";
const numberOf = "[data-linenumber], [data-line-number]";

/** The line of code that an element of a page of GitLab is in. */
export function findGitLabLine(codeView: HTMLElement, element: Element): CodeLine | undefined {
  if (!codeView.contains(element)) return undefined;
  const cell = element.closest(diffCell);
  if (cell !== null) return readDiff(cell);
  const shown = element.closest<HTMLElement>("[id^=LC]");
  const line = readLineNumber(shown?.id.slice(2));
  return shown !== null && line !== undefined ? { element: shown, line } : undefined;
}

function readDiff(cell: Element): CodeLine | undefined {
  const text = cell.querySelector<HTMLElement>(".line");
  const isBase = cell.matches(".old");
  // A side of a split diff has its own numbers; a row of a unified one has both, the old one first.
  const around = cell.closest("[data-interop-type]") ?? cell.closest(".line_holder");
  const known = around?.getAttribute(isBase ? "data-interop-old-line" : "data-interop-new-line");
  const cells = around?.querySelectorAll(isBase ? ".old_line" : ".new_line") ?? [];
  const written = [...cells, ...(around?.querySelectorAll(".diff-line-num") ?? [])]
    .map((number) => (number.matches(numberOf) ? number : number.querySelector(numberOf)))
    .find((number) => number !== null);
  const line =
    readLineNumber(known) ??
    readLineNumber(written?.getAttribute("data-linenumber")) ??
    readLineNumber(written?.getAttribute("data-line-number"));
  if (text === null || line === undefined) return undefined;
  return { element: text, line, side: isBase ? "base" : "head" };
}
