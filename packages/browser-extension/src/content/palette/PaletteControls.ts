import type { Store } from "../background/createStore.ts";

/** What the palette is told, and tells. */
export interface PaletteControls {
  /** Whether it is open, or will be once it has been loaded. */
  readonly isOpen: Pick<Store<boolean>, "getSnapshot" | "subscribe">;
  readonly setOpen: (isOpen: boolean) => void;
  /** What was typed before it could be shown. From then on its own text field hears the keys. */
  readonly takeText: () => string;
}
