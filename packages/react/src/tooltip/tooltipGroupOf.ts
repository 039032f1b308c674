import { createTooltipGroup, type TooltipGroup } from "./TooltipGroup.ts";

const groupByDocument = new WeakMap<Document, TooltipGroup>();

/**
 * The tooltips of a document. They share one machinery that is made when the first of them is
 * pointed at, so an item whose tooltip nobody sees costs nothing.
 */
export function tooltipGroupOf(document: Document): TooltipGroup {
  const known = groupByDocument.get(document);
  if (known !== undefined) return known;
  const group = createTooltipGroup(
    (callback, delay) => {
      const timer = globalThis.setTimeout(callback, delay);
      return () => globalThis.clearTimeout(timer);
    },
    () => globalThis.performance.now(),
  );
  groupByDocument.set(document, group);
  return group;
}
