import type { TreeRow } from "./listRows.ts";

/** What a key does in the tree. */
export type TreeMove =
  | { readonly kind: "focus"; readonly index: number }
  | { readonly kind: "expand" | "collapse" | "open"; readonly index: number };

const pageRows = 15;

/**
 * What a key means in a tree of files, as the ARIA pattern says: arrows go and open or close, Home and End go to the
 * ends, Enter opens, a letter goes to the next name that begins with it. `undefined`: nothing.
 *
 * @param index the row that has the focus, from 0
 */
export function treeMove(
  rows: readonly TreeRow[],
  index: number,
  key: string,
): TreeMove | undefined {
  const row = rows[index];
  if (row === undefined) {
    return undefined;
  }
  const last = rows.length - 1;
  const focus = (target: number): TreeMove => ({
    kind: "focus",
    index: Math.min(last, Math.max(0, target)),
  });
  switch (key) {
    case "ArrowDown":
      return focus(index + 1);
    case "ArrowUp":
      return focus(index - 1);
    case "PageDown":
      return focus(index + pageRows);
    case "PageUp":
      return focus(index - pageRows);
    case "Home":
      return focus(0);
    case "End":
      return focus(last);
    case "Enter":
    case " ":
      return { kind: "open", index };
    case "ArrowRight":
      return moveRight(row, index, focus);
    case "ArrowLeft":
      return moveLeft(rows, row, index, focus);
    default:
      return key.length === 1 ? moveToLetter(rows, index, key, focus) : undefined;
  }
}

function moveRight(row: TreeRow, index: number, focus: (index: number) => TreeMove) {
  if (row.expanded === undefined) {
    return undefined;
  }
  return row.expanded ? focus(index + 1) : { kind: "expand" as const, index };
}

function moveLeft(
  rows: readonly TreeRow[],
  row: TreeRow,
  index: number,
  focus: (index: number) => TreeMove,
) {
  if (row.expanded === true) {
    return { kind: "collapse" as const, index };
  }
  const parent = rows.findLastIndex((candidate, at) => at < index && candidate.level < row.level);
  return parent < 0 ? undefined : focus(parent);
}

function moveToLetter(
  rows: readonly TreeRow[],
  index: number,
  letter: string,
  focus: (index: number) => TreeMove,
) {
  const wanted = letter.toLowerCase();
  for (let step = 1; step <= rows.length; step += 1) {
    const at = (index + step) % rows.length;
    if (rows[at]?.name.toLowerCase().startsWith(wanted) === true) {
      return focus(at);
    }
  }
  return undefined;
}
