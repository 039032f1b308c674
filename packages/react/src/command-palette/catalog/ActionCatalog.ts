import type { ResolvedAction, ResolvedMenuItem } from "@action-telemetry/actions";
import { buildSearchIndex, type SearchIndex } from "../../search/createSearchIndex.ts";
import type { Steps } from "../../search/Steps.ts";

/** The actions of a menu, ready to be listed and searched. */
export interface ActionCatalog {
  /** What it was made of. */
  readonly menu: readonly ResolvedMenuItem[];
  /** What can be run, by number. */
  readonly items: readonly ResolvedMenuItem[];
  /** Finds numbers. */
  readonly index: SearchIndex;
  /** Numbers by category, in the order of the menu, those without a category last, under "". */
  readonly groups: ReadonlyMap<string, readonly number[]>;
  /** The number of the first item of an action, by ID. */
  readonly numberById: ReadonlyMap<string, number>;
}

const itemsPerStep = 512;

/** Makes a catalog. Takes over from the one before what did not change. */
export function* buildCatalog(
  menu: readonly ResolvedMenuItem[],
  previous: ActionCatalog | undefined,
): Steps<ActionCatalog> {
  const items: ResolvedMenuItem[] = [];
  const documents: ResolvedAction[] = [];
  const numberById = new Map<string, number>();
  const groups = new Map<string, number[]>();
  const others: number[] = [];
  for (const [place, item] of menu.entries()) {
    if ((place + 1) % itemsPerStep === 0) yield;
    // A no-op is text, and a palette lists what can be run.
    if (item.action.kind === "noop") continue;
    const { id, category = "" } = item.action;
    const number = items.push(item) - 1;
    documents.push(item.action);
    if (!numberById.has(id)) numberById.set(id, number);
    const group = category === "" ? others : groups.get(category);
    if (group === undefined) groups.set(category, [number]);
    else group.push(number);
  }
  groups.set("", others);
  const index = yield* buildSearchIndex(documents, previous?.index);
  return { menu, items, index, groups, numberById };
}
