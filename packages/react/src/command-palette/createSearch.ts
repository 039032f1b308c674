import type { ResolvedMenuItem } from "@action-telemetry/actions";
import { createSearchIndex } from "../search/createSearchIndex.ts";
import { finishSteps } from "../search/Steps.ts";
import type { PaletteOption } from "./PaletteRow.ts";

/**
 * Finds the options that match a query, the best first; equal ones keep their order.
 *
 * @param query - Not empty, without spaces around it.
 * @param recents - IDs of actions run lately, latest first.
 */
export type Search = (query: string, recents: readonly string[]) => readonly PaletteOption[];

/** Makes the search over a list of items; the work that does not depend on the query is done here. */
export function createSearch(items: readonly ResolvedMenuItem[]): Search {
  const index = createSearchIndex(items.map(({ action }) => action));
  return (query, recents) => {
    const lifts = new Map(recents.map((id, place) => [id, 1 - place / (recents.length + 1)]));
    const matches = finishSteps(index.search(query, lifts));
    return [...matches.numbers].flatMap((number, place) => {
      const item = items[number];
      if (item === undefined) return [];
      const { title, category } = matches.highlight(number);
      const option = { key: item.key, item, index: place, grouped: false };
      return [{ kind: "option", ...option, titleMatches: title, categoryMatches: category }];
    });
  };
}
