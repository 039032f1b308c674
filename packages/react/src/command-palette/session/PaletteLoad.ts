import type { RowSection } from "../rows/RowList.ts";
import type { PaletteStatus } from "./PaletteState.ts";

/** What a load has found so far. */
export interface LoadResult {
  readonly sections: readonly RowSection[];
  readonly status: PaletteStatus;
}

/** Told of each result of a load; each has at least the rows of the one before, in their order. */
export type OnLoad = (result: LoadResult) => void;

/** The finding of rows, on its way. */
export interface PaletteLoad {
  /** Finds the rest at once, where that can be. */
  finish(): void;
  /** Gives it up: nothing of it is shown any more. */
  cancel(): void;
}

/** A load that is over. */
export const noLoad: PaletteLoad = { finish: () => undefined, cancel: () => undefined };
