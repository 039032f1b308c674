import { findStorage } from "../storage/PaletteStorage.ts";
import { createRecents } from "./createRecents.ts";
import type { RecentsStore } from "./RecentsStore.ts";

let recents: RecentsStore | undefined;

/** The recents of this browser profile, in memory where it offers no storage. */
export function defaultRecents(): RecentsStore {
  recents ??= createRecents({ storage: findStorage() });
  return recents;
}
