/**
 * The place that a key moves the focus to in a row of controls, wrapping round.
 *
 * @param key - `event.key`.
 * @param index - Where the focus is.
 * @param count - How many there are; at least 1.
 * @param direction - How the row is read: arrows follow what is seen.
 * @returns The place, or undefined for a key that moves nothing.
 */
export function rovingKey(
  key: string,
  index: number,
  count: number,
  direction: "ltr" | "rtl",
): number | undefined {
  const forward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const backward = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
  if (key === forward) return (index + 1) % count;
  if (key === backward) return (index - 1 + count) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}
