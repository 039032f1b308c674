import type { ContextStore, ResolvedAction } from "@action-telemetry/actions";
import type { CatalogStore } from "./catalog/createCatalogStore.ts";
import type { Scheduler } from "./catalog/Scheduler.ts";
import type { PaletteMode } from "./pages/PalettePage.ts";
import type { PalettePrompt } from "./pages/PalettePrompt.ts";
import type { PreferencesStore } from "./personal/PreferencesStore.ts";
import type { RecentsStore } from "./recents/RecentsStore.ts";

/** What a palette was set up with. */
export interface PaletteSettings {
  readonly catalog: CatalogStore;
  readonly scheduler: Scheduler;
  readonly scope: ContextStore | undefined;
  readonly recents: RecentsStore;
  readonly preferences: PreferencesStore;
  readonly pins: readonly string[];
  readonly aliases: Readonly<Record<string, string>>;
  readonly modes: readonly PaletteMode[];
  readonly prompts: Readonly<Record<string, readonly PalettePrompt[]>>;
  readonly staysOpen: (action: ResolvedAction) => boolean;
}
