import type { HoverLayer } from "../hover/HoverLayer.tsx";
import type { PaletteLayer } from "../palette/PaletteLayer.tsx";

/** What of a page is only loaded when the person wants it. */
export interface PageParts {
  readonly palette: StyledPart & { readonly PaletteLayer: typeof PaletteLayer };
  readonly hover: StyledPart & { readonly HoverLayer: typeof HoverLayer };
}

/** A part that looks like something. */
export interface StyledPart {
  /** The text of its style sheet. */
  readonly styles: string;
}
