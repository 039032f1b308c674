import { isOption, type PaletteRow } from "./PaletteRow.ts";

/** The height of an option in CSS pixels, as the style sheet is told. */
export const optionHeight = 36;
/** The height of a heading in CSS pixels. */
export const headingHeight = 32;
/** Space above the first and below the last row, in CSS pixels. */
export const listPadding = 6;
/** No list is taller than this, in CSS pixels; so many rows are rendered. */
export const tallestList = 400;
const overscan = 3;

/** Where each row of a list is, without any of them being rendered. */
export interface RowLayout {
  /** The distance of each row from the top, in CSS pixels. */
  readonly tops: readonly number[];
  readonly height: number;
}

/** Lays rows out one under the other. */
export function layoutRows(rows: readonly PaletteRow[]): RowLayout {
  const tops: number[] = [];
  let top = listPadding;
  for (const row of rows) {
    tops.push(top);
    top += heightOf(row);
  }
  return { tops, height: top + listPadding };
}

/** The height of a row in CSS pixels. */
export function heightOf(row: PaletteRow): number {
  return isOption(row) ? optionHeight : headingHeight;
}

/** The rows to render when the list is scrolled: from the first up to, not including, the last. */
export function visibleRows(
  { tops }: RowLayout,
  scrollTop: number,
): { readonly first: number; readonly last: number } {
  const first = Math.max(0, firstBelow(tops, scrollTop) - 1 - overscan);
  const last = Math.min(tops.length, firstBelow(tops, scrollTop + tallestList) + overscan);
  return { first, last };
}

/** The first row that begins at or below a height: by halves, since lists can be long. */
function firstBelow(tops: readonly number[], height: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) < height) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How far the list must be scrolled for a row to be seen, as little as possible. A heading above the
 * row is shown with it.
 */
export function scrollToRow(
  rows: readonly PaletteRow[],
  { tops }: RowLayout,
  index: number,
  list: { readonly scrollTop: number; readonly clientHeight: number },
): number {
  const row = rows[index];
  const before = rows[index - 1];
  if (row === undefined) return list.scrollTop;
  const shown = before === undefined || isOption(before) ? index : index - 1;
  const top = (tops[shown] ?? 0) - listPadding;
  const bottom = (tops[index] ?? 0) + heightOf(row) + listPadding;
  if (top < list.scrollTop) return top;
  if (bottom > list.scrollTop + list.clientHeight) return bottom - list.clientHeight;
  return list.scrollTop;
}
