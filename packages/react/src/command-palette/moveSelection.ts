import { isOption, type PaletteOption, type PaletteRow } from "./PaletteRow.ts";

/** A way to move the selection; a page stops at the ends, a step goes round. */
export type SelectionMove = "next" | "previous" | "nextPage" | "previousPage";

/** The option that is selected: the one of the key, or the first. */
export function selectedOption(
  rows: readonly PaletteRow[],
  key: string | undefined,
): PaletteOption | undefined {
  const options = rows.filter(isOption);
  return options.find((option) => option.key === key) ?? options[0];
}

/**
 * The option that a move selects.
 *
 * @param pageSize - How many options a page holds, at least 1.
 */
export function moveSelection(
  rows: readonly PaletteRow[],
  key: string | undefined,
  move: SelectionMove,
  pageSize: number,
): PaletteOption | undefined {
  const options = rows.filter(isOption);
  const count = options.length;
  const index = selectedOption(rows, key)?.index ?? 0;
  const last = count - 1;
  const places: Record<SelectionMove, number> = {
    next: (index + 1) % Math.max(1, count),
    previous: (index - 1 + count) % Math.max(1, count),
    nextPage: Math.min(last, index + pageSize),
    previousPage: Math.max(0, index - pageSize),
  };
  return options[places[move]];
}
