import { foldText } from "../../search/foldText.ts";
import type { Steps } from "../../search/Steps.ts";
import type { RowSection } from "../rows/RowList.ts";
import type { ActionCatalog } from "./ActionCatalog.ts";
import { actionSection } from "./actionSection.ts";

/** What orders matches beside how well they match. */
export interface ActionPreferences {
  /** By ID of an action how much it is preferred, from 0 to 1. */
  readonly lifts: ReadonlyMap<string, number>;
  /** IDs of actions by the names that were given them, folded. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The person's names by ID, to show. */
  readonly aliasById: ReadonlyMap<string, string>;
}

/** The actions that match a query, the best first; the one it is an alias of before all others. */
export function* searchActions(
  catalog: ActionCatalog,
  query: string,
  { lifts, aliases, aliasById }: ActionPreferences,
): Steps<readonly RowSection[]> {
  const { numbers, highlight } = yield* catalog.index.search(query, lifts);
  const meant = catalog.numberById.get(aliases.get(foldText(query)) ?? "");
  const found = meant === undefined ? numbers : putFirst(numbers, meant);
  return [actionSection(catalog, { numbers: found, highlight, aliasById })];
}

function putFirst(numbers: Uint32Array, first: number): Uint32Array {
  return Uint32Array.from([first, ...numbers.filter((number) => number !== first)]);
}
