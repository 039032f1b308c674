/** How a row of controls runs: `vertical` is moved in by the arrows up and down. */
export type RovingDirection = "ltr" | "rtl" | "vertical";

const arrows = {
  ltr: ["ArrowRight", "ArrowLeft"],
  rtl: ["ArrowLeft", "ArrowRight"],
  vertical: ["ArrowDown", "ArrowUp"],
} as const satisfies Record<RovingDirection, readonly [forward: string, backward: string]>;

/**
 * The place that a key moves the focus to in a row of controls, wrapping round.
 *
 * @param key - `event.key`.
 * @param index - Where the focus is; -1 when it is on none of them.
 * @param count - How many there are; at least 1.
 * @param direction - How the row runs: arrows follow what is seen.
 * @returns The place, or undefined for a key that moves nothing.
 */
export function rovingKey(
  key: string,
  index: number,
  count: number,
  direction: RovingDirection,
): number | undefined {
  const [forward, backward] = arrows[direction];
  if (key === forward) return (index + 1) % count;
  if (key === backward) return (Math.max(index, 0) - 1 + count) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}
