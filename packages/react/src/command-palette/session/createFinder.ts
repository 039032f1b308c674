import { loadView } from "./loadView.ts";
import { noLoad, type LoadResult } from "./PaletteLoad.ts";
import type { PaletteState } from "./PaletteState.ts";
import { describeView, type PaletteView } from "./PaletteView.ts";
import type { SessionOptions } from "./SessionOptions.ts";

/** Finds the rows of the list that is shown, and remembers which of them is selected. */
export interface Finder {
  state(): PaletteState;
  /** The lists that were opened; the last one is shown. */
  views(): readonly PaletteView[];
  /** Shows other lists, or the same ones afresh. */
  show(views: readonly PaletteView[]): void;
  /** Selects an option, and freezes the list until another is shown. */
  select(index: number): void;
  /** Lists actions again, unless the list is frozen. */
  refresh(): void;
  /** Finds at once what is still searched for. */
  finish(): void;
  /** Follows the catalog. Returns what stops that. */
  start(): () => void;
}

/**
 * Makes a finder.
 *
 * @param first - The lists to begin with.
 * @param onChange - Called after the state has changed: once for all that is found at once.
 */
export function createFinder(
  first: readonly PaletteView[],
  options: SessionOptions,
  onChange: () => void,
): Finder {
  const { catalog, modes } = options;
  let views = first;
  let load = noLoad;
  let isFrozen = false;
  let isFinding = false;
  let state = describeView(views, modes, { sections: [], status: "searching" });

  function publish(next: PaletteState): void {
    state = next;
    if (!isFinding) onChange();
  }
  function show(next: readonly PaletteView[]): void {
    load.cancel();
    views = next;
    isFrozen = false;
    isFinding = true;
    const onLoad = (result: LoadResult) => publish(describeView(views, modes, result));
    const view = next.at(-1);
    load = view === undefined ? noLoad : loadView(view, options, onLoad);
    isFinding = false;
    onChange();
  }
  function refresh(): void {
    if (!isFrozen && !isFinding && state.title === undefined) show(views);
  }
  catalog.hurry();
  show(views);
  return {
    state: () => state,
    views: () => views,
    show,
    select(selected) {
      isFrozen = true;
      views = views.map((view, depth) =>
        depth === views.length - 1 ? { ...view, selected } : view,
      );
      if (selected !== state.selected) publish({ ...state, selected });
    },
    refresh,
    finish() {
      // To make the catalog is one thing to finish, and to search it is the next.
      load.finish();
      load.finish();
    },
    start() {
      const unsubscribe = catalog.subscribe(refresh);
      // The catalog may have been made, or this stopped, since what is shown was found.
      if (state.status !== "ready") show(views);
      return () => {
        unsubscribe();
        load.cancel();
      };
    },
  };
}
