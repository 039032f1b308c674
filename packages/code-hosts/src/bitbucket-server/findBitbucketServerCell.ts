import { toCodeLine, type CodeLine } from "../code/CodeLine.ts";
import { readLineNumber } from "../code/readLineNumber.ts";

const lines = ".diff-line";
const numbers = ".diff-line-number";

/** The line of a cell of the tables that Bitbucket Server shows pull requests in since version 7. */
export function findBitbucketServerCell(cell: HTMLElement): CodeLine | undefined {
  const row = cell.closest("tr");
  if (row === null) return undefined;
  const cells = [...row.querySelectorAll(`${lines}, ${numbers}`)];
  const place = cells.indexOf(cell);
  const isBase = isOlder(
    cell,
    cells.filter((other) => other.matches(lines)),
  );
  // Beside one another each side has its own number; in one column both stand before the code, the older first.
  const start = cells.slice(0, place).findLastIndex((other) => other.matches(lines)) + 1;
  const written = cells.slice(start, place).flatMap((number) => readNumbers(number));
  return toCodeLine(written.at(isBase ? 0 : -1), cell, isBase ? "base" : "head");
}

function isOlder(cell: Element, sides: readonly Element[]): boolean {
  if (cell.matches(".removed-line, .added-line")) return cell.matches(".removed-line");
  const side = cell.getAttribute("data-diff-line");
  return side === null ? sides.length > 1 && sides[0] === cell : side === "FROM";
}

// One element may hold both.
function readNumbers(element: Element): readonly number[] {
  return (element.textContent ?? "")
    .slice(0, 100)
    .split(/\s/u)
    .map((number) => readLineNumber(number))
    .filter((number) => number !== undefined);
}
