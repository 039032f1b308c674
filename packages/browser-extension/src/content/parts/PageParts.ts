import type { createReporting } from "../errors/errorsPart.ts";
import type { HoverLayer } from "../hover/HoverLayer.tsx";
import type { PaletteLayer } from "../palette/PaletteLayer.tsx";

/** What of a page is only loaded when the person wants it, or allows it. */
export interface PageParts {
  readonly palette: StyledPart & { readonly PaletteLayer: typeof PaletteLayer };
  readonly hover: StyledPart & { readonly HoverLayer: typeof HoverLayer };
  readonly errors: { readonly createReporting: typeof createReporting };
}

/** A part that looks like something. */
export interface StyledPart {
  /** The text of its style sheet. */
  readonly styles: string;
}
