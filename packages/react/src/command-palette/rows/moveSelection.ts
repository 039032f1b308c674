/** A way to move the selection; a page stops at the ends, a step goes round. */
export type SelectionMove = "next" | "previous" | "nextPage" | "previousPage";

/**
 * The index that a move selects, or -1 where there is nothing.
 *
 * @param index - What is selected; -1: nothing.
 * @param count - How many options there are.
 * @param pageSize - How many options a page holds, at least 1.
 */
export function moveSelection(
  index: number,
  count: number,
  move: SelectionMove,
  pageSize: number,
): number {
  if (count === 0) return -1;
  switch (move) {
    case "next":
      return (index + 1) % count;
    case "previous":
      return index <= 0 ? count - 1 : index - 1;
    case "nextPage":
      return Math.min(count - 1, Math.max(0, index) + pageSize);
    case "previousPage":
      return Math.max(0, index - pageSize);
  }
}
