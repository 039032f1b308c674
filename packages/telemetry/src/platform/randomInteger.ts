import type { RandomBytes } from "./systemRandom.ts";

/** A random whole number of so many bytes, 6 at most, each value as likely as another. */
export function randomInteger(random: RandomBytes, bytes: number): number {
  return random(bytes).reduce((sum, byte) => sum * 0x1_00 + byte, 0);
}
