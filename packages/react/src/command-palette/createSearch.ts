import type { ResolvedMenuItem } from "@action-telemetry/actions";
import { go, snapshot, type KeysResult } from "fuzzysort";
import type { PaletteOption } from "./PaletteRow.ts";

/**
 * Finds the options that match a query, the best first; equal ones keep their order.
 *
 * @param query - Not empty, without spaces around it.
 * @param recents - IDs of actions run lately, latest first.
 */
export type Search = (query: string, recents: readonly string[]) => readonly PaletteOption[];

/** How much having been run last lifts a match: less than what sets a good match off from a fair one. */
const recencyLift = 0.04;
/** How much a match in the title counts on top of the match over all fields. */
const titleLift = 0.3;
const threshold = 0.3;

/** Makes the search over a list of items; the work that does not depend on the query is done here. */
export function createSearch(items: readonly ResolvedMenuItem[]): Search {
  const index = snapshot(items, {
    keys: [
      (item) => item.action.title,
      (item) => item.action.category,
      (item) => item.action.keywords.join(" "),
      (item) => item.action.id,
    ],
  });
  const orderByItem = new Map(items.map((item, order) => [item, order]));
  return (query, recents) => {
    const lift = new Map(
      recents.map((id, place) => [id, recencyLift * (1 - place / (recents.length + 1))]),
    );
    const score = (result: KeysResult<ResolvedMenuItem>) =>
      matchScore(result) + (lift.get(result.obj.action.id) ?? 0);
    const found = [...go(query, index, { limit: 0, threshold })].map((result) => ({
      result,
      score: score(result),
      order: orderByItem.get(result.obj) ?? 0,
    }));
    found.sort((one, other) => other.score - one.score || one.order - other.order);
    return found.map(({ result }, place) => toOption(result, place));
  };
}

/** All fields are judged as a whole, since the words of a query may be in several; the title most. */
function matchScore(result: KeysResult<ResolvedMenuItem>): number {
  return result.score + titleLift * (result[0]?.score ?? 0);
}

function toOption(result: KeysResult<ResolvedMenuItem>, index: number): PaletteOption {
  return {
    kind: "option",
    key: result.obj.key,
    item: result.obj,
    index,
    grouped: false,
    titleMatches: result[0]?.indexes ?? [],
    categoryMatches: result[1]?.indexes ?? [],
  };
}
