import type { HoverLayer } from "../hover/HoverLayer.tsx";
import type { PaletteLayer } from "../palette/PaletteLayer.tsx";

/** What of a page is only loaded when the person wants it. */
export interface PageParts {
  readonly palette: { readonly PaletteLayer: typeof PaletteLayer };
  readonly hover: { readonly HoverLayer: typeof HoverLayer };
}
