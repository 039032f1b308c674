import type { PaletteMode, PalettePage } from "../pages/PalettePage.ts";
import { createRowList, noRows } from "../rows/RowList.ts";
import { findMode } from "./findMode.ts";
import type { LoadResult } from "./PaletteLoad.ts";
import type { PaletteState } from "./PaletteState.ts";

/** A list that was opened: that of the actions, or a page. */
export interface PaletteView {
  /** Absent: actions, or what a prefix asks for. */
  readonly page: PalettePage | undefined;
  /** Takes the answer to the prompt that it asks. */
  readonly answer?: (value: unknown) => void;
  /** What is in the text field. */
  readonly text: string;
  /** The index that is selected as soon as there is such an option. */
  readonly selected: number;
}

/**
 * What there is to show.
 *
 * @param views - Those that were opened; the last one is shown.
 */
export function describeView(
  views: readonly PaletteView[],
  modes: readonly PaletteMode[],
  { sections, status }: LoadResult,
): PaletteState {
  const { page, text, selected } = views.at(-1) ?? { page: undefined, text: "", selected: 0 };
  const mode = page === undefined ? findMode(text, modes) : undefined;
  const rows = sections.length === 0 ? noRows : createRowList(sections);
  return {
    text,
    query: mode?.query ?? text.trim(),
    crumbs: views.slice(1).map((view) => view.page?.title ?? ""),
    title: (page ?? (mode?.kind === "page" ? mode.page : undefined))?.title,
    placeholder: page?.placeholder,
    rows,
    selected: rows.count === 0 ? -1 : Math.min(selected, rows.count - 1),
    status,
  };
}
