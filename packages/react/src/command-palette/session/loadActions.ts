import { searchActions, type ActionPreferences } from "../catalog/searchActions.ts";
import { browseActions, type BrowseOptions } from "../catalog/browseActions.ts";
import type { CatalogStore } from "../catalog/createCatalogStore.ts";
import { runInSlices } from "../catalog/runInSlices.ts";
import type { Scheduler } from "../catalog/Scheduler.ts";
import { noLoad, type OnLoad, type PaletteLoad } from "./PaletteLoad.ts";

/** What actions are listed by. */
export interface ActionListing extends BrowseOptions, ActionPreferences {}

/** Lists actions. Where their catalog is yet to be made, it is made; the list has to be asked for again. */
export function loadActions(
  store: CatalogStore,
  query: string,
  listing: ActionListing,
  scheduler: Scheduler,
  onLoad: OnLoad,
): PaletteLoad {
  if (store.getSnapshot() === undefined) store.hurry();
  const catalog = store.getSnapshot();
  if (catalog === undefined) {
    onLoad({ sections: [], status: "searching" });
    return { finish: store.finish, cancel: () => undefined };
  }
  if (query === "") {
    onLoad({ sections: browseActions(catalog, listing), status: "ready" });
    return noLoad;
  }
  onLoad({ sections: [], status: "searching" });
  return runInSlices(searchActions(catalog, query, listing), scheduler, (sections) =>
    onLoad({ sections, status: "ready" }),
  );
}
