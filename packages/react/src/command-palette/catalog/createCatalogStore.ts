import type { ResolvedMenuItem } from "@action-telemetry/actions";
import { createListeners } from "../../listeners/createListeners.ts";
import { buildCatalog, type ActionCatalog } from "./ActionCatalog.ts";
import { runInSlices, runWhenIdle, type SlicedWork } from "./runInSlices.ts";
import type { Scheduler } from "./Scheduler.ts";

/** Where a catalog comes from. */
export interface CatalogSource {
  /** The menu: the same array while nothing changed. */
  read(): readonly ResolvedMenuItem[];
  /** Does in steps what reading would do at once. @default nothing */
  prepare?(): Iterable<undefined>;
  /** Tells when the menu may have changed. */
  subscribe(listener: () => void): () => void;
}

/** Keeps the catalog of a menu. */
export interface CatalogStore {
  /** The last one that was made, if any; it may be of a menu that has changed since. */
  getSnapshot(): ActionCatalog | undefined;
  subscribe(listener: () => void): () => void;
  /** Makes it in idle time from now on, whenever the menu changes. Returns what stops that. */
  keep(): () => void;
  /** Makes it as soon as possible without blocking: somebody is waiting. */
  hurry(): void;
  /** Makes it at once. */
  finish(): void;
  /** The menu as it is now. */
  readMenu(): readonly ResolvedMenuItem[];
}

/** Makes the store of a menu's catalog, which is empty until something asks for it. */
export function createCatalogStore(source: CatalogSource, scheduler: Scheduler): CatalogStore {
  const listeners = createListeners();
  let catalog: ActionCatalog | undefined;
  let work: SlicedWork | undefined;

  /** Begins anew with whatever way of working; what was begun is of a menu that has changed. */
  function begin(run: typeof runInSlices<ActionCatalog>): void {
    work?.cancel();
    let isDone = false;
    const begun = run(makeCatalog(), scheduler, (made) => {
      isDone = true;
      work = undefined;
      if (made === catalog) return;
      catalog = made;
      listeners.notify();
    });
    work = isDone ? undefined : begun;
  }
  /** The menu is only read when the work begins. */
  function* makeCatalog() {
    if (source.prepare !== undefined) yield* source.prepare();
    const menu = source.read();
    return catalog?.menu === menu ? catalog : yield* buildCatalog(menu, catalog);
  }
  const workWhenIdle = () => begin(runWhenIdle);
  const hurry = () => {
    if (work === undefined) begin(runInSlices);
    else work.hurry();
  };
  return {
    getSnapshot: () => catalog,
    subscribe: listeners.add,
    keep() {
      const unsubscribe = source.subscribe(workWhenIdle);
      workWhenIdle();
      return () => {
        unsubscribe();
        work?.cancel();
        work = undefined;
      };
    },
    hurry,
    finish() {
      hurry();
      work?.finish();
    },
    readMenu: source.read,
  };
}
