import type { RandomBytes } from "../platform/systemRandom.ts";

/** No attempt follows a failed one sooner, in milliseconds. */
const floor = 1000;

/** No attempt waits longer, so that an instance that is back is found again within a minute. */
const ceiling = 60_000;

/**
 * How long to wait after that many failures in a row: full jitter, that is anything between the floor
 * of one second and a bound that doubles from two seconds to a minute.
 */
export function retryDelay(attempt: number, random: RandomBytes): number {
  const bound = Math.min(ceiling, floor * 2 ** Math.max(1, attempt));
  return floor + (bound - floor) * fraction(random);
}

/** From 0 up to, but not including, 1. */
function fraction(random: RandomBytes): number {
  return random(4).reduce((sum, byte) => sum * 0x1_00 + byte, 0) / 0x1_00_00_00_00;
}
