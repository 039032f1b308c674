import type { PaletteMode } from "../pages/PalettePage.ts";
import type { RowSection } from "../rows/RowList.ts";
import { actionsPrefix } from "./findMode.ts";

/** The modes there are, to be chosen from. */
export function helpSection(modes: readonly PaletteMode[], actionsTitle: string): RowSection {
  const all = [{ prefix: actionsPrefix, title: actionsTitle }, ...modes];
  return {
    heading: "",
    count: all.length,
    option(place, index) {
      const { prefix, title } = all[place] ?? { prefix: "", title: "" };
      return {
        kind: "option",
        key: `mode:${prefix}`,
        index,
        target: { kind: "mode", prefix },
        title,
        grouped: false,
        external: false,
        titleMatches: [],
        categoryMatches: [],
      };
    },
  };
}
