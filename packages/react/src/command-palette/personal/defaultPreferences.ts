import { findStorage } from "../storage/PaletteStorage.ts";
import { createPreferences } from "./createPreferences.ts";
import type { PreferencesStore } from "./PreferencesStore.ts";

let preferences: PreferencesStore | undefined;

/** What was arranged in this browser profile, in memory where it offers no storage. */
export function defaultPreferences(): PreferencesStore {
  preferences ??= createPreferences({ storage: findStorage() });
  return preferences;
}
