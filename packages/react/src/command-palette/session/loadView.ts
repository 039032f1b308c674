import { findMode } from "./findMode.ts";
import { helpSection } from "./helpSection.ts";
import { loadActions } from "./loadActions.ts";
import { loadPage } from "./loadPage.ts";
import { noLoad, type OnLoad, type PaletteLoad } from "./PaletteLoad.ts";
import type { PaletteView } from "./PaletteView.ts";
import type { SessionOptions } from "./SessionOptions.ts";

/** Finds the rows that a view asks for. What is found at once is told before this returns. */
export function loadView(
  { page, text }: PaletteView,
  { catalog, scheduler, modes, actionsTitle, readListing }: SessionOptions,
  onLoad: OnLoad,
): PaletteLoad {
  if (page !== undefined) return loadPage(page, text.trim(), scheduler, onLoad);
  const mode = findMode(text, modes);
  switch (mode.kind) {
    case "actions":
      return loadActions(catalog, mode.query, readListing(), scheduler, onLoad);
    case "page":
      return loadPage(mode.page, mode.query, scheduler, onLoad);
    case "help":
      onLoad({ sections: [helpSection(modes, actionsTitle)], status: "ready" });
      return noLoad;
  }
}
