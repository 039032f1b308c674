import { readLineNumber } from "../code/readLineNumber.ts";
import { toCodeLine, type CodeLine } from "../code/CodeLine.ts";

const blobLine = "[id^=LC]";
const reactDiffCell = "td[data-line-anchor], td.diff-text-cell";
const classicDiffCell =
  "td.blob-code:not(.blob-code-hunk, .blob-code-empty, .blob-code-marker-cell)";
// Where any of these is, the marker of a changed line is drawn, and is no text of it.
const drawnMarker = [
  "[data-code-marker]",
  ".refined-github-diff-signs",
  ...["addition", "deletion", "context"].map((kind) => `.blob-code-marker-${kind}`),
].join();

/** The line of code that an element of a page of GitHub is in. */
export function findGitHubLine(codeView: HTMLElement, element: Element): CodeLine | undefined {
  if (!codeView.contains(element)) return undefined;
  const shown = element.closest<HTMLElement>(blobLine);
  if (shown !== null) {
    const line = readLineNumber(shown.id.slice(2));
    return toCodeLine(line, shown);
  }
  const cell = element.closest<HTMLElement>(reactDiffCell);
  return cell === null ? readClassic(element) : readReact(cell);
}

// The anchor ends with the side and the number, `diff-0123R12`; both stand alone too.
function readReact(cell: HTMLElement): CodeLine | undefined {
  const text =
    cell.querySelector<HTMLElement>(".diff-text-inner") ??
    cell.querySelector<HTMLElement>(".diff-text");
  const anchor = /([LR])(\d{1,7})$/u.exec(cell.getAttribute("data-line-anchor") ?? "");
  const line = readLineNumber(anchor?.[2] ?? cell.getAttribute("data-line-number"));
  if (text === null || line === undefined) return undefined;
  const isBase =
    anchor === null ? cell.getAttribute("data-diff-side") === "left" : anchor[1] === "L";
  return { element: text, line, side: isBase ? "base" : "head" };
}

function readClassic(element: Element): CodeLine | undefined {
  const cell = element.closest<HTMLTableCellElement>(classicDiffCell);
  const row = cell?.closest("tr");
  if (!cell || !row) return undefined;
  // In a unified diff both numbers stand before the code; in a split one each side has its own.
  const cells = [...row.cells];
  const isSplit = cells.filter((other) => other.matches(classicDiffCell)).length > 1;
  const isLeft = isSplit && cells.indexOf(cell) < cells.length / 2;
  const isRemoved = cell.matches(".blob-code-deletion") || isLeft;
  const numbers = cells.filter((other) => other.matches(".blob-num"));
  const number = isRemoved ? numbers[0] : numbers.at(-1);
  const line = readLineNumber(number?.getAttribute("data-line-number"));
  if (line === undefined) return undefined;
  const text = cell.querySelector<HTMLElement>(".blob-code-inner") ?? cell;
  return {
    element: text,
    line,
    side: isRemoved ? "base" : "head",
    ...(!hasDrawnMarker(row, text) && { marker: 1 }),
  };
}

// In a cell of its own, around the code, or in it.
function hasDrawnMarker(row: Element, text: Element): boolean {
  return (
    row.querySelector(":scope > td[data-code-marker]") !== null ||
    text.closest(drawnMarker) !== null ||
    text.querySelector(drawnMarker) !== null
  );
}
