import type { RandomBytes } from "../platform/systemRandom.ts";

/** No attempt follows a failed one sooner, in milliseconds. */
const floor = 1000;

/** No attempt waits longer, so that an instance that is back is found again within a minute. */
const ceiling = 60_000;

/**
 * How long to wait after that many failures in a row: full jitter, that is anything between the floor
 * of one second and a bound that doubles from two seconds to sixteen, and from there grows by a second
 * each time, to a minute. An outage of seconds is over for a client some seconds later; only one of
 * many minutes is met with patience.
 */
export function retryDelay(attempt: number, random: RandomBytes): number {
  const bound = Math.min(ceiling, floor * (attempt < 5 ? 2 ** attempt : 11 + attempt));
  return floor + (bound - floor) * fraction(random);
}

/** From 0 up to, but not including, 1. */
function fraction(random: RandomBytes): number {
  return random(4).reduce((sum, byte) => sum * 0x1_00 + byte, 0) / 2 ** 32;
}
