import { randomInteger } from "../platform/randomInteger.ts";
import type { RandomBytes } from "../platform/systemRandom.ts";
import { writeUUID } from "./createUUID.ts";

/**
 * Makes a generator of event IDs: UUIDs of version 7, a time in front and 62 random bits behind.
 * Within one millisecond a counter keeps them in order; a clock that jumps harms the order, never
 * the uniqueness.
 *
 * @param random - A source of cryptographic quality.
 * @returns A function from the time in milliseconds to an ID in lower case.
 */
export function createEventIds(random: RandomBytes): (time: number) => string {
  let last = -1;
  let counter = 0;
  return (time) => {
    // Half of the counter's range stays free above its random start.
    counter = time === last ? counter + 1 : randomInteger(random, 2) & 0x7_ff;
    last = time;
    return writeUUID(Math.max(Math.floor(time), 0), 7, counter, random);
  };
}
