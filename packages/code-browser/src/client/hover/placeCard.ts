/** A box on the screen, in CSS pixels from the top left of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const gap = 6;
const margin = 8;

/**
 * Where a card goes that belongs to a word: above it when there is room, otherwise below, never outside of the window.
 */
export function placeCard(
  word: Box,
  card: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const above = word.top - gap - card.height;
  const below = word.top + word.height + gap;
  const fitsBelow = below + card.height <= window.height - margin;
  const top = above >= margin || !fitsBelow ? Math.max(margin, above) : below;
  const left = Math.min(word.left, window.width - card.width - margin);
  return { left: Math.max(margin, left), top };
}
