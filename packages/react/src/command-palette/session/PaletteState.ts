import type { RowList } from "../rows/RowList.ts";

/**
 * Whether the rows are all there: `searching` for a moment while many actions are gone through,
 * `loading` while a page finds its rows, `failed` when it could not.
 */
export type PaletteStatus = "ready" | "searching" | "loading" | "failed";

/** What an open palette shows. */
export interface PaletteState {
  /** What is in the text field. */
  readonly text: string;
  /** What is searched for: the text without a prefix and spaces around it. */
  readonly query: string;
  /** The titles of the pages that were opened, the last one being shown. */
  readonly crumbs: readonly string[];
  /** The title of the page or mode whose rows are shown; absent: actions. */
  readonly title: string | undefined;
  /** Of the page that was opened, if it has one of its own. */
  readonly placeholder: string | undefined;
  /** Rows of this very query, never of an earlier one. */
  readonly rows: RowList;
  /** The index of the selected option, or -1. */
  readonly selected: number;
  readonly status: PaletteStatus;
}
