/** The sizes of one item along its toolbar, in CSS pixels. */
export interface ItemSize {
  readonly full: number;
  /** With its icon only; the same as `full` where it has none. */
  readonly compact: number;
  readonly group: string | undefined;
  /** Items of a lower one make room first. */
  readonly priority: number;
}

/** The sizes of what stands between items and after them. */
export interface ToolbarSizes {
  readonly items: readonly ItemSize[];
  readonly gap: number;
  /** The line between groups. */
  readonly separator: number;
  /** The button of the menu for what does not fit. */
  readonly more: number;
  /** How broad a column is; 0 for a row. */
  readonly breadth: number;
}

/** What of a toolbar is shown. */
export interface Fit {
  /** Whether items that have an icon show nothing else. */
  readonly isCompact: boolean;
  /** Which items are in the toolbar, by their place; the others are in the menu. */
  readonly visible: readonly boolean[];
  /** How long that is, with the button of the menu where there is one. */
  readonly length: number;
}

/** A fraction of a pixel that rounding may have taken. */
const tolerance = 0.5;

/** How long a toolbar with all of its items is. */
export function naturalLength(sizes: ToolbarSizes): number {
  const all = sizes.items.map(() => true);
  return lengthOf(sizes, all, false);
}

/**
 * Decides what fits into a toolbar: everything, else everything with icons only, else so many of the
 * most important items that the button of the menu fits, too.
 */
export function fitItems(sizes: ToolbarSizes, available: number): Fit {
  const visible = sizes.items.map(() => true);
  for (const isCompact of [false, true]) {
    const length = lengthOf(sizes, visible, isCompact);
    if (length <= available + tolerance) return { isCompact, visible, length };
  }
  const lengthWithMore = () => lengthOf(sizes, visible, true) + sizes.more + sizes.gap;
  // What would not fit by itself is no reason to hide the others.
  const room = available - sizes.more - sizes.gap + tolerance;
  for (const [place, item] of sizes.items.entries()) visible[place] = item.compact <= room;
  const order = sizes.items
    .map(({ priority }, place) => ({ priority, place }))
    .toSorted((a, b) => a.priority - b.priority || b.place - a.place);
  for (const { place } of order) {
    if (lengthWithMore() <= available + tolerance) break;
    visible[place] = false;
  }
  return { isCompact: true, visible, length: lengthWithMore() };
}

function lengthOf(
  { items, gap, separator }: ToolbarSizes,
  visible: readonly boolean[],
  isCompact: boolean,
): number {
  const shown = items.filter((_item, place) => visible[place]);
  let length = 0;
  for (const [place, item] of shown.entries()) {
    length += isCompact ? item.compact : item.full;
    if (place === 0) continue;
    length += gap;
    if (shown[place - 1]?.group !== item.group) length += separator + gap;
  }
  return length;
}
