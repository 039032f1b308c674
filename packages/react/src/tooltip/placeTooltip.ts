/** A box in the coordinates of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a tooltip goes. */
export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly side: "below" | "above";
}

const gap = 6;
const margin = 8;

/**
 * Puts a tooltip under the middle of its anchor, above it where there is no room below, and never
 * over the edge of the viewport. Lengths are CSS pixels.
 */
export function placeTooltip(
  anchor: Box,
  tooltip: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): Placement {
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - gap - tooltip.height;
  const fitsBelow = below + tooltip.height + margin <= viewport.height;
  const side = fitsBelow || above < margin ? "below" : "above";
  const centered = anchor.left + (anchor.width - tooltip.width) / 2;
  const lowest = viewport.height - tooltip.height - margin;
  const rightmost = viewport.width - tooltip.width - margin;
  return {
    left: Math.round(Math.max(margin, Math.min(centered, rightmost))),
    top: Math.round(Math.max(margin, Math.min(side === "below" ? below : above, lowest))),
    side,
  };
}
