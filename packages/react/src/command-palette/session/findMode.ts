import type { PaletteMode, PalettePage } from "../pages/PalettePage.ts";

/** What a text that is typed asks for. */
export type TypedMode =
  | { readonly kind: "actions"; readonly query: string }
  | { readonly kind: "help"; readonly query: string }
  | { readonly kind: "page"; readonly page: PalettePage; readonly query: string };

/** Lists actions, whatever else there is. */
export const actionsPrefix = ">";
/** Lists the modes. */
export const helpPrefix = "?";

/** Reads the prefix of a text: of several that fit the longest. Without any it asks for actions. */
export function findMode(text: string, modes: readonly PaletteMode[]): TypedMode {
  const [mode] = modes
    .filter(({ prefix }) => prefix !== "" && text.startsWith(prefix))
    .toSorted((one, other) => other.prefix.length - one.prefix.length);
  if (mode !== undefined) {
    return { kind: "page", page: mode, query: text.slice(mode.prefix.length).trim() };
  }
  if (text.startsWith(actionsPrefix)) return { kind: "actions", query: text.slice(1).trim() };
  // Without modes there is nothing to list.
  if (text.startsWith(helpPrefix) && modes.length > 0) {
    return { kind: "help", query: text.slice(1).trim() };
  }
  return { kind: "actions", query: text.trim() };
}
