import type { ResolvedMenuItem } from "@action-telemetry/actions";
import type { PaletteRow } from "./PaletteRow.ts";

/** The words that {@link groupItems} needs. */
export interface GroupHeadings {
  readonly recent: string;
  readonly other: string;
}

/** How many recents are listed. */
const recentRows = 5;

/**
 * The list of a palette without a query: what was run lately, then the actions by category, both in
 * the order given, those without a category last. An action is listed once.
 */
export function groupItems(
  items: readonly ResolvedMenuItem[],
  recents: readonly string[],
  headings: GroupHeadings,
): readonly PaletteRow[] {
  const itemById = new Map(items.map((item) => [item.action.id, item]));
  const recent = recents
    .map((id) => itemById.get(id))
    .filter((item) => item !== undefined)
    .slice(0, recentRows);
  const listed = new Set(recent);
  const itemsByCategory = new Map<string, ResolvedMenuItem[]>();
  for (const item of items) {
    if (listed.has(item)) continue;
    const category = item.action.category ?? "";
    const group = itemsByCategory.get(category);
    if (group === undefined) itemsByCategory.set(category, [item]);
    else group.push(item);
  }
  const rows: PaletteRow[] = [];
  let index = 0;
  const push = (text: string, group: readonly ResolvedMenuItem[], grouped: boolean) => {
    if (text !== "" && group.length > 0)
      rows.push({ kind: "heading", key: `heading:${text}`, text });
    for (const item of group) {
      const matches = { titleMatches: [], categoryMatches: [] };
      rows.push({ kind: "option", key: item.key, item, index, grouped, ...matches });
      index += 1;
    }
  };
  if (recent.length > 0) push(headings.recent, recent, false);
  // One heading over everything tells nobody anything.
  const plain = itemsByCategory.size === 1 && itemsByCategory.has("") && recent.length === 0;
  for (const [category, group] of itemsByCategory) {
    if (category !== "") push(category, group, true);
  }
  push(plain ? "" : headings.other, itemsByCategory.get("") ?? [], false);
  return rows;
}
