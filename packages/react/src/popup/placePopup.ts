/** A box in the coordinates of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A width and a height. */
export type Size = Pick<Box, "width" | "height">;

/** Where a popup goes. */
export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly side: "below" | "above";
}

/** How a popup lies at its anchor. */
export interface PlacementOptions {
  /** Which edges meet; `start` and `end` as the text runs. @default "center" */
  readonly align?: "start" | "center" | "end";
  /** @default "ltr" */
  readonly direction?: "ltr" | "rtl";
  /** The side it takes when there is room. @default "below" */
  readonly side?: "below" | "above";
  /** Between anchor and popup. @default 6 */
  readonly gap?: number;
}

/** How near a popup comes to the edge of the viewport. */
export const viewportMargin = 8;

/**
 * Puts a popup at its anchor, on the other side where there is no room, and never nearer to the edge
 * of the viewport than 8 pixels, unless it is larger than that. Lengths are CSS pixels.
 */
export function placePopup(
  anchor: Box,
  popup: Size,
  viewport: Size,
  options: PlacementOptions = {},
): Placement {
  const { align = "center", direction = "ltr", side: wanted = "below", gap = 6 } = options;
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - gap - popup.height;
  const fitsBelow = below + popup.height + viewportMargin <= viewport.height;
  const fitsAbove = above >= viewportMargin;
  const side = wanted === "below" ? !fitsBelow && fitsAbove : fitsAbove || !fitsBelow;
  const room = anchor.width - popup.width;
  const isAtRight = (align === "end") === (direction === "ltr");
  const left = anchor.left + (align === "center" ? room / 2 : isAtRight ? room : 0);
  return {
    left: clamp(left, viewport.width - popup.width),
    top: clamp(side ? above : below, viewport.height - popup.height),
    side: side ? "above" : "below",
  };
}

function clamp(place: number, room: number): number {
  return Math.round(Math.max(viewportMargin, Math.min(place, room - viewportMargin)));
}
