import type { ItemSize, ToolbarSizes } from "./fitItems.ts";
import type { KeyedItem } from "./KeyedItem.ts";

/** The sizes of a toolbar that shows all of its items with their labels, read in one pass. */
export function measureToolbar(
  toolbar: HTMLElement,
  items: readonly KeyedItem[],
  isVertical: boolean,
): ToolbarSizes {
  const elementByKey = new Map(
    [...toolbar.children].map((child) => [
      (child as HTMLElement).dataset["key"],
      child as HTMLElement,
    ]),
  );
  const style = toolbar.ownerDocument.defaultView?.getComputedStyle(toolbar);
  const line = toolbar.querySelector<HTMLElement>("[role=separator]");
  const sizes = items.map(({ key, group, priority }) =>
    measureItem(elementByKey.get(key), { group, priority: priority ?? 0 }, isVertical),
  );
  return {
    items: sizes.map(({ size }) => size),
    gap: Number.parseFloat(style?.columnGap ?? "") || 0,
    separator: line === null ? 0 : isVertical ? line.offsetHeight : line.offsetWidth,
    more: Math.max(0, ...sizes.map(({ height }) => height)),
    breadth: Math.max(0, ...sizes.map(({ width }) => (isVertical ? width : 0))),
  };
}

function measureItem(
  element: HTMLElement | undefined,
  rank: Pick<ItemSize, "group" | "priority">,
  isVertical: boolean,
): { readonly size: ItemSize; readonly width: number; readonly height: number } {
  if (element === undefined) return { size: { full: 0, compact: 0, ...rank }, width: 0, height: 0 };
  const { width, height } = element.getBoundingClientRect();
  const full = isVertical ? height : width;
  const canShrink = !isVertical && element.querySelector(".at-item-icon + .at-item-label") !== null;
  // An item that shows its icon only is a square.
  return { size: { full, compact: canShrink ? height : full, ...rank }, width, height };
}
