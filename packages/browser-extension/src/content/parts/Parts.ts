import type { PartName } from "../../messages/PartName.ts";
import type { HoverLayer } from "../hover/HoverLayer.tsx";
import type { ContentPage, PageStart } from "../page/ContentPage.ts";
import type { PaletteLayer } from "../palette/PaletteLayer.tsx";

/** What each part holds. */
export interface PartContents {
  readonly page: { readonly startPage: (start: PageStart) => ContentPage };
  readonly palette: { readonly PaletteLayer: typeof PaletteLayer };
  readonly hover: { readonly HoverLayer: typeof HoverLayer };
}

/** Loads parts of the content script. */
export interface Parts {
  /**
   * Loads a part, once however often it is asked for. Never rejects: `undefined` is one that cannot be
   * had now, which may be asked for again.
   */
  load<N extends PartName>(name: N): Promise<PartContents[N] | undefined>;
}
