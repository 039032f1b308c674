import type { CatalogStore } from "../catalog/createCatalogStore.ts";
import type { Scheduler } from "../catalog/Scheduler.ts";
import type { PaletteMode } from "../pages/PalettePage.ts";
import type { ActionListing } from "./loadActions.ts";

/** What a session works with. */
export interface SessionOptions {
  readonly catalog: CatalogStore;
  readonly scheduler: Scheduler;
  readonly modes: readonly PaletteMode[];
  /** The name of actions among the modes. */
  readonly actionsTitle: string;
  /** What actions are listed by: read each time they are. */
  readonly readListing: () => ActionListing;
  /** What the text field begins with. @default "" */
  readonly text?: string;
}
